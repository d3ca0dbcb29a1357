// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/alike.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using testing::ElementsAre;

// Two weeks of an hour a day in half hours: four intervals are Tuesdays, four Thursdays, Tuesday of the second week is
// a holiday.
ScenarioParts two_weeks() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 12;
    parts.calendar.holidays = {test::monday + std::chrono::days{8}};
    parts.plan.alike = {1, 3};
    return parts;
}

TEST(Alike, AreTheSameTimesOfTheirOpenDays) {
    const auto groups = alike_intervals(Scenario{two_weeks()});
    EXPECT_THAT(groups, ElementsAre(ElementsAre(2, 6, 14), ElementsAre(3, 7, 15)));
    ScenarioParts none = two_weeks();
    none.plan.alike.clear();
    EXPECT_TRUE(alike_intervals(Scenario{none}).empty());
}

TEST(Alike, GetTheLargestNumberOfAll) {
    const Scenario scenario{two_weeks()};
    StaffingPlan plan{{std::vector<int>(scenario.intervals(), 3)}};
    plan.agents[0][6] = 5;
    plan.agents[0][0] = 7;  // a Monday
    const StaffingPlan alike = made_alike(scenario, plan);
    for (const std::size_t i : {2, 6, 14}) EXPECT_EQ(alike.agents[0][i], 5);
    for (const std::size_t i : {1, 3, 4, 5, 7, 8, 15}) EXPECT_EQ(alike.agents[0][i], 3);
    EXPECT_EQ(alike.agents[0][0], 7);
    const StaffingPlan nobody{{std::vector<int>(scenario.intervals(), 0)}};
    EXPECT_EQ(made_alike(scenario, nobody), nobody);
}

TEST(Alike, StaffThatIsGivenAndLimitsStay) {
    ScenarioParts parts = two_weeks();
    parts.teams[0].most = Varying<int>{4};
    const Scenario scenario{parts};
    StaffingPlan plan{{std::vector<int>(scenario.intervals(), 2)}};
    plan.agents[0][6] = 4;
    EXPECT_EQ(made_alike(scenario, plan).agents[0][14], 4);
    parts.teams[0].staff = Staff{.agents = {2}, .same_for_all = true};
    EXPECT_EQ(made_alike(Scenario{parts}, plan), plan);
}

// Who may have other numbers of people is not alike.
TEST(Alike, HaveTheSameLimits) {
    ScenarioParts parts = two_weeks();
    Varying<int>::Week most;
    for (std::size_t day = 0; day < 5; ++day) most[day] = {day == 3 ? 4 : 9};
    parts.plan.alike = {1, 2, 3};
    parts.teams[0].most = Varying<int>{most};
    EXPECT_THAT(alike_intervals(Scenario{parts}),
                testing::UnorderedElementsAre(ElementsAre(2, 4, 12), ElementsAre(3, 5, 13), ElementsAre(6, 14),
                                              ElementsAre(7, 15)));
}

TEST(Alike, NeedTwoDays) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 5;
    parts.plan.alike = {1, 6};  // a Sunday
    const Problems problems = Scenario::check(parts);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].rule, Rule::alike_too_few);
    EXPECT_EQ(problems[0].key, "plan.alike");
    parts.plan.alike = {0, 1};  // two days that have no time of day in common
    parts.calendar.open[0] = {{std::chrono::hours{7}, std::chrono::hours{8}}};
    EXPECT_EQ(Scenario::check(parts).size(), 1U);
}

}  // namespace
}  // namespace freiton
