// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes what happens into the tally. Spans that reach over several slots touch only their first and last cell; what
// lies between goes into arrays of differences that are summed up once at the end of the replication.

#include <vector>

#include "freiton/simulation/kernel/tally.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation::kernel {

class Recorder {
  public:
    Recorder(const World& world, Tally& tally, DurationCounts& durations)
        : world_{world},
          tally_{tally},
          durations_{durations},
          slots_{world.slots.size()},
          across_(static_cast<std::size_t>(world.rows) * (slots_ + 1)),
          at_end_(static_cast<std::size_t>(world.rows) * (slots_ + 1)) {}

    void clear() {
        tally_.clear();
        std::fill(across_.begin(), across_.end(), 0.0);
        std::fill(at_end_.begin(), at_end_.end(), 0.0);
        touched_ = false;
    }

    int cell_of(int slot) const { return world_.slots[static_cast<std::size_t>(slot)].cell; }
    Cell& cell(int row, int slot) { return tally_.at(row, cell_of(slot)); }
    TeamCell& team(int team, int slot) { return tally_.team(team, cell_of(slot)); }
    void overtime(int team, double seconds) { tally_.overtime_s[static_cast<std::size_t>(team)] += seconds; }
    void wait(int row, int slot, double seconds) { durations_.add(row, cell_of(slot), seconds); }
    void contact_came() { ++tally_.contacts; }

    /// Somebody waited from `from` in slot `first` until `to` in slot `last`.
    void waited(int row, bool call, double from, int first, double to, int last) {
        const auto integral = static_cast<std::size_t>(call ? int{call_queue_s} : int{item_waiting_s});
        const double end = slot(last).end;
        if (call && to >= end && from < end) cell(row, last)[call_queue_end] += 1.0;  // and beyond closing time
        if (first == last) {
            const double seconds = inside(last, to) - from;
            if (seconds > 0.0) cell(row, first)[integral] += seconds;
            return;
        }
        if (from < slot(first).end) cell(row, first)[integral] += slot(first).end - from;
        cell(row, last)[integral] += inside(last, to) - slot(last).start;
        const std::size_t begin = static_cast<std::size_t>(row) * (slots_ + 1);
        across_[begin + static_cast<std::size_t>(first) + 1] += 1.0;
        across_[begin + static_cast<std::size_t>(last)] -= 1.0;
        touched_ = true;
        if (!call) return;
        there_from(row, from < slot(first).end ? first : first + 1);  // or has come after closing, with a transfer
        gone_at(row, last);
    }

    /// An item came, or was done: between the two it is there at the end of every slot.
    void there_from(int row, int first) {
        at_end_[static_cast<std::size_t>(row) * (slots_ + 1) + static_cast<std::size_t>(first)] += 1.0;
        touched_ = true;
    }
    void gone_at(int row, int last) {
        at_end_[static_cast<std::size_t>(row) * (slots_ + 1) + static_cast<std::size_t>(last)] -= 1.0;
    }

    /// An agent of this team worked on it. Time after closing is overtime, not part of any interval.
    void worked(int row, bool call, int team_index, double from, int first, double to, int last) {
        const auto add = [&](int s, double seconds) {
            cell(row, s)[static_cast<std::size_t>(call ? int{call_busy_s} : int{item_busy_s})] += seconds;
            TeamCell& team_cell = team(team_index, s);
            (call ? team_cell.busy_calls_s : team_cell.busy_backlog_s) += seconds;
        };
        if (first == last) {
            const double seconds = inside(last, to) - from;
            if (seconds > 0.0) add(first, seconds);
            return;
        }
        if (from < slot(first).end) add(first, slot(first).end - from);
        for (int s = first + 1; s < last; ++s) add(s, world_.slot_length);
        add(last, inside(last, to) - slot(last).start);
    }

    /// Somebody held a conversation beside others: this part of his time was for it, and counts as this as well.
    void conversed(int row, int team_index, double from, int first, double to, int last, double part, int also) {
        for_each_part(from, first, to, last, [&](int s, double seconds) {
            Cell& here = cell(row, s);
            here[call_conversation_s] += seconds;
            here[call_busy_s] += part * seconds;
            if (also != none) here[static_cast<std::size_t>(also)] += part * seconds;
            team(team_index, s).busy_calls_s += part * seconds;
        });
    }

    /// And so much of what he could hold was free.
    void had_room(int team_index, double from, int first, double to, int last, double part) {
        for_each_part(from, first, to, last,
                      [&](int s, double seconds) { team(team_index, s).spare_slots_s += part * seconds; });
    }

    /// Of that time, what came after the caller had gone.
    void wrapped_up(int row, double from, int first, double to, int last) {
        for_each_part(from, first, to, last, [&](int s, double seconds) { cell(row, s)[call_wrap_up_s] += seconds; });
    }

    /// And what somebody spent on the line with a caller for others.
    void held(int row, double from, int first, double to, int last) {
        for_each_part(from, first, to, last, [&](int s, double seconds) { cell(row, s)[call_holding_s] += seconds; });
    }

    /// Sums up the differences.
    void finish() {
        if (!touched_) return;
        for (int row = 0; row < world_.rows; ++row) {
            const WorkKindRecord& work =
                world_.work[static_cast<std::size_t>(world_.row_work[static_cast<std::size_t>(row)])];
            const auto integral = static_cast<std::size_t>(work.call ? int{call_queue_s} : int{item_waiting_s});
            const auto ends = static_cast<std::size_t>(work.call ? int{call_queue_end} : int{item_backlog_end});
            double across = 0.0;
            double waiting = 0.0;
            const std::size_t begin = static_cast<std::size_t>(row) * (slots_ + 1);
            for (std::size_t s = 0; s < slots_; ++s) {
                across += across_[begin + s];
                waiting += at_end_[begin + s];
                Cell& here = cell(row, static_cast<int>(s));
                here[integral] += across * world_.slot_length;
                here[ends] += waiting;
            }
        }
    }

  private:
    const Slot& slot(int index) const { return world_.slots[static_cast<std::size_t>(index)]; }
    // Slots and open seconds of a time that may reach over several: visit(slot, seconds).
    template <class Visit>
    void for_each_part(double from, int first, double to, int last, Visit visit) const {
        for (int s = first; s <= last; ++s) {
            const double begin = s == first ? from : slot(s).start;
            const double end = inside(s, s == last ? to : slot(s).end);
            if (end > begin) visit(s, end - begin);
        }
    }
    double inside(int index, double time) const { return time < slot(index).end ? time : slot(index).end; }

    const World& world_;
    Tally& tally_;
    DurationCounts& durations_;
    std::size_t slots_;
    std::vector<double> across_;  // [row][slot]: who waits through the whole slot, as differences
    std::vector<double> at_end_;  // [row][slot]: who is there at its end, as differences
    bool touched_ = false;
};

}  // namespace freiton::simulation::kernel
