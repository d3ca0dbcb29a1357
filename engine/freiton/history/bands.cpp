// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/bands.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/contracts.hpp"

namespace freiton::history {

namespace {

// The quantile between neighbours in order; with few values somewhat outside, so that a further one is as likely
// within: of n that are independent, the one in place share (n + 1). Errors of the same value count once.
double quantile_of(std::vector<double>& errors, double share, double independent) {
    const double count = static_cast<double>(errors.size());
    const double within = (share * (independent + 1.0) - 0.5) / independent;
    const double place = std::clamp(within * count - 0.5, 0.0, count - 1.0);
    const auto below = static_cast<std::size_t>(place);
    const auto at = errors.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(errors.begin(), at, errors.end());
    const double lower = *at;
    if (below + 1 == errors.size()) return lower;
    return lower + (place - static_cast<double>(below)) * (*std::min_element(at + 1, errors.end()) - lower);
}

}  // namespace

// A Poisson count of variance v has a squared error of variance v + 2 v^2; values forecast again tell nothing new.
void Variation::add(double square, double chance, double weight) {
    ++noted_;
    excess_ += square - chance;
    weights_ += weight;
    doubt_ += chance + 2.0 * chance * chance;
}

std::optional<double> Variation::known_cv(std::size_t values) const {
    constexpr double told = 0.15;
    if (noted_ < enough_errors || weights_ <= 0.0 || is_beyond_reason()) return std::nullopt;
    const double times = static_cast<double>(noted_) / static_cast<double>(values);
    if (std::sqrt(doubt_ * times) > told * told * weights_) return std::nullopt;
    return cv();
}

void Errors::note(std::size_t value, double actual, double mean, double growth) {
    values_.insert(value);
    known_.push_back({actual, mean, growth});
    greatest_ = std::max(greatest_, actual);
    variation_.note(actual, mean, scale_.chance * mean);
}

double Errors::in_units(double cv, const Known& known) const {
    return (scale_.of(known.actual) - scale_.of(known.mean)) / (scale_.unit(known.mean, cv) * known.growth);
}

Errors::Units Errors::units(const BandQuantiles& quantiles) const {
    EXPECTS(!known_.empty());
    Units units{.cv = cv()};
    std::vector<double> errors;
    errors.reserve(known_.size());
    for (const Known& known : known_) errors.push_back(in_units(units.cv, known));
    units.low = quantile_of(errors, quantiles.low, static_cast<double>(values_.size()));
    units.high = quantile_of(errors, quantiles.high, static_cast<double>(values_.size()));
    return units;
}

std::pair<double, double> Errors::band(const Units& units, double mean, double growth) const {
    const double unit = scale_.unit(mean, units.cv) * growth;
    const double root = scale_.of(mean);
    constexpr double of_the_greatest = 2.0;
    const double high = std::min(scale_.back(root + units.high * unit), of_the_greatest * greatest_);
    return {std::min(mean, scale_.back(root + units.low * unit)), std::max(mean, high)};
}

// A day's doubt d on the root scale is 2 d / root(mean) of its mean, so of its part p root(p) d on that scale.
double growth_of_part(const Errors& days, const Errors& intervals, double mean, double part, double growth_of_day) {
    const double day = days.unit(mean);
    const double own = intervals.unit(mean * part);
    return std::sqrt(1.0 + (growth_of_day * growth_of_day - 1.0) * part * day * day / (own * own));
}

}  // namespace freiton::history
