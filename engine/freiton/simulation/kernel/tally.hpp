// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one replication counts. Cells are rows (work by site) times intervals, each with a few numbers, those that every
// contact changes in the first two cache lines; a contact belongs to the interval of its arrival, an integral over time
// to the interval in which it was spent.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace freiton::simulation::kernel {

/// Numbers of a cell of calls.
enum CallCount : int {
    call_offered,
    call_answered,
    call_abandoned,
    call_blocked,
    call_in_time,  // answered within the threshold
    call_early,    // gave up within the threshold
    call_waited,
    call_away,           // answered by another site
    call_answered_wait,  // seconds
    call_admitted_wait,
    call_queue_s,
    call_busy_s,
    call_queue_end,
    call_customers,
    call_customers_answered,
    call_lost_later,      // handed back after an answer, then lost
    call_short,           // gave up so early that it does not count
    call_wrap_up_s,       // part of call_busy_s
    call_caused,          // of the offered, by other contacts
    call_conversation_s,  // of chats: time of each, however many somebody held
    call_callbacks,       // hung up to be called back
    call_called_back,     // of those, in time
    call_callbacks_reached,
    call_holding_s,  // part of call_busy_s: with callers whom somebody else will answer
};

/// Numbers of a cell of backlog.
enum BacklogCount : int {
    item_offered,
    item_done,
    item_in_time,
    item_away,
    item_turnaround_s,
    item_completed,  // finished in this interval
    item_waiting_s,
    item_busy_s,
    item_backlog_end,
    item_oldest_s,  // the greatest, not a sum
    item_caused,
    item_tried,  // of call lists
    item_tried_in_time,
    item_reached,
    item_reached_in_time,
    item_attempts,
    item_due,  // promised for this interval, whenever they came
};

constexpr int cell_numbers = 24;  // three cache lines
using Cell = std::array<double, cell_numbers>;

/// Team by interval.
struct TeamCell {
    double busy_calls_s = 0.0;
    double busy_backlog_s = 0.0;
    double on_duty_s = 0.0;
    double spare_slots_s = 0.0;  // of those who chat: what they could hold beside, as a share of all they could
};

/// Durations sorted into bins of at most 6.25 % of their value, from a sixteenth of a second to 48 days: the exponent
/// and four bits of the fraction. Zero is not binned; it is what remains.
struct DurationBins {
    static constexpr int lowest_exponent = 1019;  // 2^-4
    static constexpr int octaves = 26;
    static constexpr int count = octaves * 16;

    static int bin(double seconds) {
        const auto top = static_cast<int>(std::bit_cast<std::uint64_t>(seconds) >> 48) - (lowest_exponent << 4);
        return std::clamp(top, 0, count - 1);
    }
    static double lower_edge(int bin) {
        if (bin == 0) return 0.0;
        const std::uint64_t top = static_cast<std::uint64_t>(bin) + (std::uint64_t{lowest_exponent} << 4);
        return std::bit_cast<double>(top << 48);
    }
};

/// Counts of waits by row and by interval, day, or for the whole horizon, as memory allows.
struct DurationCounts {
    int places = 0;                       // places in a row, and one more for what lies outside the horizon
    std::vector<int> place_of_cell{};     // cell -> place
    std::vector<std::uint32_t> counts{};  // [row][place][bin]

    void add(int row, int cell, double seconds) {
        const auto at = (static_cast<std::size_t>(row) * static_cast<std::size_t>(places) +
                         static_cast<std::size_t>(place_of_cell[static_cast<std::size_t>(cell)])) *
                            DurationBins::count +
                        static_cast<std::size_t>(DurationBins::bin(seconds));
        ++counts[at];
    }
};

/// One replication's counts.
struct Tally {
    int rows = 0;
    int cells = 0;  // and one more for what lies outside the horizon
    std::vector<Cell> cell{};
    int teams = 0;
    std::vector<TeamCell> team_cell{};
    std::vector<double> overtime_s{};  // by team
    std::int64_t contacts = 0;         // that came in, warm-up included

    Cell& at(int row, int interval) {
        return cell[static_cast<std::size_t>(row) * static_cast<std::size_t>(cells + 1) +
                    static_cast<std::size_t>(interval)];
    }
    const Cell& at(int row, int interval) const {
        return cell[static_cast<std::size_t>(row) * static_cast<std::size_t>(cells + 1) +
                    static_cast<std::size_t>(interval)];
    }
    TeamCell& team(int team, int interval) {
        return team_cell[static_cast<std::size_t>(team) * static_cast<std::size_t>(cells + 1) +
                         static_cast<std::size_t>(interval)];
    }
    const TeamCell& team(int team, int interval) const {
        return team_cell[static_cast<std::size_t>(team) * static_cast<std::size_t>(cells + 1) +
                         static_cast<std::size_t>(interval)];
    }

    void clear() {
        std::fill(cell.begin(), cell.end(), Cell{});
        std::fill(team_cell.begin(), team_cell.end(), TeamCell{});
        std::fill(overtime_s.begin(), overtime_s.end(), 0.0);
        contacts = 0;
    }
};

}  // namespace freiton::simulation::kernel
