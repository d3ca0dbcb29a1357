// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/history/bands.hpp"
#include "freiton/history/profile.hpp"
#include "freiton/history/rolling.hpp"
#include "freiton/model/forecast.hpp"

namespace freiton::history {

/// What rolling forecasts of days tell. Usual days are neither outliers of the fit, nor new events, nor beyond a shift
/// of the level that nobody could have seen. Bands are tested like forecasts: with the errors that were known at their
/// origin, once those are enough.
struct DayOutcome {
    std::optional<ForecastTest> test{};   // none: nothing was forecast
    Errors errors;                        // all of them
    std::optional<double> usual_cv{};     // beyond chance, of usual days; none: too few
    bool erratic = false;                 // that is beyond reason
    std::optional<double> correlation{};  // of the errors of neighbouring days, likewise
};
DayOutcome test_days(const DaySeries& series, const std::vector<double>& actuals, const RootScale& scale,
                     const Rolling& rolling, const LevelFit& fit, const BandQuantiles& quantiles);

/// The same of intervals: the forecast of the day by the course of its weekday, as both were known at the origin.
struct IntervalOutcome {
    std::optional<ForecastTest> test{};
    Errors errors;
    std::optional<double> usual_cv{};  // of an interval about its part of what the day really had, beyond Poisson
    ProfileShape shape{};              // that has been off least
};
IntervalOutcome test_intervals(const WorkHistory& history, const Setting& setting, const Rolling& rolling,
                               const std::vector<bool>& outlier, const BandQuantiles& quantiles);

}  // namespace freiton::history
