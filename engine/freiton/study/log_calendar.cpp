// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/log_calendar.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "freiton/core/problem.hpp"

namespace freiton::study {

namespace {

double sum_of(const ByTime& counts) {
    double sum = 0.0;
    for (const auto& [start, calls] : counts) sum += calls;
    return sum;
}

// Runs of noticeable intervals; a quiet time breaks them unless it is short or hardly anybody would have called in it.
OpenHours opening_hours(const ByTime& counts, Minutes interval, double noticeable) {
    constexpr double part_of_the_day = 0.05;  // of its calls: less is no shift, but somebody who called at night
    constexpr int short_quiet = 2;
    constexpr double surely_noticed = 5.0;  // calls: chance misses them once in 150 times
    const double sum = sum_of(counts);
    if (sum <= 0.0) return {};
    const double threshold = noticeable * sum / static_cast<double>(counts.size());
    const auto called = [](const auto& one) { return one.second > 0.0; };
    const auto first = std::find_if(counts.begin(), counts.end(), called);
    const auto last = std::find_if(counts.rbegin(), counts.rend(), called);
    const double rate = sum / (static_cast<double>((last->first - first->first) / interval) + 1.0);
    const Minutes most_quiet = std::max(short_quiet, static_cast<int>(surely_noticed / rate)) * interval;
    std::vector<std::pair<OpenSpan, double>> runs;
    for (const auto& [start, calls] : counts) {
        if (calls <= 0.0 || calls < threshold || start >= Minutes{1440}) continue;
        if (runs.empty() || start - runs.back().first.to > most_quiet) runs.push_back({{start, start}, 0.0});
        runs.back().first.to = start + interval;
        runs.back().second += calls;
    }
    OpenHours hours;
    for (const auto& [span, calls] : runs)
        if (calls >= part_of_the_day * sum) hours.push_back(span);
    return hours;
}

// How far the rows of one queue and day lie apart: the longest time of which all distances are multiples; 0 if nobody
// can say.
Minutes minutes_between_rows(const CallLog& log) {
    std::vector<std::tuple<std::size_t, Date, Minutes>> starts;
    starts.reserve(log.intervals.size());
    for (const LoggedInterval& row : log.intervals) starts.emplace_back(row.queue, row.date, row.start);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    Minutes apart{0};
    for (auto at = starts.begin(); at != starts.end() && std::next(at) != starts.end(); ++at) {
        const auto& [queue, date, start] = *at;
        const auto& [next_queue, next_date, next_start] = *std::next(at);
        if (queue == next_queue && date == next_date)
            apart = Minutes{std::gcd(apart.count(), (next_start - start).count())};
    }
    if (apart > Minutes{0})
        for (const LoggedInterval& row : log.intervals) apart = Minutes{std::gcd(apart.count(), row.start.count())};
    return apart;
}

}  // namespace

Counts count_calls(const CallLog& log, Minutes interval) {
    Counts counts;
    const auto begin_of = [&](Minutes time) { return time - time % interval; };
    for (const LoggedCall& call : log.calls)
        counts.by_date[call.date][begin_of(Minutes{static_cast<int>(call.arrival_s / 60.0)})] += 1.0;
    for (const LoggedInterval& row : log.intervals) {
        const Minutes start = begin_of(row.start);
        counts.by_date[row.date][start] += row.offered;
        if (!row.handling_s || row.handled() <= 0.0) continue;
        counts.handled[weekday_index(row.date)][start] += row.handled();
        counts.handling_s[weekday_index(row.date)][start] += row.handled() * *row.handling_s;
    }
    for (const auto& [date, by_time] : counts.by_date) {
        const std::size_t weekday = weekday_index(date);
        ++counts.dates[weekday];
        for (const auto& [start, calls] : by_time) counts.by_weekday[weekday][start] += calls;
    }
    return counts;
}

bool any_call(const Counts& counts) {
    return std::any_of(counts.by_weekday.begin(), counts.by_weekday.end(),
                       [](const ByTime& of_day) { return sum_of(of_day) > 0.0; });
}

CalendarParts calendar_of(const Counts& counts, Minutes interval, bool by_interval) {
    const double noticeable = by_interval ? 0.0 : 0.1;  // of the mean of the intervals with calls
    CalendarParts calendar{.first_day = counts.by_date.begin()->first, .interval = interval};
    calendar.days = static_cast<int>((counts.by_date.rbegin()->first - calendar.first_day).count()) + 1;
    for (std::size_t weekday = 0; weekday < 7; ++weekday)
        calendar.open[weekday] = opening_hours(counts.by_weekday[weekday], interval, noticeable);
    for (int day = 0; day < calendar.days; ++day) {
        const Date date = calendar.first_day + std::chrono::days{day};
        const bool open = !calendar.open[weekday_index(date)].empty();
        if (open && !counts.by_date.contains(date)) calendar.holidays.dates.push_back(date);
    }
    return calendar;
}

VolumeFile mean_volumes(const Counts& own, const Counts& all, const CalendarParts& calendar) {
    const auto at = [](const ByTime& values, Minutes start) {
        const auto found = values.find(start);
        return found == values.end() ? 0.0 : found->second;
    };
    VolumeFile file{.path = "volumes.csv"};
    for (const auto& [date, by_time] : all.by_date) {
        const std::size_t weekday = weekday_index(date);
        for (const OpenSpan& span : calendar.open[weekday])
            for (Minutes start = span.from; start < span.to; start += calendar.interval) {
                VolumeRow row{.date = date, .start = start};
                row.arrivals = at(own.by_weekday[weekday], start) / all.dates[weekday];
                const double handled = at(own.handled[weekday], start);
                if (handled > 0.0) {
                    const double mean = at(own.handling_s[weekday], start) / handled;
                    if (mean > 0.0) row.handling_time_s = std::round(mean * 10.0) / 10.0;
                }
                file.rows.push_back(std::move(row));
            }
    }
    return file;
}

Minutes interval_of(const CallLog& log, const std::string& file_name, std::optional<Minutes> wanted) {
    constexpr Minutes usual{30};
    constexpr Minutes shortest{5};
    constexpr Minutes hour{60};
    constexpr std::size_t fewest_rows = 4;  // of fewer nobody can say that none is missing between them
    const Minutes between = log.row_length.value_or(minutes_between_rows(log));
    const auto refuse_rows = [&](Rule rule) { refuse(rule, {file_name, 0}, {std::to_string(between.count())}); };
    const bool sure = log.row_length || log.intervals.size() >= fewest_rows;
    if (wanted) {
        const bool too_fine = between <= hour && between % *wanted == Minutes{0} && between > *wanted;
        if (sure && too_fine) refuse_rows(Rule::log_interval_too_short);
        return *wanted;
    }
    if (between == Minutes{0}) return usual;
    if (between > hour || between < shortest || hour % between != Minutes{0}) refuse_rows(Rule::log_interval_unclear);
    return between;
}

}  // namespace freiton::study
