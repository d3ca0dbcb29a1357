// SPDX-License-Identifier: Apache-2.0
#pragma once

// People who hold several contacts at once. Each is a desk from his first chat until he holds nothing; desks of a pool
// with the same number of contacts are one list, the longest unchanged at its head, so that the emptiest is found at
// once. Whoever is on the phone beside his chats takes nothing more, and is in no list.

#include <algorithm>
#include <vector>

#include "freiton/simulation/kernel/contacts.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

struct Desk {
    ContactQueue held{};  // in the order in which they were begun
    double since = 0.0;   // of the last change
    std::int32_t since_slot = 0;
    std::int32_t pool = none;
    std::int32_t most = 0;        // contacts that he may hold, by what he holds
    std::int32_t first_work = 0;  // what he began with
    std::int32_t next = none;     // in its list
    std::int32_t previous = none;
    bool on_the_phone = false;
};

class Desks {
  public:
    Desks() = default;  // of nobody
    explicit Desks(const World& world) {
        for (const WorkKindRecord& work : world.work)
            if (work.chat && work.concurrency > most_) most_ = work.concurrency;
        if (world.chats) lists_.resize(world.pools.size() * static_cast<std::size_t>(most_ + 1));
    }

    void clear() {
        desks_.clear();
        free_.clear();
        std::fill(lists_.begin(), lists_.end(), List{});
    }

    Desk& operator[](int desk) { return desks_[static_cast<std::size_t>(desk)]; }
    const Desk& operator[](int desk) const { return desks_[static_cast<std::size_t>(desk)]; }
    int size() const { return static_cast<int>(desks_.size()); }

    int open(int pool, int work, double now, int slot) {
        int desk = size();
        if (free_.empty()) {
            desks_.emplace_back();
        } else {
            desk = free_.back();
            free_.pop_back();
        }
        Desk& made = (*this)[desk];
        made = Desk{};
        made.pool = pool;
        made.first_work = work;
        made.most = most_;
        made.since = now;
        made.since_slot = slot;
        return desk;
    }
    void close(int desk) {
        (*this)[desk].pool = none;
        free_.push_back(desk);
    }

    /// Behind all that hold as many.
    void list(int id) {
        Desk& desk = (*this)[id];
        if (desk.on_the_phone) return;
        List& of = list_of(desk.pool, desk.held.count);
        desk.previous = of.tail;
        desk.next = none;
        (of.tail == none ? of.head : (*this)[of.tail].next) = id;
        of.tail = id;
    }
    /// Before what it holds changes.
    void unlist(int id) {
        const Desk& desk = (*this)[id];
        if (desk.on_the_phone) return;
        List& of = list_of(desk.pool, desk.held.count);
        (desk.previous == none ? of.head : (*this)[desk.previous].next) = desk.next;
        (desk.next == none ? of.tail : (*this)[desk.next].previous) = desk.previous;
    }

    /// Of the pool's desks that hold fewer than `most` and have room, the emptiest, then the longest unchanged. The
    /// first `leaving` take nothing more.
    int emptiest(int pool, int most, int leaving) const {
        for (int count = 1; count < most && count < most_; ++count)
            for (int desk = list_of(pool, count).head; desk != none; desk = (*this)[desk].next) {
                if (leaving-- > 0) continue;
                if (count < (*this)[desk].most) return desk;
            }
        return none;
    }

    /// Whether it is among those `leaving`.
    bool leaves(int id, int leaving) const {
        for (int count = 1; count <= most_ && leaving > 0; ++count)
            for (int desk = list_of((*this)[id].pool, count).head; desk != none && leaving > 0;
                 desk = (*this)[desk].next, --leaving)
                if (desk == id) return true;
        return false;
    }

    int most() const { return most_; }
    int first(int pool, int count) const { return list_of(pool, count).head; }

  private:
    struct List {
        std::int32_t head = none;
        std::int32_t tail = none;
    };
    List& list_of(int pool, int count) {
        return lists_[static_cast<std::size_t>(pool) * static_cast<std::size_t>(most_ + 1) +
                      static_cast<std::size_t>(count)];
    }
    const List& list_of(int pool, int count) const {
        return lists_[static_cast<std::size_t>(pool) * static_cast<std::size_t>(most_ + 1) +
                      static_cast<std::size_t>(count)];
    }

    std::vector<Desk> desks_;
    std::vector<int> free_;
    std::vector<List> lists_;  // [pool][contacts held]
    int most_ = 1;
};

}  // namespace freiton::simulation::kernel
