// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/one_pool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"

namespace freiton::analytic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Groups = std::vector<std::vector<std::size_t>>;

Scenario office(const std::string& teams, const std::string& rest = "") {
    return input::parse_scenario(
        "freiton: 1\ncalendar: {first_day: 2026-03-02, open: '09:00-11:00', interval: 60 min}\n"
        "sites: [x, y]\n"
        "work:\n"
        "  calls: {kind: call, arrivals: {per_day: {x: 40, y: 20}}, handling_time: 3 min, patience: 2 min,"
        " target: 80/20}\n"
        "  quotes: {kind: backlog, arrivals: {per_day: {x: 8, y: 4}}, handling_time: 6 min,"
        " target: {done: 90 %, within: 1 h}}\n"
        "teams: {" +
            teams + "}\n" + rest,
        "test.yaml", ".");
}

Groups groups_in(const Scenario& scenario) {
    Groups groups;
    for (const Pool& pool : teams_as_one(scenario)) groups.push_back(pool.teams);
    return groups;
}

const std::string both = "handles: [calls, quotes]";

TEST(TeamsAsOne, AreAllThatDoTheSameAtAnySite) {
    const Scenario scenario = office("a: {site: x, " + both + ", cost: 20 / h}, b: {site: y, " + both +
                                     ", max: 9, cost: 60 / h}, c: {site: y, handles: [calls]}");
    EXPECT_EQ(groups_in(scenario), (Groups{{0, 1}}));
    const Pool pool = teams_as_one(scenario)[0];
    ASSERT_EQ(pool.calls.size(), 1u);
    ASSERT_EQ(pool.post.size(), 1u);
}

TEST(TeamsAsOne, AreNotWhoeverDiffersInWhatItDoes) {
    for (const std::string other : {"handles: [quotes, calls]", "handles: [calls]", "absence: 5 %, ",
                                    "switching: 1 min, ", "max_occupancy: 80 %, ", "handling_time: {calls: 4 min}, ",
                                    "away: {handling_time: 1.1}, ", "after: 1 min, "}) {
        const std::string does = other.find("handles") == 0 ? other : other + both;
        EXPECT_THAT(groups_in(office("a: {site: x, " + both + "}, b: {site: y, " + does + "}")), IsEmpty()) << other;
    }
}

TEST(TeamsAsOne, AreNotWhereSitesKeepTheirOwn) {
    const std::string teams = "a: {site: x, " + both + "}, b: {site: y, " + both + "}";
    for (const std::string routing : {"reach: site", "reach: team", "after: 30 s, prefer: site"})
        EXPECT_THAT(groups_in(office(teams, "routing: {" + routing + "}\n")), IsEmpty()) << routing;
    EXPECT_EQ(groups_in(office(teams, "routing: {prefer: site}\n")), (Groups{{0, 1}}));
}

TEST(TeamsAsOne, AreNotTwoPricesAtOneSite) {
    const std::string dear = "b: {site: x, " + both + ", cost: 30 / h}, c: {site: y, " + both + ", cost: 30 / h}";
    EXPECT_THAT(groups_in(office("a: {site: x, " + both + ", cost: 20 / h}, " + dear)), IsEmpty());
    EXPECT_EQ(groups_in(office("a: {site: x, " + both + ", cost: 30 / h}, " + dear)), (Groups{{0, 1, 2}}));
}

TEST(TeamsAsOne, OfWhomTheCheapestSitWhereTheyLikeIfTheyMayBeAsManyAsItTakes) {
    const auto free = [](const std::string& of_cheap) {
        return office(
            "a: {site: x, " + both + ", cost: 40 / h}, b: {site: y, " + both + ", cost: 30 / h" + of_cheap + "}",
            "plan: {locate: free}\n");
    };
    EXPECT_EQ(groups_in(free("")), (Groups{{0, 1}}));
    EXPECT_THAT(groups_in(free(", max: 4")), IsEmpty());
}

}  // namespace
}  // namespace freiton::analytic
