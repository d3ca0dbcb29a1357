// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/transient_promises.hpp"

namespace freiton::analytic {

/// Guesses what other people would do, by a chain that is quicker than the one that is planned with: that of
/// exponential handling times of the same mean. What it says of a plan is off, what it says of a change much less.
class TransientGuide {
  public:
    /// `promises` and `control` must outlive this.
    TransientGuide(const TransientPromises& promises, TransientDemand demand, std::vector<int> agents,
                   const RunControl& control);

    /// Whether these people would break a promise that `plan` keeps, or a broken one more, by so much that the guess is
    /// hardly wrong about it: by more than 0.5 % of an interval's calls and a tenth of what changes. Plans with twice
    /// that doubt were the same.
    bool is_hopeless(const TransientEffects& plan, const std::vector<int>& agents) const;

    /// The same of each interval with one person less there and one more in every other.
    std::vector<bool> cannot_be_spared(const TransientEffects& plan) const;

    /// By how many calls `plan` would miss a promise over several intervals after a change of people.
    double miss(const PromiseTogether& together, const TransientEffects& plan,
                const TransientEffects::Change& change) const;

    TransientEffects::Change change_to(const std::vector<int>& agents) const;
    void follow(const std::vector<int>& agents);

  private:
    bool is_too_little(const Promise& promise, std::size_t intervals, const CallSums& plan, const CallSums& now,
                       const CallSums& then) const;
    bool breaks(const TransientEffects& plan, std::size_t i, const TransientInterval& then) const;

    const TransientPromises& promises_;
    const RunControl& control_;
    TransientDay day_;
    TransientEffects effects_;
};

}  // namespace freiton::analytic
