// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/simulation/kernel/branches.hpp"
#include "freiton/simulation/views.hpp"

namespace freiton::simulation {

/// What each promise is judged by, as sums over cells: one gauge for each, in the order of the promises.
std::vector<kernel::Gauge> gauges_of(const Views& views);

/// Turns the gauges of one replication into the slacks of the instances.
class SlackCounter {
  public:
    struct Value {
        double slack = 0.0;
        double base = 0.0;
    };

    explicit SlackCounter(const Views& views);

    /// [instance] from [gauge x intervals].
    void count(const std::vector<kernel::GaugeValue>& played, std::vector<Value>& values);

    struct Change {
        std::size_t instance = 0;
        double by = 0.0;
    };
    /// What differences from the replication counted last change, in no order.
    const std::vector<Change>& changes(const std::vector<kernel::Branches::Difference>& differences);

  private:
    std::size_t unit_of(std::size_t promise, std::size_t interval) const;
    Value counted(std::size_t promise, const kernel::GaugeValue& sum) const;

    const Views& views_;
    std::vector<std::size_t> first_unit_;  // by promise: a unit is what is judged: an interval, a day, the horizon
    std::vector<std::size_t> promise_of_unit_;
    std::vector<std::size_t> instance_of_unit_;
    std::vector<kernel::GaugeValue> units_;       // of the replication counted last
    std::vector<kernel::GaugeValue> difference_;  // by unit
    std::vector<std::size_t> touched_;
    std::vector<Change> changes_;
};

}  // namespace freiton::simulation
