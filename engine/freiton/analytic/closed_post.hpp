// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/pools.hpp"

namespace freiton::analytic {

/// Some of the items that came while closed, by the interval of the opening with which they count.
struct ClosedPart {
    std::vector<double> items;
    std::vector<Seconds> first{};  // how long before the opening the first of them came
    std::vector<Seconds> since{};  // how long before it they came in the mean
};

/// Items of a stream that came while closed and whose promise ran on by the wall clock.
struct ClosedItems {
    ClosedPart late;                    // whose time is up before it opens
    std::vector<ClosedPart> in_time{};  // the others, by the time that is left to them: the longest closed are the last
};

/// Into so many parts, at most, those that are not late by the opening are sorted; each is taken as if all of it had
/// come with its first, so that a promise is judged too strictly, by up to a twelfth of the longest time that is
/// closed.
inline constexpr int most_closed_parts = 12;

/// Nothing unless the promise is by the wall clock and something comes while closed.
std::optional<ClosedItems> closed_items(const Scenario& scenario, const Stream& stream);

}  // namespace freiton::analytic
