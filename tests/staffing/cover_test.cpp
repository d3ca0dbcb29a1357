// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/cover.hpp"

#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"

namespace freiton::staffing {
namespace {

Scenario scenario_of(const std::string& work, const std::string& teams) {
    return input::parse_scenario(
        "freiton: 1\ncalendar: {first_day: 2026-03-02, days: 2, open: '08:00-10:00'}\nwork:\n" + work + "teams:\n" +
            teams,
        "f.yaml", ".");
}

// 20 items of half an hour on each of two days, due at the end of the next day: those of the first day are asked for.
const char* const post =
    "  post: {kind: backlog, arrivals: {per_day: 20, at: '08:00'}, handling_time: {mean: 30 min},\n"
    "         target: {done: 100 %, within: 1 d}}\n";

TEST(UncoveredLoad, IsWhatNobodyHasTheTimeFor) {
    const auto missing = uncovered_load(scenario_of(post, "  desk: {handles: [post], max: 2}\n"));
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].work, "post");
    EXPECT_NEAR(missing[0].wanted_h, 10.0, 1e-3);         // of the first day
    EXPECT_NEAR(missing[0].missing_h, 10.0 - 8.0, 1e-3);  // two people for two days of two hours
}

TEST(UncoveredLoad, IsNothingWhereOneMorePersonIsEnough) {
    EXPECT_TRUE(uncovered_load(scenario_of(post, "  desk: {handles: [post], max: 3}\n")).empty());
}

TEST(UncoveredLoad, CountsWhoMayTakeItAndIsThere) {
    const std::string calls =
        "  calls: {kind: call, arrivals: {per_interval: 60}, handling_time: {mean: 6 min},\n"
        "          target: {answered: 80 %, within: 20 s}}\n";  // 12 Erlang, of which 9.6 are promised
    const auto by = [&](const std::string& teams) { return uncovered_load(scenario_of(calls + post, teams)); };
    EXPECT_TRUE(by("  phones: {handles: [calls], max: 10}\n  desk: {handles: [post], max: 3}\n").empty());
    const auto short_of_people = by("  phones: {handles: [calls], max: 8}\n  desk: {handles: [post], max: 3}\n");
    ASSERT_EQ(short_of_people.size(), 1U);
    EXPECT_EQ(short_of_people[0].work, "calls");
    EXPECT_NEAR(short_of_people[0].wanted_h, 9.6 * 4.0, 1e-3);
    const double overtime_h = 2.0 * 8.0 * 0.1;  // on both days everybody brings a call of six minutes to its end
    EXPECT_NEAR(short_of_people[0].missing_h, (9.6 - 8.0) * 4.0 - overtime_h, 1e-3);
    EXPECT_TRUE(by("  phones: {handles: [calls], max: 8}\n  desk: {handles: [post, calls], max: 6}\n").empty());
    EXPECT_FALSE(by("  phones: {handles: [calls], max: 10, absence: 20 %}\n  desk: {handles: [post]}\n").empty());
}

TEST(UncoveredLoad, IsNothingWhereATeamMayGrow) {
    EXPECT_TRUE(
        uncovered_load(scenario_of(post, "  desk: {handles: [post], max: 1}\n  others: {handles: [post]}\n")).empty());
}

TEST(UncoveredLoad, HasNoTimeAfterTheDeadline) {
    const char* const fax =  // due within half an hour and the rest of its interval, which is as long again
        "  fax: {kind: backlog, arrivals: {per_day: 20, at: '08:00'}, handling_time: {mean: 30 min},\n"
        "        target: {done: 50 %, within: 0.5 h}}\n";
    EXPECT_TRUE(uncovered_load(scenario_of(fax, "  desk: {handles: [fax], max: 4}\n")).empty());
    const auto missing = uncovered_load(scenario_of(fax, "  desk: {handles: [fax], max: 2}\n"));
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_NEAR(missing[0].wanted_h, 10.0, 1e-3);                 // half of both days' twenty
    EXPECT_NEAR(missing[0].missing_h, 10.0 - 2 * 2 * 1.5, 1e-3);  // three intervals may serve each day
}

}  // namespace
}  // namespace freiton::staffing
