// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/held_against_log.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/simulation/half_width.hpp"

namespace freiton::study {

namespace {

double quotient(double of, double by) { return by > 0.0 ? of / by : CallFigures::none; }

ComparedFigures actual_figures(const LoggedSums& sums, const LoggedWork& logged) {
    namespace kernel = simulation::kernel;
    namespace number = simulation::number;
    const simulation::Numbers& n = sums.numbers;
    ComparedFigures figures;
    figures[Compared::offered] = n[kernel::call_offered];
    figures[Compared::answered] = n[kernel::call_answered];
    figures[Compared::abandoned] = n[kernel::call_abandoned];
    figures[Compared::service_level] = quotient(n[number::in_time], n[number::level_base]);
    figures[Compared::asa_s] = quotient(n[kernel::call_answered_wait], n[kernel::call_answered]);
    figures[Compared::handling_time_s] = quotient(sums.handling_s, sums.handled);
    for (const Compared figure : all_compared)
        if (!is_logged(figure, logged)) figures[figure] = CallFigures::none;
    return figures;
}

void put_prediction(const Measured<CallFigures>& predicted, double open_s, ComparedTime& time) {
    const auto put = [&](Compared figure, double CallFigures::*member) {
        time.predicted[figure] = predicted.*member;
        const Band band = predicted.band(member).value_or(Band{});
        time.low[figure] = band.p05;
        time.high[figure] = band.p95;
    };
    put(Compared::offered, &CallFigures::offered);
    put(Compared::answered, &CallFigures::answered);
    put(Compared::abandoned, &CallFigures::abandoned);
    put(Compared::service_level, &CallFigures::service_level);
    put(Compared::asa_s, &CallFigures::asa_s);
    time.predicted[Compared::handling_time_s] = quotient(predicted.load_erlang * open_s, predicted.offered);
}

bool is_share(Compared figure) { return figure == Compared::service_level; }

// How many calls a figure of that time is about; of counts it is the figure itself that is summed.
double weight_of(Compared figure, const ComparedFigures& figures) {
    switch (figure) {
        case Compared::offered:
        case Compared::answered:
        case Compared::abandoned:
            return 1.0;
        case Compared::asa_s:
            return figures[Compared::answered];
        case Compared::service_level:
        case Compared::handling_time_s:
            break;
    }
    return figures[Compared::offered];
}

bool is_count(Compared figure) {
    return figure == Compared::offered || figure == Compared::answered || figure == Compared::abandoned;
}

bool has_both(Compared figure, const ComparedTime& time) {
    return !std::isnan(time.predicted[figure]) && !std::isnan(time.actual[figure]);
}

// Sum of counts, else the mean over all calls.
double over_all(Compared figure, const std::vector<ComparedTime>& times, ComparedFigures ComparedTime::*side) {
    double sum = 0.0;
    double weights = 0.0;
    for (const ComparedTime& time : times) {
        if (!has_both(figure, time)) continue;
        const double weight = weight_of(figure, time.*side);
        sum += weight * (time.*side)[figure];
        weights += weight;
    }
    return is_count(figure) ? sum : quotient(sum, weights);
}

// Differences and what they are measured by: the value that came, of shares the calls that they are about.
struct Differences {
    double sum = 0.0, of = 0.0, sum2 = 0.0, of2 = 0.0, product = 0.0, absolute = 0.0;
    int times = 0;

    Differences(Compared figure, const std::vector<ComparedTime>& all) {
        for (const ComparedTime& time : all) {
            if (!has_both(figure, time)) continue;
            const double weight = weight_of(figure, time.actual);
            const double off = weight * (time.predicted[figure] - time.actual[figure]);
            const double base = is_share(figure) ? weight : weight * time.actual[figure];
            ++times;
            sum += off;
            of += base;
            sum2 += off * off;
            of2 += base * base;
            product += off * base;
            absolute += std::abs(off);
        }
    }
    double error() const { return quotient(absolute, of); }
    double half_width() const {
        constexpr int fewest = 5;  // of fewer days their spread is hardly known
        if (times < fewest || of <= 0.0) return CallFigures::none;
        return simulation::ratio_estimate(sum, of, sum2, of2, product, times, false).half_width;
    }
};

bool is_near(Compared figure, const ComparedTime& day) {
    constexpr double of_what_came = 0.25;
    constexpr double points = 0.1;
    if (!has_both(figure, day)) return false;
    const double off = std::abs(day.predicted[figure] - day.actual[figure]);
    return off <= (is_share(figure) ? points : of_what_came * day.actual[figure]);
}

BandCount count_inside(Compared figure, const std::vector<ComparedTime>& times) {
    BandCount count;
    for (const ComparedTime& time : times) {
        const auto inside = time.inside(figure);
        if (!inside) continue;
        if (*inside)
            ++count.inside;
        else if (time.actual[figure] < time.low[figure])
            ++count.below;
        else
            ++count.above;
    }
    return count;
}

}  // namespace

bool is_logged(Compared figure, const LoggedWork& logged) {
    switch (figure) {
        case Compared::offered:
            return true;
        case Compared::answered:
        case Compared::abandoned:
            return logged.ends;
        case Compared::service_level:
            return logged.waits && logged.single;
        case Compared::asa_s:
            return logged.waits;
        case Compared::handling_time_s:
            break;
    }
    return logged.handling;
}

std::vector<ComparedTime> compared_intervals(const Scenario& scenario, const Course<CallFigures>& predicted,
                                             const LoggedWork& logged, const std::vector<int>& days) {
    const Calendar& calendar = scenario.calendar();
    std::vector<ComparedTime> times;
    for (const int day : days)
        for (IntervalIndex i{calendar.first_interval(day)}; i < calendar.first_interval(day + 1); ++i) {
            ComparedTime& time = times.emplace_back();
            time.day = day;
            time.interval = i;
            put_prediction(predicted.by_interval[i], calendar.interval_length().count(), time);
            time.actual = actual_figures(logged.intervals[i], logged);
        }
    return times;
}

std::vector<ComparedTime> compared_days(const Scenario& scenario, const Course<CallFigures>& predicted,
                                        const LoggedWork& logged, const std::vector<int>& days) {
    const Calendar& calendar = scenario.calendar();
    std::vector<ComparedTime> times;
    for (const int day : days) {
        LoggedSums sums;
        const std::size_t from = calendar.first_interval(day);
        const std::size_t to = calendar.first_interval(day + 1);
        for (std::size_t i = from; i < to; ++i) sums += logged.intervals[i];
        ComparedTime& time = times.emplace_back();
        time.day = day;
        put_prediction(predicted.by_day[static_cast<std::size_t>(day)],
                       static_cast<double>(to - from) * calendar.interval_length().count(), time);
        time.actual = actual_figures(sums, logged);
    }
    return times;
}

std::vector<ComparedTime> compared_days(const Scenario& scenario, const std::vector<simulation::Numbers>& predicted,
                                        const LoggedWork& logged, const std::vector<int>& days) {
    const Calendar& calendar = scenario.calendar();
    std::vector<ComparedTime> times;
    for (const int day : days) {
        LoggedSums came, played;
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
            came += logged.intervals[i];
            for (std::size_t n = 0; n < played.numbers.size(); ++n) played.numbers[n] += predicted[i][n];
        }
        ComparedTime& time = times.emplace_back();
        time.day = day;
        time.predicted = actual_figures(played, logged);
        time.actual = actual_figures(came, logged);
    }
    return times;
}

FigureFit fit_of(Compared figure, const std::vector<ComparedTime>& intervals, const std::vector<ComparedTime>& days) {
    const Differences by_day{figure, days};
    FigureFit fit{.figure = figure,
                  .predicted = over_all(figure, days, &ComparedTime::predicted),
                  .actual = over_all(figure, days, &ComparedTime::actual)};
    fit.bias = is_share(figure) ? fit.predicted - fit.actual : quotient(fit.predicted - fit.actual, fit.actual);
    fit.bias_half_width = by_day.half_width();
    fit.interval_error = Differences{figure, intervals}.error();
    fit.day_error = by_day.error();
    fit.intervals = count_inside(figure, intervals);
    fit.days = count_inside(figure, days);
    fit.days_near = static_cast<int>(
        std::count_if(days.begin(), days.end(), [&](const ComparedTime& day) { return is_near(figure, day); }));
    return fit;
}

}  // namespace freiton::study
