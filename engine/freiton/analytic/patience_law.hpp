// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "freiton/model/law_upto.hpp"

namespace freiton::analytic {

/// How long callers are willing to wait, in units of the mean: the shape of a law, for queues whose times are in mean
/// patiences. A law with a cv below 0.001 is taken as constant.
class PatienceLaw {
  public:
    explicit PatienceLaw(const DurationLaw& law);

    /// What has ended by v mean patiences.
    LawUpto upto(double v) const { return upto_(v); }

    /// Where that is not smooth, or a narrow law sets in and ends; rising.
    const std::vector<double>& breaks() const { return breaks_; }

    /// Whether nobody gives up between breaks: patience is constant, or one of recorded values.
    bool in_steps() const { return !after_.empty(); }
    /// Of a law in steps: what has ended after so many breaks.
    const LawUpto& after(std::size_t breaks) const { return after_[breaks]; }

    /// Whether the other law differs by a factor only.
    bool has_shape_of(const DurationLaw& other) const;

  private:
    DurationLaw shape_;
    std::function<LawUpto(double)> upto_;
    std::vector<double> breaks_;
    std::vector<LawUpto> after_;
};

}  // namespace freiton::analytic
