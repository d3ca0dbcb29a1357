// SPDX-License-Identifier: Apache-2.0
// Tables that people read at a glance: blocks, pivots, months, two rows of titles, ends of intervals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

std::string first_of(const CallLog& log) {
    return log.intervals.empty() ? "" : date_text(log.intervals[0].date) + " " + clock_text(log.intervals[0].start);
}

TEST(LogLayouts, DatesAndSkillsAboveEachBlockHoldForItsRows) {
    const CallLog log = log_of(
        "Date: 13.03.2026\nSplit/Skill: Sales\nTime,ACD Calls,Aban Calls,Avg ACD Time\n08:00,10,1,3:20\nTotals,10,1,\n"
        "Date: 13.03.2026\nSplit/Skill: Service\nTime,ACD Calls,Aban Calls,Avg ACD Time\n08:00,20,2,3:20\n"
        "Date: 14.03.2026\nSplit/Skill: Sales\nTime,ACD Calls,Aban Calls,Avg ACD Time\n08:00,30,3,3:20\n");
    EXPECT_THAT(log.queues, ElementsAre("Sales", "Service"));
    EXPECT_EQ(offered_of(log), 66.0);
    EXPECT_EQ(date_text(log.intervals[2].date), "2026-03-14");
    EXPECT_TRUE(notes(log, LogNoteKind::lines_of_blocks));
    const CallLog groups = log_of(
        "Split/Skill: Sales\nTime,ACD Calls,AHT\nDate: 13.03.2026,,\n08:00,10,200\nSummary,10,200\nDate: 14.03.2026,,\n"
        "08:00,30,200\nSummary,30,200\n");
    EXPECT_EQ(offered_of(groups), 40.0);
    EXPECT_THAT(groups.queues, ElementsAre("Sales"));
}

TEST(LogLayouts, NamesAloneAboveEachBlockAreItsQueueOrDay) {
    const CallLog queues = log_of("Time,Calls,AHT\nSales,,\n08:00,10,200\nService,,\n08:00,20,200\n");
    EXPECT_THAT(queues.queues, ElementsAre("Sales", "Service"));
    const CallLog days = log_of("Uhrzeit;Anrufe;AHT\nMontag;;\n08:00;10;200\nDienstag;;\n08:00;20;200\n");
    EXPECT_EQ(days.intervals[1].date - days.intervals[0].date, std::chrono::days{1});
}

TEST(LogLayouts, PivotTablesHaveTimesBelowTheirDay) {
    for (const char* time : {"08:00", "08", "08 Uhr"}) {
        const CallLog log = log_of(std::string{"Zeilenbeschriftungen;Summe von Anrufe\n09.03.2026;30\n"} + time +
                                   ";10\n09:00;20\n10.03.2026;5\n" + time + ";5\nGesamtergebnis;35\n");
        EXPECT_EQ(offered_of(log), 35.0) << time;
        EXPECT_EQ(first_of(log), "2026-03-09 08:00") << time;
    }
    const CallLog across = log_of(
        "Summe von Anrufe;Spaltenbeschriftungen;;\nZeilenbeschriftungen;Sales;Service;Gesamtergebnis\n"
        "09.03.2026 08:00;10;20;30\nGesamtergebnis;10;20;30\n");
    EXPECT_THAT(across.queues, ElementsAre("Sales", "Service"));
    EXPECT_EQ(offered_of(across), 30.0);
}

TEST(LogLayouts, NumbersAboveAMonthsColumnsAreItsDaysAndAboveADaysItsHours) {
    const CallLog days = log_of("Anrufe März 2026;;;\nUhrzeit;9;10;11\n08:00;5;6;7\n08:30;1;2;3\n");
    EXPECT_EQ(first_of(days), "2026-03-09 08:00");
    EXPECT_EQ(offered_of(days), 24.0);
    const CallLog hours = log_of("Wochentag;8;9;10;Summe\nMo;5;6;7;18\nDi;1;2;3;6\n");
    EXPECT_EQ(offered_of(hours), 24.0);
    EXPECT_EQ(hours.intervals[2].start, Minutes{600});
    EXPECT_TRUE(notes(hours, LogNoteKind::titles_are_hours));
    const CallLog uhr = log_of("Wochentag;8-9 Uhr;9-10 Uhr\nMo;5;6\nDi;1;2\n");
    EXPECT_EQ(uhr.intervals[1].start, Minutes{540});
    const CallLog corner = log_of("09.03.2026;08:00;08:30;09:00\nSales;5;6;7\n");
    EXPECT_EQ(first_of(corner), "2026-03-09 08:00");
    const CallLog down = log_of("Anrufe März 2026;;\nTag;08:00;08:30\n9.;5;6\n10.;1;2\n");
    EXPECT_EQ(first_of(down), "2026-03-09 08:00");
}

TEST(LogLayouts, QueuesMayBeCalledByNumbers) {
    EXPECT_THAT(log_of("Date,Time,7001,7002,7003\n2026-03-09,08:00,5,6,7\n").queues,
                ElementsAre("7001", "7002", "7003"));
}

TEST(LogLayouts, LinesWithNumbersAreNoHours) {
    const CallLog log = log_of("Datum;Uhrzeit;1;2;3\n09.03.2026;08:00;5;6;7\n");
    EXPECT_THAT(log.queues, ElementsAre("1", "2", "3"));
    EXPECT_FALSE(notes(log, LogNoteKind::titles_are_hours));
}

TEST(LogLayouts, TitlesMayStandInTwoRowsAndUnitsBelowThem) {
    const CallLog two =
        log_of("Datum;Uhrzeit;Sales;;Service;\n;;Anrufe;AHT;Anrufe;AHT\n09.03.2026;08:00;10;200;20;300\n");
    EXPECT_THAT(two.queues, ElementsAre("Sales", "Service"));
    EXPECT_EQ(two.intervals[1].handling_s, 300.0);
    const CallLog units = log_of("Datum;Uhrzeit;Angeboten;Ø AHT\n;;[Anzahl];[min]\n09.03.2026;08:00;10;3,5\n");
    EXPECT_EQ(units.intervals[0].handling_s, 210.0);
    const CallLog untitled =
        log_of(";Montag;Dienstag;Mittwoch\n;09.03.2026;10.03.2026;11.03.2026\n08:00;5;6;7\nSumme;5;6;7\n");
    EXPECT_EQ(first_of(untitled), "2026-03-09 08:00");
    EXPECT_EQ(offered_of(untitled), 18.0);
}

TEST(LogLayouts, IntervalsMayBeKnownByTheirEnds) {
    for (const char* rows : {"Datum;bis;Anrufe;AHT\n09.03.2026;08:30;10;200\n09.03.2026;09:00;20;200\n",
                             "Datum;Uhrzeit;Anrufe;AHT\n09.03.2026;bis 08:30;10;200\n09.03.2026;bis 09:00;20;200\n",
                             "Date,Interval End,Offered,AHT\n2026-03-09,08:30,10,200\n2026-03-09,09:00,20,200\n"}) {
        const CallLog log = log_of(rows);
        EXPECT_EQ(first_of(log), "2026-03-09 08:00") << rows;
        EXPECT_EQ(log.row_length, Minutes{30}) << rows;
        EXPECT_TRUE(notes(log, LogNoteKind::ends_only)) << rows;
    }
    const CallLog night = log_of("Date,Hour Ending,Calls,AHT\n2026-03-09,23:00,10,200\n2026-03-09,24:00,20,200\n");
    EXPECT_EQ(date_text(night.intervals[1].date), "2026-03-09");
    EXPECT_EQ(night.intervals[1].start, Minutes{1380});
    EXPECT_THAT(asked("Date,Hour Ending,Calls,AHT\n2026-03-09,23:00,10,200\n"), Contains(HasSubstr("time=TITLE")));
}

TEST(LogLayouts, WeeksWithTheirWeekdaysAreDates) {
    for (const char* rows : {"KW;Wochentag;Uhrzeit;Anrufe;AHT\n2026-W11;Di;08:00;5;200\n",
                             "KW;Tag;Uhrzeit;Anrufe;AHT\nKW 11/2026;Di;08:00;5;200\n",
                             "Jahr;KW;Wochentag;Uhrzeit;Anrufe;AHT\n2026;11;Dienstag;08:00;5;200\n",
                             "Datum;Uhrzeit;Anrufe;AHT\n2026-W11-2;08:00;5;200\n",
                             "Jahr;Monat;Tag;Stunde;Minute;Anrufe;AHT\n2026;März;10;8;0;5;200\n"})
        EXPECT_EQ(first_of(log_of(rows)), "2026-03-10 08:00") << rows;
    const std::string weeks = "KW;Wochentag;Uhrzeit;Anrufe;AHT\n11;Di;08:00;5;200\n12;Di;08:00;5;200\n";
    EXPECT_THAT(asked(weeks), ElementsAre(HasSubstr("--first-day")));
    EXPECT_EQ(first_of(log_of(weeks, {.first_day = Date{std::chrono::year{2026} / 1 / 1}})), "2026-03-10 08:00");
    EXPECT_EQ(iso_week_date(2020, 53, 3), Date{std::chrono::year{2020} / 12 / 31});
    EXPECT_EQ(iso_week_date(2026, 54, 0), std::nullopt);
}

TEST(LogLayouts, DatesWithoutAYearNeedOne) {
    for (const char* rows : {"Datum;Uhrzeit;Anrufe;AHT\n09.03.;08:00;5;200\n", "Uhrzeit;09.03.;10.03.\n08:00;5;6\n"}) {
        EXPECT_THAT(asked(rows), ElementsAre(HasSubstr("--first-day"))) << rows;
        EXPECT_EQ(first_of(log_of(rows, {.first_day = Date{std::chrono::year{2026} / 1 / 1}})), "2026-03-09 08:00")
            << rows;
    }
}

TEST(LogLayouts, TheDateOfTheRowsIsNotThatOfThePrint) {
    const std::string rows = "Uhrzeit;Anrufe;AHT\n08:00;100;200\n";
    EXPECT_EQ(first_of(log_of("Erstellt: 15.03.2026;;\nDatum: 09.03.2026;;\n" + rows)), "2026-03-09 08:00");
    EXPECT_TRUE(notes(log_of("Erstellt: 15.03.2026;;\nStand: 09.03.2026;;\n" + rows), LogNoteKind::no_dates));
}

TEST(LogLayouts, AProfileOfAPeriodIsSumsOrMeans) {
    const std::string rows = "Zeitraum: 01.03.2026 - 31.03.2026;;\nUhrzeit;Anrufe;AHT\n08:00;100;200\n08:30;120;200\n";
    EXPECT_THAT(asked(rows), ElementsAre(HasSubstr("--first-day 2026-03-01")));
    EXPECT_EQ(first_of(log_of(rows, {.first_day = Date{std::chrono::year{2026} / 3 / 9}})), "2026-03-09 08:00");
    EXPECT_TRUE(
        asked("Zeitraum: 01.03.2026 - 31.03.2026;;\nDatum;Uhrzeit;Anrufe;AHT\n09.03.2026;08:00;100;200\n").empty());
}

}  // namespace
}  // namespace freiton::input
