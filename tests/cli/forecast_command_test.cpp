// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;

const std::string bank_history = "'" + test::in_source("scenarios/large_bank/history.csv") + "'";

TEST(ForecastCommand, ItSaysHowGoodItIs) {
    const ProgramRun run = freiton("forecast " + bank_history);
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.err, "");
    for (const char* part :
         {"Forecast of Sat 25 Oct 2003 to Fri 7 Nov 2003", "same weekday last week", "mean of four weeks",
          "80 % of the values are meant to lie within", "Mon-Fri 07:00-21:00; Sat-Sun closed, as in the last weeks.",
          "Taken as closed: Fri 4 Apr 2003 to Mon 7 Apr 2003, Mon 26 May 2003"})
        EXPECT_THAT(run.out, HasSubstr(part));
    EXPECT_THAT(run.out, testing::Not(HasSubstr("Scenario"))) << "nothing was written that a scenario reads";
}

TEST(ForecastCommand, ItSpeaksGerman) {
    const ProgramRun run = freiton("forecast " + bank_history + " --lang de --weeks 7 --holidays 2003-11-11");
    EXPECT_EQ(run.exit_code, 0);
    for (const char* part : {"Vorhersage für Sa 25.10.2003", "Woche ab", "Mittel aus vier Wochen", "Monatswechsel",
                             "Verzerrung", "Bestandteile", "korrelieren mit", "Geschlossen  Di 11.11.2003."})
        EXPECT_THAT(run.out, HasSubstr(part));
    EXPECT_THAT(run.out, testing::Not(HasSubstr("..")));
}

// Seven weeks are told as weeks; a day of each has the mean of the bands of its days.
TEST(ForecastCommand, WeeksHaveTheirDoubtToo) {
    const std::string asked = "forecast " + bank_history + " --weeks 7 --low 2.5% --high 90%";
    const auto json = nlohmann::json::parse(freiton(asked + " --json").out);
    double low = 0.0;
    for (std::size_t day = 0; day < 5; ++day)
        low += json.at("work").at("calls").at("days").at(day).at("arrivals_low").get<double>() / 5.0;
    const std::string out = freiton(asked).out;
    EXPECT_THAT(out, testing::ContainsRegex("open days +expected +a day +2\\.5 % +90 %"));
    EXPECT_THAT(out, testing::ContainsRegex("Mon 27 Oct 2003 +5 +[0-9]+ +[0-9]+ +" + std::to_string(std::lround(low))));
    EXPECT_THAT(out, HasSubstr("From 2.5 % to 90 %, 87.5 % of the values"));
}

TEST(ForecastCommand, AnEventNamedHolidayIsAHoliday) {
    const std::string asked = "forecast " + bank_history + " --json --weeks 1 ";
    EXPECT_EQ(freiton(asked + "--event holiday=2003-10-29").out, freiton(asked + "--holidays 2003-10-29").out);
}

TEST(ForecastCommand, TwoRunsGiveTheSameBytes) {
    EXPECT_EQ(freiton("forecast " + bank_history + " --json").out, freiton("forecast " + bank_history + " --json").out);
}

TEST(ForecastCommand, MachinesGetAllOfIt) {
    const auto json = nlohmann::json::parse(
        freiton("forecast " + bank_history +
                " --json --weeks 1 --from 2003-11-03 --low 5% --high 95% --holidays 2003-11-04,2003-11-05 "
                "--event 'pay day=2003-10-01,2003-11-03'")
            .out);
    EXPECT_EQ(json.at("first_day"), "2003-11-03");
    EXPECT_EQ(json.at("low_quantile"), 0.05);
    EXPECT_THAT(json.at("closed"), testing::ElementsAre("2003-11-04", "2003-11-05"));
    const auto& calls = json.at("work").at("calls");
    EXPECT_EQ(calls.at("days").size(), 3U);
    EXPECT_EQ(calls.at("intervals").size(), 84U);
    EXPECT_EQ(calls.at("intervals").at(0).at("start"), "2003-11-03T07:00:00");
    EXPECT_THAT(calls.at("days").at(0).at("events"), testing::ElementsAre("pay day"));
    EXPECT_EQ(calls.at("events").at("pay day").at("on").at("seen"), 1);
    EXPECT_FALSE(calls.at("test").at("by_day").at("naive_is_better"));
}

// Of a table whose last column is arrivals.
double sum_of_arrivals(const std::filesystem::path& path) {
    std::istringstream lines{test::bytes_of(path)};
    double sum = 0.0;
    std::string line;
    for (std::getline(lines, line); std::getline(lines, line);) sum += std::stod(line.substr(line.rfind(',') + 1));
    return sum;
}

// The key that the report says, as it stands there.
std::string key_in(const std::string& report) {
    const std::size_t begin = report.find("arrivals: {");
    return report.substr(begin, report.find('}', begin) + 1 - begin);
}

// The low, the expected and the high volumes are tables that a scenario reads.
TEST(ForecastCommand, ItsVolumesMakeAScenario) {
    const test::TemporaryFolder folder;
    const std::string at = folder.path().string();
    const ProgramRun run = freiton("forecast " + bank_history + " --csv '" + at + "'");
    ASSERT_EQ(run.exit_code, 0);
    std::vector<double> offered;
    for (const std::string name : {"forecast_volumes_low", "forecast_volumes", "forecast_volumes_high"}) {
        std::string key = key_in(run.out);
        key.replace(key.find("forecast_volumes"), std::string{"forecast_volumes"}.size(), name);
        const auto path = folder.write(
            name + ".yaml",
            "freiton: 1\ncalendar: {first_day: 2003-10-25, days: 14, open: {mon-fri: \"07:00-21:00\"}}\nwork:\n  "
            "calls:\n    kind: call\n    " +
                key +
                "\n    handling_time: 3 min\n    target: {answered: 80 %, within: 20 s}\nteams:\n  agents: {handles: "
                "[calls]}\n");
        EXPECT_EQ(freiton("check '" + path.string() + "'").exit_code, 0) << key;
        offered.push_back(sum_of_arrivals(folder.path() / (name + ".csv")));
    }
    EXPECT_LT(offered[0], offered[1] * 0.97);
    EXPECT_GT(offered[2], offered[1] * 1.03);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path()}, {}), 5 + 3);
}

TEST(ForecastCommand, PagesAndWorkbooksHaveTheDays) {
    const test::TemporaryFolder folder;
    const std::string page = (folder.path() / "page.html").string();
    const std::string book = (folder.path() / "book.xlsx").string();
    ASSERT_EQ(freiton("forecast " + bank_history + " --html '" + page + "' --xlsx '" + book + "'").exit_code, 0);
    const std::string html = test::bytes_of(page);
    EXPECT_THAT(html, HasSubstr("calls: volumes by day"));
    EXPECT_THAT(html, HasSubstr("Mon 27 Oct"));
    EXPECT_THAT(html, HasSubstr("mean of four weeks"));
    EXPECT_THAT(test::bytes_of(book), testing::StartsWith("PK"));
}

TEST(ForecastCommand, ItWritesAScenarioOfTheDaysToCome) {
    const test::TemporaryFolder folder;
    const std::string out =
        " --handling-time '3 min' --weeks 1 --holidays 2003-10-29 --out '" + folder.path().string() + "'";
    ASSERT_EQ(freiton("forecast " + bank_history + out).exit_code, 0);
    const std::string scenario = "'" + (folder.path() / "forecast.yaml").string() + "'";
    const auto json = nlohmann::json::parse(freiton("check --json " + scenario).out);
    EXPECT_EQ(json.at("intervals"), 4 * 28);
    EXPECT_NEAR(sum_of_arrivals(folder.path() / "volumes.csv"), 132'000.0, 5'000.0);
    EXPECT_THAT(test::bytes_of(folder.path() / "forecast.yaml"), HasSubstr("day_cv: 0.0"));
    const ProgramRun again = freiton("forecast " + bank_history + out);
    EXPECT_EQ(again.exit_code, 2);
    EXPECT_THAT(again.err, HasSubstr("forecast.yaml"));
}

TEST(ForecastCommand, ItSaysWhatItWroteAndWhatItTookForIt) {
    const test::TemporaryFolder folder;
    const std::string at = folder.path().string();
    const std::string asked = "forecast " + bank_history + " --handling-time '3 min' --out '" + at + "' --name ";
    const ProgramRun run = freiton(asked + "coming");
    ASSERT_EQ(run.exit_code, 0);
    for (const std::string& part :
         {at + "/coming.yaml, " + at + "/volumes.csv", std::string{"as stated"}, std::string{"Patience       unknown"}})
        EXPECT_THAT(run.out, HasSubstr(part));
    const test::TemporaryFolder other;
    const auto json = nlohmann::json::parse(
        freiton("forecast " + bank_history + " --json --handling-time '3 min' --out '" + other.path().string() + "'")
            .out);
    std::vector<std::string> written;
    for (const char* suffix : {"", "-low", "-high"}) {
        written.push_back(other.path().string() + "/forecast" + suffix + ".yaml");
        written.push_back(other.path().string() + "/volumes" + suffix + ".csv");
    }
    EXPECT_EQ(json.at("scenario").at("written").get<std::vector<std::string>>(), written);
    EXPECT_THAT(json.at("scenario").at("not_in_the_data"), testing::Contains("staff"));
    EXPECT_EQ(json.at("scenario").at("work").at("calls").at("day_cv"), json.at("work").at("calls").at("day_cv"));
}

// Days of a low and of a high scenario have the totals of their quantiles, which do not vary once more.
TEST(ForecastCommand, ItWritesLowAndHighScenarios) {
    const test::TemporaryFolder folder;
    const auto json = nlohmann::json::parse(
        freiton("forecast " + bank_history + " --json --handling-time '3 min' --out '" + folder.path().string() + "'")
            .out);
    for (const std::string scene : {"low", "high"}) {
        const auto scenario = folder.path() / ("forecast-" + scene + ".yaml");
        EXPECT_EQ(freiton("check '" + scenario.string() + "'").exit_code, 0);
        const std::string yaml = test::bytes_of(scenario);
        EXPECT_THAT(yaml, HasSubstr("volumes-" + scene + ".csv"));
        EXPECT_THAT(yaml, HasSubstr("day_cv: 0\n"));
        EXPECT_THAT(yaml, HasSubstr("interval_cv: 0.04"));
        EXPECT_THAT(yaml, HasSubstr("title: \"Forecast from history.csv: " + scene));
        double total = 0.0;
        for (const auto& day : json.at("work").at("calls").at("days"))
            total += day.at("arrivals_" + scene).get<double>();
        // 280 intervals, each rounded to a thousandth
        EXPECT_NEAR(sum_of_arrivals(folder.path() / ("volumes-" + scene + ".csv")), total, 280 * 0.0005);
    }
}

// The tables of --csv have names of their own: they never take the place of the volumes that a scenario reads.
TEST(ForecastCommand, TablesLeaveAScenarioAlone) {
    const test::TemporaryFolder folder;
    const std::string at = "'" + folder.path().string() + "'";
    ASSERT_EQ(freiton("forecast " + bank_history + " --weeks 1 --handling-time '3 min' --out " + at + " --csv " + at)
                  .exit_code,
              0);
    const std::string volumes = test::bytes_of(folder.path() / "volumes.csv");
    ASSERT_EQ(freiton("forecast " + bank_history + " --weeks 4 --csv " + at).exit_code, 0);
    EXPECT_EQ(test::bytes_of(folder.path() / "volumes.csv"), volumes);
}

}  // namespace
}  // namespace freiton::cli
