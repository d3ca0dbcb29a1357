// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"
#include "freiton/input/read_call_log.hpp"
#include "freiton/report/forecast_report.hpp"
#include "places.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;

constexpr Date first{std::chrono::year{2026} / std::chrono::January / 5};  // a Monday

// Weekdays from 08:00 to 10:00 in half hours, `calls` an interval of each queue.
std::string office_log(int days, const std::vector<std::pair<std::string, int>>& queues,
                       const std::vector<Date>& closed = {}) {
    std::string csv = "date,start,queue,offered,aht\n";
    for (int day = 0; day < days; ++day) {
        const Date date = first + std::chrono::days{day};
        if (weekday_index(date) > 4 || std::find(closed.begin(), closed.end(), date) != closed.end()) continue;
        for (int minute = 480; minute < 600; minute += 30)
            for (const auto& [queue, calls] : queues)
                csv += date_text(date) + "," + clock_text(Minutes{minute}) + "," + queue + "," + std::to_string(calls) +
                       ",200\n";
    }
    return csv;
}

Forecast forecast_of(const std::string& csv, const ForecastOptions& options = {}) {
    return forecast(input::parse_call_log(csv, "log.csv", {.handling_time_given = true}), "log.csv", options);
}

std::vector<std::string> said(const std::string& csv, const ForecastOptions& options = {}) {
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

TEST(ForecastOfALog, ClosedDaysAreNoDaysWithoutCalls) {
    const Date closed = first + std::chrono::days{21};
    const Forecast forecast = forecast_of(office_log(54, {{"sales", 30}}, {closed}));
    EXPECT_EQ(forecast.history_days, 39);
    for (const ForecastDay& day : forecast.work[0].days) EXPECT_NEAR(day.arrivals.mean, 120.0, 1e-3);
    EXPECT_TRUE(forecast.work[0].outliers.empty());
    EXPECT_EQ(forecast.work[0].events[0].after.seen, 1);
}

TEST(ForecastOfALog, AHolidayToComeIsClosedUnlessHolidaysHaveCalls) {
    const Date to_come = first + std::chrono::days{56};
    const Forecast closed = forecast_of(office_log(54, {{"sales", 30}}), {.holidays = {to_come}});
    EXPECT_THAT(closed.closed, ElementsAre(to_come));
    EXPECT_EQ(closed.work[0].days.size(), 9U);
    const Forecast open =
        forecast_of(office_log(54, {{"sales", 30}}), {.holidays = {to_come, first + std::chrono::days{14}}});
    EXPECT_TRUE(open.closed.empty());
    EXPECT_THAT(open.work[0].days[0].events, ElementsAre("holiday"));
}

TEST(ForecastOfALog, TooFewDaysAreRefusedWithWhatIsNeeded) {
    EXPECT_THAT(
        said(office_log(19, {{"sales", 30}})),
        ElementsAre("log.csv  spans 19 days, and a forecast needs 21 at least: each weekday three times, better "
                    "four weeks and more"));
    EXPECT_THAT(said(office_log(21, {{"sales", 30}})),  // ends on a Friday, the 19th day
                ElementsAre(testing::HasSubstr("spans 19 days")));
    EXPECT_THAT(said(office_log(23, {{"sales", 30}})), testing::IsEmpty());
}

TEST(ForecastOfALog, ThePastIsNotForecast) {
    EXPECT_THAT(said(office_log(54, {{"sales", 30}}), {.from = first + std::chrono::days{50}}),
                ElementsAre("--from: got \"2026-02-24\", must come after the last day of the history, 2026-02-27"));
}

TEST(ForecastOfALog, LaterDaysAreTriedAsFarAhead) {
    const Forecast forecast = forecast_of(office_log(82, {{"sales", 30}}),
                                          {.days = 7, .from = first + std::chrono::days{91}});  // nine days later
    EXPECT_EQ(date_text(forecast.work[0].days.front().date), "2026-04-06");
    EXPECT_GT(forecast.work[0].by_day->values, 0);
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
    ASSERT_EQ(files[0].name, "volumes.csv");
    const Forecast again = forecast_of(files[0].bytes);
    EXPECT_EQ(again.work[0].work, "sales");
    EXPECT_NEAR(again.work[0].days[0].arrivals.mean, 120.0, 0.01);
    EXPECT_NEAR(again.work[0].days[0].handling_time_s->mean, 200.0, 0.01);
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
