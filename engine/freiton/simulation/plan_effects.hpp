// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/model/slack.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::simulation {

/// A staffing under simulation, and what single steps from it would do: each is played only from where it begins until
/// both worlds are the same again (kernel/branches.hpp). More replications can be added at any time; the same numbers
/// of replications give the same bytes on any number of threads.
class PlanEffects {
  public:
    /// Its replications are numbered from `first` on: others than those of a PromiseSimulation where what is chosen by
    /// one is judged by the other.
    PlanEffects(const Scenario& scenario, const StaffingPlan& plan, std::uint64_t first = 0);
    ~PlanEffects();

    /// Plays the plan until it has so many replications.
    void play(std::int64_t replications, const RunControl& control);

    /// Plays each step, of at most two people, in the replications from the first to this number, as far as it was not
    /// yet.
    void play_steps(const std::vector<StaffStep>& steps, std::int64_t replications, const RunControl& control);

    std::int64_t replications() const;
    double contacts() const;  // of one replication
    std::vector<Slack> slacks() const;

    /// What this step moves, in the order of the instances; empty if it was not played or moves nothing.
    std::vector<SlackEffect> effects(const StaffStep& step) const;

    /// In how many replications it was played.
    std::int64_t step_replications(const StaffStep& step) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace freiton::simulation
