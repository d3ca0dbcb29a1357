// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/parallel_for.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace freiton {
namespace {

TEST(ParallelFor, VisitsEveryIndexOnceOnAnyNumberOfThreads) {
    for (const int threads : {0, 1, 2, 8}) {
        std::vector<int> visits(1000, 0);
        parallel_for(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
        EXPECT_EQ(visits, std::vector<int>(1000, 1)) << threads;
    }
}

TEST(ParallelFor, DoesNothingForNothing) {
    parallel_for(0, 4, [](std::size_t) { FAIL() << "there is no index"; });
    SUCCEED();
}

TEST(ParallelFor, TellsTheErrorOfTheLowestIndexThatFailed) {
    for (const int threads : {1, 2, 8}) {
        try {
            parallel_for(100, threads, [](std::size_t i) {
                if (i >= 1) throw std::runtime_error{std::to_string(i)};
            });
            FAIL() << "nothing was thrown";
        } catch (const std::runtime_error& error) {
            EXPECT_STREQ(error.what(), "1") << threads;
        }
    }
}

}  // namespace
}  // namespace freiton
