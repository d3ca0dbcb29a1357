// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/calibration.hpp"
#include "report/small_plan.hpp"

namespace freiton::test {

inline PatienceCandidate small_law(const DurationLaw& law, double log_likelihood, int parameters) {
    PatienceCandidate one{.law = law, .balk = 0.05, .log_likelihood = log_likelihood, .parameters = parameters};
    one.curve = {0.95, 0.5, 0.25};
    return one;
}

inline FittedValue small_value(Fitted what, FittedFrom from, double stated, double value, double error) {
    return {.what = what, .from = from, .stated = stated, .value = value, .standard_error = error};
}

/// One hour of sales: a lognormal patience that is clearly better than the others, 5 % who hang up at once, 75 s of
/// wrap-up that may be time away, and an hour that is five times its noise off.
inline Calibration small_calibration() {
    ScenarioParts parts = one_hour_of_sales();
    parts.work[0].patience = DurationLaw{.law = Law::lognormal, .mean = Seconds{150.0}, .cv = 1.5};
    parts.work[0].balk = Share{0.05};
    parts.work[0].arrivals.day_cv = 0.12;
    parts.work[0].handling_time = DurationLaw{.mean = Seconds{165.0}};
    parts.work[0].wrap_up = DurationLaw{.mean = Seconds{75.0}};
    Calibration calibration{.scenario = Scenario{std::move(parts)}};
    calibration.days = {0};
    calibration.replications = 100;
    WorkCalibration work{.work = WorkIndex{0}, .queue = "Hotline"};
    work.values = {small_value(Fitted::patience_mean, FittedFrom::waits, 120.0, 150.25, 6.5),
                   small_value(Fitted::patience_cv, FittedFrom::waits, 1.0, 1.5, 0.125),
                   small_value(Fitted::balk, FittedFrom::waits, 0.0, 0.05, 0.004),
                   small_value(Fitted::day_cv, FittedFrom::days, 0.0, 0.12, 0.02),
                   small_value(Fitted::talk, FittedFrom::calls, 240.0, 165.0, CallFigures::none),
                   small_value(Fitted::wrap_up, FittedFrom::simulation, CallFigures::none, 75.0, 3.5)};
    work.patience = {small_law({.law = Law::lognormal, .mean = Seconds{150.25}, .cv = 1.5}, -1000.0, 3),
                     small_law({.mean = Seconds{140.0}}, -1015.0, 2)};
    work.patience[0].chosen = true;
    work.survival = {{0.0, 0.95, 0.01, 100.0}, {60.0, 0.5, 0.02, 50.0}};
    work.curve_waits_s = {0.0, 60.0, 120.0};
    work.longest_wait_s = 300.0;
    work.beyond_share = 0.125;
    work.totals = {{std::nullopt, Compared::asa_s, 20.0, 21.0, 2.0}};
    work.hours = {{Minutes{480}, Compared::asa_s, 30.0, 20.0, 2.0}, {Minutes{540}, Compared::asa_s, 20.0, 21.0, 2.0}};
    work.alike = {{.kept = Fitted::wrap_up, .other = Fitted::away, .correlation = -0.97, .exchange = 0.004}};
    calibration.work = {std::move(work)};
    return calibration;
}

}  // namespace freiton::test
