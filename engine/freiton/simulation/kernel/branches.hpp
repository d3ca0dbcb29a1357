// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one person less or more in an interval does to a replication, exactly, for a part of its cost: the state is kept
// at the start of every slot, and the change is played from there only until both worlds are the same again; what comes
// before and after is the same by construction. One person less and one more in each of the 24 half hours of the
// quickstart cost 5.8 replications, the one that keeps its states included, in place of 48. A branch equals a whole
// replication with that staff (Branches.EqualWholeReplications).

#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/snapshot.hpp"

namespace freiton::simulation::kernel {

/// A number of each interval that promises are judged by, twice: how far it is on the good side, and what it is
/// measured by. Of work a weighted sum of the numbers of a cell, over some rows; of a team what it is below an
/// occupancy.
struct Gauge {
    std::vector<int> rows{};
    Cell ahead{};  // weights
    Cell base{};
    int team = none;
    double most_occupied = 1.0;
    std::vector<bool> when{};  // of a team: in which intervals; empty: in all
};

struct GaugeValue {
    double ahead = 0.0;
    double base = 0.0;

    GaugeValue& operator+=(const GaugeValue& other) {
        ahead += other.ahead;
        base += other.base;
        return *this;
    }
};

class Branches {
  public:
    /// The world must have room for the people that are added (compile_world).
    Branches(const World& world, std::vector<Gauge> gauges);
    Branches(const Branches&) = delete;
    Branches& operator=(const Branches&) = delete;

    /// One replication, whose states are kept.
    void play(std::uint64_t seed, std::uint64_t replication);

    /// One replication whose states nobody will ask for.
    void play_only(std::uint64_t seed, std::uint64_t replication);

    /// Its numbers: [gauge x intervals].
    const std::vector<GaugeValue>& played() const { return played_; }
    std::int64_t contacts() const { return contacts_; }

    /// By how much the numbers of one interval differ.
    struct Difference {
        int gauge = 0;
        int interval = 0;
        GaugeValue by{};
    };

    /// The same replication with so many people more or less of a team in an interval of the horizon (and in the days
    /// before and after it that repeat it): where numbers differ. Valid until the next call.
    const std::vector<Difference>& changed(int team, int interval, int by);

    /// Slots that were played by all branches so far.
    std::int64_t slots_played() const { return slots_played_; }

  private:
    /// What one slot added to the numbers of itself and of slots before it.
    struct Increment {
        std::vector<int> from{};           // by gauge: the first slot
        std::vector<std::size_t> begin{};  // by gauge: of its values; one more at the end
        std::vector<GaugeValue> values{};
    };

    void keep(Snapshot& snapshot);
    void describe(Snapshot& snapshot);
    void order_idle(Snapshot& snapshot) const;
    void find_ranges(Snapshot& snapshot) const;
    void restore(const Snapshot& snapshot);
    void forget_who_hung_up();
    bool is_same(const Snapshot& there);
    bool looks_same(const Snapshot& there) const;
    bool same_contact(const Snapshot& there, ContactId its, ContactId ours) const;
    bool same_queues(const Snapshot& there) const;
    bool same_desk(const Snapshot& there, int its, int ours) const;
    bool same_desk_order(const Snapshot& there) const;
    bool same_transfers(const Snapshot& there) const;
    bool same_pending(const Snapshot& there) const;

    int first_slot(const Gauge& gauge, const Snapshot& snapshot) const;
    GaugeValue value_in(const Gauge& gauge, int slot) const;
    void take(const Snapshot& begin, int last, Increment& into);
    void clear_numbers(const Snapshot& begin, int last);
    int play_branch(int slot, const StaffChange& change);
    void subtract(int from, int to);
    void add(const Increment& increment, double sign);

    const World& world_;
    std::vector<Gauge> gauges_;
    Tally tally_;
    DurationCounts durations_;
    Replication replication_;
    bool idle_order_matters_ = false;
    bool draws_depend_on_staff_ = false;  // of items without end
    bool end_depends_on_staff_ = false;   // callers who hang up to be called back are items with a deadline
    std::vector<Snapshot> kept_;          // by slot
    std::vector<Increment> increments_;   // by slot; the last one's with what comes after it
    int slots_ = 0;                       // that the replication passed
    Snapshot ours_;                       // of a branch: only what describes it
    Increment branch_;
    std::vector<GaugeValue> played_;
    std::vector<GaugeValue> difference_;  // [gauge x slots]
    std::vector<Difference> differences_;
    std::vector<int> touched_from_;  // by gauge
    std::vector<int> touched_to_;
    std::int64_t contacts_ = 0;
    std::int64_t slots_played_ = 0;
};

}  // namespace freiton::simulation::kernel
