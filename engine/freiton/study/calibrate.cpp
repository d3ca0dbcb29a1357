// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/calibrate.hpp"

#include <algorithm>
#include <utility>

#include "freiton/model/staffing_plan.hpp"
#include "freiton/study/calibrated_work.hpp"
#include "freiton/study/calibration_check.hpp"

namespace freiton::study {

namespace {

constexpr double fit_part = 0.8;  // of the progress; the check has the rest

}  // namespace

Calibration calibrate(const Scenario& scenario, const CallLog& log, const std::string& file_name,
                      const RunControl& control) {
    LoggedCalls logged = logged_calls(scenario, log, file_name, {});
    Calibration result{.scenario = scenario, .reading = log.reading, .days = logged.days};
    result.seed = scenario.parts().simulation.seed;
    result.left_out = std::move(logged.left_out);
    for (const LoggedWork& own : logged.work) {
        WorkCalibration& work = result.work.emplace_back();
        work.work = own.work;
        work.queue = own.queue;
        WorkCalibration of_days;
        calibrate_days(scenario, logged, own, of_days);
        work.outliers = std::move(of_days.outliers);
        calibrate_waits(scenario, log, own, work);
        work.values.insert(work.values.end(), of_days.values.begin(), of_days.values.end());
        work.not_fitted.insert(work.not_fitted.end(), of_days.not_fitted.begin(), of_days.not_fitted.end());
    }
    if (!is_all_staff_given(scenario)) {
        for (WorkCalibration& work : result.work) work.not_fitted.push_back(NotFitted::no_people);
    } else {
        try {
            calibrate_by_simulation(scenario, log, logged, control.part(0.0, fit_part), result);
            if (result.replications > 0) check_calibrated(scenario, logged, control.part(fit_part, 1.0), result);
        } catch (const Stopped&) {
            result.interrupted = true;
        }
    }
    result.scenario = with_fitted(scenario, result.work);
    return result;
}

}  // namespace freiton::study
