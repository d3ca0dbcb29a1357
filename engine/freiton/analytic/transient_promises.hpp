// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/plan_calls.hpp"
#include "freiton/analytic/transient_effects.hpp"

namespace freiton::analytic {

/// A promise over several intervals.
struct PromiseTogether {
    Group group{};
    const Promise* promise = nullptr;
};

/// What was promised to the callers of one team, and by how much a plan through the day misses it.
class TransientPromises {
  public:
    TransientPromises(const Scenario& scenario, const Pool& pool, const TransientDemand& demand);
    TransientPromises(const TransientPromises&) = delete;  // `together` points into it
    TransientPromises& operator=(const TransientPromises&) = delete;

    /// What must be known of each interval.
    TransientDepth depth() const { return depth_; }
    const std::vector<CallPromise>& all() const { return promises_; }
    const std::vector<PromiseTogether>& together() const { return together_; }

    /// By how many calls an interval misses its own promises: at most 0 if it keeps them.
    double miss(const TransientInterval& interval, std::size_t i) const;

    /// The same of a promise over several intervals, under a plan or a change of it.
    double miss(const PromiseTogether& together, const TransientEffects& plan,
                const TransientEffects::Change* change) const;

  private:
    std::vector<std::optional<double>> limits_;
    std::vector<CallPromise> promises_;
    std::vector<PromiseTogether> together_;
    Seconds handling_time_;
    TransientDepth depth_;
};

/// The sums of a group of intervals under a plan or a change of it.
CallSums sums_of(const Group& group, const TransientEffects& plan, const TransientEffects::Change* change);

}  // namespace freiton::analytic
