// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton::staffing {

/// Work that a promise asks for and that nobody has the time to do.
struct Uncovered {
    std::string work{};
    std::string site{};     // empty: none
    double wanted_h = 0.0;  // hours of handling that the promise asks for
    double missing_h = 0.0;
};

/// Which promised load nobody can cover, even if every team has all the people that it may have and chance does no
/// harm: a max-flow from what comes in, over the intervals in which it may be done, to the people who may do it. Of
/// calls the share that must be answered, in the interval of their arrival or the next; of post the share that must be
/// done, between arrival and deadline. A load that one unlimited team may take is always covered. Empty too where the
/// question is too large to be asked (more than two million pairs of arrival and interval).
std::vector<Uncovered> uncovered_load(const Scenario& scenario);

}  // namespace freiton::staffing
