// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/study/plan.hpp"
#include "places.hpp"

namespace freiton::study {
namespace {

using testing::Each;

Scenario example(const std::string& name) {
    return input::read_scenario(test::in_source("scenarios/") + name + ".yaml");
}

double agent_hours(const PlanResult& result) {
    return std::accumulate(result.performance.teams.begin(), result.performance.teams.end(), 0.0,
                           [](double sum, const TeamPerformance& team) { return sum + team.agent_hours; });
}

// 100 calls per half hour at 180 s: 10 Erlang a site, 80/20 takes 14; 30 Erlang together take 35.
TEST(PlanPost, ThreeSitesTakeFourteenEachAndThirtyFiveTogether) {
    const Scenario scenario = example("three_sites");
    for (const auto& team : plan_by_formula(scenario).plan.agents) EXPECT_THAT(team, Each(14));
    const PlanResult pooled = plan_by_formula(scenario.organised_as("pooled"));
    for (std::size_t i = 0; i < scenario.intervals(); ++i)
        EXPECT_EQ(pooled.plan.agents[0][i] + pooled.plan.agents[1][i] + pooled.plan.agents[2][i], 35);
    EXPECT_TRUE(pooled.met());
}

TEST(PlanPost, TheServiceFirmKeepsEveryPromiseAndAPoolSavesPeople) {
    const Scenario scenario = example("service_firm");
    const PlanResult per_site = plan_by_formula(scenario);
    const PlanResult pooled = plan_by_formula(scenario.organised_as("virtual_team"));
    EXPECT_TRUE(per_site.met());
    EXPECT_TRUE(pooled.met());
    EXPECT_LT(agent_hours(pooled), agent_hours(per_site));
    EXPECT_EQ(per_site.performance.targets.size(), 12u);  // six promises for each of two sites
}

TEST(PlanPost, ThreadsDoNotChangeThePlan) {
    const Scenario scenario = example("service_firm");
    EXPECT_EQ(plan_by_formula(scenario, {.control = {.threads = 1}}).plan,
              plan_by_formula(scenario, {.control = {.threads = 4}}).plan);
}

std::string quiet_and_busy(const std::string& target, const std::string& team) {
    return "freiton: 1\n"
           "calendar: {first_day: 2026-03-02, open: '08:00-14:00', interval: 60 min}\n"
           "work:\n"
           "  calls: {kind: call, arrivals: {per_interval: [10, 40, 60, 60, 30, 10]}, handling_time: {mean: 4 min},\n"
           "          patience: {mean: 2 min}, target: {answered: 80 %, within: 20 s" +
           target +
           "}}\n"
           "  letters: {kind: backlog, arrivals: {per_day: 60, at: '08:00'}, handling_time: {mean: 6 min},\n"
           "            target: {done: 95 %, within: 0 d}}\n"
           "teams: {desk: {handles: [calls, letters]" +
           team +
           "}}\n"
           "routing: {interrupt: [letters]}\n";
}

// Six agent hours of letters are to be done by the close.
TEST(PlanPost, OneFewerAnywhereBreaksAPromise) {
    const Scenario scenario = input::parse_scenario(quiet_and_busy(", over: day", ""), "f.yaml", ".");
    const PlanResult least = plan_by_formula(scenario);
    ASSERT_TRUE(least.met());
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        StaffingPlan fewer = least.plan;
        if (--fewer.agents[0][i] < 0) continue;
        EXPECT_FALSE(analytic::performance(scenario, fewer).met()) << "interval " << i;
    }
}

TEST(PlanPost, APromiseOverTheDayTakesFewerPeopleThanInEveryInterval) {
    const auto hours = [](const std::string& target) {
        const Scenario scenario = input::parse_scenario(quiet_and_busy(target, ""), "f.yaml", ".");
        const PlanResult result = plan_by_formula(scenario);
        EXPECT_TRUE(result.met());
        return agent_hours(result);
    };
    EXPECT_LE(hours(", over: day"), hours(""));
}

// The letters add 6 hours of work to about 14 of calls; the time that calls leave does most of them.
TEST(PlanPost, TheTimeThatCallsLeaveDoesThePost) {
    const std::string text = quiet_and_busy("", "");
    const PlanResult both = plan_by_formula(input::parse_scenario(text, "f.yaml", "."));
    ScenarioParts alone = input::parse_scenario(text, "f.yaml", ".").parts();
    alone.routing.interrupt.clear();
    alone.work.pop_back();
    alone.teams[0].handles = {"calls"};
    const double for_calls = agent_hours(plan_by_formula(Scenario{std::move(alone)}));
    EXPECT_LT(agent_hours(both) - for_calls, 6.0);
    EXPECT_GE(agent_hours(both), for_calls);
}

TEST(PlanPost, WhatCannotBeDoneInTimeIsAResult) {
    const Scenario scenario = input::parse_scenario(quiet_and_busy("", ", max: 3"), "f.yaml", ".");
    const PlanResult result = plan_by_formula(scenario);
    EXPECT_FALSE(result.met());
    EXPECT_THAT(result.plan.agents[0], Each(testing::Le(3)));
    EXPECT_FALSE(result.performance.targets[1].met);
    EXPECT_EQ(result.performance.targets[1].promise.kind, PromiseKind::done);
    EXPECT_LT(result.performance.targets[1].reached, 0.95);
    EXPECT_THAT(result.drivers[0], testing::Contains(Driver::most));
}

TEST(PlanPost, GivenStaffStaysAsItIs) {
    const Scenario scenario = input::parse_scenario(quiet_and_busy("", ", staff: 9"), "f.yaml", ".");
    const PlanResult result = plan_by_formula(scenario);
    EXPECT_THAT(result.plan.agents[0], Each(9));
    EXPECT_THAT(result.drivers[0], Each(Driver::given));
}

// The backlog of the day is what came and was not done; at the end of the day nothing is left of what must be done.
TEST(PlanPost, BacklogAndDueWorkAddUp) {
    const Scenario scenario = input::parse_scenario(quiet_and_busy("", ""), "f.yaml", ".");
    const Performance performance = plan_by_formula(scenario).performance;
    const Course<BacklogFigures>& letters = performance.work[1].backlog;
    double backlog = 0.0;
    for (const auto& interval : letters.by_interval) {
        backlog += interval.offered - interval.completed;
        EXPECT_NEAR(interval.backlog_at_end, backlog, 1e-6);
    }
    EXPECT_NEAR(letters.by_interval.back().due, 60.0, 1e-9);
    EXPECT_NEAR(letters.total.due, 60.0, 1e-9);
    EXPECT_NEAR(letters.total.completed, 60.0, 1e-6);
}

// Tandems notice illness; a shared desk hardly does. (Simulated: 94 %, 99.5 % and 100 % in time.)
TEST(PlanPost, AQuoteDeskIsBetterSharedThanInTandems) {
    const Scenario scenario = example("quote_desk");
    const auto in_time = [&](const std::string& organisation) {
        return plan_by_formula(scenario.organised_as(organisation)).performance.targets[0].reached;
    };
    EXPECT_LT(in_time("tandem"), in_time("pairs"));
    EXPECT_LT(in_time("pairs"), in_time("shared_desk"));
    EXPECT_NEAR(in_time("tandem"), 0.944, 0.01);
}

// Twenty hours of quotes a day belong to two persons who are there for eight hours each: whoever else is there has
// none.
TEST(PlanPost, WhoOwnsNothingHasNothingToDo) {
    const auto planned = [](const char* staff) {
        return plan_by_formula(input::parse_scenario(
            std::string{"freiton: 1\n"
                        "calendar: {first_day: 2026-03-02, days: 5, open: {mon-fri: '9:00-17:00'}}\n"
                        "work:\n"
                        "  quotes: {kind: backlog, arrivals: {per_day: 30}, handling_time: 40 min, owners: 2,\n"
                        "           target: {done: 80 %, within: 8 h}}\n"
                        "teams: {desk: {handles: [quotes]"} +
                staff + "}}\nrouting: {reach: owner}\n",
            "f.yaml", "."));
    };
    const PlanResult two = planned(", staff: 2");
    const PlanResult four = planned(", staff: 4");
    const BacklogFigures& of_two = two.performance.work[0].backlog.total;
    const BacklogFigures& of_four = four.performance.work[0].backlog.total;
    EXPECT_LT(of_two.done_in_time_share, 0.8);
    EXPECT_DOUBLE_EQ(of_four.done_in_time_share, of_two.done_in_time_share);
    EXPECT_DOUBLE_EQ(of_four.busy_mean, of_two.busy_mean);
    EXPECT_FALSE(four.met());
    const auto least = planned("").plan.agents[0];
    EXPECT_LE(*std::max_element(least.begin(), least.end()), 2);  // a third would have nothing to do
}

}  // namespace
}  // namespace freiton::study
