// SPDX-License-Identifier: Apache-2.0
// Miniatures of exports as people have them: each comes in with at most one option, its scenario loads, and what the
// scenario expects is what the file counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"
#include "freiton/input/read_call_log.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/model/volumes.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/study/import_log.hpp"
#include "places.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

std::string export_path(const std::string& name) { return test::in_source("tests/study/exports/" + name); }

// The scenario as it is read back from what import writes.
Scenario written_scenario(const std::string& name, std::optional<Seconds> handling_time) {
    const CallLog log = input::read_call_log(export_path(name), {.handling_time_given = handling_time.has_value()});
    const ImportedLog imported = import_log(log, name, {.title = name, .handling_time = handling_time});
    const test::TemporaryFolder folder;
    folder.write("volumes.csv", report::volumes_csv(imported.parts.work));
    return input::read_scenario(folder.write("s.yaml", input::scenario_text(imported.parts)));
}

std::map<std::string, double> expected_of(const std::string& name, std::optional<Seconds> handling_time = {}) {
    const Scenario scenario = written_scenario(name, handling_time);
    std::map<std::string, double> expected;
    for (const Work& work : scenario.work())
        for (const double calls : volumes_of_site(work.arrivals, scenario.calendar(), "")) expected[work.name] += calls;
    return expected;
}

constexpr Seconds four_minutes{240.0};

TEST(ImportExports, WhatComesInIsWhatTheFileCounts) {
    EXPECT_THAT(expected_of("calls_am_pm.csv"), ElementsAre(Pair("calls", 3.0)));
    EXPECT_THAT(expected_of("calls_yes_no.csv"), ElementsAre(Pair("calls", 2.0)));
    EXPECT_THAT(expected_of("german_export.csv"), ElementsAre(Pair("Auftrag", 84.0), Pair("Service", 1010.0)));
    EXPECT_THAT(expected_of("queue_log_events.csv"), ElementsAre(Pair("sales", 2.0)));
    EXPECT_THAT(expected_of("calls_clock_cells.csv", four_minutes), ElementsAre(Pair("calls", 3.0)));
    EXPECT_THAT(expected_of("half_hours_as_columns.csv", four_minutes),
                ElementsAre(Pair("cards", 7.0 + 9 + 11 + 10), Pair("loans", 12.0 + 18 + 25 + 22)));
    EXPECT_THAT(expected_of("one_date_time_cell.csv", four_minutes), ElementsAre(Pair("calls", 14.0 + 16 + 21)));
    EXPECT_THAT(expected_of("tickets.csv", four_minutes), ElementsAre(Pair("email", 2.0), Pair("web", 1.0)));
}

TEST(ImportExports, WhatIsMissingIsAskedForWithTheOptionThatGivesIt) {
    for (const char* name :
         {"calls_clock_cells.csv", "half_hours_as_columns.csv", "one_date_time_cell.csv", "tickets.csv"})
        EXPECT_THAT(test::complaints([&] { input::read_call_log(export_path(name)); }),
                    ElementsAre(HasSubstr("--handling-time \"4 min\"")))
            << name;
}

TEST(ImportExports, HandlingTimesAreThoseOfTheFile) {
    EXPECT_NEAR(written_scenario("calls_am_pm.csv", {}).work()[0].handling_time.mean_duration().count(),
                (862.0 + 261 + 240) / 3, 0.05);
    EXPECT_EQ(written_scenario("calls_yes_no.csv", {}).work()[0].handling_time.mean_duration(), Seconds{143.0});
    EXPECT_EQ(written_scenario("queue_log_events.csv", {}).work()[0].handling_time.mean_duration(), Seconds{230.0});
    const Scenario german = written_scenario("german_export.csv", {});
    EXPECT_EQ(german.work()[1].handling_time.mean_duration(), Seconds{600.0});
    EXPECT_EQ(german.work()[0].arrivals.file->rows[0].handling_time_s, 240.0);
    EXPECT_EQ(german.work()[0].arrivals.file->rows[1].handling_time_s, 250.0);
}

TEST(ImportExports, TicketsComeRoundTheClockWhenTheyCame) {
    const Scenario scenario = written_scenario("tickets.csv", four_minutes);
    const Work& email = scenario.work()[0];
    EXPECT_EQ(email.kind, WorkKind::backlog);
    EXPECT_TRUE(email.arrivals.recorded);
    EXPECT_EQ(email.arrivals.file->rows[1].start, (Minutes{22 * 60 + 40}));
    EXPECT_EQ(scenario.calendar().parts().open[6], (OpenHours{{Minutes{0}, Minutes{1440}}}));
}

TEST(ImportExports, EachThingThatTheDataDoNotSayIsOneSentence) {
    const CallLog log = input::read_call_log(export_path("german_export.csv"));
    const LogSummary summary = import_log(log, "log", {}).summary;
    EXPECT_THAT(summary.gaps, ElementsAre(LogGap::handling_law, LogGap::patience_law, LogGap::redials,
                                          LogGap::day_variation, LogGap::staff, LogGap::targets));
    const std::string said = report::import_text(summary, report::Language::en);
    EXPECT_THAT(said, HasSubstr("Above the titles, left out: line 1-2."));
    EXPECT_THAT(said, HasSubstr("Sums, left out: line 8."));
    EXPECT_THAT(said, HasSubstr("1.010 is read as 1010."));
    for (const LogGap gap : summary.gaps) EXPECT_THAT(said, HasSubstr(report::gap_text(gap, report::Language::en)));
}

TEST(ImportExports, ALookShowsColumnsRowsAndWhatIsOpen) {
    const input::LogLook look = input::look_at_call_log(export_path("calls_clock_cells.csv"));
    const std::string said = report::look_text(look.log, look.problems, report::Language::en);
    EXPECT_THAT(said, HasSubstr("calls one by one; 3 rows; UTF-8, cells parted by ,"));
    EXPECT_THAT(said, HasSubstr("  Time Answered = answered_at, as in \"13:57:02\"\n"));
    EXPECT_THAT(said, HasSubstr("  Agent ID = not used"));
    EXPECT_THAT(said, HasSubstr("  2026-03-02 13:56:45, answered, wait 17 s\n"));
    EXPECT_THAT(said, HasSubstr("--handling-time"));
    EXPECT_THAT(said, HasSubstr("Nothing was written."));
}

TEST(ImportExports, ALookGivesMachinesTheFirstRows) {
    const auto rows_of = [](const std::string& name) {
        const input::LogLook look = input::look_at_call_log(export_path(name));
        return nlohmann::json::parse(report::look_json(look.log, look.problems)).at("first_rows");
    };
    const auto call = rows_of("calls_clock_cells.csv").at(0);
    EXPECT_EQ(call, nlohmann::json::parse(R"({"start": "2026-03-02T13:56:45", "queue": null, "outcome": "answered",
                                              "wait_s": 17.0, "handling_time_s": null})"));
    const auto interval = rows_of("german_export.csv").at(2);
    EXPECT_EQ(interval, nlohmann::json::parse(R"({"start": "2026-03-02T08:00:00", "queue": "Service", "offered": 1010.0,
                                                  "answered": 980.0, "abandoned": 30.0, "wait_s": 11.0,
                                                  "handling_time_s": 600.0})"));
    const auto ticket = rows_of("tickets.csv").at(2);
    EXPECT_EQ(ticket, nlohmann::json::parse(R"({"start": "2026-03-03T10:02:00", "queue": "web",
                                                "first_response_after_s": null, "resolved_after_s": null,
                                                "handling_time_s": null})"));
}

}  // namespace
}  // namespace freiton::study
