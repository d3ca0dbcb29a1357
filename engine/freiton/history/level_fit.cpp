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
constexpr std::size_t most_days_of_step = 20;
constexpr std::size_t fewest_days_to_step = 40;  // of a history
constexpr double step_beyond = 3.255;            // 2 ln 200 = 3.255^2: a likelihood ratio of 200
constexpr double most_leverage = 0.9;

double robust_weight(double spreads) {
    if (spreads <= full_weight_within) return 1.0;
    const double huber = full_weight_within / spreads;
    return spreads <= LevelFit::outlier_beyond ? huber : huber * LevelFit::outlier_beyond / spreads;
}

double weight_of_age(Date date, Date last) {
    constexpr double half_after_days = 365.0;
    return 1.0 / (1.0 + static_cast<double>((last - date).count()) / half_after_days);
}

bool wanted(DayEffects::Group group, const LevelShape& shape) {
    return (group != DayEffects::Group::month || shape.month) && (group != DayEffects::Group::season || shape.season);
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

template <class Use>
void LevelFit::for_each_term(Date date, const DayEffects::Terms& terms, Use use) const {
    const double weeks_back = static_cast<double>((last_ - date).count()) / 7.0;
    if (weeks_back < 0.0) {
        use(0, shape_.trend ? 1.0 - weeks_back : 1.0);
        if (shape_.trend) use(1, weeks_back);
    } else {
        const auto newer = static_cast<std::size_t>(weeks_back);
        const double beyond = weeks_back - static_cast<double>(newer);
        use(newer, 1.0 - beyond);
        if (beyond > 0.0) use(newer + 1, beyond);
    }
    for (const DayEffects::Term& term : terms)
        if (wanted(term.group, shape_)) use(points_ + term.column, term.value);
    if (shift_ && date >= shift_->from) use(coefficients_.size() - 1, 1.0);
}

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

// A step from day k on, of size b: of the days from k on with weights w, rows x and residuals e
//     b = S / I,  S = sum w e,  I = sum w - u' A^-1 u,  u = sum w x,
// with the matrix A of the fit without it, and S / root(I) has the deviation of a single day, s. With s known by n days
// the likelihood ratio is n log(1 + S^2 / (I n s^2)), whose root is what is told.
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

// After w weeks of steps of variance q the level has that of w q more; of changes of slope, of 1 + 4 + ... + w^2.
double LevelFit::growth(Date date, const DayEffects::Terms& terms) const {
    const double weeks = std::max(0.0, static_cast<double>((date - last_).count()) / 7.0);
    const double steps = shape_.trend ? weeks * (weeks + 1.0) * (2.0 * weeks + 1.0) / 6.0 : weeks;
    return std::sqrt(1.0 + factor_->inverse_form(row_of(date, terms)) + shape_.step_variance * steps);
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
