// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/study/calibrated_work.hpp"

namespace freiton::study {

namespace {

// Divided at the end, so that the text of the number is as short as it should be.
double rounded_to_parts(double value, double parts) { return std::round(value * parts) / parts; }
constexpr double tenths = 10.0;
constexpr double hundredths = 100.0;
constexpr double a_thousand_parts = 1000.0;

void put_patience(const WorkCalibration& found, Work& work) {
    const FittedValue* mean = found.value(Fitted::patience_mean);
    if (mean == nullptr) return;
    const double mean_s = std::max(0.1, rounded_to_parts(mean->value, tenths));
    const PatienceCandidate* chosen = found.law();
    if (chosen == nullptr) {
        work.patience = with_mean(work.patience.value_or(DurationLaw{}), mean_s);
        return;
    }
    work.patience = chosen->law;
    work.patience->mean = Seconds{mean_s};
    if (chosen->law.cv) work.patience->cv = rounded_to_parts(*chosen->law.cv, hundredths);
    work.balk = Share{rounded_to_parts(chosen->balk, a_thousand_parts)};
}

void put_variation(const WorkCalibration& found, Work& work) {
    const auto put = [&](Fitted what, double& into) {
        if (const FittedValue* value = found.value(what); value != nullptr && !value->withheld)
            into = rounded_to_parts(value->value, a_thousand_parts);
    };
    put(Fitted::day_cv, work.arrivals.day_cv);
    put(Fitted::interval_cv, work.arrivals.interval_cv);
    put(Fitted::handling_day_cv, work.handling_time.day_cv);
}

// A wrap-up that is told apart leaves the talk time as the log has it.
void put_wrap_up(const WorkCalibration& found, Work& work) {
    const FittedValue* wrap_up = found.value(Fitted::wrap_up);
    if (wrap_up == nullptr) return;
    if (const FittedValue* talk = found.value(Fitted::talk))
        work.handling_time = with_mean(work.handling_time, rounded_to_parts(talk->value, tenths));
    const double mean_s = rounded_to_parts(wrap_up->value, tenths);
    const DurationLaw law = work.wrap_up.value_or(DurationLaw{});
    work.wrap_up.reset();
    if (mean_s > 0.0) work.wrap_up = with_mean(law, mean_s);
}

}  // namespace

DurationLaw with_mean(const DurationLaw& law, double mean_s) {
    DurationLaw changed = law;
    switch (law.law) {
        case Law::uniform:
        case Law::triangular:
        case Law::empirical:
            changed = {
                .law = Law::lognormal, .cv = law.variation(), .by_interval = law.by_interval, .day_cv = law.day_cv};
            break;
        default:
            if (law.sd) {
                changed.cv = law.variation();
                changed.sd.reset();
            }
    }
    changed.mean = Seconds{mean_s};
    return changed;
}

Scenario with_fitted(const Scenario& scenario, const std::vector<WorkCalibration>& works) {
    ScenarioParts parts = scenario.parts();
    for (const WorkCalibration& found : works) {
        Work& work = parts.work[found.work];
        put_patience(found, work);
        put_variation(found, work);
        put_wrap_up(found, work);
    }
    return Scenario{std::move(parts)};
}

}  // namespace freiton::study
