// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/enumerate.hpp"

#include <gtest/gtest.h>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

bool enumerate(Office& made, SearchResult& result) { return enumerate_cheaper(made.space, made.ask(), result, never); }

// A person who does one for 2, or two for 3.
Office one_or_two(double need, int most) {
    Office made = office_with({1.0, 2.0}, {need}, 1, most);
    made.space.cost = {2.0, 3.0};
    return made;
}

TEST(Enumeration, TakesTheCheapestPlanThatHolds) {
    Office made = office_with({1.0}, {2.0, 0.0, 3.0}, 3, 6);
    SearchResult result = found_so_far(made, {{4, 1, 5}});
    EXPECT_TRUE(enumerate(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{2, 0, 3}}));
    EXPECT_TRUE(result.evaluation.holds());
    EXPECT_EQ(result.evaluation.instances[2].value, 3.0);
}

TEST(Enumeration, ProvesAPlanThatNothingCheaperReplaces) {
    Office made = office_with({1.0}, {2.0, 3.0}, 2, 6);
    SearchResult result = found_so_far(made, {{2, 3}});
    EXPECT_TRUE(enumerate(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{2, 3}}));
}

TEST(Enumeration, LeavesAPlanThatCostsTheSame) {
    Office made = office_with({1.0, 1.0}, {4.0}, 1, 6);
    SearchResult result = found_so_far(made, {{1}, {3}});
    EXPECT_TRUE(enumerate(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{1}, {3}}));
}

TEST(Enumeration, CountsTheCostOfEveryNumber) {
    Office made = office_with({1.0, 1.0, 1.0}, {4.0}, 1, 6);
    made.space.cost = {1.0, 3.0, 2.0};
    SearchResult result = found_so_far(made, {{0}, {2}, {2}});
    EXPECT_TRUE(enumerate(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{4}, {0}, {0}}));
}

// Whatever the limit: what is proven has tried every number of people that a cheaper plan can have.
TEST(Enumeration, TriesAsManyPeopleAsACheaperPlanCanHave) {
    for (const int most : {8, 9, 1000}) {
        Office made = one_or_two(8.0, most);
        SearchResult result = found_so_far(made, {{8}, {0}});
        EXPECT_TRUE(enumerate(made, result)) << most;
        EXPECT_EQ(result.plan.agents, (Agents{{0}, {4}})) << most;
    }
}

TEST(Enumeration, ProvesNothingWherePeopleCostNothing) {
    Office made = one_or_two(8.0, 9);
    made.space.cost[0] = 0.0;
    SearchResult result = found_so_far(made, {{0}, {4}});
    EXPECT_FALSE(enumerate(made, result));
}

TEST(Enumeration, StaysWithinTheLimits) {
    Office made = one_or_two(8.0, 8);
    made.space.most[1][0] = 2;
    made.space.least[0][0] = 5;
    SearchResult result = found_so_far(made, {{8}, {0}});
    EXPECT_TRUE(enumerate(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{6}, {1}}));  // 4 and 2 or 2 and 3 would be cheaper
}

TEST(Enumeration, SaysNothingOfMoreThanTenNumbers) {
    for (const std::size_t intervals : {10U, 11U}) {
        Office made = office_with({1.0}, std::vector<double>(intervals, 1.0), intervals, 3);
        SearchResult result = found_so_far(made, {std::vector<int>(intervals, 1)});
        EXPECT_EQ(enumerate(made, result), intervals == 10U);
        EXPECT_EQ(made.asked > 0, intervals == 10U);
    }
}

TEST(Enumeration, ProvesNothingWhenItIsStopped) {
    Office made = one_or_two(8.0, 8);
    SearchResult result = found_so_far(made, {{8}, {0}});
    EXPECT_FALSE(enumerate_cheaper(made.space, made.ask(), result, [] { return true; }));
    EXPECT_EQ(result.plan.agents, (Agents{{8}, {0}}));
}

// Ten intervals that give to a common pot, at least four people in each: millions of plans are cheaper than six in
// each.
TEST(Enumeration, ProvesNothingWhereTooManyPlansAreCheaper) {
    Office made = office_with({1.0}, {60.0}, 10, 8);
    SearchResult result = found_so_far(made, {std::vector<int>(10, 6)});
    const Ask narrow = [&](const StaffingPlan& plan, Effort) {
        Evaluation evaluation = made.evaluate(plan);
        for (const int agents : plan.agents[0])
            if (agents < 4) evaluation.instances[0].holds = false;
        return evaluation;
    };
    EXPECT_FALSE(enumerate_cheaper(made.space, narrow, result, never));
}

// With a need in each interval the lower bounds say it all.
TEST(Enumeration, AsksFirstWhatFailsWithEverybodyElseThere) {
    Office made = office_with({1.0}, {2.0, 3.0}, 2, 6);
    SearchResult result = found_so_far(made, {{2, 3}});
    enumerate(made, result);
    EXPECT_EQ(made.asked, 2);  // one person less in each interval, everybody else there
}

}  // namespace
}  // namespace freiton::staffing
