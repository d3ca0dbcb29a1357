// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/units.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace freiton {
namespace {

using namespace std::chrono_literals;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Units, DurationsConvertByThemselves) {
    EXPECT_EQ(Seconds{4min}.count(), 240.0);
    EXPECT_EQ(Hours{Seconds{5400}}.count(), 1.5);  // 5400 / 3600
}

// 100 calls in 30 min, 3 min each: 300 min of work in 30 min keep ten people busy.
TEST(Units, ArrivalsTimesHandlingTimeAreErlangs) {
    EXPECT_DOUBLE_EQ((ArrivalRate{100, 30min} * Seconds{3min}).value(), 10.0);
}

TEST(Units, NegativeAndUndefinedQuantitiesBreakTheContract) {
    EXPECT_THROW(Agents{-1}, ContractViolation);
    EXPECT_THROW(Agents{nan}, ContractViolation);
    EXPECT_THROW(Erlangs{-0.1}, ContractViolation);
    EXPECT_THROW(Erlangs{nan}, ContractViolation);
    EXPECT_THROW((ArrivalRate{-1, 30min}), ContractViolation);
    EXPECT_THROW((ArrivalRate{0, 0s}), ContractViolation);  // 0 / 0
    EXPECT_EQ(Agents{0}.value(), 0.0);
}

TEST(Units, SharesLieBetweenNoneAndAll) {
    EXPECT_EQ(Share{0}.value(), 0.0);
    EXPECT_EQ(Share{1}.value(), 1.0);
    EXPECT_THROW(Share{80}, ContractViolation);
    EXPECT_THROW(Share{-0.01}, ContractViolation);
    EXPECT_THROW(Share{nan}, ContractViolation);
}

TEST(Units, QuantitiesOfOneKindCompare) {
    EXPECT_LT(Agents{2}, Agents{2.5});
    EXPECT_GT(Erlangs{2}, Erlangs{1});
    EXPECT_EQ(Share{0.8}, Share{0.8});
}

TEST(Contracts, AViolationSaysWhichConditionAndWhere) {
    try {
        EXPECTS(1 + 1 == 3);
        FAIL() << "no exception";
    } catch (const ContractViolation& violation) {
        const std::string what = violation.what();
        EXPECT_NE(what.find("expects 1 + 1 == 3"), std::string::npos) << what;
        EXPECT_NE(what.find("units_test.cpp:"), std::string::npos) << what;
    }
    EXPECT_THROW(ENSURES(false), ContractViolation);
    EXPECT_NO_THROW(ENSURES(true));
}

}  // namespace
}  // namespace freiton
