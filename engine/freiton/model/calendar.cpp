// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/calendar.hpp"

#include <algorithm>
#include <utility>

#include "freiton/core/time_zone.hpp"

namespace freiton {

namespace {

const OpenHours& hours_of(const CalendarParts& parts, int day) {
    static const OpenHours closed;
    const Date date = parts.first_day + std::chrono::days{day};
    return parts.holidays.has(date) ? closed : parts.open[weekday_index(date)];
}

void check_hours(const OpenHours& hours, Minutes interval, const std::string& key, Problems& problems) {
    const auto complain = [&](Rule rule, const OpenSpan& span, std::string argument) {
        problems.push_back(Problem{rule}.on(key).got(span_text(span)).with({std::move(argument)}));
    };
    for (std::size_t i = 0; i < hours.size(); ++i) {
        if (hours[i].from % interval != Minutes{0} || hours[i].to % interval != Minutes{0})
            complain(Rule::hours_must_fit_interval, hours[i], std::to_string(interval.count()) + " min");
        if (i > 0 && hours[i].from < hours[i - 1].to) complain(Rule::hours_overlap, hours[i], span_text(hours[i - 1]));
    }
}

bool has_open_day(const CalendarParts& parts) {
    for (int day = 0; day < parts.days; ++day)
        if (!hours_of(parts, day).empty()) return true;
    return false;
}

}  // namespace

std::string span_text(const OpenSpan& span) { return clock_text(span.from) + "-" + clock_text(span.to); }

void check_week(const OpenWeek& week, Minutes interval, const std::string& key, Problems& problems) {
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        const bool repeated = weekday > 0 && week[weekday] == week[weekday - 1];
        if (repeated) continue;  // "08:10-18:00" for mon-fri is one mistake, not five
        check_hours(week[weekday], interval, key + "." + std::string{weekday_names[weekday]}, problems);
    }
}

void Calendar::check(const CalendarParts& parts, Problems& problems) {
    if (parts.time_zone && !is_time_zone(*parts.time_zone)) {
        problems.push_back(Problem{Rule::time_zone_unknown}.on("calendar.time_zone").got(*parts.time_zone));
        return;
    }
    if (Minutes{60} % parts.interval != Minutes{0}) {
        problems.push_back(Problem{Rule::interval_must_divide_hour}
                               .on("calendar.interval")
                               .got(std::to_string(parts.interval.count()) + " min"));
        return;
    }
    check_week(parts.open, parts.interval, "calendar.open", problems);
    if (!has_open_day(parts)) problems.push_back(Problem{Rule::no_open_interval}.on("calendar"));
}

Calendar::Calendar(CalendarParts parts) : parts_{std::move(parts)} {
    Problems problems;
    check(parts_, problems);
    EXPECTS(problems.empty());
    for (int day = 0; day < parts_.days; ++day) {
        first_interval_.push_back(intervals_.size());
        if (parts_.time_zone)
            add_zoned_day(day);
        else
            add_plain_day(day);
    }
    first_interval_.push_back(intervals_.size());
}

void Calendar::add_plain_day(int day) {
    int index_in_day = 0;
    for (const OpenSpan& span : hours_of(parts_, day))
        for (Minutes start = span.from; start < span.to; start += parts_.interval)
            intervals_.push_back({day, index_in_day++, start, std::chrono::days{day} + start});
}

void Calendar::add_zoned_day(int day) {
    const OpenHours& hours = hours_of(parts_, day);
    if (hours.empty()) return;
    const Seconds begin = local_day(*parts_.time_zone, parts_.first_day, parts_.interval).front().real_time;
    for (const auto& [wall, real_time] : local_day(*parts_.time_zone, date(day), parts_.interval)) {
        int before = 0;  // intervals of the earlier spans
        for (const OpenSpan& span : hours) {
            if (span.from <= wall && wall < span.to) {
                const int index = before + static_cast<int>((wall - span.from) / parts_.interval);
                intervals_.push_back({day, index, wall, real_time - begin});
            }
            before += static_cast<int>((span.to - span.from) / parts_.interval);
        }
    }
}

std::vector<Calendar::DayStep> Calendar::steps(int day) const {
    std::vector<DayStep> steps;
    if (!parts_.time_zone) {
        for (Minutes start{0}; start < std::chrono::days{1}; start += parts_.interval)
            steps.push_back({start, std::chrono::days{day} + start});
        return steps;
    }
    const Seconds begin = local_day(*parts_.time_zone, parts_.first_day, parts_.interval).front().real_time;
    for (const auto& [wall, real_time] : local_day(*parts_.time_zone, date(day), parts_.interval))
        steps.push_back({wall, real_time - begin});
    return steps;
}

Calendar::Opening Calendar::opening_at(Seconds since_start) const {
    const auto next = std::partition_point(intervals_.begin(), intervals_.end(), [&](const Interval& interval) {
        return interval.since_start + interval_length() <= since_start;
    });
    if (next == intervals_.end()) return {parts_.repeats ? std::optional{IntervalIndex{0}} : std::nullopt, false};
    return {IntervalIndex{static_cast<std::size_t>(next - intervals_.begin())}, next->since_start <= since_start};
}

Seconds Calendar::length() const {
    const DayStep last = steps(days() - 1).back();
    return last.since_start + interval_length();
}

int Calendar::open_days() const {
    int open = 0;
    for (int day = 0; day < parts_.days; ++day) open += is_open(day) ? 1 : 0;
    return open;
}

std::optional<IntervalIndex> Calendar::interval_at(Date date, Minutes start) const {
    const auto day = (date - parts_.first_day).count();
    if (day < 0 || day >= parts_.days) return std::nullopt;
    const auto from = intervals_.begin() + static_cast<std::ptrdiff_t>(first_interval(static_cast<int>(day)));
    const auto to = intervals_.begin() + static_cast<std::ptrdiff_t>(first_interval(static_cast<int>(day) + 1));
    // Sorted, but for the hour that is there twice when clocks go back.
    const auto found = std::find_if(from, to, [&](const Interval& interval) { return interval.start == start; });
    if (found == to) return std::nullopt;
    return IntervalIndex{static_cast<std::size_t>(found - intervals_.begin())};
}

std::optional<IntervalIndex> Calendar::interval_again(IntervalIndex interval) const {
    const Interval& first = intervals_[interval];
    for (IntervalIndex i{interval + 1}; i < first_interval(first.day + 1); ++i)
        if (intervals_[i].start == first.start) return i;
    return std::nullopt;
}

std::string Calendar::start_text(IntervalIndex interval) const {
    return local_time_text(date(intervals_[interval].day), intervals_[interval].start);
}

std::string Calendar::end_text(IntervalIndex interval) const {
    return local_time_text(date(intervals_[interval].day), intervals_[interval].start + parts_.interval);
}

int Calendar::open_days_a_week() const {
    return static_cast<int>(
        std::count_if(parts_.open.begin(), parts_.open.end(), [](const OpenHours& hours) { return !hours.empty(); }));
}

Hours Calendar::hours_per_fte() const {
    return parts_.contract_week * open_days() / static_cast<double>(open_days_a_week());
}

std::optional<Seconds> WallClock::moment(Date date, Minutes time) {
    const auto day = (date - calendar_.date(0)).count();
    if (day < 0 || day >= calendar_.days()) return std::nullopt;
    if (date_ != date) steps_ = calendar_.steps(static_cast<int>(day));
    date_ = date;
    Seconds moment{0.0};
    for (const Calendar::DayStep& step : steps_) {
        if (step.start > time) break;
        moment = step.since_start + (time - step.start);
        if (step.start + calendar_.parts().interval > time) break;  // where clocks go back it comes again
    }
    return moment;
}

}  // namespace freiton
