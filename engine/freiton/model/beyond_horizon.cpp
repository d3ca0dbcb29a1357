// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/beyond_horizon.hpp"

#include <algorithm>
#include <cmath>

namespace freiton {

namespace {

Seconds open_time(const Calendar& calendar, int day) {
    return static_cast<double>(calendar.first_interval(day + 1) - calendar.first_interval(day)) *
           calendar.interval_length();
}

int days_needed(const Calendar& calendar, const Deadline& within) {
    if (within.clock == Clock::working_days) return 1 + within.working_days;
    Seconds day = within.clock == Clock::wall ? std::chrono::days{1} : open_time(calendar, last_open_day(calendar));
    if (calendar.parts().repeats && within.clock == Clock::opening_hours)
        for (int one = 0; one < calendar.days(); ++one)
            if (calendar.is_open(one)) day = std::min(day, open_time(calendar, one));
    return 1 + static_cast<int>(std::ceil(within.time / day));
}

}  // namespace

int first_open_day(const Calendar& calendar) {
    int day = 0;
    while (!calendar.is_open(day)) ++day;
    return day;
}

int last_open_day(const Calendar& calendar) {
    int day = calendar.days() - 1;
    while (!calendar.is_open(day)) --day;
    return day;
}

Seconds until_repeated(const Calendar& calendar) {
    const int day = last_open_day(calendar);
    const Interval& first = calendar.intervals()[calendar.first_interval(day)];
    const Interval& last = calendar.intervals()[calendar.first_interval(day + 1) - 1];
    return std::max<Seconds>(std::chrono::days{1}, last.since_start + calendar.interval_length() - first.since_start);
}

Seconds closed_before(const Calendar& calendar) {
    const CalendarParts& parts = calendar.parts();
    constexpr int most_days = 366;
    for (int back = 1; back <= most_days; ++back) {
        const Date date = parts.first_day - std::chrono::days{back};
        const OpenHours& hours = parts.open[weekday_index(date)];
        if (!parts.holidays.has(date) && !hours.empty()) return std::chrono::days{back} - Seconds{hours.back().to};
    }
    return std::chrono::days{most_days};
}

bool never_closes(const Calendar& calendar) {
    const Seconds last_end = calendar.intervals().back().since_start + calendar.interval_length();
    return calendar.length() - last_end + calendar.intervals().front().since_start <= Seconds{0.0};
}

int warm_up_days(const Scenario& scenario) {
    const int stated = scenario.parts().simulation.warm_up_days;
    const Calendar& calendar = scenario.calendar();
    if (!calendar.parts().repeats) return stated;
    constexpr int horizons = 4;
    const bool has_post = std::any_of(scenario.work().begin(), scenario.work().end(),
                                      [](const Work& work) { return !work.answered_now() || work.callback; });
    return has_post || never_closes(calendar) ? std::max(stated, horizons * calendar.days()) : stated;
}

int days_until_all_is_due(const Scenario& scenario) {
    int days = 0;
    for (const Work& work : scenario.work()) {
        if (work.callback) days = std::max(days, days_needed(scenario.calendar(), work.callback->within));
        if (work.answered_now()) continue;
        days = std::max(days, work.backlog_target ? days_needed(scenario.calendar(), work.backlog_target->within) : 1);
    }
    return days;
}

}  // namespace freiton
