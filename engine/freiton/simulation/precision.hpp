// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "freiton/model/scenario.hpp"
#include "freiton/simulation/moments.hpp"

namespace freiton::simulation {

/// Decides how many replications to run: so many as were asked for, or until the half-widths of the main figures (share
/// answered in time, mean wait, share done in time, mean turnaround; of every kind of work, over the horizon) are
/// reached. It looks only at fixed numbers of replications, so that the number never depends on threads.
class Precision {
  public:
    Precision(const Views& views, const SimulationOptions& options) : views_{views}, options_{options} {}

    /// How many more to run before asking again; 0: enough.
    std::int64_t replications_to_add(const Moments& moments);

    /// A guess of how many it will be in all.
    std::int64_t expected(const Moments& moments) const;

    /// Whether every half-width that was asked for is reached.
    bool reached(const Moments& moments) const { return excess(moments) <= 1.0; }

    /// Which figure is farthest from it: "sales asa_s".
    std::string widest(const Scenario& scenario, const Moments& moments) const;

  private:
    struct Widest {
        double excess = 0.0;  // half-width over the wanted one
        std::size_t view = 0;
        std::string figure{};
    };
    Widest widest(const Moments& moments) const;
    double excess(const Moments& moments) const { return widest(moments).excess; }

    const Views& views_;
    const SimulationOptions& options_;
};

}  // namespace freiton::simulation
