// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/office_history.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(DaysOfAHistory, ClosedDaysAreNoDaysWithoutCalls) {
    const Date closed = day_of(21);
    const Forecast forecast = forecast_of(office_log(54, {{"sales", 30}}, {closed}));
    EXPECT_EQ(forecast.history_days, 39);
    EXPECT_THAT(forecast.history_closed, ElementsAre(closed));
    EXPECT_THAT(forecast.history_missing, IsEmpty());
    for (const ForecastDay& day : forecast.work[0].days) EXPECT_NEAR(day.arrivals.mean, 120.0, 1e-3);
    EXPECT_TRUE(forecast.work[0].outliers.empty());
    EXPECT_EQ(forecast.work[0].events[0].after.seen, 1);
}

// Four calls a day: chance may well have brought none, but there would be rows that say so.
TEST(DaysOfAHistory, ADayWithoutRowsIsNotKnown) {
    const Date missing = day_of(21);
    const Forecast without_rows = forecast_of(office_log(54, {{"sales", 1}}, {missing}));
    EXPECT_THAT(without_rows.history_missing, ElementsAre(missing));
    EXPECT_EQ(without_rows.history_days, 39);
    const Forecast with_rows = forecast_of(office_log(54, {{"sales", 1}}, {missing}) + half_hours(missing, 8, 10, 0));
    EXPECT_THAT(with_rows.history_missing, IsEmpty());
    EXPECT_EQ(with_rows.history_days, 40);
    EXPECT_LT(with_rows.work[0].days[0].arrivals.mean, without_rows.work[0].days[0].arrivals.mean);
}

// Twelve weeks of sixteen are missing: most days of the calendar have no calls, and yet none is closed.
TEST(DaysOfAHistory, MonthsWithoutRowsAreNotKnown) {
    std::vector<Date> gap;
    for (int day = 14; day < 14 + 84; ++day) gap.push_back(day_of(day));
    const Forecast forecast = forecast_of(office_log(112, {{"sales", 30}}, gap));
    EXPECT_THAT(forecast.history_missing, SizeIs(60));
    EXPECT_THAT(forecast.history_closed, IsEmpty());
    EXPECT_EQ(forecast.history_days, 20);
    for (const ForecastDay& day : forecast.work[0].days) EXPECT_NEAR(day.arrivals.mean, 120.0, 1e-3);
}

// Four calls on each weekday of eight weeks, but for those of a time without any.
std::string list_of_calls(int silent_from, int silent_to) {
    std::string csv = "date,time,wait_s\n";
    for (int day = 0; day < 54; ++day)
        if (weekday_index(day_of(day)) < 5 && (day < silent_from || day >= silent_to))
            for (const char* time : {"08:10:00", "08:40:00", "09:10:00", "09:40:00"})
                csv.append(date_text(day_of(day))).append(",").append(time).append(",5\n");
    return csv;
}

TEST(DaysOfAHistory, AListOfCallsHasQuietDays) {
    const Forecast forecast = forecast_of(list_of_calls(21, 22));
    EXPECT_EQ(forecast.history_days, 40);
    EXPECT_THAT(forecast.history_closed, IsEmpty());
    EXPECT_THAT(forecast.history_missing, IsEmpty());
}

TEST(DaysOfAHistory, ThreeSilentWeeksOfAListAreNotKnown) {
    const Forecast forecast = forecast_of(list_of_calls(21, 42));
    EXPECT_EQ(forecast.history_days, 25);
    EXPECT_THAT(forecast.history_missing, SizeIs(15));
    for (const ForecastDay& day : forecast.work[0].days) EXPECT_NEAR(day.arrivals.mean, 4.0, 1e-3);
}

TEST(DaysOfAHistory, RowsOfZerosAtTheEndAreDaysToCome) {
    std::string csv = office_log(54, {{"sales", 30}});
    for (int day = 56; day < 61; ++day) csv += half_hours(day_of(day), 8, 10, 0);
    const Forecast forecast = forecast_of(csv);
    EXPECT_EQ(date_text(forecast.history_last), "2026-02-27");
    EXPECT_EQ(date_text(forecast.zeros_until.value()), "2026-03-06");
    EXPECT_EQ(date_text(forecast.first_day), "2026-02-28");
    EXPECT_FALSE(forecast_of(office_log(54, {{"sales", 30}})).zeros_until);
}

std::string saturdays_until(int last_day) {
    std::string csv = office_log(140, {{"sales", 30}});
    for (int day = 5; day < last_day; day += 7) csv += half_hours(day_of(day), 8, 10, 30);
    return csv;
}

// Twenty weeks, of which the last eight have no Saturdays; or all have.
TEST(HoursOfAHistory, AWeekdayThatEndedIsClosed) {
    const Forecast ended = forecast_of(saturdays_until(84));
    EXPECT_THAT(ended.open[5], IsEmpty());
    EXPECT_THAT(ended.work[0].days, SizeIs(10));
    EXPECT_THAT(forecast_of(saturdays_until(140)).open[5], ElementsAre(OpenSpan{Minutes{480}, Minutes{600}}));
}

// Twenty weeks; until eight weeks ago also from 10:00 to 12:00.
TEST(HoursOfAHistory, HoursThatEndedAreClosed) {
    std::string csv = office_log(140, {{"sales", 30}});
    for (int day = 0; day < 84; ++day)
        if (weekday_index(day_of(day)) < 5) csv += half_hours(day_of(day), 10, 12, 20);
    const Forecast forecast = forecast_of(csv);
    EXPECT_THAT(forecast.open[0], ElementsAre(OpenSpan{Minutes{480}, Minutes{600}}));
    for (const ForecastDay& day : forecast.work[0].days) EXPECT_NEAR(day.arrivals.mean, 120.0, 1e-3);
    EXPECT_EQ(forecast.work[0].left_out, 60.0 * 80.0);
}

// A hundred weeks; in the last two there is somebody in the evening, too. Of all of them that is less than a twentieth
// of a day's calls, of the last six more.
TEST(HoursOfAHistory, HoursThatBeganAreOpen) {
    std::string csv = office_log(700, {{"sales", 30}});
    for (int day = 686; day < 700; ++day)
        if (weekday_index(day_of(day)) < 5) csv += half_hours(day_of(day), 19, 21, 20);
    EXPECT_THAT(forecast_of(csv).open[0],
                ElementsAre(OpenSpan{Minutes{480}, Minutes{600}}, OpenSpan{Minutes{1140}, Minutes{1260}}));
}

TEST(HolidaysOfAHistory, ThoseToComeAreClosedUnlessThoseThatWereHadCalls) {
    const Date to_come = day_of(56);
    const Forecast closed = forecast_of(office_log(54, {{"sales", 30}}), {.holidays = {to_come}});
    EXPECT_THAT(closed.closed, ElementsAre(to_come));
    EXPECT_EQ(closed.work[0].days.size(), 9U);
    const Forecast open = forecast_of(office_log(54, {{"sales", 30}}), {.holidays = {to_come, day_of(14)}});
    EXPECT_TRUE(open.closed.empty());
    EXPECT_THAT(open.work[0].days[0].events, ElementsAre("holiday"));
}

// On one of three holidays somebody called all the same, once.
TEST(HolidaysOfAHistory, ASingleCallOpensNoHoliday) {
    const std::vector<Date> were{day_of(14), day_of(23), day_of(37)};
    const std::string csv = office_log(54, {{"sales", 30}}, were) + date_text(were[1]) + ",09:00,sales,1,200\n";
    std::vector<Date> holidays = were;
    holidays.push_back(day_of(56));
    const Forecast forecast = forecast_of(csv, {.holidays = holidays});
    EXPECT_THAT(forecast.closed, ElementsAre(day_of(56)));
    EXPECT_EQ(forecast.history_closed, were);
    EXPECT_EQ(forecast.work[0].left_out, 1.0);
    EXPECT_THAT(forecast_of(office_log(54, {{"sales", 30}}, {were[0]}), {.holidays = holidays}).closed, IsEmpty())
        << "two of three were open";
}

// An emergency line is there on holidays, the hotline is not.
TEST(HolidaysOfAHistory, EachQueueHasItsOwn) {
    const std::vector<Date> were{day_of(14), day_of(23), day_of(37)};
    std::string csv = office_log(54, {{"hotline", 30}, {"emergency", 10}}, were);
    for (const Date date : were)
        csv += half_hours(date, 8, 10, 0, "hotline") + half_hours(date, 8, 10, 10, "emergency");
    std::vector<Date> holidays = were;
    holidays.push_back(day_of(56));
    const Forecast forecast = forecast_of(csv, {.holidays = holidays});
    EXPECT_THAT(forecast.closed, IsEmpty());
    EXPECT_LT(forecast.work[0].days[0].arrivals.mean, 1.0);
    EXPECT_NEAR(forecast.work[1].days[0].arrivals.mean, 40.0, 1.0);
}

}  // namespace
}  // namespace freiton::study
