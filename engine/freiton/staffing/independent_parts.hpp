// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton::staffing {

/// Teams and the demand that they share, apart from everybody else: under `reach: site` each site is on its own. What a
/// part keeps of the scenario is all that concerns it; its random streams are those of the whole.
struct Part {
    Scenario scenario;
    std::vector<std::size_t> teams{};  // of the whole scenario, in the part's order
};

/// The independent parts of a scenario, by the connected components of who may take what. Teams that nothing reaches
/// are in no part. A scenario that hangs together is its own only part.
std::vector<Part> independent_parts(const Scenario& scenario);

}  // namespace freiton::staffing
