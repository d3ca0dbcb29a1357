// SPDX-License-Identifier: Apache-2.0
// What day a row is of, where its cells alone do not say it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/log_cells.hpp"
#include "input/log_of.hpp"

namespace freiton::input {
namespace {

using test::asked;
using test::log_of;
using test::notes;
using test::offered_of;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> moments_of(const CallLog& log) {
    std::vector<std::string> moments;
    for (const LoggedInterval& one : log.intervals)
        moments.push_back(date_text(one.date) + " " + clock_text(one.start));
    return moments;
}

Date day(int year, unsigned month, unsigned of_month) {
    return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month}};
}

TEST(LogEnds, MidnightBelowOrBesideOtherQueuesEndsItsDate) {
    const std::string titles = "Date,Interval End,Queue,Calls,AHT\n";
    std::string beside = titles;
    for (const char* end : {"23:00", "23:30", "00:00"})
        for (const char* queue : {"Sales", "Service"})
            beside += std::string{"2026-03-09,"} + end + "," + queue + ",5,200\n";
    for (const LoggedInterval& one : log_of(beside).intervals) EXPECT_EQ(date_text(one.date), "2026-03-09");
    std::string latest_first = titles;
    for (const char* date : {"2026-03-10", "2026-03-09"})
        for (const char* end : {"00:00", "23:30", "23:00"})
            latest_first += std::string{date} + "," + end + ",Sales,5,200\n";
    EXPECT_EQ(moments_of(log_of(latest_first))[0], "2026-03-10 23:30");
    std::string sorted = titles;  // by their text
    for (const char* end : {"00:00", "23:00", "23:30"}) sorted += std::string{"2026-03-09,"} + end + ",Sales,5,200\n";
    EXPECT_EQ(moments_of(log_of(sorted))[0], "2026-03-09 23:30");
}

TEST(LogEnds, MidnightAboveTheEndsOfANightIsThatOfTheDayBefore) {
    const CallLog log =
        log_of("Date,Interval End,Calls,AHT\n2026-03-09,12:00,5,200\n2026-03-10,00:00,5,200\n2026-03-10,12:00,5,200\n");
    EXPECT_THAT(moments_of(log), ElementsAre("2026-03-09 00:00", "2026-03-09 12:00", "2026-03-10 00:00"));
    EXPECT_THAT(asked("Date,Interval End,Calls,AHT\n2026-03-09,12:00,5,200\n2026-03-09,00:00,5,200\n"
                      "2026-03-09,06:00,5,200\n2026-03-09,18:00,5,200\n"),
                Contains(HasSubstr("time=TITLE")));
}

TEST(LogEnds, EndsMayBeWholeHours) {
    for (const char* unit : {"", "--"}) {
        const CallLog log =
            log_of(std::string{"Date,Hour Ending,Calls,AHT\n2026-03-09,9,5,200\n2026-03-09,10,6,200\n"} +
                   "2026-03-09,24,7,200\n" + (*unit == '\0' ? "" : "2026-03-10,1,7,200\n"));
        EXPECT_EQ(moments_of(log)[0], "2026-03-09 08:00");
        EXPECT_EQ(moments_of(log)[2], "2026-03-09 23:00");
    }
}

TEST(LogPeriod, IsReadInTheOrderThatIsKnownOrIsOneOfAMonth) {
    const auto of = [](const std::string& period, DateOrder order = DateOrder::unknown) {
        return asked(period + ",,\nTime,Calls,AHT\n08:00,100,200\n08:30,120,200\n", {.dates = order});
    };
    EXPECT_THAT(of("01/12/2026 - 02/11/2026"), ElementsAre(HasSubstr("--first-day 2026-01-12")));
    EXPECT_THAT(of("Period: 03/02/2026 - 04/01/2026"), ElementsAre(HasSubstr("--first-day 2026-03-02")));
    EXPECT_THAT(of("03/02/2026 - 03/08/2026", DateOrder::month_first), ElementsAre(HasSubstr("2026-03-02")));
    EXPECT_THAT(of("03/02/2026 - 03/08/2026", DateOrder::day_first), ElementsAre(HasSubstr("2026-02-03")));
    EXPECT_THAT(of("01/02/2026 - 01/03/2026"), ElementsAre(HasSubstr("--dates")));
    EXPECT_THAT(of("01/02/2026 - 01/03/2026", DateOrder::day_first), ElementsAre(HasSubstr("2026-02-01")));
    EXPECT_THAT(of("31.03.2026 - 01.03.2026"), ElementsAre(HasSubstr("--first-day 2026-03-01")));
    const std::string week = "03/02/2026 - 03/08/2026,,,\nDay,Time,Calls,AHT\nMon,08:00,100,200\nTue,08:00,120,200\n";
    EXPECT_THAT(asked(week), IsEmpty());
}

TEST(LogPeriod, TheDayOfAPrintIsNotThatOfTheRows) {
    const std::string rows = "Time,Calls,AHT\n08:00,100,200\n";
    EXPECT_THAT(moments_of(log_of("Report Date: 3/19/2026,,\nData for: 3/2/2026,,\n" + rows,
                                  {.dates = DateOrder::month_first})),
                ElementsAre("2026-03-02 08:00"));
    EXPECT_TRUE(notes(log_of("Printed: 3/19/2026,,\n" + rows), LogNoteKind::no_dates));
    const CallLog below = log_of(rows + "Report date: 19.3.2026,,\n");
    EXPECT_TRUE(notes(below, LogNoteKind::no_dates));
    EXPECT_FALSE(notes(below, LogNoteKind::dates_filled));
}

TEST(LogDateParts, MinutesOfTalkAreNotThoseOfTheHour) {
    const std::string talk =
        "Date,Hour,Calls,Minutes\n2026-03-09,8,10,30\n2026-03-09,9,12,30\n2026-03-09,10,9,25\n2026-03-09,11,7,20\n";
    EXPECT_EQ(moments_of(log_of(talk))[2], "2026-03-09 10:00");
    EXPECT_EQ(log_of(talk, {.columns = {{"talk_sum_min", "Minutes"}}}).intervals[0].handling_s, 180.0);
    const std::string much = "Date,Hour,Calls,Minutes\n2026-03-09,8,10,30\n2026-03-09,8,12,70\n";
    EXPECT_THAT(moments_of(log_of("Date,Hour,Minute,Calls\n2026-03-09,8,0,10\n2026-03-09,8,30,12\n")),
                ElementsAre("2026-03-09 08:00", "2026-03-09 08:30"));
    EXPECT_THAT(asked(much), Not(IsEmpty()));
}

TEST(LogDateParts, WeeksThatAYearDoesNotHaveAreRefused) {
    const std::string titles = "KW;Wochentag;Uhrzeit;Anrufe;AHT\n";
    const LogOptions first{.first_day = day(2025, 12, 1)};
    for (const char* week : {"53", "0", "54"})
        EXPECT_THAT(asked(titles + "51;Di;08:00;5;200\n" + week + ";Di;08:00;5;200\n", first),
                    ElementsAre(HasSubstr("does not exist")))
            << week;
    EXPECT_THAT(moments_of(log_of(titles + "KW 36/26;Di;08:00;5;200\nKW 37/26;Di;08:00;5;200\n")),
                ElementsAre("2026-09-01 08:00", "2026-09-08 08:00"));
}

TEST(LogDateParts, EmptyColumnsAreNoParts) {
    const CallLog log = log_of("Calls March 2026,,,,\nMonth,Day,Time,Calls,AHT\n,9,08:00,5,200\n,10,08:00,5,200\n");
    EXPECT_EQ(moments_of(log)[1], "2026-03-10 08:00");
    EXPECT_EQ(std::count_if(log.reading.notes.begin(), log.reading.notes.end(),
                            [](const auto& note) { return note.kind == LogNoteKind::dates_of_parts; }),
              1);
    const LogOptions first{.first_day = day(2026, 3, 9)};
    const std::string no_weeks = "KW;Wochentag;Uhrzeit;Anrufe;AHT\n;Mo;08:00;5;200\n;Di;08:00;5;200\n";
    EXPECT_THAT(moments_of(log_of(no_weeks, first)), ElementsAre("2026-03-09 08:00", "2026-03-10 08:00"));
    EXPECT_EQ(month_named("J\u00E4nner"), 1);
    EXPECT_EQ(offered_of(log_of("Page;1;2;3\nWochentag;8;9;10;11;12;13;14\nMo;5;6;7;1;1;1;1\nDi;1;2;3;1;1;1;1\n")),
              32.0);
}

TEST(LogDateParts, TheYearTurnsWhereverDatesHaveNone) {
    const auto last_of = [](const std::string& rows, std::optional<Date> first = {}) {
        return moments_of(log_of(rows, {.first_day = first})).back();
    };
    EXPECT_EQ(last_of("Uhrzeit;Do 31.12.;Mo 04.01.\n08:00;5;6\n", day(2026, 12, 28)), "2027-01-04 08:00");
    EXPECT_EQ(last_of("KW;Wochentag;Uhrzeit;Anrufe;AHT\n52;Mo;08:00;5;200\n53;Mo;08:00;5;200\n1;Mo;08:00;5;200\n",
                      day(2026, 12, 21)),
              "2027-01-04 08:00");
    EXPECT_EQ(last_of("Monat;Tag;Uhrzeit;Anrufe;AHT\n12;30;08:00;5;200\n1;4;08:00;5;200\n", day(2026, 12, 30)),
              "2027-01-04 08:00");
    const std::string above = "Anrufe Dezember 2026;;;\nDatum;Uhrzeit;Anrufe;AHT\n";
    EXPECT_EQ(last_of(above + "30.12.;08:00;5;200\n01.01.;08:00;5;200\n"), "2027-01-01 08:00");
    EXPECT_EQ(last_of(above + "30.11.;08:00;5;200\n"), "2026-11-30 08:00");
}

}  // namespace
}  // namespace freiton::input
