// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "freiton/staffing/effects_search.hpp"

namespace freiton::staffing {

/// A plan that was looked at.
struct Seen {
    StaffingPlan plan{};
    std::shared_ptr<Look> look{};
    bool holds = false;
    double cost = 0.0;
};

/// Looks at plans as closely as decisions need, and tells whether they hold: every number must be ahead of its promise
/// by 2.5 standard errors of as many replications as the last decisions take.
class Looks {
  public:
    Looks(const SearchSpace& space, const LookAt& look_at, const Sureness& sureness, const std::function<bool()>& stop,
          const Found& found)
        : space_{space}, look_at_{look_at}, sureness_{sureness}, stop_{stop}, found_{found} {}

    /// Whether more people than could be of use are enough; settles how many replications a first look takes.
    bool could_hold(const StaffingPlan& start);

    /// Settles how many the last decisions take: so many that every number near its promise is known well.
    void settle_last(const Look& look);

    /// Fewer replications than wanted where it is clear sooner that the plan fails.
    Seen at(const StaffingPlan& plan, std::int64_t replications);

    /// By instance: the slack that it must have to count as kept.
    std::vector<double> needed(const Look& look) const;

    /// Slack to keep beyond what chance asks for, as a plan that was predicted to hold and did not has taught: what was
    /// predicted of it from another, less what came.
    void learn(const Seen& from, const Seen& failed);
    void forget() { extra_.assign(extra_.size(), 0.0); }

    bool stopped() const { return stop_ && stop_(); }
    std::int64_t first() const { return first_; }
    std::int64_t last() const { return last_; }
    int plans_tried() const { return plans_tried_; }

  private:
    std::shared_ptr<Look> opened(const StaffingPlan& plan);
    std::int64_t most_replications(const Look& look) const;
    bool holds(const Look& look) const;

    const SearchSpace& space_;
    const LookAt& look_at_;
    const Sureness& sureness_;
    const std::function<bool()>& stop_;
    const Found& found_;
    std::vector<double> extra_{};  // by instance
    std::int64_t first_ = 0;
    std::int64_t last_ = 0;
    int plans_tried_ = 0;
};

}  // namespace freiton::staffing
