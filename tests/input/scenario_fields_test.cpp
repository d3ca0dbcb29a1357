// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/scenario_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/small_file.hpp"
#include "places.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using test::said;
using test::small_file;
using test::with;
using testing::ElementsAre;
using testing::IsEmpty;

Scenario shipped(const std::string& name) { return read_scenario(test::in_source("scenarios/") + name + ".yaml"); }

TEST(ScenarioFields, TheServiceFirmLoadsUnchanged) {
    const Scenario firm = shipped("service_firm");
    EXPECT_EQ(firm.intervals(), 4u * 20u + 16u);  // mon-thu 10 h, fri 8 h
    EXPECT_THAT(firm.sites(), ElementsAre("hamburg", "munich"));
    ASSERT_EQ(firm.work().size(), 5u);
    EXPECT_EQ(firm.work()[0].handling_time, (DurationLaw{.law = Law::lognormal, .mean = 4min, .cv = 0.9}));
    EXPECT_EQ(firm.work()[0].redial, (Redial{Share{0.4}, 5min, 3, std::nullopt}));
    EXPECT_EQ(firm.work()[1].urgency(), 5);
    EXPECT_EQ(firm.work()[2].urgency(), 100);
    EXPECT_EQ(firm.work()[2].backlog_target->within, (Deadline{.time = 4h}));
    EXPECT_EQ(firm.work()[3].opening_backlog.sites.at("munich"), 25.0);
    EXPECT_EQ(firm.teams()[1].cost_per_hour, 41.0);
    EXPECT_EQ(firm.parts().routing.reach, Reach::site);
}

// Monday: (420 + 310) x 1.2; the day's total stands whatever the profile says.
TEST(ScenarioFields, ADaysDemandIsTheSumOverItsSites) {
    const Scenario firm = shipped("service_firm");
    double monday = 0.0;
    double monday_in_munich = 0.0;
    for (std::size_t i = 0; i < 20; ++i) {
        monday += firm.arrivals(WorkIndex{0})[i];
        monday_in_munich += firm.arrivals_of_site(WorkIndex{0}, "munich")[i];
    }
    EXPECT_NEAR(monday, 876.0, 1e-9);
    EXPECT_NEAR(monday_in_munich, 372.0, 1e-9);
    // Letters come at 08:30: all of them in the second half hour.
    EXPECT_EQ(firm.arrivals(WorkIndex{3})[0], 0.0);
    EXPECT_EQ(firm.arrivals(WorkIndex{3})[1], 160.0);
}

TEST(ScenarioFields, AnOrganisationReplacesKeysOfTheRouting) {
    const ScenarioParts parts = shipped("service_firm").parts();
    ASSERT_EQ(parts.organisations.size(), 3u);
    EXPECT_EQ(parts.organisations[1].name, "overflow");
    EXPECT_EQ(parts.organisations[1].routing.reach, Reach::all);
    EXPECT_EQ(parts.organisations[1].routing.after, 20s);
    EXPECT_THAT(parts.organisations[1].routing.interrupt, ElementsAre("faxes", "letters"));  // not replaced
    EXPECT_EQ(parts.organisations[1].routing.keep_free, 1);
}

TEST(ScenarioFields, TheQuoteDeskAndTheThreeSitesLoadUnchanged) {
    const Scenario desk = shipped("quote_desk");
    EXPECT_EQ(desk.work()[0].owners, 8);
    EXPECT_EQ(desk.teams()[0].absence->length->mean, 72h);
    EXPECT_EQ(desk.parts().organisations[1].routing.backup, 1);
    const Scenario three = shipped("three_sites");
    EXPECT_EQ(three.arrivals(WorkIndex{0})[0], 300.0);
    EXPECT_EQ(three.parts().organisations[2].routing.prefer, Prefer::site);
}

TEST(ScenarioFields, OrganisationsMayStandBeforeTheRouting) {
    const std::string yaml =
        with({{"work:", "organisations:\n  quick: {at_close: drop}\nrouting: {keep_free: 2}\nwork:"}});
    const ScenarioParts parts = parse_scenario(yaml, "f.yaml", ".").parts();
    EXPECT_EQ(parts.organisations[0].routing.keep_free, 2);
    EXPECT_EQ(parts.organisations[0].routing.at_close, AtClose::drop);
}

TEST(ScenarioFields, EveryPartMayBeLeftOutThatHasADefault) {
    const ScenarioParts parts = parse_scenario(small_file, "f.yaml", ".").parts();
    EXPECT_THAT(parts.sites, IsEmpty());
    EXPECT_THAT(parts.organisations, IsEmpty());
    EXPECT_EQ(parts.routing, Routing{});
    EXPECT_EQ(parts.simulation, SimulationOptions{});
    EXPECT_EQ(parts.plan, PlanOptions{});
}

TEST(ScenarioFields, SitesMayHaveHoursAndHolidaysOfTheirOwn) {
    const std::string yaml =
        with({{"work:", "sites:\n  north: {open: '09:00-09:30', holidays: [2026-03-03]}\n  south:\nwork:"}});
    const ScenarioParts parts = parse_scenario(yaml, "f.yaml", ".").parts();
    EXPECT_THAT(parts.sites, ElementsAre("north", "south"));
    ASSERT_THAT(parts.site_hours, testing::SizeIs(1));
    EXPECT_EQ(parts.site_hours.at("north").open->at(0), (OpenHours{{Minutes{540}, Minutes{570}}}));
    EXPECT_THAT(parts.site_hours.at("north").holidays.dates, testing::SizeIs(1));
    EXPECT_EQ(parse_scenario(resolved_scenario(Scenario{parts}), "f.yaml", ".").parts(), parts);
    EXPECT_THAT(said(with({{"work:", "sites: {north: {opne: '08:00-12:00'}}\nwork:"}})),
                ElementsAre(testing::HasSubstr("did you mean \"open\"?")));
}

TEST(ScenarioFields, TheVersionIsOne) {
    EXPECT_THAT(said(with({{"freiton: 1", "freiton: [1]"}})),
                ElementsAre(testing::HasSubstr("hotline.yaml:1  freiton: this version of the format is unknown")));
    EXPECT_THAT(said(with({{"freiton: 1\n", ""}})), ElementsAre(testing::HasSubstr("freiton: is missing")));
}

TEST(ScenarioFields, NamesOfOrganisationsAreNames) {
    EXPECT_THAT(said(small_file + "organisations: {a b: {reach: all}}\n"),
                ElementsAre("hotline.yaml:13  organisations.a b: is no name: letters, digits, _ and - only, at most "
                            "64"));
}

}  // namespace
}  // namespace freiton::input
