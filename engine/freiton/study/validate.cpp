// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/validate.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/study/error_causes.hpp"
#include "freiton/study/held_against_log.hpp"
#include "freiton/study/simulate.hpp"
#include "freiton/study/with_actual.hpp"

namespace freiton::study {

namespace {

constexpr double bands_part = 0.3;  // of the progress; the causes have the rest

Scenario with_days_for_bands(const Scenario& scenario) {
    ScenarioParts parts = scenario.parts();
    if (!parts.simulation.replications) parts.simulation.replications = days_for_bands;
    return Scenario{std::move(parts)};
}

bool varies(const Scenario& scenario, const Work& work) {
    if (work.load_variation() > 0.0) return true;
    return std::any_of(scenario.teams().begin(), scenario.teams().end(), [&](const Team& team) {
        const bool handles = std::find(team.handles.begin(), team.handles.end(), work.name) != team.handles.end();
        return handles && team.absence && team.absence->share.value() > 0.0;
    });
}

WorkValidation held_against(const Validation& all, const LoggedWork& logged) {
    const Course<CallFigures>& predicted = all.predicted.performance.work[logged.work].calls;
    WorkValidation result{.work = logged.work, .queue = logged.queue};
    result.intervals = compared_intervals(all.scenario, predicted, logged, all.days);
    result.days = compared_days(all.scenario, predicted, logged, all.days);
    for (const Compared figure : all_compared)
        if (is_logged(figure, logged))
            result.fits.push_back(fit_of(figure, result.intervals, result.days));
        else
            result.not_in_log.push_back(figure);
    result.handling_replaced = logged.handling;
    result.wrap_up_s = logged.wrap_up_s;
    result.patience_mean_s = patience_in_log(logged);
    result.only_chance = !varies(all.scenario, all.scenario.work()[logged.work]);
    return result;
}

}  // namespace

Validation validate(const Scenario& scenario, const CallLog& log, const std::string& file_name,
                    const ValidateOptions& options, const RunControl& control) {
    const StaffingPlan plan = given_staffing(scenario);
    ValidateOptions asked = options;
    asked.add_stated_wrap_up = true;
    LoggedCalls logged = logged_calls(scenario, log, file_name, asked);
    const LoggedCalls talk = logged_calls(scenario, log, file_name, {});
    Validation result{.scenario = with_days_for_bands(scenario)};
    result.predicted = study::simulate(result.scenario, plan, control.part(0.0, bands_part));
    result.reading = log.reading;
    result.days = logged.days;
    result.left_out = std::move(logged.left_out);
    result.wrap_up_s = options.wrap_up.value_or(Seconds{0.0}).count();
    for (const LoggedWork& work : logged.work) result.work.push_back(held_against(result, work));
    const RunControl rest = control.part(bands_part, 1.0);
    if (!control.stopped()) find_causes(logged, talk, log, rest, result);
    result.interrupted = control.stopped();
    return result;
}

}  // namespace freiton::study
