// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/law_functions.hpp"
#include "freiton/study/calibrated_work.hpp"
#include "freiton/study/patience_fit.hpp"

namespace freiton::study {

namespace {

constexpr double fewest_to_give_up = 30.0;  // of fewer nobody can tell laws apart

void add_patience(const Work& stated, const PatienceCandidate& law, double waited, WorkCalibration& work) {
    const bool has_law = stated.patience.has_value();
    work.values.push_back({.what = Fitted::patience_mean,
                           .from = FittedFrom::waits,
                           .stated = has_law ? stated.patience->mean_duration().count() : CallFigures::none,
                           .value = law.law.mean->count(),
                           .standard_error = mean_error_over_laws(work.patience)});
    if (law.law.cv)
        work.values.push_back({.what = Fitted::patience_cv,
                               .from = FittedFrom::waits,
                               .stated = has_law ? stated.patience->variation() : CallFigures::none,
                               .value = *law.law.cv,
                               .standard_error = law.cv_error});
    FittedValue balk{.what = Fitted::balk,
                     .from = FittedFrom::waits,
                     .stated = stated.balk.value(),
                     .value = law.balk,
                     .standard_error = law.balk_error};
    if (law.balk == 0.0) balk.at_most = 3.0 / waited;  // the rule of three
    work.values.push_back(balk);
}

// What hung up in half an hour of an outage tells of the outage.
std::vector<const LoggedCall*> usual_calls(const Scenario& scenario, const CallLog& log, const LoggedWork& logged,
                                           const WorkCalibration& work) {
    std::vector<bool> is_outlying(scenario.intervals(), false);
    for (const OutlyingInterval& one : work.outliers) is_outlying[one.interval] = true;
    std::vector<const LoggedCall*> calls;
    calls.reserve(logged.calls.size());
    for (const PlacedCall& placed : logged.calls)
        if (!is_outlying[placed.interval]) calls.push_back(&log.calls[placed.call]);
    return calls;
}

// The laws beside the curve, as far as it rests on enough callers.
void add_curves(const EndedWaits& waits, WorkCalibration& work) {
    constexpr double fewest_at_risk = 20.0;
    constexpr double most_steps_shown = 60.0;
    double until_s = 0.0;
    for (const SurvivalPoint& point : work.survival)
        if (point.at_risk >= fewest_at_risk) until_s = point.wait_s;
    double step_s = 0.5;
    for (const double longer_s : {1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0})
        if (until_s > most_steps_shown * step_s) step_s = longer_s;
    for (int k = 0; k * step_s <= until_s; ++k) work.curve_waits_s.push_back(k * step_s);
    for (PatienceCandidate& law : work.patience) {
        const auto tail = law_tail_function(law.law);
        for (const double wait_s : work.curve_waits_s) law.curve.push_back((1.0 - law.balk) * tail(wait_s));
        if (law.chosen) work.beyond_share = (1.0 - law.balk) * tail(waits.counts.back().wait_s);
    }
}

}  // namespace

void calibrate_waits(const Scenario& scenario, const CallLog& log, const LoggedWork& logged, WorkCalibration& work) {
    if (!logged.single || !logged.waits) {
        work.not_fitted.push_back(NotFitted::no_single_waits);
        return;
    }
    const std::vector<const LoggedCall*> calls = usual_calls(scenario, log, logged, work);
    const EndedWaits waits = ended_waits(calls);
    work.survival = survival_curve(waits);
    if (!waits.counts.empty()) work.longest_wait_s = waits.counts.back().wait_s;
    if (waits.gave_up() - waits.at_once < fewest_to_give_up) {
        work.not_fitted.push_back(NotFitted::too_few_gave_up);
        return;
    }
    work.patience = fit_patience(waits);
    add_curves(waits, work);
    add_patience(scenario.work()[logged.work], *work.law(), waits.waited(), work);
}

}  // namespace freiton::study
