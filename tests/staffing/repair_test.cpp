// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/repair.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

bool repaired(Office& made, SearchResult& result) { return repair(made.space, made.ask(), {}, result, never); }

// Holds from so many people on, in all intervals together; the rest of the instance is given.
Ask together(Instance instance, int people, std::vector<double> misses) {
    return [=](const StaffingPlan& plan, Effort) {
        Evaluation evaluation{.instances = {instance}, .misses = {misses}};
        int sum = 0;
        for (const auto& team : plan.agents) sum += std::accumulate(team.begin(), team.end(), 0);
        evaluation.instances[0].holds = sum >= people;
        return evaluation;
    };
}

TEST(Repair, AddsTwiceAsManyEachTimeWhereItDoesNotSuffice) {
    Office made = office_with({1.0}, {0.0, 1.0, 3.0, 7.0, 8.0}, 5, 100);
    SearchResult result = found_so_far(made, {{0, 0, 0, 0, 0}});
    EXPECT_TRUE(repaired(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{0, 1, 3, 7, 15}}));
    EXPECT_TRUE(result.evaluation.holds());
}

TEST(Repair, AddsOneAtATimeWhereItIsClose) {
    Office made = office_with({1.0}, {5.0}, 1, 100);
    SearchResult result = found_so_far(made, {{0}});
    const Ask close = [&](const StaffingPlan& plan, Effort) {
        Evaluation evaluation = made.evaluate(plan);
        evaluation.instances[0].close = true;
        return evaluation;
    };
    EXPECT_TRUE(repair(made.space, close, {}, result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{5}}));
}

TEST(Repair, TakesTheCheaperTeamUntilItIsFull) {
    Office made = office_with({1.0, 1.0}, {7.0}, 1, 5);
    made.space.cost = {3.0, 2.0};
    SearchResult result = found_so_far(made, {{0}, {0}});
    EXPECT_TRUE(repaired(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{2}, {5}}));
}

TEST(Repair, TakesNobodyWhoCannotHelp) {
    Office made = office_with({0.0, 1.0}, {3.0}, 1, 5);
    made.space.cost = {1.0, 2.0};
    made.space.helps = {{false, true}};
    SearchResult result = found_so_far(made, {{0}, {0}});
    EXPECT_TRUE(repaired(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{0}, {3}}));
}

TEST(Repair, SharesPeopleOutBetweenTeamsOfTheSameCost) {
    Office made = office_with({1.0, 1.0}, {7.0}, 1, 100);
    made.space.share = {0.75, 0.25};
    SearchResult result = found_so_far(made, {{0}, {0}});
    EXPECT_TRUE(repaired(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{6}, {1}}));  // the second team's next would be an eighth
}

TEST(Repair, GoesBackTwoIntervalsOfTheSameDayWhereOneIsFull) {
    Office made = office_with({1.0}, {0.0}, 4, 1);
    const Ask full = together({.interval = IntervalIndex{3}}, 4, {0, 0, 0, 1});
    SearchResult result = found_so_far(made, {{0, 0, 0, 0}});
    EXPECT_FALSE(repair(made.space, full, {}, result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{0, 1, 1, 1}}));
    made.space.day_of_interval = {0, 0, 1, 1};
    result = found_so_far(made, {{0, 0, 0, 0}});
    EXPECT_FALSE(repair(made.space, full, {}, result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{0, 0, 1, 1}}));
}

TEST(Repair, OverTheHorizonTheIntervalThatMissesMostComesFirstAndThenCountsForLess) {
    Office made = office_with({1.0}, {0.0}, 3, 100);
    SearchResult result = found_so_far(made, {{0, 0, 0}});
    EXPECT_TRUE(repair(made.space, together({}, 3, {1.0, 2.5, 2.0}), {}, result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{0, 2, 1}}));  // one, then two: 2.5 becomes 1.75
}

TEST(Repair, OfADayOnlyItsIntervalsAreRaised) {
    Office made = office_with({1.0}, {0.0}, 4, 1);
    made.space.day_of_interval = {0, 0, 1, 1};
    SearchResult result = found_so_far(made, {{0, 0, 0, 0}});
    EXPECT_FALSE(repair(made.space, together({.day = 1}, 3, {9.0, 9.0, 1.0, 2.0}), {}, result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{0, 0, 1, 1}}));
}

TEST(Repair, WhereAllAreThereItSaysSoAndKeepsThePlan) {
    Office made = office_with({1.0}, {9.0}, 1, 5);
    SearchResult result = found_so_far(made, {{0}});
    EXPECT_FALSE(repaired(made, result));
    EXPECT_EQ(result.plan.agents, (Agents{{5}}));
}

TEST(Repair, BelievesAQuickLookOnlyUntilACloseOne) {
    Office made = office_with({1.0}, {3.0}, 1, 9);
    SearchResult result = found_so_far(made, {{0}});
    std::vector<Effort> efforts;
    const Ask rough = [&](const StaffingPlan& plan, Effort effort) {
        Evaluation evaluation = made.evaluate(plan);
        efforts.push_back(effort);
        if (effort == Effort::quick) evaluation.instances[0].holds = true;
        return evaluation;
    };
    EXPECT_TRUE(repair(made.space, rough, {}, result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{3}}));
    EXPECT_EQ(efforts, (std::vector{Effort::quick, Effort::reference, Effort::reference, Effort::reference}));
}

TEST(Repair, EndsWhenItIsStopped) {
    Office made = office_with({1.0}, {9.0}, 1, 100);
    SearchResult result = found_so_far(made, {{0}});
    EXPECT_FALSE(repair(made.space, made.ask(), {}, result, [] { return true; }));
    EXPECT_EQ(result.plan.agents, (Agents{{0}}));
}

}  // namespace
}  // namespace freiton::staffing
