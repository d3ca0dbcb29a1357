// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/search_space.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

// Two offices help each other, 60 calls of 3 min at one and 20 at the other.
ScenarioParts two_offices() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.sites = {"north", "south"};
    BySite<PerInterval> calls;
    calls.sites = {{"north", PerInterval{.means = {30, 30}}}, {"south", PerInterval{.means = {10, 10}}}};
    parts.work[0].arrivals = {.per_interval = calls};
    parts.teams[0] = {.name = "a", .site = "north", .handles = {"sales"}};
    parts.teams.push_back({.name = "b", .site = "south", .handles = {"sales"}});
    parts.routing.reach = Reach::all;
    return parts;
}

TEST(SearchSpace, TheLoadOfASiteIsThatOfItsOwnTeamWhoeverMayHelp) {
    const Scenario scenario{two_offices()};
    const staffing::SearchSpace space = search_space(scenario);
    ASSERT_EQ(space.share.size(), 2u);
    EXPECT_NEAR(space.share[0] / space.share[1], 3.0, 1e-6);
}

TEST(SearchSpace, TheLoadOfASiteWithoutATeamIsSplitEvenly) {
    ScenarioParts parts = two_offices();
    parts.sites.push_back("west");
    parts.work[0].arrivals.per_interval->sites["west"] = PerInterval{.means = {200, 200}};
    const Scenario scenario{parts};
    const staffing::SearchSpace space = search_space(scenario);
    EXPECT_NEAR(space.share[0] / space.share[1], 260.0 / 220.0, 1e-6);  // 60 + 200 and 20 + 200
}

}  // namespace
}  // namespace freiton::study
