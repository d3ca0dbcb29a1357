// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/pools.hpp"

namespace freiton::analytic {

/// Items of a stream that came while closed and whose promise ran on by the wall clock, by the interval of the opening
/// with which they count.
struct ClosedItems {
    std::vector<double> late;               // whose time is up before it opens
    std::vector<double> in_time;            // the others
    std::vector<Seconds> longest_closed{};  // of the others, how long before the opening the first of them came
    std::vector<Seconds> late_since{};      // how long before it those that are late came in the mean
    std::vector<Seconds> in_time_since{};   // and the others
};

/// Nothing unless the promise is by the wall clock and something comes while closed.
std::optional<ClosedItems> closed_items(const Scenario& scenario, const Stream& stream);

}  // namespace freiton::analytic
