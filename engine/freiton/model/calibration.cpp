// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace freiton {

std::string_view fitted_key(Fitted what) {
    constexpr std::array<std::string_view, all_fitted.size()> keys = {
        "patience.mean",      "patience.cv",  "balk", "arrivals.day_cv", "arrivals.interval_cv", "handling_time.day_cv",
        "handling_time.mean", "wrap_up.mean", "away"};
    return keys[static_cast<std::size_t>(what)];
}

std::string_view fitted_from_word(FittedFrom from) {
    constexpr std::array<std::string_view, 4> words = {"waits", "days", "calls", "simulation"};
    return words[static_cast<std::size_t>(from)];
}

std::string_view not_fitted_word(NotFitted reason) {
    constexpr std::array<std::string_view, 6> words = {"no_single_waits",  "too_few_gave_up", "no_days_alike",
                                                       "no_handling_time", "no_people",       "no_waits"};
    return words[static_cast<std::size_t>(reason)];
}

std::string_view withheld_word(Withheld reason) {
    return reason == Withheld::nothing_told ? "nothing_told" : "further_off";
}

bool CheckedFigure::is_further_off() const {
    return std::abs(bias_after) - std::abs(bias_before) > std::max(least_that_matters(figure), doubt);
}

const FittedValue* WorkCalibration::value(Fitted what) const {
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.what == what; });
    return found == values.end() ? nullptr : &*found;
}

const PatienceCandidate* WorkCalibration::law() const {
    const auto found = std::find_if(patience.begin(), patience.end(), [](const auto& one) { return one.chosen; });
    return found == patience.end() ? nullptr : &*found;
}

const SurvivalPoint* WorkCalibration::survival_at(double wait_s) const {
    const auto next = std::upper_bound(survival.begin(), survival.end(), wait_s,
                                       [](double wait, const SurvivalPoint& point) { return wait < point.wait_s; });
    return next == survival.begin() ? nullptr : &*(next - 1);
}

const CalibratedFigure* WorkCalibration::largest_residual() const {
    constexpr double beyond_chance = 3.0;  // of some fifty figures chance lets one go beyond it every sixth time
    const CalibratedFigure* largest = nullptr;
    for (const CalibratedFigure& one : hours) {
        const double off = std::abs(one.off_by_noise());
        if (!(off > beyond_chance)) continue;
        if (largest == nullptr || off > std::abs(largest->off_by_noise())) largest = &one;
    }
    return largest;
}

}  // namespace freiton
