// SPDX-License-Identifier: Apache-2.0
// What an organisation needs from the rest of the scenario.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/scenario_check.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Sales from two sites, with a team at each, and letters that eight persons own.
ScenarioParts two_selling_sites() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.sites = {"north", "south"};
    parts.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"north", 40}, {"south", 30}}}};
    parts.work.push_back({.name = "letters",
                          .kind = WorkKind::backlog,
                          .arrivals = test::daily(10),
                          .handling_time = {.mean = 10min},
                          .owners = 8});
    parts.teams = {{.name = "a", .site = "north", .handles = {"sales", "letters"}},
                   {.name = "b", .site = "south", .handles = {"sales", "letters"}}};
    return parts;
}

std::vector<std::string> routing_said(const Routing& routing, ScenarioParts parts = two_selling_sites()) {
    Problems problems;
    parts.routing = routing;
    const ScenarioNames names{parts};
    check_routing(parts, names, routing, "routing", problems);
    check_work_of_sites(parts, names, problems);
    return test::lines_of(problems);
}

TEST(CheckRouting, WhatFitsIsAccepted) {
    EXPECT_THAT(routing_said({}), IsEmpty());
    EXPECT_THAT(routing_said({.reach = Reach::site}), IsEmpty());
    EXPECT_THAT(routing_said({.prefer = Prefer::site, .after = 20s, .interrupt = {"letters"}, .keep_free = 1}),
                IsEmpty());
    EXPECT_THAT(routing_said({.reach = Reach::owner, .backup = 7}), IsEmpty());
    EXPECT_THAT(routing_said({.reach = Reach::team}), IsEmpty());
}

TEST(CheckRouting, OwnSiteOnlyNeedsASiteForEveryTeam) {
    ScenarioParts parts = two_selling_sites();
    parts.teams[1].site.reset();
    EXPECT_THAT(routing_said({.reach = Reach::site}, parts),
                ElementsAre("routing.reach: got \"site\", needs sites, and a site for every team"));
}

TEST(CheckRouting, OwnSiteOnlyNeedsATeamAtEverySiteThatWorkComesFrom) {
    ScenarioParts parts = two_selling_sites();
    parts.teams[1].handles = {"letters"};
    EXPECT_THAT(routing_said({.reach = Reach::site}, parts),
                ElementsAre("work.sales: no team at south handles this work, and nobody else may"));
    EXPECT_THAT(routing_said({.reach = Reach::all}, parts), IsEmpty());
    for (const char* name : {"alone", "alone_with_breaks"})
        parts.organisations.push_back({.name = name, .routing = {.reach = Reach::site}});
    EXPECT_THAT(routing_said({.reach = Reach::all}, parts),  // told once, whoever asks for it
                ElementsAre("work.sales: no team at south handles this work, and nobody else may"));
}

TEST(CheckRouting, PreferenceAndDelayNeedSites) {
    EXPECT_THAT(routing_said({.prefer = Prefer::site}, test::one_hour_of_sales()),
                ElementsAre(HasSubstr("routing.prefer: got \"site\", needs sites")));
    EXPECT_THAT(routing_said({.after = 20s}, test::one_hour_of_sales()), ElementsAre(HasSubstr("routing.after: ")));
    EXPECT_THAT(routing_said({.reach = Reach::site, .after = 20s}), ElementsAre(HasSubstr("routing.after: ")));
}

TEST(CheckRouting, OwnersAreNeededAndMoreThanTheirBackup) {
    EXPECT_THAT(routing_said({.reach = Reach::owner}, test::one_hour_of_sales()),
                ElementsAre("routing.reach: got \"owner\", needs at least one work with \"owners\""));
    EXPECT_THAT(routing_said({.reach = Reach::owner, .backup = 8}),
                ElementsAre("routing.backup: must be less than the number of owners, 8"));
    EXPECT_THAT(routing_said({.backup = 1}),
                ElementsAre("routing.backup: has a meaning only together with \"reach: owner\""));
}

TEST(CheckRouting, OnlyABacklogIsPutAside) {
    EXPECT_THAT(routing_said({.interrupt = {"sales", "leters"}}),
                ElementsAre("routing.interrupt: got \"sales\", only work of kind backlog can be put aside",
                            "routing.interrupt: got \"leters\", there is no such work; did you mean \"letters\"?"));
}

TEST(CheckRouting, EveryOrganisationIsCheckedUnderItsName) {
    ScenarioParts parts = two_selling_sites();
    parts.organisations = {{"good", {}}, {"tandem", {.reach = Reach::owner, .backup = 9}}};
    EXPECT_THAT(test::lines_of(Scenario::check(parts)),
                ElementsAre("organisations.tandem.backup: must be less than the number of owners, 8"));
}

TEST(RoutingCheck, WorkAndTeamsMayHaveARoutingOfTheirOwn) {
    ScenarioParts parts = two_selling_sites();
    parts.work[0].reach = Reach::owner;
    parts.work[0].after = 20s;
    parts.teams[0].after.by_work["leters"] = 20s;
    parts.teams[1].site.reset();
    parts.teams[1].away.handling_time = 1.1;
    EXPECT_THAT(test::lines_of(Scenario::check(parts)),
                ElementsAre(HasSubstr("work.sales.reach: got \"owner\""), HasSubstr("work.sales.after: "),
                            HasSubstr("teams.a.after: got \"leters\""), HasSubstr("teams.b.away: ")));
}

TEST(Eligibility, WhatWorkAndTeamSayComesBeforeTheRouting) {
    ScenarioParts parts = two_selling_sites();
    parts.routing.after = 20s;
    parts.work[1].reach = Reach::site;
    parts.work[1].arrivals.per_day = BySite<double>{.sites = {{"north", 10.0}}};
    parts.work[1].owners.reset();
    const Scenario scenario{parts};
    const Work& sales = scenario.work()[0];
    const Work& letters = scenario.work()[1];
    EXPECT_TRUE(may_take(scenario, TeamIndex{1}, sales, "north"));
    EXPECT_FALSE(may_take(scenario, TeamIndex{1}, letters, "north"));
    EXPECT_EQ(help_after(scenario, scenario.teams()[1], sales, "north"), Seconds{20.0});
    EXPECT_EQ(help_after(scenario, scenario.teams()[1], sales, "south"), Seconds{0.0});
    EXPECT_EQ(help_after(scenario, scenario.teams()[1], sales, ""), Seconds{0.0});
    parts.work[0].after = 5s;
    EXPECT_EQ(help_after(Scenario{parts}, parts.teams[1], parts.work[0], "north"), Seconds{5.0});
    parts.teams[1].after.all = 40s;
    EXPECT_EQ(help_after(Scenario{parts}, parts.teams[1], parts.work[0], "north"), Seconds{40.0});
    EXPECT_EQ(help_after(Scenario{parts}, parts.teams[1], parts.work[0], ""), Seconds{40.0});
    parts.teams[1].after.by_work["sales"] = 60s;
    EXPECT_EQ(help_after(Scenario{parts}, parts.teams[1], parts.work[0], "north"), Seconds{60.0});
    EXPECT_EQ(help_after(Scenario{parts}, parts.teams[1], parts.work[0], "south"), Seconds{0.0});
}

}  // namespace
}  // namespace freiton
