// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string bank(const std::string& scenario) {
    const std::string folder = test::in_source("scenarios/anonymous_bank/");
    return "validate '" + folder + scenario + "' --against '" + folder +
           "calls_1999-02-01_14.csv' --columns ignore=call_type --wrap-up 75s ";
}

// What docs/validate.md claims of a real centre: bands of 5 to 95 % hold 85 to 95 % of single half hours, where the
// scenario says what it does not know.
TEST(ValidateCommand, BandsOfTheBankHold) {
    const ProgramRun run = freiton(bank("other_days.yaml") + "--json");
    ASSERT_EQ(run.exit_code, 0) << run.err;
    const auto figures = nlohmann::json::parse(run.out).at("work").at("calls").at("figures");
    for (const char* figure : {"answered", "service_level", "asa_s"}) {
        const auto& intervals = figures.at(figure).at("intervals");
        EXPECT_GE(intervals.at("values"), 340) << figure;
        EXPECT_GE(intervals.at("inside_share"), 0.85) << figure;
        EXPECT_LE(intervals.at("inside_share"), 0.95) << figure;
    }
}

// With the calls as they came and the people who were there.
TEST(ValidateCommand, TheBanksWaitOfADayIsWithinAQuarterOnNineOfTenDays) {
    const ProgramRun run = freiton(bank("other_days.yaml") +
                                   "--set work.calls.arrivals.file=working_days_volumes.csv "
                                   "--set work.calls.arrivals.day_cv=0 --set work.calls.arrivals.interval_cv=0 --json");
    ASSERT_EQ(run.exit_code, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_GE(json.at("work").at("calls").at("figures").at("asa_s").at("days_near"), 9);
    EXPECT_EQ(json.at("days").size(), 10U);
    EXPECT_EQ(json.at("left_out").at("days_only_in_log").size(), 4U) << "two weekends";
    EXPECT_THAT(json.dump(), HasSubstr("\"set\""));
}

TEST(ValidateCommand, WritesTablesAPageAndAWorkbookWhereItIsTold) {
    const test::TemporaryFolder folder;
    const auto tables = folder.path() / "tables", page = folder.path() / "page.html", book = folder.path() / "b.xlsx";
    const ProgramRun run = freiton(bank("working_days.yaml") + "--set simulation.replications=30 --lang de --csv '" +
                                   tables.string() + "' --html '" + page.string() + "' --xlsx '" + book.string() + "'");
    ASSERT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Urteil"));
    EXPECT_THAT(run.out, HasSubstr("Einträge"));
    EXPECT_THAT(test::bytes_of(tables / "validation_days.csv"), StartsWith("date,work,offered,"));
    EXPECT_THAT(test::bytes_of(tables / "validation_intervals.csv"), HasSubstr("\n1999-02-01,06:30,calls,"));
    EXPECT_THAT(test::bytes_of(tables / "validation_figures.csv"), HasSubstr("\ncalls,asa_s,"));
    EXPECT_THAT(test::bytes_of(tables / "validation_causes.csv"), HasSubstr("\ncalls,asa_s,volume,"));
    EXPECT_THAT(test::bytes_of(page), HasSubstr("<html lang=\"de\">"));
    EXPECT_THAT(test::bytes_of(page), HasSubstr(" dots\""));
    EXPECT_THAT(test::bytes_of(book), StartsWith("PK"));
}

TEST(ValidateCommand, PeopleMayStandInATableBesideTheScenario) {
    const std::string staff = test::in_source("scenarios/anonymous_bank/working_days_staff.csv");
    const std::string little = "--set simulation.replications=20 --json ";
    EXPECT_EQ(freiton(bank("working_days.yaml") + little + "--staff '" + staff + "'").out,
              freiton(bank("working_days.yaml") + little).out);
    EXPECT_EQ(freiton(bank("working_days.yaml") + "--set teams.agents.staff=9 --staff '" + staff + "'").exit_code, 2);
}

}  // namespace
}  // namespace freiton::cli
