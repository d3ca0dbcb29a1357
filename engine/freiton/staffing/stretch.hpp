// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton::staffing {

/// Days of a scenario that are planned by themselves, and where all the days that are like them begin.
struct Stretch {
    Scenario scenario;
    std::vector<std::size_t> begins{};  // intervals of the whole scenario at which its first one stands, in order
    std::size_t lead_in = 0;  // its first intervals, which fill the office and have other numbers in the whole
    bool in_turn = false;     // others hang together with it: its plan is seen to be the least only by itself
};

}  // namespace freiton::staffing
