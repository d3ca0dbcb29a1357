// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volumes.hpp"
#include "freiton/study/calibrated_work.hpp"
#include "freiton/study/day_variation.hpp"
#include "freiton/study/handling_variation.hpp"

namespace freiton::study {

namespace {

// What chance alone may have made is no reason to say anything else than the scenario does.
FittedValue of_days(Fitted what, double stated, const Variation& variation) {
    FittedValue value{.what = what,
                      .from = FittedFrom::days,
                      .stated = stated,
                      .value = variation.cv(),
                      .standard_error = variation.standard_error(),
                      .at_most = variation.at_most()};
    if (stated <= value.at_most) value.withheld = Withheld::nothing_told;  // not of a limit that is not a number
    return value;
}

std::vector<DayCounts> counts_by_day(const Scenario& scenario, const LoggedCalls& all, const LoggedWork& logged) {
    const Calendar& calendar = scenario.calendar();
    const std::vector<double>& predicted = scenario.arrivals(logged.work);
    std::vector<DayCounts> days;
    for (const int day : all.days) {
        DayCounts& counts = days.emplace_back();
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
            counts.came.push_back(logged.intervals[i].numbers[simulation::kernel::call_offered]);
            counts.predicted.push_back(predicted[i]);
        }
    }
    return days;
}

std::vector<DayHandling> handling_by_day(const Scenario& scenario, const LoggedCalls& all, const LoggedWork& logged) {
    const Calendar& calendar = scenario.calendar();
    const std::vector<double> factors = handling_factors_of_site(scenario.work()[logged.work], calendar, "");
    std::vector<DayHandling> days;
    for (const int day : all.days) {
        DayHandling& handling = days.emplace_back();
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i) {
            const LoggedSums& sums = logged.intervals[i];
            if (sums.handled <= 0.0) continue;
            handling.calls.push_back(sums.handled);
            handling.ratio.push_back(sums.handling_s / sums.handled / (factors.empty() ? 1.0 : factors[i]));
        }
    }
    return days;
}

}  // namespace

void calibrate_days(const Scenario& scenario, const LoggedCalls& all, const LoggedWork& logged, WorkCalibration& work) {
    const Work& stated = scenario.work()[logged.work];
    if (!stated.arrivals.recorded && !stated.arrivals.unlimited) {
        if (const auto volumes = volume_variation(counts_by_day(scenario, all, logged))) {
            work.values.push_back(of_days(Fitted::day_cv, stated.arrivals.day_cv, volumes->day));
            work.values.push_back(of_days(Fitted::interval_cv, stated.arrivals.interval_cv, volumes->interval));
            for (const OutlyingCount& one : volumes->outliers) {
                const int day = all.days[one.day];
                const IntervalIndex interval{scenario.calendar().first_interval(day) + one.interval};
                work.outliers.push_back({day, interval, one.came, one.usual});
            }
        } else {
            work.not_fitted.push_back(NotFitted::no_days_alike);
        }
    }
    if (!logged.handling) {
        work.not_fitted.push_back(NotFitted::no_handling_time);
    } else if (const auto handling = handling_variation(handling_by_day(scenario, all, logged)); handling) {
        if (!stated.arrivals.recorded)
            work.values.push_back(of_days(Fitted::handling_day_cv, stated.handling_time.day_cv, *handling));
    }
}

}  // namespace freiton::study
