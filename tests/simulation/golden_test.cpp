// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/figures_hash.hpp"

namespace freiton::test {
namespace {

// Both compilers, debug and release, and the C library's functions for other processors meet the same bytes: .ci/run
// builds and runs this test with each. They change when a rule or a stream changes, and only then.
TEST(GoldenBytes, OfEveryFigureOfSimulatedOrganisations) {
    std::uint64_t together = 0;
    for (std::uint64_t i = 0; i < 40; ++i) together = together * 31 + hash_of(RandomOrganisation{i}.make(), 40, 1);
    EXPECT_EQ(together, 0xc27d91ea7ddab73U) << std::hex << "0x" << together;
}

}  // namespace
}  // namespace freiton::test
