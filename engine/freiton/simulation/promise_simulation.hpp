// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/model/promises.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::simulation {

/// One number that a promise is judged by, as far as it is known.
struct PromiseEstimate {
    std::size_t promise = 0;  // of promises_of()
    std::optional<IntervalIndex> interval{};
    std::optional<int> day{};
    double wanted = 0.0;
    bool at_least = true;
    double value = 0.0;       // NaN: nothing came
    double half_width = 0.0;  // of a 95 % interval

    /// How far a value is on the good side of the promise; NaN where nothing came.
    double ahead(double of) const { return at_least ? of - wanted : wanted - of; }

    /// Allowing for 1e-12 of what was promised; where nothing came, nothing was broken.
    bool kept_by(double of) const { return !(ahead(of) < -1e-12 * wanted); }
};

/// A staffing under simulation, asked about the scenario's promises only; more replications can be added.
class PromiseSimulation {
  public:
    PromiseSimulation(const Scenario& scenario, const StaffingPlan& plan);
    ~PromiseSimulation();
    PromiseSimulation(PromiseSimulation&&) noexcept;
    PromiseSimulation& operator=(PromiseSimulation&&) noexcept;

    void run(std::int64_t replications, const RunControl& control);
    std::int64_t replications() const;
    std::int64_t contacts() const;

    /// Every promise in every interval or day of its scope or over the horizon, always in the same order, from the
    /// first so many replications (all of them: 0).
    std::vector<PromiseEstimate> estimates(std::int64_t replications = 0) const;

    /// How much these numbers differ from those of another staffing on the same random numbers, over the first so many
    /// replications: `value` is ours less theirs, its half-width that of the paired difference.
    std::vector<PromiseEstimate> differences(const PromiseSimulation& other, std::int64_t replications) const;

    /// By work, the share of its calls that are answered; 1 where none came.
    std::vector<double> answered() const;

    /// Where promises are missed: [promise][interval], in contacts, seconds or agents as the promise counts.
    std::vector<std::vector<double>> misses() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace freiton::simulation
