// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/report/picture_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

// Intervals since midnight by the time that passes: where clocks go back, an hour does not stand on the one before.
Stretch intervals_of_day(const ReportContext& c, int day) {
    const Calendar& calendar = c.calendar();
    Stretch stretch{.title = day_text(calendar.date(day), c.language)};
    const Interval& first = calendar.intervals()[calendar.first_interval(day)];
    for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
        const Interval& interval = calendar.intervals()[i];
        const Seconds since_midnight = Seconds{first.start} + (interval.since_start - first.since_start);
        const std::string start = clock_text(interval.start);
        stretch.points.push_back({since_midnight / calendar.interval_length(), start, start});
    }
    return stretch;
}

std::string month_text(Date date) { return date_text(date).substr(0, 7); }

}  // namespace

std::vector<Minutes> times_of_day(const Calendar& calendar) {
    std::vector<Minutes> starts;
    for (const Interval& interval : calendar.intervals()) starts.push_back(interval.start);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

Timeline timeline_of(const ReportContext& c) {
    Timeline timeline{.calendar = c.calendar(), .by_day = c.calendar().open_days() > most_interval_days};
    for (int day = 0; day < c.calendar().days(); ++day) {
        if (!c.calendar().is_open(day)) continue;
        if (!timeline.by_day) {
            timeline.stretches.push_back(intervals_of_day(c, day));
            continue;
        }
        const Date date = c.calendar().date(day);
        if (timeline.stretches.empty() || timeline.stretches.back().title != month_text(date))
            timeline.stretches.push_back({.title = month_text(date)});
        const auto day_of_month = static_cast<unsigned>(std::chrono::year_month_day{date}.day());
        timeline.stretches.back().points.push_back(
            {day_of_month - 1.0, day_text(date, c.language), std::to_string(day_of_month)});
    }
    return timeline;
}

std::vector<double> mean_over(const Timeline& timeline, const std::vector<double>& by_interval) {
    if (!timeline.by_day) return by_interval;
    std::vector<double> means;
    for (int day = 0; day < timeline.calendar.days(); ++day) {
        if (!timeline.calendar.is_open(day)) continue;
        double sum = 0.0;
        for (std::size_t i = timeline.calendar.first_interval(day); i < timeline.calendar.first_interval(day + 1); ++i)
            sum += std::isnan(by_interval[i]) ? 0.0 : by_interval[i];
        means.push_back(sum / static_cast<double>(timeline.calendar.first_interval(day + 1) -
                                                  timeline.calendar.first_interval(day)));
    }
    return means;
}

}  // namespace freiton::report
