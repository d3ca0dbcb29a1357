// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/routing_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/codec_outcome.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class T>
T value_of(const Codec<T>& codec, const std::string& yaml) {
    const auto [value, said] = test::read(codec, yaml);
    EXPECT_THAT(said, IsEmpty()) << yaml;
    return value;
}

template <class T>
void expect_reads_back(const Codec<T>& codec, const std::string& yaml) {
    const T value = value_of(codec, yaml);
    EXPECT_EQ(value_of(codec, test::written(codec, value)), value) << yaml;
}

TEST(RoutingFields, EveryKeyFindsItsMember) {
    EXPECT_EQ(value_of(routing(),
                       "{reach: site, prefer: site, after: 20 s, backup: 2, interrupt: [faxes, letters], "
                       "keep_free: 1, when_staff_drops: hand_back, at_close: drop}"),
              (Routing{.reach = Reach::site,
                       .prefer = Prefer::site,
                       .after = 20s,
                       .backup = 2,
                       .interrupt = {"faxes", "letters"},
                       .keep_free = 1,
                       .when_staff_drops = WhenStaffDrops::hand_back,
                       .at_close = AtClose::drop}));
    EXPECT_EQ(value_of(routing(), "{}"), Routing{});
    EXPECT_EQ(value_of(routing(), "{reach: team}").reach, Reach::team);
    EXPECT_EQ(value_of(routing(), "{reach: owner}").reach, Reach::owner);
}

TEST(RoutingFields, WordsAndNumbersHaveTheirLimits) {
    EXPECT_THAT(test::read(routing(), "{reach: sites}").said,
                ElementsAre("f.yaml:1  key.reach: got \"sites\", must be one of: all, site, team, owner; did you mean "
                            "\"site\"?"));
    EXPECT_THAT(test::read(routing(), "{after: 20}").said,
                ElementsAre("f.yaml:1  key.after: got \"20\", needs a unit; did you mean \"20 s\"?"));
    EXPECT_THAT(test::read(routing(), "{keep_free: -1}").said, ElementsAre(HasSubstr("must be at least 0")));
    EXPECT_THAT(test::read(routing(), "{interrupt: faxes}").said, ElementsAre(HasSubstr("must be a list")));
}

TEST(SimulationFields, EveryKeyFindsItsMember) {
    EXPECT_EQ(value_of(simulation_options(), "{replications: 200, seed: 7, warm_up: 5 d}"),
              (SimulationOptions{.replications = 200, .seed = 7, .warm_up_days = 5}));
    EXPECT_EQ(value_of(simulation_options(), "{}"), SimulationOptions{});
}

TEST(SimulationFields, AHalfWidthAloneIsThatOfShares) {
    EXPECT_EQ(value_of(simulation_options(), "{half_width: 0.5 %}"),
              (SimulationOptions{.half_width_shares = Share{0.005}}));
    EXPECT_EQ(value_of(simulation_options(), "{half_width: {shares: 0.5 %, times: 3 %}}"),
              (SimulationOptions{.half_width_shares = Share{0.005}, .half_width_times = Share{0.03}}));
}

TEST(SimulationFields, HaveTheirLimits) {
    EXPECT_THAT(test::read(simulation_options(), "{replications: 0}").said,
                ElementsAre(HasSubstr("must be at least 1")));
    EXPECT_THAT(test::read(simulation_options(), "{warm_up: 2}").said,
                ElementsAre("f.yaml:1  key.warm_up: got \"2\", needs a unit; did you mean \"2 d\"?"));
    EXPECT_THAT(test::read(simulation_options(), "{warm_up: 0.5 d}").said, ElementsAre(HasSubstr("whole days")));
    EXPECT_THAT(test::read(simulation_options(), "{half_width: 100 %}").said,
                ElementsAre(HasSubstr("must be less than 100 %")));
}

TEST(PlanFields, EveryKeyFindsItsMember) {
    EXPECT_EQ(value_of(plan_options(), "{method: formula, assurance: 95 % of days, locate: free}"),
              (PlanOptions{.method = Method::formula, .assurance_days = Share{0.95}, .locate = Locate::free}));
    EXPECT_EQ(value_of(plan_options(), "{assurance: mean}"), PlanOptions{});
    EXPECT_EQ(value_of(plan_options(), "{assurance: 90 %}").assurance_days, Share{0.9});
    EXPECT_EQ(value_of(plan_options(), "{assurance: 0.9 of days}").assurance_days, Share{0.9});
}

TEST(PlanFields, AnAssuranceIsTheMeanOrAShareOfDays) {
    for (const std::string text : {"95 % of weeks", "always", "of days"})
        EXPECT_THAT(test::read(plan_options(), "{assurance: " + text + "}").said,
                    ElementsAre(HasSubstr("must be \"mean\" or a share of days such as \"95 % of days\"")));
}

TEST(RoutingFields, AreWrittenSoThatTheyReadBack) {
    for (const std::string yaml : {"{}", "{reach: owner, backup: 1}", "{after: 0.25 s, interrupt: [a]}"})
        expect_reads_back(routing(), yaml);
    for (const std::string yaml : {"{}", "{replications: 200}", "{half_width: {times: 0.123 %}}", "{warm_up: 3 d}"})
        expect_reads_back(simulation_options(), yaml);
    for (const std::string yaml : {"{}", "{assurance: 95 % of days}", "{method: simulation, locate: free}"})
        expect_reads_back(plan_options(), yaml);
}

}  // namespace
}  // namespace freiton::input
