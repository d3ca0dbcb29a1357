// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/rolling_test.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "freiton/history/test_sums.hpp"

namespace freiton::history {

namespace {

// Which days tell how days vary: no outliers, and none with an event that nobody had seen or foreseen at the origin, or
// with a level that nobody could have known then.
class UsualDays {
  public:
    UsualDays(const DaySeries& series, const LevelFit& fit) : series_{series}, outlier_{fit.outliers()} {
        if (fit.shift()) first_of_shift_ = outlier_.size() - fit.shift()->days;
        for (std::size_t day = 0; day < series.terms.size(); ++day)
            for (const DayEffects::Term& term : series.terms[day])
                if (term.group == DayEffects::Group::event) first_seen_.emplace(term.column, day);
    }

    bool hold(const Origin::Tried& tried, const Origin& origin) const {
        const auto is_new = [&](const DayEffects::Term& term) {
            return term.group == DayEffects::Group::event && first_seen_.at(term.column) >= origin.known;
        };
        const DayEffects::Terms& terms = series_.terms[tried.day];
        if (tried.day >= first_of_shift_ && origin.known < first_of_shift_ + LevelFit::fewest_days_of_shift)
            return false;
        return tried.foreseen && !outlier_[tried.day] && std::none_of(terms.begin(), terms.end(), is_new);
    }

  private:
    const DaySeries& series_;
    std::vector<bool> outlier_;
    std::map<std::size_t, std::size_t> first_seen_{};                       // by column
    std::size_t first_of_shift_ = std::numeric_limits<std::size_t>::max();  // day
};

// Of the relative errors of days that follow each other, forecast from the same origin.
std::optional<double> correlation_of(const std::vector<double>& actuals, const Rolling& rolling,
                                     const UsualDays& usual) {
    double products = 0.0;
    double squares_before = 0.0;
    double squares_after = 0.0;
    for (const Origin& origin : rolling.origins)
        for (std::size_t i = 1; i < origin.tried.size(); ++i) {
            const Origin::Tried& before = origin.tried[i - 1];
            const Origin::Tried& after = origin.tried[i];
            if (before.mean <= 0.0 || after.mean <= 0.0) continue;
            if (!usual.hold(before, origin) || !usual.hold(after, origin)) continue;
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
                     const Rolling& rolling, const LevelFit& fit, const BandQuantiles& quantiles) {
    DayOutcome outcome{.errors = Errors{scale}};
    const UsualDays usual{series, fit};
    Variation variation;
    std::set<std::size_t> varied;  // days
    TestSums sums;
    ToCome<Origin::Tried> to_come;
    const auto note = [&](const Origin::Tried& tried) {
        outcome.errors.note(tried.day, actuals[tried.day], tried.mean, tried.growth);
    };
    for (const Origin& origin : rolling.origins) {
        to_come.come_to(origin.known, note);
        const bool banded = outcome.errors.enough();
        const Errors::Units units = banded ? outcome.errors.units(quantiles) : Errors::Units{};
        for (const Origin::Tried& tried : origin.tried) {
            to_come.add(tried.day, tried);
            if (usual.hold(tried, origin)) {
                variation.note(actuals[tried.day], tried.mean, series.chance(tried.day, scale.chance * tried.mean));
                varied.insert(tried.day);
            }
            const std::vector<std::size_t> same = same_weekdays(series.dates, origin.known, series.dates[tried.day]);
            if (same.empty()) continue;
            const double actual = actuals[tried.day];
            sums.add(actual, tried.mean, naive_of(same, [&](std::size_t day) { return actuals[day]; }));
            if (!banded) continue;
            sums.begin_banded_day();
            const auto [low, high] = outcome.errors.band(units, tried.mean, tried.growth);
            sums.cover(low <= actual && actual <= high);
        }
    }
    to_come.come_to(series.dates.size(), note);
    outcome.test = sums.test();
    outcome.usual_cv = variation.known_cv(varied.size());
    outcome.erratic = variation.is_beyond_reason();
    outcome.correlation = correlation_of(actuals, rolling, usual);
    return outcome;
}

}  // namespace freiton::history
