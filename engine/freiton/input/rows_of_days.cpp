// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/rows_of_days.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "freiton/core/text.hpp"

namespace freiton::input {

void RowsOfDays::settle(std::vector<ReadInterval>& rows) {
    find_sums(rows);
    leave_out_timeless();
    settle_days(rows);
}

void RowsOfDays::find_sums(const std::vector<ReadInterval>& rows) {
    if (timeless_.empty() && days_.empty()) return;
    for (const ReadInterval& one : rows) {
        Sum& sum = of_days_[one.counts.date];
        sum.offered += one.counts.offered;
        ++sum.rows;
        of_queues_[{one.counts.date, queues_.name(one.counts.queue)}] += one.counts.offered;
    }
}

// Whether it counts what the intervals of its day count, or those of its queue.
bool RowsOfDays::is_sum_of(std::size_t row, Date day, double count) const {
    constexpr double rounding = 1e-6;
    const auto is = [&](double sum) { return sum > 0.0 && std::abs(count - sum) <= rounding * sum; };
    const auto of_day = of_days_.find(day);
    const auto of_queue = of_queues_.find({day, table_.cell(row, LogColumn::queue)});
    return (of_day != of_days_.end() && is(of_day->second.offered)) ||
           (of_queue != of_queues_.end() && is(of_queue->second));
}

// Rows of a day without a time are its sums where they count what its intervals count.
void RowsOfDays::leave_out_timeless() {
    std::vector<int> sums;
    for (const auto& [row, day, offered] : timeless_) {
        if (table_.has(LogColumn::date) && day && is_sum_of(row, *day, offered.value_or(-1.0)))
            sums.push_back(table_.sheet().number(row));
        else
            cells_.complain(row, when_, Rule::time_expected);
    }
    if (!sums.empty()) table_.notes().push_back({LogNoteKind::totals, {lines_text(sums)}});
}

// Rows with a date alone: all of them, those of some days, or sums of days; among intervals that run up to midnight
// or on from it they are midnight, as spreadsheets show it.
void RowsOfDays::settle_days(std::vector<ReadInterval>& rows) {
    constexpr Minutes hour{60};
    constexpr Minutes day{1440};
    const bool round_the_clock = std::any_of(rows.begin(), rows.end(), [&](const ReadInterval& one) {
        return one.counts.start < hour || one.counts.start >= day - hour;
    });
    std::vector<int> sums;
    std::vector<ReadInterval> kept;
    for (const ReadInterval& one : days_) {
        const auto same_day = of_days_.find(one.counts.date);
        const bool timed = same_day != of_days_.end();
        const auto below = std::upper_bound(rows.begin(), rows.end(), one.row,
                                            [](std::size_t row, const ReadInterval& other) { return row < other.row; });
        const bool above_times = below != rows.end() && below->row == one.row + 1 && !table_.has(LogColumn::date);
        if (timed && (same_day->second.rows > 1 || above_times) &&
            is_sum_of(one.row, one.counts.date, one.counts.offered)) {
            sums.push_back(table_.sheet().number(one.row));
        } else if (round_the_clock) {
            kept.push_back(one);
        } else if (timed) {
            cells_.complain(one.row, when_, Rule::time_expected);
        } else if (!options_.open) {
            ask_for_time_of_day(cells_, one.row, when_);
            break;
        } else {
            spread_.insert(one.counts.date);
            kept.push_back(one);
        }
    }
    if (!spread_.empty()) step_ = step_of(rows);
    rows.insert(rows.end(), kept.begin(), kept.end());
    if (!sums.empty()) table_.notes().push_back({LogNoteKind::totals, {lines_text(sums)}});
}

// Days are spread by the step of the others.
Minutes RowsOfDays::step_of(const std::vector<ReadInterval>& rows) const {
    constexpr int half_hour = 30;
    int step = 0;
    for (const ReadInterval& one : rows) step = std::gcd(step, static_cast<int>(one.counts.start.count()));
    const bool usual = step > 0 && 60 % step == 0 && (options_.open->to - options_.open->from).count() % step == 0;
    return Minutes{usual ? step : half_hour};
}

// Evenly over the hours that were stated.
void RowsOfDays::spread(std::vector<LoggedInterval>& intervals) const {
    if (spread_.empty()) return;
    const auto parts = static_cast<double>((options_.open->to - options_.open->from) / step_);
    const auto part_of = [&](std::optional<double> count) {
        return count ? std::optional{*count / parts} : std::nullopt;
    };
    std::vector<LoggedInterval> read;
    read.swap(intervals);
    for (LoggedInterval day : read) {
        if (!spread_.contains(day.date)) {
            intervals.push_back(day);
            continue;
        }
        day.offered /= parts;
        day.answered = part_of(day.answered);
        day.abandoned = part_of(day.abandoned);
        for (day.start = options_.open->from; day.start + step_ <= options_.open->to; day.start += step_)
            intervals.push_back(day);
    }
    table_.notes().push_back({LogNoteKind::days_spread});
}

}  // namespace freiton::input
