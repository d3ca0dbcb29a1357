// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/level_fit.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/contracts.hpp"
#include "freiton/core/median.hpp"
#include "freiton/history/envelope.hpp"

namespace freiton::history {

namespace {

constexpr double full_weight_within = 2.0;  // spreads
constexpr int rounds = 5;
constexpr double ridge_of_shift = 1e-6;

double robust_weight(double spreads) {
    if (spreads <= full_weight_within) return 1.0;
    const double huber = full_weight_within / spreads;
    return spreads <= LevelFit::outlier_beyond ? huber : huber * LevelFit::outlier_beyond / spreads;
}

// Differences of the level's points: (1, -1) for steps, (1, -2, 1) for changes of slope.
void add_penalty(const LevelShape& shape, std::size_t points, EnvelopeMatrix& normal) {
    const std::vector<double> difference =
        shape.trend ? std::vector<double>{1.0, -2.0, 1.0} : std::vector<double>{1.0, -1.0};
    for (std::size_t from = 0; from + difference.size() <= points; ++from)
        for (std::size_t a = 0; a < difference.size(); ++a)
            for (std::size_t b = 0; b <= a; ++b)
                normal.at(from + a, from + b) += difference[a] * difference[b] / shape.step_variance;
}

EnvelopeMatrix empty_normal_matrix(std::size_t points, std::size_t columns) {
    constexpr std::size_t band = 2;
    std::vector<std::size_t> first(points + columns, 0);
    for (std::size_t point = band; point < points; ++point) first[point] = point - band;
    return EnvelopeMatrix{std::move(first)};
}

}  // namespace

LevelFit::LevelFit(const DaySeries& series, std::size_t known, const DayEffects& effects, const LevelShape& shape)
    : shape_{shape},
      last_{series.dates[known - 1]},
      points_{static_cast<std::size_t>((last_ - series.dates[0]).count() / 7) + 3},
      residuals_(known, 0.0),
      weights_(known, 1.0) {
    EXPECTS(known > 0 && known <= series.values.size());
    fit(series, effects);
    std::size_t first = one_sided_end();
    if (known - first < fewest_days_of_shift) first = likeliest_step(series).first;
    if (known - first < fewest_days_of_shift || first == 0) return;
    shift_ = LevelShift{.from = series.dates[first], .days = known - first};
    fit(series, effects);
    shift_->step = coefficients_.back();
}

void LevelFit::fit(const DaySeries& series, const DayEffects& effects) {
    coefficients_.assign(points_ + effects.columns() + (shift_ ? 1 : 0), 0.0);
    seen_.assign(coefficients_.size(), false);
    weights_.assign(weights_.size(), 1.0);
    for (std::size_t day = 0; day < weights_.size(); ++day)
        for_each_term(series.dates[day], series.terms[day], [&](std::size_t column, double) { seen_[column] = true; });
    for (int round = 0; round < rounds; ++round) {
        solve(series, effects);
        weigh(series);
    }
}

// Chance has a usual day beyond one spread on a given side once in six times, four in a row whose mean is beyond two
// once in 30,000. A day before them with less than half their mean is rather one of those before.
std::size_t LevelFit::one_sided_end() const {
    constexpr double each_beyond = 1.0;  // spreads
    constexpr double mean_beyond = 2.0;
    const double side = residuals_.back() > 0.0 ? 1.0 : -1.0;
    const auto beyond = [&](std::size_t day) { return side * residuals_[day] / spread_; };
    double sum = 0.0;
    std::size_t first = residuals_.size();
    const auto mean = [&] { return sum / static_cast<double>(residuals_.size() - first); };
    for (; first > 0 && beyond(first - 1) > each_beyond; --first) sum += beyond(first - 1);
    for (; first < residuals_.size() && beyond(first) < 0.5 * mean(); ++first) sum -= beyond(first);
    return first < residuals_.size() && mean() > mean_beyond ? first : residuals_.size();
}

void LevelFit::solve(const DaySeries& series, const DayEffects& effects) {
    EnvelopeMatrix normal = empty_normal_matrix(points_, coefficients_.size() - points_);
    std::vector<double> right(normal.size(), 0.0);
    add_penalty(shape_, points_, normal);
    for (std::size_t column = 0; column < effects.columns(); ++column)
        normal.at(points_ + column, points_ + column) += effects.ridge(column);
    if (shift_) normal.at(normal.size() - 1, normal.size() - 1) += ridge_of_shift;
    std::vector<std::pair<std::size_t, double>> row;
    for (std::size_t day = 0; day < weights_.size(); ++day) {
        row.clear();
        for_each_term(series.dates[day], series.terms[day],
                      [&](std::size_t column, double value) { row.emplace_back(column, value); });
        const double weight = this->weight(series, day);
        for (const auto& [a, value_a] : row) {
            right[a] += weight * value_a * series.values[day];
            for (const auto& [b, value_b] : row)
                if (b <= a) normal.at(a, b) += weight * value_a * value_b;
        }
    }
    factor_.emplace(std::move(normal));
    coefficients_ = factor_->solve(std::move(right));
}

void LevelFit::weigh(const DaySeries& series) {
    constexpr double of_normal = 1.4826;  // standard deviation over the median of sizes
    std::vector<double> sizes(weights_.size());
    for (std::size_t day = 0; day < weights_.size(); ++day) {
        residuals_[day] = series.values[day] - at(series.dates[day], series.terms[day]);
        sizes[day] = std::abs(residuals_[day]);
    }
    spread_ = std::max(of_normal * upper_median(std::move(sizes)), series.least_noise);
    for (std::size_t day = 0; day < weights_.size(); ++day)
        weights_[day] = robust_weight(std::abs(residuals_[day]) / spread_);
}

double LevelFit::at(Date date, const DayEffects::Terms& terms) const {
    double value = 0.0;
    for_each_term(date, terms, [&](std::size_t column, double factor) { value += coefficients_[column] * factor; });
    return value;
}

std::vector<bool> LevelFit::outliers() const {
    std::vector<bool> outlier;
    outlier.reserve(residuals_.size());
    for (const double residual : residuals_) outlier.push_back(std::abs(residual) > outlier_beyond * spread_);
    return outlier;
}

double LevelFit::variance() const {
    double sum = 0.0;
    double weight = 0.0;
    for (std::size_t day = 0; day < residuals_.size(); ++day) {
        sum += weights_[day] * residuals_[day] * residuals_[day];
        weight += weights_[day];
    }
    return sum / weight;
}

std::optional<ForecastShift> shift_of(const DaySeries& series, const LevelFit& fit, const RootScale& scale) {
    if (!fit.shift()) return std::nullopt;
    double with = 0.0;
    double without = 0.0;
    for (std::size_t day = series.values.size() - fit.shift()->days; day < series.values.size(); ++day) {
        const double root = series.values[day] - fit.residuals()[day];
        with += scale.back(root);
        without += scale.back(root - fit.shift()->step);
    }
    return ForecastShift{.from = fit.shift()->from,
                         .days = static_cast<int>(fit.shift()->days),
                         .share = without > 0.0 ? with / without - 1.0 : 0.0};
}

}  // namespace freiton::history
