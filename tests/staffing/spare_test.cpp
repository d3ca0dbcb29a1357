// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/spare.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "staffing/savings_desk.hpp"

namespace freiton::staffing {
namespace {

TEST(Sparing, LeavesWhatEachIntervalNeedsAndSaysWhatWouldBreak) {
    Office made = office_with({1.0}, {2.0, 0.0, 3.0}, 3, 9);
    Desk desk = desk_of(made, {{5, 4, 3}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{2, 0, 3}}));
    ASSERT_EQ(desk.result.needed.size(), 2U);
    for (const Needed& needed : desk.result.needed) {
        EXPECT_EQ(needed.broken.interval, IntervalIndex{needed.interval});
        EXPECT_EQ(needed.broken.value, desk.result.plan.agents[0][needed.interval] - 1);
    }
    EXPECT_TRUE(desk.result.evaluation.holds());
}

TEST(Sparing, TakesTheDearTeamFirst) {
    for (const auto& [cost, left] :
         {std::pair{std::vector{2.0, 3.0}, Agents{{4}, {3}}}, std::pair{std::vector{3.0, 2.0}, Agents{{3}, {4}}}}) {
        Office made = office_with({1.0, 1.0}, {7.0}, 1, 9);
        made.space.cost = cost;
        Desk desk = desk_of(made, {{4}, {4}});
        desk.spare();
        EXPECT_EQ(desk.result.plan.agents, left);
    }
}

TEST(Sparing, TakesFirstWhoIsWorthLeast) {
    Office made = office(2, 1, 9);
    made.space.helps = {{true, true}};
    made.worth = {{1.0, 0.7}};
    made.needs = {{6.0}};
    Desk desk = desk_of(made, {{4}, {4}});  // 6.8
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{4}, {3}}));
}

TEST(Sparing, LeavesFixedStaffAlone) {
    Office made = office_with({1.0}, {1.0, 1.0}, 2, 9);
    made.space.least = {{4, 2}};
    Desk desk = desk_of(made, {{4, 3}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{4, 2}}));
    EXPECT_TRUE(desk.result.needed.empty());
}

// What each does alone is known, so that all who can go are tried at once.
TEST(Sparing, AsksForFewPlansHoweverManyPeopleThereAre) {
    for (const std::size_t intervals : {6U, 60U}) {
        Office made = office_with({1.0}, std::vector<double>(intervals, 2.0), intervals, 9);
        int asked = 0;
        const Ask counted = [&](const StaffingPlan& plan, Effort) {
            ++asked;
            return made.evaluate(plan);
        };
        SearchResult found = found_so_far(made, {std::vector<int>(intervals, 4)});
        const LookAt look_at = looks_by(made.ask());
        const StaffingPlan shape = found.plan;
        const std::function<bool()> stopped = never;
        SavingsTaker taker{made.space, counted, look_at, shape, found, stopped};
        spare(made.space, counted, taker, found, stopped);
        EXPECT_EQ(found.plan, level(made, 2));
        EXPECT_EQ(asked, 2 + 1);  // one person of each interval, and one more; then what is left
        EXPECT_EQ(found.needed.size(), intervals);
    }
}

TEST(Sparing, TakesNoMoreThanAPromiseOverAllHasToSpare) {
    Office made = office_with({1.0}, {7.0}, 4, 9);
    Desk desk = desk_of(made, {{2, 2, 2, 2}});
    desk.spare();
    EXPECT_EQ(people(desk.result.plan), 7);
    EXPECT_EQ(desk.result.needed.size(), 4U);
    for (const Needed& needed : desk.result.needed) EXPECT_FALSE(needed.broken.interval || needed.broken.day);
}

// Where any may go, an interval loses at most one more than its neighbours.
TEST(Sparing, KeepsTheCourseOfTheDay) {
    Office made = office_with({1.0}, {20.0}, 8, 99);
    Desk desk = desk_of(made, {{5, 6, 7, 8, 8, 7, 6, 5}});
    desk.spare();
    EXPECT_EQ(people(desk.result.plan), 20);
    const std::vector<int>& before = desk.shape.agents[0];
    const std::vector<int>& after = desk.result.plan.agents[0];
    for (std::size_t i = 1; i < before.size(); ++i)
        EXPECT_LE(std::abs((before[i] - after[i]) - (before[i - 1] - after[i - 1])), 1) << i;
}

// The second person of a pair is missed by much, so that effects of single people say too little.
TEST(Sparing, PeopleWhoAreMissedOnlyTogetherAreNotTakenTogether) {
    Office made = office(1, 6, 9);
    made.space.helps = {{true}};
    const Ask ask = [&](const StaffingPlan& plan, Effort) {
        const double gone = 12.0 - people(plan);
        const double room = 10.0 - gone * gone;  // three may go, by themselves each costs 1
        return Evaluation{.instances = {{.value = room, .holds = room >= 0.0, .room = room}}, .misses = {{0}}};
    };
    SearchResult found{.plan = level(made, 2)};
    found.evaluation = ask(found.plan, Effort::reference);
    Desk desk{made.space, ask, found};
    desk.spare();
    EXPECT_EQ(people(desk.result.plan), 9);
    EXPECT_TRUE(desk.result.evaluation.holds());
}

// A rough look that believes too much: the reference has the last word.
TEST(Sparing, GivesBackWhatTheReferenceDenies) {
    Office made = office_with({1.0}, {7.0}, 4, 9);
    const Ask hopeful = [&](const StaffingPlan& plan, Effort effort) {
        Evaluation evaluation = made.evaluate(plan);
        Instance& number = evaluation.instances[0];
        if (effort == Effort::rough) number.room += 2.0;
        number.holds = number.room >= 0.0;
        return evaluation;
    };
    Desk desk{made.space, hopeful, found_so_far(made, {{3, 3, 3, 3}})};
    desk.spare();
    EXPECT_TRUE(desk.result.evaluation.holds());
    EXPECT_EQ(people(desk.result.plan), 7);
}

TEST(Sparing, BlamesWhoHelpsAndIsInReach) {
    Office made = office(2, 4, 9);
    made.space.helps = {{true, false}, {false, true}};
    made.worth = {{1.0, 0.0}, {0.0, 1.0}};
    made.needs = {{1.0, 1.0, 1.0, 1.0}, {0.0, 0.0, 0.0, 0.0}};
    Desk desk = desk_of(made, {{1, 1, 1, 1}, {1, 1, 1, 1}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{1, 1, 1, 1}, {0, 0, 0, 0}}));
    ASSERT_EQ(desk.result.needed.size(), 4U);
    for (const Needed& needed : desk.result.needed) EXPECT_EQ(needed.team, 0U);
}

TEST(Sparing, EndsWhenItIsStopped) {
    Office made = office_with({1.0}, {1.0}, 1, 9);
    Desk desk{made.space, made.ask(), found_so_far(made, {{5}}), [] { return true; }};
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{5}}));
}

TEST(ThinningOut, LetsManyGoAndLeavesTheLastFewToACloserLook) {
    Office made = office_with({1.0}, std::vector<double>(40, 3.0), 40, 9);
    made.needs[0][7] = 2.0;  // one who could still go when all others stay
    Desk desk = desk_of(made, {std::vector<int>(40, 5)});
    thin_out(made.space, desk.taker);
    StaffingPlan left = level(made, 3);
    EXPECT_EQ(desk.result.plan, left);
    desk.spare();
    left.agents[0][7] = 2;
    EXPECT_EQ(desk.result.plan, left);
}

TEST(Sparing, WhoCostsNothingIsSparedToo) {
    Office made = office_with({1.0}, {2.0, 3.0}, 2, 9);
    made.space.cost = {0.0};
    Desk desk = desk_of(made, {{4, 4}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{2, 3}}));
}

}  // namespace
}  // namespace freiton::staffing
