// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/simulate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/complaints.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;

// The hour of sales with four people, who are enough, simulated sixty times.
ScenarioParts staffed_hour() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.teams[0].staff = Staff{.agents = {4}, .same_for_all = true};
    parts.simulation.replications = 60;
    return parts;
}

Scenario scaled(double scale) {
    ScenarioParts parts = staffed_hour();
    parts.work[0].arrivals.scale = scale;
    return Scenario{std::move(parts)};
}

bool met(const Scenario& scenario) { return simulate(scenario, given_staffing(scenario)).met(); }

TEST(GivenStaffing, IsWhatTheTeamsHaveInEveryInterval) {
    ScenarioParts parts = staffed_hour();
    parts.teams[0].staff = Staff{.agents = {2, 3}};
    EXPECT_THAT(given_staffing(Scenario{parts}).agents, ElementsAre(ElementsAre(2, 3)));
}

TEST(GivenStaffing, ComplainsAboutEveryTeamThatHasNone) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.teams.push_back({.name = "reserve", .handles = {"sales"}});
    const Scenario scenario{parts};
    try {
        given_staffing(scenario);
        FAIL() << "must complain";
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2u);
        EXPECT_EQ(error.problems()[0].key, "teams.desk.staff");
        EXPECT_EQ(error.problems()[1].key, "teams.reserve.staff");
    }
}

TEST(Simulate, IntervalsThatATableLeavesOutAreToldAsSuch) {
    ScenarioParts parts = staffed_hour();
    parts.teams[0].staff = Staff{.path = "staff.csv", .rows = {{test::monday, Minutes{540}, 4, 2}}};
    const Scenario scenario{parts};
    const StaffingPlan plan = given_staffing(scenario);
    EXPECT_THAT(plan.agents, ElementsAre(ElementsAre(4, 0)));
    const std::vector<Warning> warnings = simulate(scenario, plan).performance.warnings;
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0].code, WarningCode::staff_table_has_gaps);
    EXPECT_THAT(warnings[0].arguments, ElementsAre("desk", "1", "2"));
}

TEST(Simulate, ARunThatIsStoppedGivesWhatItKnowsMarkedAsSuch) {
    const std::atomic<bool> stop{true};
    const RunControl control{.threads = 1, .stop = &stop};
    const Scenario scenario = scaled(1.0);
    const PlanResult result = simulate(scenario, given_staffing(scenario), control);
    EXPECT_TRUE(result.performance.interrupted);
    EXPECT_GT(result.performance.replications, 0);
    EXPECT_LT(result.performance.replications, 60);
    EXPECT_EQ(result.performance.warnings.at(0).code, WarningCode::interrupted);
}

TEST(Trace, TellsOfEveryContactThatTheFiguresOfThatReplicationCount) {
    ScenarioParts parts = staffed_hour();
    parts.simulation.replications = 1;
    const Scenario scenario{parts};
    const StaffingPlan plan = given_staffing(scenario);
    const std::vector<report::TracedContact> contacts = trace(scenario, plan);
    const CallFigures total = simulate(scenario, plan).performance.work[0].calls.total;
    EXPECT_EQ(static_cast<double>(contacts.size()), total.offered);
    double answered = 0.0;
    double waited_s = 0.0;
    for (const report::TracedContact& contact : contacts) {
        EXPECT_EQ(contact.work, "sales");
        EXPECT_GE(contact.arrival_s, 9 * 3600.0);
        EXPECT_LT(contact.arrival_s, 10 * 3600.0);
        if (contact.outcome != report::Ending::answered) continue;
        EXPECT_EQ(contact.team, "desk");
        EXPECT_GT(contact.end_s, contact.begin_s);
        answered += 1.0;
        waited_s += contact.begin_s - contact.arrival_s;
    }
    EXPECT_EQ(answered, total.answered);
    EXPECT_NEAR(waited_s / answered, total.asa_s, 1e-6);
}

TEST(Headroom, IsTheLargestScaleAtWhichTheTargetsHold) {
    const Scenario scenario = scaled(1.0);
    const Headroom found = headroom(scenario, given_staffing(scenario));
    EXPECT_FALSE(found.at_least);
    EXPECT_FALSE(found.interrupted);
    EXPECT_TRUE(met(scaled(found.scale)));
    EXPECT_FALSE(met(scaled(found.scale * 1.006)));  // the tolerance is 0.5 %
    EXPECT_TRUE(found.result.met());
}

// Of an office with a headroom of 1.75 a scale of 1 holds and 2 does not; half of 2 apart, they are near enough.
TEST(Headroom, IsNotLookedForMoreCloselyThanTheToleranceAsks) {
    const Scenario whole = scaled(1.0);
    const Scenario scenario = scaled(headroom(whole, given_staffing(whole)).scale / 1.75);
    EXPECT_EQ(headroom(scenario, given_staffing(scenario), {}, 0.5).scale, 1.0);
}

TEST(Headroom, ScalesWithTheDemandThatItStartsFrom) {
    const Scenario whole = scaled(1.0);
    const Scenario half = scaled(0.5);
    const double of_whole = headroom(whole, given_staffing(whole)).scale;
    const double of_half = headroom(half, given_staffing(half)).scale;
    EXPECT_NEAR(0.5 * of_half, of_whole, 0.01 * of_whole);  // each is found to 0.5 %
}

TEST(Headroom, IsAtLeastTheLargestScaleTriedWhereNothingIsPromisedThatCouldBreak) {
    ScenarioParts parts = staffed_hour();
    parts.work[0].call_target = CallTarget{.abandoned = Share{1.0}};
    const Scenario scenario{parts};
    EXPECT_TRUE(headroom(scenario, given_staffing(scenario)).at_least);
}

TEST(Headroom, IsNoneWhereNobodyIsThere) {
    ScenarioParts parts = staffed_hour();
    parts.teams[0].staff = Staff{.agents = {0}, .same_for_all = true};
    parts.simulation.replications = 500;  // so that somebody calls at a thousandth of the arrivals too
    const Scenario scenario{parts};
    const Headroom found = headroom(scenario, given_staffing(scenario));
    EXPECT_EQ(found.scale, 0.0);
    EXPECT_FALSE(found.result.met());
}

TEST(Headroom, WhereNothingIsPromisedThereIsNoneAndANoteSaysSo) {
    ScenarioParts parts = staffed_hour();
    const auto beside = [&] {
        const Scenario scenario{parts};
        PlanResult result = simulate(scenario, given_staffing(scenario));
        const bool found = headroom_beside(result, scenario, {}).has_value();
        const std::vector<Warning>& warnings = result.performance.warnings;
        const bool said = std::any_of(warnings.begin(), warnings.end(), [](const Warning& warning) {
            return warning.code == WarningCode::headroom_without_targets;
        });
        EXPECT_NE(found, said);
        return found;
    };
    EXPECT_TRUE(beside());
    parts.work[0].call_target.reset();
    EXPECT_FALSE(beside());
}

TEST(Headroom, ASearchThatIsStoppedSaysSo) {
    const std::atomic<bool> stop{true};
    const Scenario scenario = scaled(1.0);
    const Headroom found = headroom(scenario, given_staffing(scenario), {.threads = 1, .stop = &stop});
    EXPECT_TRUE(found.interrupted);
    EXPECT_EQ(found.scale, 0.0);
}

}  // namespace
}  // namespace freiton::study
