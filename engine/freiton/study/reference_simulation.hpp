// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/simulation/promise_simulation.hpp"
#include "freiton/study/verdict.hpp"

namespace freiton::study {

/// A plan that is simulated at length, beside which others are judged.
class ReferenceSimulation {
  public:
    /// Numbers of these instances are of no concern (empty: all are). Scenario, list and control must outlive it.
    ReferenceSimulation(const Scenario& scenario, const std::vector<bool>& left_aside, const RunControl& control,
                        simulation::PromiseSimulation begun, StaffingPlan plan);

    /// Goes on, by so many at first, until every number is known well and on one side of its promise, or one is clearly
    /// broken, or the most contacts are used up.
    void sample(std::int64_t more);

    /// Twice as many as it has, within the most contacts.
    std::int64_t as_many_more() const;

    bool is_full() const { return static_cast<double>(simulated_.contacts()) >= most_contacts_; }
    bool is_broken() const;

    const StaffingPlan& plan() const { return plan_; }
    const simulation::PromiseSimulation& simulated() const { return simulated_; }
    const std::vector<simulation::PromiseEstimate>& estimates() const { return estimates_; }

    /// Half of the half-width that is wanted: known that well, a number that is still undecided counts as missed.
    double known_half_width(const simulation::PromiseEstimate& e) const;

  private:
    bool is_clear() const;
    bool is_left_aside(std::size_t instance) const;

    const Scenario* scenario_;
    const std::vector<bool>* left_aside_;
    const RunControl* control_;
    double most_contacts_;
    std::vector<Promise> promises_;
    StaffingPlan plan_;
    simulation::PromiseSimulation simulated_;
    std::vector<simulation::PromiseEstimate> estimates_{};
};

}  // namespace freiton::study
