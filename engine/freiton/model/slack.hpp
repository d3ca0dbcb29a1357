// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "freiton/model/indices.hpp"

namespace freiton {

/// How far one number of one promise is on the good side, as a mean over replications: of a share promised to be at
/// least w the number that counts less w times what it is measured by, so that the promise is kept where it is not
/// negative, and so that effects add up.
struct Slack {
    std::size_t promise = 0;  // of promises_of()
    std::optional<IntervalIndex> interval{};
    std::optional<int> day{};
    double mean = 0.0;
    double error = 0.0;  // one standard error
    double base = 0.0;   // mean of what it is measured by; 0: nothing came

    double wanted = 0.0;
    bool at_least = true;
    /// The share or the seconds that this slack stands for.
    double value_of(double slack) const { return at_least ? wanted + slack / base : wanted - slack / base; }
};

/// So many people more or fewer of a team in an interval.
struct StaffStep {
    std::size_t team = 0;
    std::size_t interval = 0;
    int by = 0;
};

/// By how much a step moves one slack: the mean of paired differences, and one standard error of it.
struct SlackEffect {
    std::size_t instance = 0;
    double mean = 0.0;
    double error = 0.0;
};

}  // namespace freiton
