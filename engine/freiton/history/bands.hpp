// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "freiton/history/scale.hpp"

namespace freiton::history {

struct BandQuantiles {
    double low = 0.1;
    double high = 0.9;
};

inline constexpr std::size_t enough_errors = 20;  // for quantiles of a tenth, and a variation within a sixth

/// How much values vary about their forecasts beyond chance.
class Variation {
  public:
    /// The variance that chance alone has.
    void note(double actual, double mean, double chance) {
        add((actual - mean) * (actual - mean), chance, mean * mean);
    }
    /// A squared error whose mean is chance + weight cv^2.
    void add(double square, double chance, double weight);

    double cv() const { return weights_ > 0.0 ? std::sqrt(std::max(0.0, excess_ / weights_)) : 0.0; }

    /// Of so many values that were forecast, some of them again and again. None: too few to tell, as chance alone would
    /// make one of 0.15 of nothing; or beyond reason.
    std::optional<double> known_cv(std::size_t values) const;

    /// Values are off by more than what was forecast: such a history is not of one piece, and no variation describes
    /// it.
    bool is_beyond_reason() const { return noted_ >= enough_errors && cv() >= 1.0; }

  private:
    std::size_t noted_ = 0;
    double excess_ = 0.0;  // of squared errors over what chance explains
    double weights_ = 0.0;
    double doubt_ = 0.0;  // variance of the excess by chance
};

/// How far counts fall from their forecasts, told by forecasts whose truth is known.
///
/// On the square-root scale an error has the variance 1/4 (1 + cv^2 m) g^2, with the mean m, the variation cv beyond
/// Poisson and the growth g of the doubt until then. Errors in these units are alike, whatever their day, and their own
/// quantiles make the bands; no law is taken for them.
class Errors {
  public:
    explicit Errors(RootScale scale) : scale_{scale} {}

    /// Which value it is: forecasts of the same one again tell nothing new of how far values fall.
    void note(std::size_t value, double actual, double mean, double growth);

    bool enough() const { return values_.size() >= enough_errors; }

    /// Coefficient of variation of actuals about their means beyond Poisson; without the growth.
    double cv() const { return variation_.cv(); }
    double unit(double mean) const { return scale_.unit(mean, cv()); }  // of the noise of a count of this mean

    struct Units {
        double cv = 0.0;
        double low = 0.0;
        double high = 0.0;
    };
    /// The quantiles of all that was noted.
    Units units(const BandQuantiles& quantiles) const;

    /// The band of a count of this mean, which it holds. It reaches no further than twice the greatest value that was
    /// noted: where forecasts of nearly nothing were far off, errors in units of it say nothing of others.
    std::pair<double, double> band(const Units& units, double mean, double growth) const;

  private:
    struct Known {
        double actual;
        double mean;
        double growth;
    };
    double in_units(double cv, const Known& known) const;

    RootScale scale_;
    double greatest_ = 0.0;
    std::vector<Known> known_{};
    std::unordered_set<std::size_t> values_{};
    Variation variation_{};
};

/// The growth of the doubt about an interval that has this part of a day of this mean: it shares the doubt about the
/// day's level and has noise of its own.
double growth_of_part(const Errors& days, const Errors& intervals, double mean, double part, double growth_of_day);

}  // namespace freiton::history
