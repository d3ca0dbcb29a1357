// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include "freiton/history/forecast_work.hpp"

namespace freiton::history {

inline constexpr Date first_monday{std::chrono::year{2026} / std::chrono::January / 5};

/// Open on weekdays from 08:00 to 18:00, in hours.
inline Setting weekday_office() {
    Setting setting{.interval = Minutes{60}};
    for (std::size_t weekday = 0; weekday < 5; ++weekday)
        setting.open[weekday] = {OpenSpan{Minutes{480}, Minutes{1080}}};
    setting.events = {{"holiday", {}}};
    return setting;
}

/// The course of a day in hours from 08:00; sums to 1.
inline const std::vector<double> usual_course{0.08, 0.12, 0.14, 0.12, 0.08, 0.08, 0.12, 0.12, 0.09, 0.05};

inline HistoryDay spread_day(Date date, double total) {
    HistoryDay day{.date = date};
    day.counts.assign(24, 0.0);
    for (std::size_t hour = 0; hour < usual_course.size(); ++hour) day.counts[8 + hour] = total * usual_course[hour];
    return day;
}

/// The office's open days of so many weeks.
inline std::vector<Date> open_dates(Date first, int weeks) {
    std::vector<Date> dates;
    for (int day = 0; day < 7 * weeks; ++day)
        if (weekday_index(first + std::chrono::days{day}) < 5) dates.push_back(first + std::chrono::days{day});
    return dates;
}

/// Days whose totals are a function of their date, without chance.
inline WorkHistory sure_history(int weeks, const std::function<double(Date)>& total) {
    WorkHistory history{.work = "calls"};
    for (const Date date : open_dates(first_monday, weeks)) history.days.push_back(spread_day(date, total(date)));
    return history;
}

/// What is wanted of the two weeks after so many weeks of history.
inline Wanted two_weeks_after(int weeks) {
    const Date next = first_monday + std::chrono::days{7 * weeks};
    return {.dates = open_dates(next, 2), .ahead = {3, 16}};  // the history ends on a Friday
}

/// Days of a pure week.
inline double of_week(Date date) {
    constexpr std::array<double, 5> week{120, 100, 90, 80, 110};
    return week[weekday_index(date)];
}

/// Of the two weeks after so many weeks of history.
inline WorkForecast forecast_of(const WorkHistory& history, int weeks, const Setting& setting = weekday_office()) {
    return forecast_work(history, setting, two_weeks_after(weeks));
}

/// Chance for tests: every draw is the same on every machine.
class Chance {
  public:
    explicit Chance(unsigned seed) : bits_{seed} {}

    double uniform() { return (static_cast<double>(bits_() >> 11) + 0.5) / 9007199254740992.0; }
    double normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) sum += uniform();
        return sum;
    }
    /// Exact for means up to 50, else by the normal law.
    double poisson(double mean) {
        if (mean > 50.0) return std::max(0.0, std::round(mean + std::sqrt(mean) * normal()));
        double product = uniform();
        double count = 0.0;
        for (const double least = std::exp(-mean); product > least; product *= uniform()) count += 1.0;
        return count;
    }
    double exponential() { return -std::log(uniform()); }
    double factor(double cv) { return std::max(0.0, 1.0 + cv * normal()); }

  private:
    std::mt19937_64 bits_;
};

/// Days of the usual course whose totals and intervals vary.
inline WorkHistory chance_history(int weeks, double total, double day_cv, double interval_cv, unsigned seed) {
    Chance chance{seed};
    WorkHistory history = sure_history(weeks, [&](Date) { return total * chance.factor(day_cv); });
    for (HistoryDay& day : history.days)
        for (double& count : day.counts) count = count > 0.0 ? chance.poisson(count * chance.factor(interval_cv)) : 0.0;
    return history;
}

}  // namespace freiton::history
