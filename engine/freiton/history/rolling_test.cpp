// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/rolling_test.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "freiton/history/test_sums.hpp"

namespace freiton::history {

namespace {

// Forecasts whose days have not come yet, of origins before.
class ToCome {
  public:
    explicit ToCome(const Rolling& rolling) : rolling_{rolling} {}

    void add(std::size_t origin) {
        for (std::size_t i = 0; i < rolling_.origins[origin].tried.size(); ++i) waiting_.emplace_back(origin, i);
    }

    // Calls use(origin, forecast) for those whose days are among the first `known`.
    template <class Use>
    void come_to(std::size_t known, Use use) {
        const auto has_come = [&](const auto& place) {
            return rolling_.origins[place.first].tried[place.second].day < known;
        };
        for (const auto& place : waiting_)
            if (has_come(place)) use(place.first, rolling_.origins[place.first].tried[place.second]);
        waiting_.erase(std::remove_if(waiting_.begin(), waiting_.end(), has_come), waiting_.end());
    }

  private:
    const Rolling& rolling_;
    std::vector<std::pair<std::size_t, std::size_t>> waiting_{};
};

// Of the relative errors of days that follow each other, forecast from the same origin.
std::optional<double> correlation_of(const std::vector<double>& actuals, const Rolling& rolling,
                                     const std::vector<bool>& outlier) {
    double products = 0.0;
    double squares_before = 0.0;
    double squares_after = 0.0;
    for (const Origin& origin : rolling.origins)
        for (std::size_t i = 1; i < origin.tried.size(); ++i) {
            const Origin::Tried& before = origin.tried[i - 1];
            const Origin::Tried& after = origin.tried[i];
            if (before.mean <= 0.0 || after.mean <= 0.0 || outlier[before.day] || outlier[after.day]) continue;
            const double error_before = actuals[before.day] / before.mean - 1.0;
            const double error_after = actuals[after.day] / after.mean - 1.0;
            products += error_before * error_after;
            squares_before += error_before * error_before;
            squares_after += error_after * error_after;
        }
    if (squares_before == 0.0 || squares_after == 0.0) return std::nullopt;
    return products / std::sqrt(squares_before * squares_after);
}

}  // namespace

DayOutcome test_days(const DaySeries& series, const std::vector<double>& actuals, const RootScale& scale,
                     const Rolling& rolling, const std::vector<bool>& outlier, const BandQuantiles& quantiles) {
    DayOutcome outcome{.errors = Errors{scale}};
    Errors usual{scale};
    TestSums sums;
    ToCome to_come{rolling};
    const auto note = [&](std::size_t, const Origin::Tried& tried) {
        outcome.errors.note(actuals[tried.day], tried.mean, tried.growth);
        if (!outlier[tried.day]) usual.note(actuals[tried.day], tried.mean, tried.growth);
    };
    for (std::size_t o = 0; o < rolling.origins.size(); ++o) {
        const Origin& origin = rolling.origins[o];
        to_come.come_to(origin.known, note);
        const bool banded = outcome.errors.enough();
        const Errors::Units units = banded ? outcome.errors.units(quantiles) : Errors::Units{};
        for (const Origin::Tried& tried : origin.tried) {
            const std::vector<std::size_t> same = same_weekdays(series.dates, origin.known, series.dates[tried.day]);
            if (same.empty()) continue;
            const double actual = actuals[tried.day];
            sums.add(actual, tried.mean, naive_of(same, [&](std::size_t day) { return actuals[day]; }));
            if (!banded) continue;
            const auto [low, high] = outcome.errors.band(units, tried.mean, tried.growth);
            sums.cover(low <= actual && actual <= high);
        }
        to_come.add(o);
    }
    to_come.come_to(series.dates.size(), note);
    outcome.test = sums.test();
    outcome.usual_cv = usual.cv();
    outcome.correlation = correlation_of(actuals, rolling, outlier);
    return outcome;
}

}  // namespace freiton::history
