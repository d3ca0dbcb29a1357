// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/complaints.hpp"
#include "freiton/report/forecast_report.hpp"
#include "freiton/study/forecast_scenario.hpp"
#include "places.hpp"
#include "study/office_history.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;

std::vector<std::string> forecast_said(const std::string& csv, const ForecastOptions& options = {}) {
    return test::complaints([&] { forecast_of(csv, options); });
}

TEST(ForecastOfALog, EachQueueIsForecastByItself) {
    const Forecast forecast = forecast_of(office_log(54, {{"sales", 30}, {"service", 7}}));
    ASSERT_EQ(forecast.work.size(), 2U);
    EXPECT_EQ(forecast.work[0].work, "sales");
    EXPECT_NEAR(forecast.work[0].days[0].arrivals.mean, 120.0, 1e-3);
    EXPECT_NEAR(forecast.work[1].days[0].arrivals.mean, 28.0, 1e-3);
    EXPECT_NEAR(forecast.work[1].days[0].handling_time_s->mean, 200.0, 1e-6);
}

// 54 days from a Monday end on a Friday; the forecast begins on the Saturday and lasts 14 days.
TEST(ForecastOfALog, ItBeginsOnTheDayAfterTheHistory) {
    const Forecast forecast = forecast_of(office_log(54, {{"sales", 30}}));
    EXPECT_EQ(date_text(forecast.history_last), "2026-02-27");
    EXPECT_EQ(date_text(forecast.first_day), "2026-02-28");
    ASSERT_EQ(forecast.work[0].days.size(), 10U);
    EXPECT_EQ(date_text(forecast.work[0].days.front().date), "2026-03-02");
    EXPECT_EQ(date_text(forecast.work[0].days.back().date), "2026-03-13");
    EXPECT_EQ(forecast.work[0].days[0].intervals.size(), 4U);
}

TEST(ForecastOfALog, TooFewDaysAreRefusedWithWhatIsNeeded) {
    EXPECT_THAT(
        forecast_said(office_log(18, {{"sales", 30}})),
        ElementsAre("log.csv  spans 18 days, and a forecast needs 21 at least: each weekday three times, better "
                    "four weeks and more"));
}

// Three weeks from Monday to Friday: the Saturday and Sunday after them would tell nothing more.
TEST(ForecastOfALog, ThreeFullWeeksOfAnOfficeAreEnough) {
    EXPECT_THAT(forecast_said(office_log(19, {{"sales", 30}})), testing::IsEmpty());
    EXPECT_THAT(forecast_said(office_log(23, {{"sales", 30}})), testing::IsEmpty());
}

TEST(ForecastOfALog, ThePastIsNotForecast) {
    EXPECT_THAT(forecast_said(office_log(54, {{"sales", 30}}), {.from = first + std::chrono::days{50}}),
                ElementsAre("--from: got \"2026-02-24\", must come after the last day of the history, 2026-02-27"));
}

TEST(ForecastOfALog, LaterDaysAreTriedAsFarAhead) {
    const Forecast forecast = forecast_of(office_log(82, {{"sales", 30}}),
                                          {.days = 7, .from = first + std::chrono::days{91}});  // nine days later
    EXPECT_EQ(date_text(forecast.work[0].days.front().date), "2026-04-06");
    EXPECT_GT(forecast.work[0].by_day->values, 0);
    // Tried ten days ahead and more: from the Monday after four weeks, day 28, to day 71 of 81, a Tuesday.
    EXPECT_EQ(forecast.work[0].origins, 6 * 5 + 2);
}

// One call at night among thousands by day is no opening time.
TEST(ForecastOfALog, WhatIsOutsideTheOpenTimeIsCountedApart) {
    const Forecast forecast = forecast_of(office_log(54, {{"sales", 30}}) + "2026-02-02,03:00,sales,5,200\n");
    EXPECT_EQ(forecast.work[0].left_out, 5.0);
    EXPECT_NEAR(forecast.work[0].days[0].arrivals.mean, 120.0, 1e-3);
    EXPECT_EQ(nlohmann::json::parse(report::forecast_json(forecast)).at("work").at("sales").at("left_out"), 5.0);
}

TEST(ForecastOfALog, TicketsAreForecastRoundTheClock) {
    std::string csv = "created,resolved\n";
    for (int day = 0; day < 35; ++day)
        for (int hour = 0; hour < 24; hour += 2) {
            const std::string date = date_text(first + std::chrono::days{day});
            csv += date + " " + clock_text(Minutes{60 * hour}) + "," + date + " 23:59\n";
        }
    const Forecast forecast = forecast_of(csv);
    EXPECT_EQ(forecast.work[0].days.size(), 14U);
    EXPECT_EQ(forecast.work[0].days[0].intervals.size(), 48U);
    EXPECT_NEAR(forecast.work[0].days[0].arrivals.mean, 12.0, 0.01);
}

// What it writes it reads: the forecast of a forecast.
TEST(ForecastOfALog, ItsVolumesAreAHistoryAgain) {
    const auto files = report::forecast_csv(forecast_of(office_log(54, {{"sales", 30}}), {.days = 28}));
    ASSERT_EQ(files[0].name, "forecast_volumes.csv");
    const Forecast again = forecast_of(files[0].bytes);
    EXPECT_EQ(again.work[0].work, "sales");
    EXPECT_NEAR(again.work[0].days[0].arrivals.mean, 120.0, 0.01);
    EXPECT_NEAR(again.work[0].days[0].handling_time_s->mean, 200.0, 0.01);
}

// Clocks go forward on 29 March: from 02:00 to 03:00 there is nothing, of which a scenario reads no rows.
TEST(ForecastOfALog, TheHourThatIsNotThereIsLeftOut) {
    std::string csv = history_titles;
    for (int day = 0; day < 70; ++day) csv += half_hours(day_of(day), 0, 24, 30);
    const input::LogOptions in_berlin{.time_zone = "Europe/Berlin", .handling_time_given = true};
    const CallLog log = input::parse_call_log(csv, "log.csv", in_berlin);
    const Forecast forecast = study::forecast(log, "log.csv", {});
    const auto& days = forecast.work[0].days;
    EXPECT_EQ(forecast.time_zone, "Europe/Berlin");
    ASSERT_EQ(date_text(days[13].date), "2026-03-29");
    EXPECT_EQ(days[12].intervals.size(), 48U);
    EXPECT_EQ(days[13].intervals.size(), 46U);
    EXPECT_NEAR(days[13].arrivals.mean, days[12].arrivals.mean * 46.0 / 48.0, 0.1);
    EXPECT_NO_THROW(Scenario{forecast_scenario(log, "log.csv", forecast, {}).parts});
    EXPECT_EQ(forecast_of(csv).work[0].days[13].intervals.size(), 48U) << "without a time zone nobody knows";
}

// Mean handling times of 180 or 220 s, as the days come: a tenth more or less.
TEST(ForecastOfALog, HowHandlingTimesOfDaysVaryIsInItsScenario) {
    std::string csv = history_titles;
    for (int day = 0; day < 140; ++day)
        for (int minute = 480; minute < 600; minute += 30)
            csv.append(date_text(day_of(day)))
                .append(",")
                .append(clock_text(Minutes{minute}))
                .append(7 * day % 11 % 2 == 0 ? ",sales,400,180\n" : ",sales,400,220\n");
    const CallLog log = input::parse_call_log(csv, "log.csv", {});
    const Forecast forecast = study::forecast(log, "log.csv", {});
    const double cv = forecast.work[0].handling_day_cv.value();
    EXPECT_NEAR(cv, 0.1, 0.02);  // the doubt about the level adds a tenth of its square, the weekdays may take some
    EXPECT_NEAR(forecast_scenario(log, "log.csv", forecast, {}).parts.work[0].handling_time.day_cv, cv, 0.0005);
    EXPECT_THAT(text_of(forecast, true), testing::HasSubstr("handling_time: {..., day_cv: 0."));
}

TEST(ForecastOfALog, NaiveForecastsOfHandlingTimesMayBeBetterToo) {
    Forecast forecast = forecast_of(office_log(140, {{"sales", 30}}));
    forecast.work[0].handling_by_day = ForecastTest{.values = 100,
                                                    .own = {.wape = 0.075},
                                                    .last_week = {.wape = 0.099},
                                                    .four_weeks = {.wape = 0.072},
                                                    .coverage = 0.72};
    const std::string text = text_of(forecast);
    EXPECT_THAT(text, testing::HasSubstr("Of days' mean handling times it is not better than the naive forecast \"mean "
                                         "of four weeks\""));
    EXPECT_THAT(text, testing::HasSubstr("Of days' mean handling times 72.0 % did."));
}

// The names of the two in a scenario are the same but for a number, and one of them has no calls.
TEST(ForecastOfALog, AQueueWithoutCallsTakesNoOthersPlace) {
    const std::string csv = office_log(54, {{"A B", 0}, {"A_B", 30}});
    const CallLog log = input::parse_call_log(csv, "log.csv", {});
    const Forecast forecast = study::forecast(log, "log.csv", {});
    EXPECT_THAT(forecast.empty, ElementsAre("A B"));
    const ScenarioParts parts = forecast_scenario(log, "log.csv", forecast, {}).parts;
    ASSERT_EQ(parts.work.size(), 1U);
    EXPECT_EQ(parts.work[0].name, forecast.work.at(0).work);
    for (const VolumeRow& row : parts.work[0].arrivals.file->rows) EXPECT_NEAR(row.arrivals, 30.0, 0.01);
}

// Two weeks after a history of four: nothing was tried. What came in the first two weeks and never again was tried.
TEST(ForecastOfALog, WhyNothingIsTestedIsSaidAsItIs) {
    const std::string small = text_of(forecast_of(office_log(26, {{"sales", 30}})));
    EXPECT_THAT(small, testing::HasSubstr("the history is too short to forecast days of it so far ahead"));
    EXPECT_THAT(small, testing::HasSubstr("Too little came to tell how days vary"));
    EXPECT_THAT(small, testing::HasSubstr("Too few days of the history were forecast from earlier ones"));
    std::string ended = office_log(140, {{"sales", 30}}) + half_hours(first, 8, 10, 30, "old");
    for (int day = 1; day < 140; ++day)
        if (weekday_index(day_of(day)) < 5) ended += half_hours(day_of(day), 8, 10, 0, "old");
    const std::string old = text_of(forecast_of(ended));
    EXPECT_THAT(old, testing::HasSubstr("Nothing came on the days of the history on which it was tried"));
    EXPECT_THAT(old, testing::Not(testing::HasSubstr("too short")));
}

class LargeBank : public testing::Test {
  protected:
    static const WorkForecast& calls() {
        static const Forecast forecast = study::forecast(
            input::read_call_log(test::in_source("scenarios/large_bank/history.csv"), {.handling_time_given = true}),
            "history.csv", {});
        return forecast.work.at(0);
    }
};

TEST_F(LargeBank, ItIsBetterThanNaiveForecastsByDayAndByInterval) {
    for (const auto& test : {calls().by_day, calls().by_interval}) {
        EXPECT_LT(test->own.wape, test->last_week.wape);
        EXPECT_LT(test->own.wape, test->four_weeks.wape);
        EXPECT_LT(std::abs(test->own.bias), 0.01);
    }
    EXPECT_GT(calls().by_day->values, 600);
}

TEST_F(LargeBank, FourInFiveValuesLieWithinTheirBands) {
    for (const auto& test : {calls().by_day, calls().by_interval}) {
        EXPECT_GT(*test->coverage, 0.75);
        EXPECT_LT(*test->coverage, 0.85);
    }
}

TEST_F(LargeBank, TuesdaysAfterAClosedMondayHaveItsCalls) { EXPECT_GT(calls().events[0].after.share, 0.08); }

}  // namespace
}  // namespace freiton::study
