// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pending events of a replication. Hot: every contact passes it once or twice, so that it is a 4-ary heap of plain
// 16-byte keys. A key holds the bits of its time (never negative, so that their order is the order of the times), then
// the running number of the event, then the contact: equal times run in the order in which they were scheduled, and one
// comparison of 128 bits (two instructions, no branch) decides. An event that is being handled leaves a hole at the
// root; the next one scheduled falls into it, which saves the usual "pop, then push" of a busy agent.
// 1.9 times std::priority_queue with 100 events pending, 1.4 times with 1,000 or more (event_heap_bench); agrees
// with a sorted list (EventHeap.PopsLikeASortedList).

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace freiton::simulation::kernel {

__extension__ using EventKey = unsigned __int128;

class EventHeap {
  public:
    static constexpr double never = std::numeric_limits<double>::infinity();

    /// Room for so many events, so that none is made during a replication.
    void reserve(std::size_t events) { keys_.reserve(events); }
    std::size_t capacity() const { return keys_.capacity(); }

    void clear() {
        keys_.clear();
        hole_ = false;
        sequence_ = 0;
    }

    bool empty() {
        fill_hole();
        return keys_.empty();
    }

    /// Time of the earliest event, or `never`.
    double next_time() {
        fill_hole();
        return keys_.empty() ? never : std::bit_cast<double>(static_cast<std::uint64_t>(keys_.front() >> 64));
    }

    struct Event {
        std::uint32_t sequence;
        std::uint32_t contact;
    };

    /// Takes the earliest event out; there must be one.
    Event take() {
        fill_hole();
        hole_ = true;
        const auto low = static_cast<std::uint64_t>(keys_.front());
        return {static_cast<std::uint32_t>(low >> 32), static_cast<std::uint32_t>(low)};
    }

    /// Schedules an event and returns its running number, from 1. The time must not be negative.
    std::uint32_t add(double time, std::uint32_t contact) {
        const std::uint32_t sequence = ++sequence_;
        const EventKey key =
            (EventKey{std::bit_cast<std::uint64_t>(time)} << 64) | ((std::uint64_t{sequence} << 32) | contact);
        if (hole_) {
            hole_ = false;
            sink(key);
        } else {
            keys_.push_back(key);
            rise(keys_.size() - 1, key);
        }
        return sequence;
    }

    /// Visits every event that is scheduled, in no order that matters: (time, sequence, contact).
    template <class Visit>
    void for_each(Visit visit) {
        fill_hole();
        for (const EventKey key : keys_) {
            const auto low = static_cast<std::uint64_t>(key);
            visit(std::bit_cast<double>(static_cast<std::uint64_t>(key >> 64)), static_cast<std::uint32_t>(low >> 32),
                  static_cast<std::uint32_t>(low));
        }
    }

  private:
    void fill_hole() {
        if (!hole_) return;
        hole_ = false;
        const EventKey last = keys_.back();
        keys_.pop_back();
        if (!keys_.empty()) sink(last);
    }

    void rise(std::size_t at, EventKey key) {
        while (at > 0) {
            const std::size_t parent = (at - 1) / 4;
            if (keys_[parent] < key) break;
            keys_[at] = keys_[parent];
            at = parent;
        }
        keys_[at] = key;
    }

    // The root is free: puts the key where it belongs.
    void sink(EventKey key) {
        EventKey* const keys = keys_.data();
        const std::size_t size = keys_.size();
        std::size_t at = 0;
        std::size_t child = 1;
        while (child + 3 < size) {
            const std::size_t a = keys[child + 1] < keys[child] ? child + 1 : child;
            const std::size_t b = keys[child + 3] < keys[child + 2] ? child + 3 : child + 2;
            const std::size_t least = keys[b] < keys[a] ? b : a;
            if (key < keys[least]) break;
            keys[at] = keys[least];
            at = least;
            child = 4 * at + 1;
        }
        if (child + 3 >= size && child < size) {
            std::size_t least = child;
            for (std::size_t i = child + 1; i < size; ++i)
                if (keys[i] < keys[least]) least = i;
            if (keys[least] < key) {
                keys[at] = keys[least];
                at = least;
            }
        }
        keys[at] = key;
    }

    std::vector<EventKey> keys_;
    std::uint32_t sequence_ = 0;
    bool hole_ = false;
};

}  // namespace freiton::simulation::kernel
