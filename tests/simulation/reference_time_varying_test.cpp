// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/changing_days.hpp"

namespace freiton::test {
namespace {

constexpr double least_events_of_days = 100.0;  // fewer are no sample: what is seldom comes in heaps

TEST(ReferenceTimeVarying, BothRulesForDroppingStaffAreWithinTheirUncertainty) {
    std::vector<Compared> all;
    std::uint64_t index = 0;
    for (const Json& day : reference_cases("time_varying")) {
        const std::vector<Compared> compared = run_changing_day(day, {.replications = 1000, .seed = ++index});
        all.insert(all.end(), compared.begin(), compared.end());
    }
    expect_spread(all, least_events_of_days, 0.1);
}

}  // namespace
}  // namespace freiton::test
