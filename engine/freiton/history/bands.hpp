// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "freiton/history/scale.hpp"

namespace freiton::history {

struct BandQuantiles {
    double low = 0.1;
    double high = 0.9;
};

/// How far counts fall from their forecasts, told by forecasts whose truth is known.
///
/// On the square-root scale an error has the variance 1/4 (1 + cv^2 m) g^2, with the mean m, the variation cv beyond
/// Poisson and the growth g of the doubt until then. Errors in these units are alike, whatever their day, and their own
/// quantiles make the bands; no law is taken for them.
class Errors {
  public:
    explicit Errors(RootScale scale) : scale_{scale} {}

    void note(double actual, double mean, double growth);

    std::size_t size() const { return known_.size(); }
    bool enough() const { return size() >= 20; }  // for quantiles of a tenth

    /// Coefficient of variation of actuals about their means beyond Poisson; without the growth.
    double cv() const;

    struct Units {
        double cv = 0.0;
        double low = 0.0;
        double high = 0.0;
    };
    /// The quantiles of all that was noted.
    Units units(const BandQuantiles& quantiles) const;

    /// The band of a count of this mean.
    std::pair<double, double> band(const Units& units, double mean, double growth) const;

  private:
    struct Known {
        double actual;
        double mean;
        double growth;
    };
    double in_units(double cv, const Known& known) const;

    RootScale scale_;
    std::vector<Known> known_{};
    double excess_ = 0.0;   // of squared errors over what Poisson explains
    double squares_ = 0.0;  // of means
};

}  // namespace freiton::history
