// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/compile_routing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/simulation/compile_world.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

using namespace kernel;
using namespace std::chrono_literals;
using testing::ElementsAre;

// Calls of north and south, a team at each; north's people also write letters, which belong to no site.
ScenarioParts two_sites() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.sites = {"north", "south"};
    parts.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"north", 30.0}, {"south", 20.0}}}};
    parts.work.push_back(
        {.name = "letters", .kind = WorkKind::backlog, .arrivals = test::daily(5), .handling_time = {.mean = 5min}});
    parts.teams = {
        {.name = "hamburg", .site = "north", .handles = {"letters", "sales"}},
        {.name = "munich", .site = "south", .handles = {"sales"}, .handling_time = {{"sales", {.mean = 2min}}}}};
    return parts;
}

World world_of(ScenarioParts parts) {
    const Scenario scenario{std::move(parts)};
    return compile_world(
        scenario, {std::vector<std::vector<int>>(scenario.teams().size(), std::vector<int>(scenario.intervals(), 3))});
}

std::vector<int> pools_of(const World& world, std::size_t cls) {
    std::vector<int> pools;
    for (const PoolRef& ref : world.classes[cls].pools) pools.push_back(ref.pool);
    return pools;
}
std::vector<int> candidates_of(const World& world, std::size_t pool) {
    std::vector<int> classes;
    for (const Candidate& candidate : world.pools[pool].candidates) classes.push_back(candidate.cls);
    return classes;
}

// Classes: 0 sales of north, 1 sales of south, 2 letters. Munich has sales first in its list, Hamburg second.
TEST(CompileRouting, WithoutPreferenceTheOrderOfHandlesDecides) {
    const World world = world_of(two_sites());
    EXPECT_THAT(pools_of(world, 0), ElementsAre(1, 0));
    EXPECT_THAT(pools_of(world, 1), ElementsAre(1, 0));
    EXPECT_THAT(pools_of(world, 2), ElementsAre(0));
    EXPECT_TRUE(world.classes[0].stages.empty());
}

TEST(CompileRouting, OwnSiteFirstBothForTheCallerAndForTheAgent) {
    ScenarioParts parts = two_sites();
    parts.routing.prefer = Prefer::site;
    const World world = world_of(std::move(parts));
    EXPECT_THAT(pools_of(world, 0), ElementsAre(0, 1));
    EXPECT_THAT(pools_of(world, 1), ElementsAre(1, 0));
    EXPECT_THAT(candidates_of(world, 0), ElementsAre(0, 1, 2));  // calls before letters, which are less urgent
    EXPECT_THAT(candidates_of(world, 1), ElementsAre(1, 0));
    EXPECT_TRUE(world.classes[0].pools[1].away);
    EXPECT_FALSE(world.classes[2].pools[0].away);  // letters are of no site
}

TEST(CompileRouting, OtherSitesAfterAWaitOnly) {
    ScenarioParts parts = two_sites();
    parts.routing.prefer = Prefer::site;
    parts.routing.after = 20s;
    const World world = world_of(std::move(parts));
    EXPECT_EQ(world.classes[0].pools[0].after_s, 0.0);
    EXPECT_EQ(world.classes[0].pools[1].after_s, 20.0);
    EXPECT_THAT(world.classes[0].stages, ElementsAre(20.0));
    EXPECT_THAT(world.pools[0].peers, ElementsAre(0));  // munich could not take north's calls at once
}

TEST(CompileRouting, OwnSiteOnly) {
    ScenarioParts parts = two_sites();
    parts.routing.reach = Reach::site;
    const World world = world_of(std::move(parts));
    EXPECT_THAT(pools_of(world, 0), ElementsAre(0));
    EXPECT_THAT(pools_of(world, 1), ElementsAre(1));
}

// The first at its own site; letters, which are of no site, have the first of the file.
TEST(CompileRouting, TheFirstTeamThatHandlesItOnly) {
    ScenarioParts parts = two_sites();
    parts.teams.push_back({.name = "munich_two", .site = "south", .handles = {"sales", "letters"}});
    parts.routing.reach = Reach::team;
    const World world = world_of(std::move(parts));
    EXPECT_THAT(pools_of(world, 0), ElementsAre(0));
    EXPECT_THAT(pools_of(world, 1), ElementsAre(1));
    EXPECT_THAT(pools_of(world, 2), ElementsAre(0));
}

// A team's own handling time goes with its pool, wherever the contact comes from.
TEST(CompileRouting, TheHandlingTimeBelongsToTheTeam) {
    const World world = world_of(two_sites());
    EXPECT_EQ(world.classes[0].pools[0].other_law, 0);
    EXPECT_EQ(world.classes[0].pools[1].other_law, none);
    EXPECT_EQ(world.work[0].other_laws, 1);
}

// Four owners with one stand-in: each person is a pool, person i first, then i + 1, the last one's stand-in being the
// first.
TEST(CompileRouting, OwnersAndWhoStandsIn) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work.push_back({.name = "quotes",
                          .kind = WorkKind::backlog,
                          .arrivals = test::daily(5),
                          .handling_time = {.mean = 20min},
                          .owners = 4});
    parts.teams[0].handles = {"sales", "quotes"};
    parts.routing.reach = Reach::owner;
    parts.routing.backup = 1;
    const Scenario scenario{std::move(parts)};
    const World world = compile_world(scenario, {{std::vector<int>(scenario.intervals(), 4)}});
    ASSERT_EQ(world.pools.size(), 4u);
    ASSERT_EQ(world.classes.size(), 5u);  // the calls, and the quotes of each person
    EXPECT_THAT(pools_of(world, 0), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(pools_of(world, 1), ElementsAre(0, 1));
    EXPECT_THAT(pools_of(world, 4), ElementsAre(3, 0));
    EXPECT_FALSE(world.classes[4].pools[0].stand_in);
    EXPECT_TRUE(world.classes[4].pools[1].stand_in);
    EXPECT_THAT(world.pools[0].peers, ElementsAre(0, 1, 2, 3));  // any of them could take a call
}

// Only what may not be interrupted must leave somebody free.
TEST(CompileRouting, WhatMayBeInterruptedNeedNotKeepAnybodyFree) {
    ScenarioParts parts = two_sites();
    parts.routing.keep_free = 2;
    EXPECT_TRUE(world_of(parts).pools[0].has_gated);
    parts.routing.interrupt = {"letters"};
    EXPECT_FALSE(world_of(parts).pools[0].has_gated);
}

}  // namespace
}  // namespace freiton::simulation
