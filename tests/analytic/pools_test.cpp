// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/pools.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/analytic/locate.hpp"
#include "freiton/input/read_scenario.hpp"

namespace freiton::analytic {
namespace {

using testing::ElementsAre;

Scenario two_sites(const std::string& routing, const std::string& teams = "") {
    const std::string both = "{a: {site: north, handles: [calls, post]}, b: {site: south, handles: [calls, post]}}";
    return input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, open: '09:00-10:00'}\n"
        "sites: [north, south]\n"
        "work:\n"
        "  calls: {kind: call, arrivals: {per_interval: {north: 20, south: 10}}, handling_time: {mean: 3 min},\n"
        "          target: 80/20}\n"
        "  post: {kind: backlog, arrivals: {per_day: {north: 8, south: 4}}, opening_backlog: {north: 3},\n"
        "         handling_time: {mean: 6 min}, target: {done: 90 %, within: 1 h}}\n"
        "teams: " +
            (teams.empty() ? both : teams) + "\nrouting: {" + routing + "}\n",
        "f.yaml", ".");
}

std::vector<std::string> codes(const Pools& pools) {
    std::vector<std::string> list;
    for (const Warning& warning : pools.warnings) list.emplace_back(warning_name(warning.code));
    return list;
}

TEST(Pools, EachSiteForItselfIsAPoolForEachTeam) {
    const Pools pools = pools_of(two_sites("reach: site"));
    ASSERT_EQ(pools.pools.size(), 2u);
    EXPECT_THAT(pools.pools[0].teams, ElementsAre(0u));
    EXPECT_EQ(pools.pools[0].calls[0].site, "north");
    EXPECT_DOUBLE_EQ(pools.pools[0].calls[0].arrivals[0], 20.0);
    EXPECT_DOUBLE_EQ(pools.pools[0].post[0].opening_backlog, 3.0);
    EXPECT_DOUBLE_EQ(pools.pools[1].post[0].opening_backlog, 0.0);
    EXPECT_TRUE(pools.warnings.empty());
}

TEST(Pools, WhoMayTakeEverythingIsOnePool) {
    const Pools pools = pools_of(two_sites("reach: all"));
    ASSERT_EQ(pools.pools.size(), 1u);
    EXPECT_THAT(pools.pools[0].teams, ElementsAre(0u, 1u));
    EXPECT_DOUBLE_EQ(pools.pools[0].calls[0].arrivals[0], 30.0);
    EXPECT_DOUBLE_EQ(pools.pools[0].post[0].opening_backlog, 3.0);
    EXPECT_FALSE(pools.pools[0].calls[0].site.has_value());
}

TEST(Pools, HelpAfterAWaitIsLeftAsideAndSaidSo) {
    const Pools pools = pools_of(two_sites("reach: all, after: 20 s"));
    EXPECT_EQ(pools.pools.size(), 2u);
    EXPECT_THAT(codes(pools), ElementsAre("overflow_as_own_site"));
    EXPECT_THAT(codes(pools_of(two_sites("reach: all, prefer: site"))), ElementsAre("own_site_first_as_pool"));
}

// The second team knows only the post; the first prefers calls, so the post stays with the second.
TEST(Pools, TeamsOfDifferentSkillsKeepWhatTheyPrefer) {
    const Pools pools = pools_of(two_sites("reach: all", "{a: {handles: [calls, post]}, b: {handles: [post]}}"));
    ASSERT_EQ(pools.pools.size(), 2u);
    EXPECT_EQ(pools.pools[0].calls.size(), 1u);
    EXPECT_TRUE(pools.pools[0].post.empty());
    EXPECT_EQ(pools.pools[1].post.size(), 1u);
    EXPECT_THAT(codes(pools), ElementsAre("skills_by_preference"));
}

// As the simulation has it: the own site's first team, where the site has one.
TEST(Pools, ReachTeamIsTheFirstOfTheOwnSiteThatHandlesIt) {
    const Pools pools = pools_of(two_sites("reach: team"));
    EXPECT_EQ(pools.pools[0].calls.size(), 1u);
    EXPECT_EQ(pools.pools[1].calls.size(), 1u);
}

const char* const quick_and_slow =
    "{a: {site: north, handles: [calls, post], handling_time: {calls: {mean: 2 min}}},"
    " b: {site: south, handles: [calls, post], handling_time: {calls: {mean: 5 min}}}}";

TEST(Pools, WhatWasSaidOfATeamsPaceCountsByItsPeople) {
    const Scenario scenario = two_sites("reach: all", quick_and_slow);
    Pool pool = pools_of(scenario).pools[0];
    EXPECT_TRUE(paces_differ(scenario, pool));
    EXPECT_DOUBLE_EQ(busy_time_in(scenario, pool, 0).mean.count(), 210.0);
    weigh_teams(pool, {{0, 1}, {4, 5}});
    EXPECT_DOUBLE_EQ(busy_time_in(scenario, pool, 0).mean.count(), 0.1 * 120.0 + 0.9 * 300.0);
    // second moments 2 m^2 each: 2 (0.1 120^2 + 0.9 300^2) / 282^2 - 1
    EXPECT_NEAR(busy_time_in(scenario, pool, 0).cv, std::sqrt(2.0 * 82440.0 / 79524.0 - 1.0), 1e-12);
    weigh_teams(pool, {{0, 0}, {4, 5}});
    EXPECT_DOUBLE_EQ(busy_time_in(scenario, pool, 0).mean.count(), 300.0);
    weigh_teams(pool, {{0, 0}, {0, 0}});
    EXPECT_DOUBLE_EQ(busy_time_in(scenario, pool, 0).mean.count(), 210.0);
}

TEST(Pools, PacesDifferOnlyWhereTeamsShareTheWork) {
    const Scenario apart = two_sites("reach: site", quick_and_slow);
    EXPECT_FALSE(paces_differ(apart, pools_of(apart).pools[0]));
    const Scenario alike = two_sites("reach: all");
    EXPECT_FALSE(paces_differ(alike, pools_of(alike).pools[0]));
}

// 20 + 10 calls of 3 min and 8 + 4 items of 6 min: two thirds of the load is in the north.
TEST(Locate, ByLoadIsByTheSitesWork) {
    const Scenario scenario = two_sites("reach: all");
    const auto people = located(scenario, pools_of(scenario).pools[0], {6, 7});
    EXPECT_THAT(people[0], ElementsAre(4, 5));  // 4.67 is nearer to 5
    EXPECT_THAT(people[1], ElementsAre(2, 2));
}

TEST(Locate, BoundsAndGivenStaffComeFirst) {
    const Scenario scenario = two_sites("reach: all",
                                        "{a: {site: north, handles: [calls, post], max: 3},"
                                        " b: {site: south, handles: [calls, post], min: 1}}");
    const auto people = located(scenario, pools_of(scenario).pools[0], {6, 1});
    EXPECT_THAT(people[0], ElementsAre(3, 0));
    EXPECT_THAT(people[1], ElementsAre(3, 1));
    const Scenario given = two_sites("reach: all",
                                     "{a: {site: north, handles: [calls, post], staff: [2, 4]},"
                                     " b: {site: south, handles: [calls, post]}}");
    EXPECT_THAT(located(given, pools_of(given).pools[0], {6, 6})[0], ElementsAre(2, 4));
}

TEST(Locate, FreeGoesWhereItCostsLeast) {
    Scenario scenario = two_sites("reach: all",
                                  "{a: {site: north, handles: [calls, post], cost: 40 / h},"
                                  " b: {site: south, handles: [calls, post], cost: 35 / h, max: 4}}");
    ScenarioParts parts = scenario.parts();
    parts.plan.locate = Locate::free;
    scenario = Scenario{std::move(parts)};
    const auto people = located(scenario, pools_of(scenario).pools[0], {6, 3});
    EXPECT_THAT(people[0], ElementsAre(2, 0));
    EXPECT_THAT(people[1], ElementsAre(4, 3));
}

// Where all belongs to persons, nobody else is of use; beside calls everybody is.
TEST(Pools, OwnersAloneAreOfUseWhereAllIsOwned) {
    const auto most = [](const std::string& teams) {
        const Scenario scenario = input::parse_scenario(
            "freiton: 1\ncalendar: {first_day: 2026-03-02, open: '09:00-10:00'}\n"
            "work:\n"
            "  calls: {kind: call, arrivals: {per_day: 20}, handling_time: 3 min, target: 80/20}\n"
            "  quotes: {kind: backlog, arrivals: {per_day: 8}, handling_time: 6 min, owners: 2, target: {done: 90 %, "
            "within: 1 h}}\n"
            "teams: {" +
                teams + "}\nrouting: {reach: owner}\n",
            "f.yaml", ".");
        return bounds_of(scenario, pools_of(scenario).pools.front()).most;
    };
    EXPECT_THAT(most("desk: {handles: [quotes], max: 9}, hotline: {handles: [calls]}"), ElementsAre(2, 2));
    EXPECT_THAT(most("desk: {handles: [quotes, calls], max: 9}"), ElementsAre(9, 9));
}

}  // namespace
}  // namespace freiton::analytic
