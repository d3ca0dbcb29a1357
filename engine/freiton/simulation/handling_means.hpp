// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/scenario.hpp"
#include "freiton/simulation/views.hpp"

namespace freiton::simulation {

/// The mean handling time of what arrives in some intervals: the work's own, or where a table gives means, theirs.
class HandlingMeans {
  public:
    HandlingMeans(const Scenario& scenario, const View& view);

    /// In seconds, weighted with the arrivals of the intervals from `from` to before `to`.
    double of(std::size_t from, std::size_t to) const;

  private:
    double usual_s_;
    std::vector<double> arrivals_{};  // by interval; empty: no table
    std::vector<double> load_s_{};
};

}  // namespace freiton::simulation
