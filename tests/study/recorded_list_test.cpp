// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/temporary_folder.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/study/simulate.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using Contacts = std::vector<report::TracedContact>;

// Two mornings of calls at two sites; nobody gives up, so that a replay leaves nothing to chance.
ScenarioParts two_mornings() {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 2, .open = test::office_week(Minutes{540}, Minutes{660})};
    parts.sites = {"north", "south"};
    Work calls{.name = "calls", .handling_time = {.mean = Seconds{200}}};
    calls.arrivals.per_interval = BySite<PerInterval>{.sites = {{"north", {{30}, true}}, {"south", {{20}, true}}}};
    parts.work = {calls};
    parts.teams.push_back({.name = "desk", .handles = {"calls"}, .staff = Staff{.agents = {6}, .same_for_all = true}});
    return parts;
}

Contacts traced(const Scenario& scenario) {
    Contacts contacts = trace(scenario, given_staffing(scenario));
    std::stable_sort(contacts.begin(), contacts.end(),
                     [](const auto& a, const auto& b) { return a.arrival_s < b.arrival_s; });
    return contacts;
}

// The rows of a recorded list; times are seconds from the first midnight.
VolumeFile listed(const Contacts& contacts) {
    VolumeFile file{.path = "calls.csv"};
    for (const report::TracedContact& contact : contacts) {
        const double day = std::floor(contact.arrival_s / 86'400.0);
        const double in_day = contact.arrival_s - day * 86'400.0;
        const double minute = std::floor(in_day / 60.0);
        file.rows.push_back({.date = test::monday + std::chrono::days{static_cast<int>(day)},
                             .start = Minutes{static_cast<int>(minute)},
                             .second_s = in_day - minute * 60.0,
                             .site = contact.site,
                             .arrivals = 1.0,
                             .handling_time_s = contact.end_s - contact.begin_s});
    }
    return file;
}

Scenario replay_of(const Contacts& contacts) {
    ScenarioParts parts = two_mornings();
    parts.work[0].arrivals = {.file = listed(contacts), .recorded = true};
    parts.simulation.seed = 77;  // must not matter
    return Scenario{parts};
}

TEST(RecordedList, AReplayOfATraceHasTheSameContacts) {
    const Contacts before = traced(Scenario{two_mornings()});
    const Contacts after = traced(replay_of(before));
    ASSERT_GT(before.size(), 300u);  // 400 are expected
    ASSERT_EQ(after.size(), before.size());
    double waited = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(after[i].site, before[i].site);
        EXPECT_NEAR(after[i].arrival_s, before[i].arrival_s, 1e-6);
        EXPECT_NEAR(after[i].begin_s, before[i].begin_s, 1e-6);
        EXPECT_NEAR(after[i].end_s, before[i].end_s, 1e-6);
        waited += before[i].begin_s - before[i].arrival_s;
    }
    EXPECT_GT(waited, 60.0);  // there were queues, or it would be no test
}

TEST(RecordedList, EveryReplicationIsTheSame) {
    const Scenario replay = replay_of(traced(Scenario{two_mornings()}));
    const CallFigures once = simulate(replay, given_staffing(replay)).performance.work[0].calls.total;
    ScenarioParts parts = replay.parts();
    parts.simulation.replications = 1;
    const CallFigures single = simulate(Scenario{parts}, given_staffing(replay)).performance.work[0].calls.total;
    EXPECT_NEAR(once.asa_s, single.asa_s, 1e-9 * single.asa_s);
    EXPECT_EQ(once.offered, single.offered);
}

TEST(RecordedList, AScaledListComesWithThatChance) {
    ScenarioParts parts = replay_of(traced(Scenario{two_mornings()})).parts();
    const auto rows = static_cast<double>(parts.work[0].arrivals.file->rows.size());
    parts.work[0].arrivals.scale = 1.25;  // each once, every fourth twice
    parts.simulation.replications = 400;
    const Scenario scenario{parts};
    const auto total = simulate(scenario, given_staffing(scenario)).performance.work[0].calls.total;
    // Binomial: standard deviation sqrt(n / 4 x 3 / 4 / 400) of the mean of 400.
    EXPECT_NEAR(total.offered, 1.25 * rows, 4 * std::sqrt(rows * 0.25 * 0.75 / 400));
}

TEST(RecordedList, IsReadFromATableToTheSecond) {
    const test::TemporaryFolder folder;
    folder.write("calls.csv",
                 "date;start;arrivals;handling_time_s\n02.03.2026;09:00:17,5;1;100\n02.03.2026;09:30;2;50\n");
    const std::string path = folder.write("s.yaml", R"(freiton: 1
calendar: {first_day: 2026-03-02, open: "09:00-10:00"}
work: {calls: {kind: call, arrivals: {file: calls.csv, recorded: true}, handling_time: 3 min}}
teams: {desk: {handles: [calls], staff: 1}}
)");
    const Scenario scenario = input::read_scenario(path);
    const std::string again = folder.write("again.yaml", input::resolved_scenario(scenario));
    EXPECT_TRUE(input::read_scenario(again).parts() == scenario.parts());
    EXPECT_TRUE(scenario.parts().work[0].arrivals.recorded);
    const Contacts contacts = traced(scenario);
    ASSERT_EQ(contacts.size(), 3u);
    EXPECT_EQ(contacts[0].arrival_s, 9 * 3600 + 17.5);
    EXPECT_EQ(contacts[0].end_s, 9 * 3600 + 117.5);
    EXPECT_EQ(contacts[1].end_s, 9.5 * 3600 + 50);
    EXPECT_EQ(contacts[2].begin_s, 9.5 * 3600 + 50);  // one agent, one after the other
    EXPECT_EQ(contacts[2].end_s, 9.5 * 3600 + 100);
}

// The team's mean is twice the usual one.
TEST(RecordedList, ATeamThatIsSlowerTakesLongerByTheRatioOfTheMeans) {
    ScenarioParts parts = two_mornings();
    parts.teams[0].handling_time["calls"] = {.mean = Seconds{400}};
    VolumeRow row{.date = test::monday, .start = Minutes{540}, .arrivals = 1.0, .handling_time_s = 90.0};
    parts.work[0].arrivals = {.file = VolumeFile{.path = "calls.csv", .rows = {row}}, .recorded = true};
    const Contacts contacts = traced(Scenario{parts});
    ASSERT_EQ(contacts.size(), 1u);
    EXPECT_NEAR(contacts[0].end_s - contacts[0].begin_s, 180.0, 1e-9);
}

}  // namespace
}  // namespace freiton::study
