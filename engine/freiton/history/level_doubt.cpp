// SPDX-License-Identifier: Apache-2.0
// What a fitted level is not sure of, and whether its last days lie on another one.
#include <algorithm>
#include <cmath>

#include "freiton/history/level_fit.hpp"

namespace freiton::history {

namespace {

constexpr std::size_t most_days_of_step = 20;
constexpr std::size_t fewest_days_to_step = 40;  // of a history
constexpr double step_beyond = 3.255;            // 2 ln 200 = 3.255^2: a likelihood ratio of 200
constexpr double most_leverage = 0.9;

double weight_of_age(Date date, Date last) {
    constexpr double half_after_days = 365.0;
    return 1.0 / (1.0 + static_cast<double>((last - date).count()) / half_after_days);
}

}  // namespace

// A step from day k on, of size b: of the days from k on with weights w, rows x and residuals e
//     b = S / I,  S = sum w e,  I = sum w - u' A^-1 u,  u = sum w x,
// with the matrix A of the fit without it, and S / root(I) has the deviation of a single day, s. With s of the fit with
// the step, known by n days, twice the logarithm of the likelihood ratio is n log(1 + S^2 / (I n s^2)), whose root is
// what is told. Here s is of the fit without it, which is larger: a cautious ratio, the more the shorter the history
// (200 is about 320 with 130 days and 840 with 50).
LevelFit::Step LevelFit::likeliest_step(const DaySeries& series) const {
    const std::size_t known = residuals_.size();
    Step best{.first = known};
    if (known < fewest_days_to_step) return best;
    std::vector<double> u(coefficients_.size(), 0.0);
    double score = 0.0, weights = 0.0, largest = 0.0;
    for (std::size_t first = known; first-- > 0 && known - first <= most_days_of_step;) {
        const double w = weight(series, first);
        for_each_term(series.dates[first], series.terms[first],
                      [&](std::size_t column, double value) { u[column] += w * value; });
        score += w * residuals_[first];
        weights += w;
        if (known - first < fewest_days_of_shift) continue;
        const double information = weights - factor_->inverse_form(u);
        if (information <= 0.0 || score * score <= largest * information) continue;
        largest = score * score / information;
        best.first = first;
    }
    const auto deviations = [&](double variance) {
        const double n = static_cast<double>(known);
        return std::sqrt(n * std::log1p(largest / (n * variance)));
    };
    best.deviations = deviations(variance());
    if (best.deviations < step_beyond) return {.first = known};
    double free = 0.0;  // of the fit: what its residuals lack of a day's own variance
    for (std::size_t day = 0; day < known; ++day) free += 1.0 - leverage(series, day);
    best.deviations = deviations(variance() * static_cast<double>(known) / free);
    return best.deviations < step_beyond ? Step{.first = known} : best;
}

double LevelFit::weight(const DaySeries& series, std::size_t day) const {
    return weights_[day] * weight_of_age(series.dates[day], last_);
}

std::vector<double> LevelFit::row_of(Date date, const DayEffects::Terms& terms) const {
    std::vector<double> row(coefficients_.size(), 0.0);
    for_each_term(date, terms, [&](std::size_t column, double value) {
        if (column < points_ || seen_[column]) row[column] += value;
    });
    return row;
}

double LevelFit::leverage(const DaySeries& series, std::size_t day) const {
    const double form = factor_->inverse_form(row_of(series.dates[day], series.terms[day]));
    return std::min(most_leverage, weight(series, day) * form);
}

double LevelFit::growth_of_residual(const DaySeries& series, std::size_t day) const {
    return std::sqrt(1.0 - leverage(series, day));
}

// After w weeks of steps of variance q the level has that of w q more; of changes of slope, of 1 + 4 + ... + w^2.
double LevelFit::growth(Date date, const DayEffects::Terms& terms) const {
    const double weeks = std::max(0.0, static_cast<double>((date - last_).count()) / 7.0);
    const double steps = shape_.trend ? weeks * (weeks + 1.0) * (2.0 * weeks + 1.0) / 6.0 : weeks;
    return std::sqrt(1.0 + factor_->inverse_form(row_of(date, terms)) + shape_.step_variance * steps);
}

}  // namespace freiton::history
