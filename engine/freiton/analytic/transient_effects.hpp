// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "freiton/analytic/transient_day.hpp"
#include "freiton/core/run_control.hpp"

namespace freiton::analytic {

/// The horizon under a plan, with the state of the office before each interval; and what other people do to it.
class TransientEffects {
  public:
    /// Throws Stopped, as all that follows.
    TransientEffects(const TransientDay& day, std::vector<int> agents, TransientDepth depth, const RunControl& control);

    const std::vector<int>& agents() const { return agents_; }
    const TransientInterval& at(std::size_t i) const { return intervals_[i]; }

    /// The interval with other people, from the state before it that this plan leads to.
    TransientInterval looked_at(std::size_t i, const std::vector<int>& agents) const {
        return day_.interval(i, agents, begins_[i], depth_);
    }

    /// What another plan makes of those intervals that it changes.
    struct Change {
        std::vector<int> agents;
        std::map<std::size_t, TransientInterval> intervals;
        std::map<std::size_t, TransientStates> begins;
    };
    using Good = std::function<bool(std::size_t interval, const TransientInterval& with_change)>;

    /// Followed from the first interval whose callers see it until the office has forgotten it: the states before an
    /// interval differ by less than 1e-11 in sum. Nothing as soon as an interval is not good enough.
    std::optional<Change> change(std::vector<int> agents, const Good& good) const;
    void accept(Change change);

  private:
    const TransientDay& day_;
    std::vector<int> agents_;
    TransientDepth depth_;
    const RunControl& control_;
    std::vector<TransientStates> begins_;
    std::vector<TransientInterval> intervals_;
};

}  // namespace freiton::analytic
