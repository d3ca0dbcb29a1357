// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/branches.hpp"

#include <algorithm>

#include "freiton/simulation/kernel/replication_calling.hpp"
#include "freiton/simulation/kernel/replication_causes.hpp"
#include "freiton/simulation/kernel/replication_chats.hpp"
#include "freiton/simulation/kernel/replication_contacts.hpp"
#include "freiton/simulation/kernel/replication_losses.hpp"
#include "freiton/simulation/kernel/replication_transfers.hpp"

namespace freiton::simulation::kernel {

namespace {

Tally tally_for(const World& world) {
    Tally tally;
    tally.rows = world.rows;
    tally.cells = world.cells;
    tally.cell.resize(static_cast<std::size_t>(world.rows) * static_cast<std::size_t>(world.cells + 1));
    tally.teams = static_cast<int>(world.teams.size());
    tally.team_cell.resize(world.teams.size() * static_cast<std::size_t>(world.cells + 1));
    tally.overtime_s.resize(world.teams.size());
    return tally;
}

DurationCounts counts_nobody_reads(const World& world) {
    DurationCounts counts{.places = 1};
    counts.place_of_cell.resize(static_cast<std::size_t>(world.cells) + 1);
    counts.counts.resize(static_cast<std::size_t>(world.rows) * DurationBins::count);
    return counts;
}

}  // namespace

Branches::Branches(const World& world, std::vector<Gauge> gauges)
    : world_{world},
      gauges_{std::move(gauges)},
      tally_{tally_for(world)},
      durations_{counts_nobody_reads(world)},
      replication_{world, tally_, durations_},
      kept_(world.slots.size() + 1),
      increments_(world.slots.size()),
      played_(gauges_.size() * static_cast<std::size_t>(world.cells)),
      difference_(gauges_.size() * world.slots.size()),
      touched_from_(gauges_.size()),
      touched_to_(gauges_.size()) {
    for (const ClassRecord& cls : world.classes)
        for (std::size_t k = 0; k + 1 < cls.pools.size(); ++k)
            idle_order_matters_ = idle_order_matters_ || cls.pools[k].tier == cls.pools[k + 1].tier;
    for (const WorkKindRecord& work : world.work) draws_depend_on_staff_ = draws_depend_on_staff_ || work.unlimited;
    for (const WorkKindRecord& work : world.work) end_depends_on_staff_ = end_depends_on_staff_ || work.callback;
}

void Branches::play(std::uint64_t seed, std::uint64_t replication) {
    replication_.restart(seed, replication);
    tally_.contacts = 0;
    std::fill(played_.begin(), played_.end(), GaugeValue{});
    for (slots_ = 0; !replication_.ends_before(slots_); ++slots_) {
        const auto s = static_cast<std::size_t>(slots_);
        keep(kept_[s]);
        replication_.pass_slot(slots_);
        if (replication_.ends_before(slots_ + 1))
            replication_.end();
        else
            forget_who_hung_up();
        take(kept_[s], slots_, increments_[s]);
        clear_numbers(kept_[s], slots_);
    }
    contacts_ = tally_.contacts;
    for (int s = 0; s < slots_; ++s) add(increments_[static_cast<std::size_t>(s)], 1.0);
    for (std::size_t g = 0; g < gauges_.size(); ++g)
        for (int s = 0; s < slots_; ++s) {
            GaugeValue& value = difference_[g * world_.slots.size() + static_cast<std::size_t>(s)];
            const int cell = world_.slots[static_cast<std::size_t>(s)].cell;
            if (cell < world_.cells)
                played_[g * static_cast<std::size_t>(world_.cells) + static_cast<std::size_t>(cell)] = value;
            value = {};
        }
}

void Branches::play_only(std::uint64_t seed, std::uint64_t replication) {
    replication_.restart(seed, replication);
    tally_.clear();
    for (slots_ = 0; !replication_.ends_before(slots_); ++slots_) replication_.pass_slot(slots_);
    replication_.end();
    contacts_ = tally_.contacts;
    std::fill(played_.begin(), played_.end(), GaugeValue{});
    for (std::size_t g = 0; g < gauges_.size(); ++g)
        for (int s = world_.first_horizon_slot; s < world_.end_horizon_slot; ++s)
            played_[g * static_cast<std::size_t>(world_.cells) +
                    static_cast<std::size_t>(world_.slots[static_cast<std::size_t>(s)].cell)] = value_in(gauges_[g], s);
    slots_ = 0;
    tally_.clear();
}

const std::vector<Branches::Difference>& Branches::changed(int team, int interval, int by) {
    StaffChange change{team, by, {}};
    for (int s = 0; s < static_cast<int>(world_.slots.size()); ++s)
        if (world_.slots[static_cast<std::size_t>(s)].interval == interval) change.slots.push_back(s);
    std::fill(touched_from_.begin(), touched_from_.end(), static_cast<int>(world_.slots.size()));
    std::fill(touched_to_.begin(), touched_to_.end(), -1);
    int same_until = 0;  // slots before are played
    for (const int slot : change.slots)
        if (slot >= same_until && slot < slots_) same_until = play_branch(slot, change);
    differences_.clear();
    for (std::size_t g = 0; g < gauges_.size(); ++g)
        for (int s = touched_from_[g]; s <= touched_to_[g]; ++s) {
            GaugeValue& value = difference_[g * world_.slots.size() + static_cast<std::size_t>(s)];
            const int cell = world_.slots[static_cast<std::size_t>(s)].cell;
            if (cell < world_.cells && (value.ahead != 0.0 || value.base != 0.0))
                differences_.push_back({static_cast<int>(g), cell, value});
            value = {};
        }
    return differences_;
}

/// From this slot until it is the same as the replication that was played; tells from which slot on.
int Branches::play_branch(int slot, const StaffChange& change) {
    const Snapshot& begin = kept_[static_cast<std::size_t>(slot)];
    restore(begin);
    replication_.change_ = change;
    int s = slot;
    bool same = false;
    for (;;) {
        replication_.pass_slot(s);
        ++slots_played_;
        ++s;
        if (replication_.ends_before(s)) {
            replication_.end();
            break;
        }
        forget_who_hung_up();
        same = s < slots_ && is_same(kept_[static_cast<std::size_t>(s)]);
        if (same) break;
    }
    take(begin, s - 1, branch_);
    clear_numbers(begin, s - 1);
    add(branch_, 1.0);
    const int until = same ? s : slots_;
    for (int k = slot; k < until; ++k) add(increments_[static_cast<std::size_t>(k)], -1.0);
    return same ? s : static_cast<int>(world_.slots.size());
}

/// The first slot whose numbers may change from here on.
int Branches::first_slot(const Gauge& gauge, const Snapshot& snapshot) const {
    if (gauge.team != none) return snapshot.team_from;
    int first = static_cast<int>(world_.slots.size());
    for (const int row : gauge.rows) first = std::min(first, snapshot.from[static_cast<std::size_t>(row)]);
    return first;
}

GaugeValue Branches::value_in(const Gauge& gauge, int slot) const {
    const int cell = world_.slots[static_cast<std::size_t>(slot)].cell;
    GaugeValue value;
    if (cell >= world_.cells) return value;
    if (gauge.team != none) {
        if (!gauge.when.empty() && !gauge.when[static_cast<std::size_t>(cell)]) return value;
        const TeamCell& team = tally_.team(gauge.team, cell);
        value.base = team.on_duty_s;
        value.ahead = gauge.most_occupied * team.on_duty_s - team.busy_calls_s - team.busy_backlog_s;
        return value;
    }
    for (const int row : gauge.rows) {
        const Cell& numbers = tally_.at(row, cell);
        for (std::size_t k = 0; k < numbers.size(); ++k) {
            value.ahead += gauge.ahead[k] * numbers[k];
            value.base += gauge.base[k] * numbers[k];
        }
    }
    return value;
}

/// What was counted since the state was this, up to the last slot.
void Branches::take(const Snapshot& begin, int last, Increment& into) {
    into.from.clear();
    into.begin.clear();
    into.values.clear();
    for (const Gauge& gauge : gauges_) {
        into.from.push_back(first_slot(gauge, begin));
        into.begin.push_back(into.values.size());
        for (int s = into.from.back(); s <= last; ++s) into.values.push_back(value_in(gauge, s));
    }
    into.begin.push_back(into.values.size());
}

void Branches::clear_numbers(const Snapshot& begin, int last) {
    for (const Gauge& gauge : gauges_)
        for (int s = first_slot(gauge, begin); s <= last; ++s) {
            const int cell = world_.slots[static_cast<std::size_t>(s)].cell;
            if (gauge.team != none) tally_.team(gauge.team, cell) = {};
            for (const int row : gauge.rows) tally_.at(row, cell) = {};
        }
}

void Branches::add(const Increment& increment, double sign) {
    for (std::size_t g = 0; g < gauges_.size(); ++g) {
        GaugeValue* value = difference_.data() + g * world_.slots.size() + static_cast<std::size_t>(increment.from[g]);
        for (std::size_t k = increment.begin[g]; k < increment.begin[g + 1]; ++k, ++value) {
            value->ahead += sign * increment.values[k].ahead;
            value->base += sign * increment.values[k].base;
        }
        const int count = static_cast<int>(increment.begin[g + 1] - increment.begin[g]);
        touched_from_[g] = std::min(touched_from_[g], increment.from[g]);
        touched_to_[g] = std::max(touched_to_[g], increment.from[g] + count - 1);
    }
}

}  // namespace freiton::simulation::kernel
