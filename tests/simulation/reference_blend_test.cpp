// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/blend_cases.hpp"

namespace freiton::test {
namespace {

TEST(ReferenceBlend, EveryVariantIsWithinItsUncertainty) {
    std::vector<Compared> all;
    std::uint64_t index = 0;
    for (const Json& exact : reference_cases("blend")) {
        const std::vector<Compared> compared = run_blend(exact, {.days = 1, .replications = 40, .seed = ++index});
        all.insert(all.end(), compared.begin(), compared.end());
    }
    expect_spread(all, 0.0, 0.25);
}

}  // namespace
}  // namespace freiton::test
