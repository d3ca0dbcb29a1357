// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/mend.hpp"

#include <gtest/gtest.h>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

bool mended(Office& made, SearchResult& result, const std::function<bool()>& stopped = never) {
    const Ask ask = made.ask();
    return mend(made.space, ask, looks_by(ask), result, stopped);
}

TEST(Mend, AddsWhereItIsMissedAndNoMore) {
    Office made = office_with({1.0}, {3.0, 3.0, 3.0, 3.0}, 4, 9);
    SearchResult result = found_so_far(made, {{3, 2, 4, 1}});
    EXPECT_TRUE(mended(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{3, 3, 4, 3}}));
}

TEST(Mend, TakesWhoHelpsMostForTheirCost) {
    Office made = office(2, 1, 9);
    made.space.helps = {{true, true}};
    made.worth = {{2.0, 1.0}};
    made.needs = {{8.0}};
    made.space.cost = {1.5, 1.0};
    SearchResult result = found_so_far(made, {{2}, {2}});  // 6
    EXPECT_TRUE(mended(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{3}, {2}}));
}

TEST(Mend, AddsNobodyWhereNobodyHelpsOrAllAreThere) {
    Office made = office_with({1.0}, {9.0}, 1, 5);
    SearchResult result = found_so_far(made, {{5}});
    EXPECT_FALSE(mended(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{5}}));
    made.space.most = {{20}};
    made.space.helps = {{false}};
    EXPECT_FALSE(mended(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{5}}));
}

TEST(Mend, EndsWhenItIsStopped) {
    Office made = office_with({1.0}, {9.0}, 1, 20);
    SearchResult result = found_so_far(made, {{5}});
    EXPECT_FALSE(mended(made, result, [] { return true; }));
    EXPECT_EQ(result.plan.agents, (Agents{{5}}));
}

TEST(Mend, LeavesWhatHoldsAlone) {
    Office made = office_with({1.0}, {5.0}, 1, 20);
    SearchResult result = found_so_far(made, {{5}});
    EXPECT_TRUE(mended(made, result));
    EXPECT_EQ(made.asked, 0);
}

}  // namespace
}  // namespace freiton::staffing
