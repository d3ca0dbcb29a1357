// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>

#include "freiton/model/performance.hpp"
#include "freiton/model/work.hpp"
#include "freiton/simulation/kernel/tally.hpp"

namespace freiton::simulation {

/// What a cell, a day or a horizon contributes to the figures: the tally's numbers, and those that follow from them.
constexpr std::size_t numbers = kernel::cell_numbers + 5;
using Numbers = std::array<double, numbers>;

namespace number {
// of calls; the first are the tally's
constexpr std::size_t queue_s = kernel::call_queue_s, busy_s = kernel::call_busy_s, queue_end = kernel::call_queue_end;
constexpr std::size_t in_time = kernel::call_in_time;     // by the counting rule
constexpr std::size_t level_base = kernel::cell_numbers;  // of the service level, by the counting rule
constexpr std::size_t admitted = level_base + 1;
constexpr std::size_t counted = level_base + 2;            // offered, less who hung up so early that it does not count
constexpr std::size_t abandoned_counted = level_base + 3;  // of those
constexpr std::size_t waited_counted = level_base + 4;
}  // namespace number

/// A figure that is the sum of one number divided by the sum of another, over replications.
template <class Figures>
struct RatioFigure {
    double Figures::*member;
    std::size_t numerator;
    std::size_t denominator;
    double scale = 1.0;
    bool share = false;  // between 0 and 1, so that a rule for "never seen" applies
};

/// A figure that is a mean over replications.
template <class Figures>
struct MeanFigure {
    double Figures::*member;
    std::size_t number;
    double scale = 1.0;
    bool per_open_time = false;  // divided by the open time
};

constexpr std::array<RatioFigure<CallFigures>, 9> call_ratios = {{
    {&CallFigures::service_level, number::in_time, number::level_base, 1.0, true},
    {&CallFigures::reachability, kernel::call_answered, number::counted, 1.0, true},
    {&CallFigures::asa_s, kernel::call_answered_wait, kernel::call_answered},
    {&CallFigures::wait_all_s, kernel::call_admitted_wait, number::admitted},
    {&CallFigures::wait_probability, number::waited_counted, number::counted, 1.0, true},
    {&CallFigures::abandoned_share, number::abandoned_counted, number::counted, 1.0, true},
    {&CallFigures::blocked_share, kernel::call_blocked, number::counted, 1.0, true},
    {&CallFigures::away_share, kernel::call_away, kernel::call_answered, 1.0, true},
    {&CallFigures::called_back_share, kernel::call_called_back, kernel::call_callbacks, 1.0, true},
}};

constexpr std::array<MeanFigure<CallFigures>, 17> call_means = {{
    {&CallFigures::offered, kernel::call_offered},
    {&CallFigures::answered, kernel::call_answered},
    {&CallFigures::abandoned, kernel::call_abandoned},
    {&CallFigures::blocked, kernel::call_blocked},
    {&CallFigures::queue_mean, number::queue_s, 1.0, true},
    {&CallFigures::queue_at_end, number::queue_end},
    {&CallFigures::busy_mean, number::busy_s, 1.0, true},
    {&CallFigures::customers_offered, kernel::call_customers},
    {&CallFigures::customers_answered, kernel::call_customers_answered},
    {&CallFigures::lost_later, kernel::call_lost_later},
    {&CallFigures::short_abandoned, kernel::call_short},
    {&CallFigures::wrap_up_mean, kernel::call_wrap_up_s, 1.0, true},
    {&CallFigures::caused, kernel::call_caused},
    {&CallFigures::callbacks, kernel::call_callbacks},
    {&CallFigures::callbacks_reached, kernel::call_callbacks_reached},
    {&CallFigures::conversations_mean, kernel::call_conversation_s, 1.0, true},
    {&CallFigures::holding_mean, kernel::call_holding_s, 1.0, true},
}};

constexpr double per_hour = 1.0 / 3600.0;

constexpr std::array<RatioFigure<BacklogFigures>, 5> backlog_ratios = {{
    {&BacklogFigures::done_in_time_share, kernel::item_in_time, kernel::item_offered, 1.0, true},
    {&BacklogFigures::turnaround_mean_h, kernel::item_turnaround_s, kernel::item_done, per_hour},
    {&BacklogFigures::away_share, kernel::item_away, kernel::item_done, 1.0, true},
    {&BacklogFigures::tried_in_time_share, kernel::item_tried_in_time, kernel::item_offered, 1.0, true},
    {&BacklogFigures::reached_in_time_share, kernel::item_reached_in_time, kernel::item_offered, 1.0, true},
}};

constexpr std::array<MeanFigure<BacklogFigures>, 13> backlog_means = {{
    {&BacklogFigures::offered, kernel::item_offered},
    {&BacklogFigures::done, kernel::item_done},
    {&BacklogFigures::done_in_time, kernel::item_in_time},
    {&BacklogFigures::completed, kernel::item_completed},
    {&BacklogFigures::waiting_mean, kernel::item_waiting_s, 1.0, true},
    {&BacklogFigures::busy_mean, kernel::item_busy_s, 1.0, true},
    {&BacklogFigures::backlog_at_end, kernel::item_backlog_end},
    {&BacklogFigures::oldest_max_h, kernel::item_oldest_s, per_hour},
    {&BacklogFigures::caused, kernel::item_caused},
    {&BacklogFigures::tried, kernel::item_tried},
    {&BacklogFigures::reached, kernel::item_reached},
    {&BacklogFigures::attempts, kernel::item_attempts},
    {&BacklogFigures::due, kernel::item_due},
}};

/// Sums of seconds: who is busy all the time may come out a rounding above 1. NaN where nobody is on duty.
inline double occupancy(double busy_s, double on_duty_s) {
    return on_duty_s > 0.0 ? std::min(1.0, busy_s / on_duty_s) : CallFigures::none;
}

/// Adds a later cell to an earlier one: sums; of stocks at the end the later; of ages the greatest.
void add_cell(Numbers& sum, const kernel::Cell& cell, bool call, bool later);

/// Fills in the numbers that follow from others, by the counting rule of the promise.
void complete_numbers(Numbers& numbers, bool call, Counting counting);

}  // namespace freiton::simulation
