// SPDX-License-Identifier: Apache-2.0
// What `check --resolved` prints is a scenario file that means the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/temporary_folder.hpp"
#include "input/small_file.hpp"
#include "model/random_scenario.hpp"
#include "places.hpp"

namespace freiton::input {
namespace {

// The parts of a scenario after it was written and read again; `name` is for the messages.
ScenarioParts read_back(const Scenario& scenario, const std::string& name,
                        const std::filesystem::path& directory = ".") {
    const std::string yaml = resolved_scenario(scenario);
    try {
        return parse_scenario(yaml, name, directory).parts();
    } catch (const InputError& error) {
        ADD_FAILURE() << testing::PrintToString(test::lines_of(error.problems())) << "\n" << yaml;
        return {};
    }
}

// Part by part, so that a failure names what was lost.
bool same(const ScenarioParts& got, const ScenarioParts& wanted) {
    EXPECT_EQ(got.title, wanted.title);
    EXPECT_TRUE(got.calendar == wanted.calendar);
    EXPECT_EQ(got.sites, wanted.sites);
    EXPECT_TRUE(got.work == wanted.work);
    EXPECT_TRUE(got.teams == wanted.teams);
    EXPECT_TRUE(got.routing == wanted.routing);
    EXPECT_TRUE(got.organisations == wanted.organisations);
    EXPECT_TRUE(got.simulation == wanted.simulation);
    EXPECT_TRUE(got.plan == wanted.plan);
    return got == wanted;
}

TEST(RoundTrip, EveryScenarioThatIsShippedMeansTheSameWhenResolved) {
    for (const std::string name : {"quickstart", "quote_desk", "service_firm", "three_sites"}) {
        const Scenario scenario = read_scenario(test::in_source("scenarios/") + name + ".yaml");
        EXPECT_TRUE(same(read_back(scenario, name), scenario.parts())) << resolved_scenario(scenario);
    }
}

TEST(RoundTrip, WhatIsResolvedStaysAsItIsWhenResolvedAgain) {
    const Scenario once = read_scenario(test::in_source("scenarios/service_firm.yaml"));
    const std::string yaml = resolved_scenario(once);
    EXPECT_EQ(resolved_scenario(parse_scenario(yaml, "f", ".")), yaml);
}

TEST(RoundTrip, TwoHundredRandomScenariosMeanTheSameWhenResolved) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Scenario scenario{test::RandomScenario{seed}.parts()};
        EXPECT_TRUE(same(read_back(scenario, std::to_string(seed)), scenario.parts())) << "seed " << seed << "\n"
                                                                                       << resolved_scenario(scenario);
    }
}

TEST(RoundTrip, TablesAreNamedAsTheyWereAndReadAgain) {
    const test::TemporaryFolder folder;
    folder.write("calls.csv", "date,start,arrivals\n2026-03-02,09:00,7\n");
    folder.write("staff.csv", "date,start,team,agents\n2026-03-02,09:00,desk,7\n");
    folder.write("talk.csv", "duration_s\n60\n120\n");
    const Scenario scenario = parse_scenario(test::with({{"per_interval: [10, 20]", "file: calls.csv"},
                                                         {"time: 3 min", "time: {law: empirical, file: talk.csv}"},
                                                         {"min: 1", "staff: staff.csv"}}),
                                             "f.yaml", folder.path());
    EXPECT_THAT(resolved_scenario(scenario), testing::HasSubstr("calls.csv"));
    EXPECT_TRUE(same(read_back(scenario, "tables", folder.path()), scenario.parts())) << resolved_scenario(scenario);
}

TEST(RoundTrip, EveryDefaultIsVisible) {
    const std::string yaml = resolved_scenario(parse_scenario(test::small_file, "f.yaml", "."));
    for (const std::string line :
         {"interval: 30 min", "contract_week: 40 h", "reach: all", "when_staff_drops: finish", "at_close: serve",
          "seed: 1", "method: automatic", "assurance: mean", "counting: offered", "over: interval"})
        EXPECT_THAT(yaml, testing::HasSubstr(line));
}

}  // namespace
}  // namespace freiton::input
