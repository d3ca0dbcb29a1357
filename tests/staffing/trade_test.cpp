// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "staffing/savings_desk.hpp"

namespace freiton::staffing {
namespace {

// Of the first interval, whom the second one's promise keeps.
const std::vector<Needed> kept_by_the_next = {{.team = 0, .interval = 0, .broken = {.interval = IntervalIndex{1}}}};

TEST(Trade, GivesTwoForOneInTheIntervalThatKeepsThem) {
    Office made = office_with({1.0}, {1.0, 4.0}, 2, 9);
    made.space.helps = {{true}};
    Desk desk = desk_of(made, {{3, 4}});
    desk.result.needed = kept_by_the_next;
    EXPECT_TRUE(desk.trade());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{1, 5}}));
    EXPECT_TRUE(desk.result.evaluation.holds());
}

TEST(Trade, StaysWithinTheLimits) {
    Office made = office_with({1.0}, {0.0, 3.0}, 2, 9);
    const std::vector<Needed>& needed = kept_by_the_next;
    const StaffingPlan plan{{{3, 3}}};
    made.space.least[0][0] = 2;
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());  // one would be left
    made.space.least[0][0] = 1;
    made.space.most[0][1] = 3;
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());  // a fourth has no place
    made.space.most[0][1] = 4;
    ASSERT_EQ(two_for_one(made.space, plan, needed).size(), 1U);
    EXPECT_EQ(with(plan, two_for_one(made.space, plan, needed)[0]).agents, (Agents{{1, 4}}));
    made.space.stands_for = {1.0, 2.0};  // then it saves nothing
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
}

TEST(Trade, MakesNoneThatBreaksAPromise) {
    Office made = office_with({1.0}, {2.0, 3.0}, 2, 9);
    Desk desk = desk_of(made, {{3, 3}});
    desk.result.needed = kept_by_the_next;
    EXPECT_FALSE(desk.trade());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{3, 3}}));
}

TEST(Trade, IsNoneWithinOneIntervalNorForWhoCannotHelp) {
    Office made = office_with({1.0}, {0.0, 0.0}, 2, 9);
    const StaffingPlan plan{{{3, 3}}};
    std::vector<Needed> needed = kept_by_the_next;
    EXPECT_EQ(two_for_one(made.space, plan, needed).size(), 1U);
    made.space.helps = {{false}};
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
    made.space.helps = {{true}};
    needed[0].broken.interval = IntervalIndex{0};
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
    needed[0].broken.interval.reset();
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
}

TEST(Exchange, PutsCheapPeopleInThePlaceOfDearOnes) {
    Office made = office_with({1.0, 1.0}, {2.0, 2.0}, 2, 9);
    made.space.cost = {3.0, 2.0};
    Desk desk = desk_of(made, {{1, 1}, {1, 1}});
    EXPECT_TRUE(desk.exchange());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{0, 0}, {2, 2}}));
}

TEST(Exchange, StaysWithinTheLimitsAndWhatIsPromised) {
    Office made = office_with({2.0, 1.0}, {3.0, 2.0, 2.0}, 3, 9);
    made.space.cost = {3.0, 2.0};
    made.space.least[0][1] = 1;
    made.space.most[1][2] = 1;
    Desk desk = desk_of(made, {{1, 1, 1}, {1, 1, 1}});
    EXPECT_FALSE(desk.exchange());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{1, 1, 1}, {1, 1, 1}}));
}

// Two dear teams at once into one cheap team that has room for one more.
TEST(Exchange, StaysWithinTheLimitsForAllThatIsTakenTogether) {
    Office made = office_with({1.0, 1.0, 1.0}, {3.0}, 1, 9);
    made.space.cost = {3.0, 2.5, 2.0};
    made.space.most[2][0] = 2;
    made.space.least[0][0] = 1;
    Desk desk = desk_of(made, {{2}, {1}, {1}});
    EXPECT_TRUE(desk.exchange());
    EXPECT_LE(desk.result.plan.agents[2][0], 2);
    EXPECT_GE(desk.result.plan.agents[0][0], 1);
    EXPECT_EQ(people(desk.result.plan), 4);
}

TEST(Trade, GivesNobodyTwice) {
    Office made = office_with({1.0}, {0.0, 4.0}, 2, 9);
    made.space.least[0][0] = 2;
    Desk desk = desk_of(made, {{4, 4}});
    desk.result.needed = {kept_by_the_next[0], kept_by_the_next[0]};
    desk.trade();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{2, 5}}));
}

TEST(Exchange, LeavesTeamsOfTheSameCost) {
    Office made = office_with({1.0, 1.0}, {2.0}, 1, 9);
    EXPECT_TRUE(cheap_for_dear(made.space, level(made, 1)).empty());
}

}  // namespace
}  // namespace freiton::staffing
