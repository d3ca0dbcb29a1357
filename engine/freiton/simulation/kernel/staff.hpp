// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who is on duty. Agents of a pool are alike, so that a count of those present and a list of the moments since which
// the idle ones have been idle say all; the list is a ring, the longest idle at its front.

#include <bit>
#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/recorder.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

class Staff {
  public:
    Staff(const World& world, Recorder& recorder) : world_{world}, recorder_{recorder}, pools_(world.pools.size()) {
        for (std::size_t p = 0; p < pools_.size(); ++p) {
            const TeamRecord& team = world.teams[static_cast<std::size_t>(world.pools[p].team)];
            const int most = world.pools[p].person == none ? team.most : 1;
            pools_[p].since.resize(std::bit_ceil(static_cast<std::size_t>(most) + 1));
            if (team.switching_s > 0.0) pools_[p].did.resize(pools_[p].since.size(), none);
        }
    }

    void clear() {
        for (State& pool : pools_) {
            pool.front = pool.back = 0;
            pool.present = pool.target = 0;
            pool.counted_until = 0.0;
        }
    }

    int idle(int p) const { return static_cast<int>(at(p).back - at(p).front); }
    int present(int p) const { return at(p).present; }
    int target(int p) const { return at(p).target; }
    void set_target(int p, int target) { at(p).target = target; }
    bool has_surplus(int p) const { return at(p).present > at(p).target; }
    int surplus(int p) const { return has_surplus(p) ? at(p).present - at(p).target : 0; }

    double idle_since(int p) const {
        const State& pool = at(p);
        return pool.since[pool.front & (pool.since.size() - 1)];
    }
    /// Somebody is idle who has come, or has ended some kind of work.
    void add_idle(int p, double now, int did = none) {
        State& pool = at(p);
        const std::size_t place = pool.back++ & (pool.since.size() - 1);
        pool.since[place] = now;
        if (world_.switches && !pool.did.empty()) pool.did[place] = did;
    }
    /// Tell what he did last, where it matters.
    int take_longest_idle(int p) {
        State& pool = at(p);
        const std::size_t place = pool.front++;
        return world_.switches && !pool.did.empty() ? pool.did[place & (pool.did.size() - 1)] : none;
    }
    int take_latest_idle(int p) {
        State& pool = at(p);
        const std::size_t place = --pool.back;
        return world_.switches && !pool.did.empty() ? pool.did[place & (pool.did.size() - 1)] : none;
    }

    /// Agents come or leave; their time on duty is counted up to now.
    void change_present(int p, int by, double now, int slot) {
        count_until(p, now, slot);
        at(p).present += by;
    }
    void count_until(int p, double now, int slot) {
        State& pool = at(p);
        const Slot& here = world_.slots[static_cast<std::size_t>(slot)];
        const double from = pool.counted_until > here.start ? pool.counted_until : here.start;  // not the night
        const double until = now < here.end ? now : here.end;
        if (until > from)
            recorder_.team(world_.pools[static_cast<std::size_t>(p)].team, slot).on_duty_s +=
                pool.present * (until - from);
        pool.counted_until = now;
    }

    /// One pool.
    struct State {
        std::vector<double> since{};  // a ring; its size is a power of two
        std::vector<int> did{};       // beside it, the work that was done last; empty: no matter
        std::size_t front = 0;
        std::size_t back = 0;
        int present = 0;  // idle or busy
        int target = 0;   // as the roster says, after absence
        double counted_until = 0.0;

        std::size_t idle() const { return back - front; }
        double idle_since(std::size_t place) const { return since[(front + place) & (since.size() - 1)]; }
        int did_last(std::size_t place) const { return did[(front + place) & (did.size() - 1)]; }
    };
    const std::vector<State>& pools() const { return pools_; }
    void restore(const std::vector<State>& pools) { pools_ = pools; }

  private:
    State& at(int p) { return pools_[static_cast<std::size_t>(p)]; }
    const State& at(int p) const { return pools_[static_cast<std::size_t>(p)]; }

    const World& world_;
    Recorder& recorder_;
    std::vector<State> pools_;
};

}  // namespace freiton::simulation::kernel
