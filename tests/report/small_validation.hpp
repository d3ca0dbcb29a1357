// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/validation.hpp"
#include "report/small_plan.hpp"

namespace freiton::test {

inline FigureFit small_fit(Compared figure, double predicted, double actual, double bias) {
    FigureFit fit{.figure = figure, .predicted = predicted, .actual = actual, .bias = bias, .bias_half_width = 0.01};
    fit.interval_error = 0.125;
    fit.day_error = 0.0625;
    fit.intervals = {.inside = 90, .below = 4, .above = 6};
    fit.days = {.inside = 9, .below = 0, .above = 1};
    fit.days_near = 8;
    return fit;
}

inline ComparedTime small_time(int day, std::optional<IntervalIndex> interval) {
    ComparedTime time{.day = day, .interval = interval};
    time.predicted[Compared::offered] = 10.0;
    time.actual[Compared::offered] = 12.0;
    time.predicted[Compared::answered] = 9.0;
    time.actual[Compared::answered] = 8.0;
    time.predicted[Compared::service_level] = 0.75;
    time.low[Compared::service_level] = 0.5;
    time.high[Compared::service_level] = 0.875;
    time.actual[Compared::service_level] = 0.25;
    time.predicted[Compared::asa_s] = 20.0;
    time.low[Compared::asa_s] = 10.0;
    time.high[Compared::asa_s] = 30.0;
    time.actual[Compared::asa_s] = 25.0;
    return time;
}

/// One hour of sales that was predicted 10 points too good, with volumes as predicted and handling times 20 % too
/// short, which explain 8 of the 10 points.
inline Validation small_validation() {
    Validation validation{.scenario = Scenario{one_hour_of_sales()}, .predicted = small_plan()};
    validation.predicted.performance.replications = 400;
    validation.days = {0};
    WorkValidation work{.work = WorkIndex{0}, .queue = "Hotline"};
    work.intervals = {small_time(0, IntervalIndex{0}), small_time(0, IntervalIndex{1})};
    work.days = {small_time(0, std::nullopt)};
    work.fits = {small_fit(Compared::offered, 1000.0, 990.0, 0.0101),
                 small_fit(Compared::answered, 900.0, 800.0, 0.125), small_fit(Compared::service_level, 0.8, 0.7, 0.1),
                 small_fit(Compared::asa_s, 20.0, 25.0, -0.2),
                 small_fit(Compared::handling_time_s, 200.0, 250.0, -0.2)};
    work.not_in_log = {Compared::abandoned};
    work.handling_replaced = true;
    work.causes = {{.figure = Compared::service_level,
                    .bias = {.whole = 0.1, .volume = 0.01, .handling_time = 0.08},
                    .day_error = {.whole = 0.1, .volume = 0.01, .handling_time = 0.07}},
                   {.figure = Compared::asa_s,
                    .bias = {.whole = -0.2, .volume = 0.0, .handling_time = -0.15},
                    .day_error = {.whole = 0.2, .volume = 0.0, .handling_time = 0.1}}};
    validation.work = {std::move(work)};
    return validation;
}

}  // namespace freiton::test
