// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/queue_days.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/study/forecast_scenario.hpp"
#include "study/office_history.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

bool is_weekday(int day) { return weekday_index(day_of(day)) < 5; }

// Of two queues, the second of which has rows on some of the weekdays only: so many an interval, four of them a day.
std::string beside_sales(int days, int calls, const std::function<bool(int)>& has_rows) {
    std::string csv = office_log(days, {{"sales", 30}});
    for (int day = 0; day < days; ++day)
        if (is_weekday(day) && has_rows(day)) csv += half_hours(day_of(day), 8, 10, calls, "service");
    return csv;
}

const WorkForecast& service(const Forecast& forecast) { return forecast.work.at(1); }

TEST(QueueOfAHistory, ItBeginsWithItsFirstRows) {
    const Forecast forecast = forecast_of(beside_sales(180, 30, [](int day) { return day >= 161; }));
    EXPECT_EQ(forecast.history_days, 130);
    EXPECT_EQ(service(forecast).begins, day_of(161));
    EXPECT_EQ(service(forecast).history_days, 15);
    EXPECT_FALSE(forecast.work[0].begins);
    for (const ForecastDay& day : service(forecast).days) {
        EXPECT_NEAR(day.arrivals.mean, 120.0, 1e-3);
        EXPECT_LT(day.arrivals.high, 150.0);  // three standard deviations of Poisson counts
    }
    EXPECT_THAT(text_of(forecast), HasSubstr("Begins on Mon 15 Jun 2026, later than others: 15 open days tell of it."));
}

// An export of all queues has rows of zeros of one that does not exist yet.
TEST(QueueOfAHistory, RowsOfZerosBeforeItsFirstCallAreBeforeItBegan) {
    std::string csv = beside_sales(180, 30, [](int day) { return day >= 126; });
    for (int day = 0; day < 126; ++day)
        if (is_weekday(day)) csv += half_hours(day_of(day), 8, 10, 0, "service");
    const Forecast forecast = forecast_of(csv);
    EXPECT_EQ(service(forecast).begins, day_of(126));
    for (const ForecastDay& day : service(forecast).days) EXPECT_LT(day.arrivals.high, 150.0);
}

TEST(QueueOfAHistory, AHoleOfWeeksIsNotKnown) {
    const Forecast forecast = forecast_of(beside_sales(180, 30, [](int day) { return day < 84 || day >= 140; }));
    EXPECT_THAT(service(forecast).history_missing, SizeIs(40));
    EXPECT_THAT(forecast.history_missing, IsEmpty());
    EXPECT_THAT(service(forecast).outliers, IsEmpty());
    for (const ForecastDay& day : service(forecast).days) {
        EXPECT_NEAR(day.arrivals.mean, 120.0, 1e-3);
        EXPECT_LT(day.arrivals.high, 150.0);
    }
    EXPECT_THAT(text_of(forecast), HasSubstr("No rows here, though others have some, so taken for neither closed nor "
                                             "empty: Mon 30 Mar 2026 to Fri 22 May 2026."));
}

// 120 calls are expected on a day: chance does not leave all of them out. Of one call a day it does.
TEST(QueueOfAHistory, ASingleDayIsNotKnownIfChanceCannotHaveLeftItOut) {
    const auto but_one = [](int day) { return day != 79; };
    const Forecast many = forecast_of(beside_sales(180, 30, but_one));
    EXPECT_THAT(service(many).history_missing, ElementsAre(day_of(79)));
    EXPECT_THAT(service(many).outliers, IsEmpty());
    std::string csv = office_log(180, {{"sales", 30}});
    for (int day = 0; day < 180; ++day)
        if (is_weekday(day) && but_one(day)) csv += date_text(day_of(day)) + ",09:00,service,1,200\n";
    const Forecast few = forecast_of(csv);
    EXPECT_THAT(service(few).history_missing, IsEmpty());
    EXPECT_EQ(service(few).history_days, 130);
}

TEST(QueueOfAHistory, WhatHasEndedIsNotForecast) {
    const std::string csv = beside_sales(180, 30, [](int day) { return day < 150; });
    const Forecast forecast = forecast_of(csv);
    EXPECT_THAT(forecast.work, SizeIs(1));
    ASSERT_THAT(forecast.ended, SizeIs(1));
    EXPECT_EQ(forecast.ended[0].last, day_of(149));
    EXPECT_THAT(text_of(forecast), HasSubstr("\"service\" has no rows after Wed 3 Jun 2026, though others have: it is "
                                             "taken as ended, and not forecast."));
    const CallLog log = input::parse_call_log(csv, "log.csv", {});
    const ScenarioParts parts = forecast_scenario(log, "log.csv", forecast, {}).parts;
    EXPECT_THAT(parts.work, SizeIs(1));
    EXPECT_NO_THROW(Scenario{parts});
}

TEST(QueueOfAHistory, WithoutRowsForTwoWeeksItGoesOnAsItWas) {
    const Forecast forecast = forecast_of(beside_sales(180, 30, [](int day) { return day < 168; }));
    EXPECT_THAT(service(forecast).history_missing, SizeIs(10));
    for (const ForecastDay& day : service(forecast).days) EXPECT_NEAR(day.arrivals.mean, 120.0, 1e-3);
}

// On stated holidays it may have been closed while others were open: that is learnt, not left out.
TEST(QueueOfAHistory, StatedHolidaysWithoutRowsAreDaysWithoutCalls) {
    const std::vector<Date> holidays{day_of(23), day_of(37), day_of(51), day_of(180 + 2)};
    const std::string csv = beside_sales(
        180, 30, [&](int day) { return std::find(holidays.begin(), holidays.end(), day_of(day)) == holidays.end(); });
    const Forecast forecast = forecast_of(csv, {.holidays = holidays});
    EXPECT_THAT(service(forecast).history_missing, IsEmpty());
    EXPECT_EQ(service(forecast).events[0].on.seen, 3);
}

// Two months of zeros in the middle, as rows: the forecasts of that time were nothing, and then 120 came. No band is
// beyond twice of what ever came, and no variation is told of such days.
TEST(QueueOfAHistory, NothingBeyondReasonIsToldOfAHistoryOfTwoPieces) {
    std::string csv = beside_sales(180, 30, [](int day) { return day < 56 || day >= 112; });
    for (int day = 56; day < 112; ++day)
        if (is_weekday(day)) csv += half_hours(day_of(day), 8, 10, 0, "service");
    const Forecast forecast = forecast_of(csv);
    for (const ForecastDay& day : service(forecast).days) EXPECT_LE(day.arrivals.high, 240.0);
    EXPECT_LT(service(forecast).day_cv.value_or(0.0), 1.0);
}

}  // namespace
}  // namespace freiton::study
