// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string bank_calibrated(const std::string& more) {
    const std::string folder = test::in_source("scenarios/anonymous_bank/");
    return "calibrate '" + folder + "other_days.yaml' --against '" + folder +
           "calls_1999-02-01_14.csv' --columns ignore=call_type --set simulation.replications=20 " + more;
}

// What docs/calibrate.md and the bank's own README say of it: 70 to 85 s of wrap-up, days and half hours that differ by
// 12 % and 26 %, within two standard errors; the outage of 3 February is no variation.
TEST(CalibrateCommand, TheBanksWrapUpAndVariationAreFound) {
    const ProgramRun run = freiton(bank_calibrated("--json"));
    ASSERT_EQ(run.exit_code, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out);
    const auto& values = json.at("work").at("calls").at("values");
    EXPECT_NEAR(values.at("wrap_up.mean").at("value"), 77.5, 7.5);
    for (const auto& [key, by_hand] : {std::pair{"arrivals.day_cv", 0.12}, std::pair{"arrivals.interval_cv", 0.26}})
        EXPECT_NEAR(values.at(key).at("value"), by_hand, 2.0 * values.at(key).at("standard_error").get<double>());
    EXPECT_LT(values.at("arrivals.interval_cv").at("standard_error"), 0.05);
    EXPECT_EQ(json.at("work").at("calls").at("outliers").at(0).at("start"), "1999-02-03T13:00:00");
    for (const auto& check : json.at("work").at("calls").at("checks")) EXPECT_EQ(check.at("further_off"), false);
    EXPECT_NEAR(values.at("handling_time.day_cv").at("value"), 0.05, 0.005);
    EXPECT_EQ(json.at("work").at("calls").at("alike").at(0).at("other"), "away");
    EXPECT_EQ(json.at("days").size(), 10U);
    EXPECT_EQ(json.at("left_out").at("days_only_in_log").size(), 4U) << "two weekends";
}

TEST(CalibrateCommand, WritesAScenarioTablesAPageAndAWorkbookWhereItIsTold) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "calibrated.yaml", tables = folder.path() / "tables";
    const auto page = folder.path() / "page.html", book = folder.path() / "b.xlsx";
    const std::string command = bank_calibrated("--lang de --write '" + file.string() + "' --csv '" + tables.string() +
                                                "' --html '" + page.string() + "' --xlsx '" + book.string() + "'");
    const ProgramRun run = freiton(command);
    ASSERT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Gefunden"));
    EXPECT_THAT(run.out, HasSubstr("work.calls.balk"));
    EXPECT_THAT(test::bytes_of(file), HasSubstr("wrap_up:"));
    EXPECT_THAT(test::bytes_of(file), HasSubstr("balk: 4.7 %"));
    EXPECT_THAT(test::bytes_of(tables / "calibration_values.csv"), HasSubstr("\ncalls,wrap_up.mean,"));
    EXPECT_THAT(test::bytes_of(tables / "calibration_patience.csv"), HasSubstr("\ncalls,0,0.95"));
    EXPECT_THAT(test::bytes_of(tables / "calibration_laws.csv"), HasSubstr("\ncalls,lognormal,"));
    EXPECT_THAT(test::bytes_of(tables / "calibration_figures.csv"), HasSubstr("\ncalls,08:00,asa_s,"));
    EXPECT_THAT(test::bytes_of(page), HasSubstr("<html lang=\"de\">"));
    EXPECT_THAT(test::bytes_of(book), StartsWith("PK"));
    const ProgramRun again = freiton(command);
    EXPECT_EQ(again.exit_code, 2) << "somebody may have edited it since";
    EXPECT_THAT(again.err, HasSubstr("calibrated.yaml"));
}

// The keys that it tells are understood as they stand.
TEST(CalibrateCommand, ItsLinesCanBeSet) {
    const auto keys = nlohmann::json::parse(freiton(bank_calibrated("--json")).out).at("keys");
    EXPECT_EQ(keys.at("work.calls.balk"), "4.7 %");
    const std::string folder = test::in_source("scenarios/anonymous_bank/");
    const ProgramRun run = freiton("check '" + folder +
                                   "other_days.yaml' --set 'work.calls.patience={law: lognormal, mean: 1995 s, cv: 6}' "
                                   "--set 'work.calls.balk=4.7 %' --set 'work.calls.wrap_up={mean: 79 s}'");
    EXPECT_EQ(run.exit_code, 0) << run.err;
}

}  // namespace
}  // namespace freiton::cli
