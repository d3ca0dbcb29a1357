// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "freiton/model/performance.hpp"
#include "simulation/z_values.hpp"

namespace freiton::test {

/// A figure of a kind of work over the horizon agrees with its exact value.
inline void expect_is(double exact, double CallFigures::*member, const Performance& performance, std::size_t work = 0) {
    const auto& calls = performance.work[work].calls.total;
    const Compared compared{"", exact, calls.*member, *calls.half_width.*member, performance.replications};
    EXPECT_LT(std::abs(compared.z()), 4.5) << exact << " " << calls.*member << " +- " << *calls.half_width.*member;
}

}  // namespace freiton::test
