// SPDX-License-Identifier: Apache-2.0
// Sheets that planners keep by hand: weekdays beside dates, weeks above them, tables below each other, measures in
// rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/log_of.hpp"

namespace freiton::input {
namespace {

using test::asked;
using test::log_of;
using test::notes;
using test::offered_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Date monday_of_week_12{std::chrono::year{2026} / std::chrono::March / 16};

TEST(LogPlannersLists, WeekdaysAndWeeksBesideDatesAreNoQueues) {
    for (const char* text :
         {"Datum;Wochentag;08:00;08:30\n16.03.2026;Montag;5;6\n17.03.2026;Dienstag;7;8\n",
          "Date,Day,08:00,08:30\n2026-03-16,Mon,5,6\n2026-03-17,Tue,7,8\n",
          "KW;Datum;Monat;08:00;08:30\nKW 12;16.03.2026;M\u00E4rz;5;6\nKW 12;17.03.2026;M\u00E4rz;7;8\n"}) {
        const CallLog log = log_of(text);
        EXPECT_THAT(log.queues, ElementsAre("")) << text;
        EXPECT_EQ(offered_of(log), 26.0) << text;
    }
    EXPECT_THAT(log_of("Skill;Datum;Tag;08:00;08:30\nA;16.03.2026;Mo;5;6\nB;16.03.2026;Mo;7;8\n").queues,
                ElementsAre("A", "B"));
}

TEST(LogPlannersLists, WeekdaysAreThoseOfTheWeekAboveThem) {
    const std::string table = "Uhrzeit;Montag;Dienstag\n08:00;5;6\n08:30;7;8\n";
    for (const char* above :
         {"Anrufe KW 12 2026\n", "KW 12/2026\n", "Woche vom 16.03.2026 bis 20.03.2026\n", "Woche ab 16.03.2026\n",
          "Week of 3/16/2026\n", "Week commencing: 16 March 2026\n", "2026-W12\n", "16.03.2026 - 22.03.2026\n"}) {
        const CallLog log = log_of(above + table);
        ASSERT_EQ(log.intervals.size(), 4u) << above;
        EXPECT_EQ(log.intervals[0].date, monday_of_week_12) << above;
        EXPECT_EQ(log.intervals[1].date, monday_of_week_12 + std::chrono::days{1}) << above;
        EXPECT_TRUE(notes(log, LogNoteKind::date_above)) << above;
        EXPECT_FALSE(notes(log, LogNoteKind::weekdays_only)) << above;
    }
    EXPECT_EQ(log_of("KW 12/2026\nTag;Zeit;Anrufe\nMo;08:00;5\n").intervals[0].date, monday_of_week_12);
    EXPECT_THAT(asked("Week of 3/4/2026\n" + table), testing::Contains(HasSubstr("--dates")));
    for (const char* above : {"KW 12/2026 und KW 13/2026\n", "Stand: KW 13/2026\n"})
        EXPECT_TRUE(notes(log_of(above + table), LogNoteKind::weekdays_only)) << above;
    EXPECT_TRUE(notes(log_of("KW 12\n" + table), LogNoteKind::weekdays_only));
    const Date stated{std::chrono::year{2026} / std::chrono::March / 2};
    EXPECT_EQ(log_of("KW 12/2026\n" + table, {.first_day = stated}).intervals[0].date, stated);
}

TEST(LogPlannersLists, WeekdaysAndDatesMayBeTwoRowsOfTitles) {
    for (const char* text :
         {"Uhrzeit;Mo;Di;Summe\n;16.03.2026;17.03.2026;\n08:00;5;6;11\n08:30;7;8;15\n",
          ";16.03.2026;17.03.2026;\nvon-bis;Mo;Di;Summe\n08:00 - 08:30;5;6;11\n08:30 - 09:00;7;8;15\n",
          "KW 12;Mo;Di;\u03A3\nZeit;16.03.2026;17.03.2026;\n08:00;5;6;11\n08:30;7;8;15\n\u03A3;12;14;26\n"}) {
        const CallLog log = log_of(text);
        ASSERT_EQ(log.intervals.size(), 4u) << text;
        EXPECT_EQ(log.intervals[0].date, monday_of_week_12) << text;
        EXPECT_EQ(offered_of(log), 26.0) << text;
    }
}

TEST(LogPlannersLists, TablesBelowEachOtherAreReadOneAfterTheOther) {
    const CallLog weeks = log_of(
        "KW 12;;\nUhrzeit;16.03.2026;17.03.2026\n08:00;5;6\n08:30;7;8\nSumme;12;14\nKW 13;;\n"
        "Uhrzeit;23.03.2026;24.03.2026\n08:00;1;2\n08:30;3;4\n");
    EXPECT_EQ(offered_of(weeks), 36.0);
    EXPECT_THAT(weeks.queues, ElementsAre(""));
    EXPECT_EQ(weeks.intervals.back().date, monday_of_week_12 + std::chrono::days{8});
    EXPECT_TRUE(notes(weeks, LogNoteKind::tables_stacked));
    const CallLog queues = log_of(
        "Hotline A;;\nUhrzeit;16.03.2026;17.03.2026\n08:00;5;6\n08:30;7;8\nHotline B;;\n"
        "Uhrzeit;16.03.2026;17.03.2026\n08:00;1;2\n08:30;3;4\n");
    EXPECT_THAT(queues.queues, ElementsAre("Hotline A", "Hotline B"));
    EXPECT_EQ(offered_of(queues), 36.0);
    const CallLog measures = log_of(
        "Anrufe;;\nUhrzeit;16.03.2026;17.03.2026\n08:00;5;6\n08:30;7;8\nAHT in Sekunden;;\n"
        "Uhrzeit;16.03.2026;17.03.2026\n08:00;240;250\n08:30;260;270\n");
    EXPECT_EQ(offered_of(measures), 26.0);
    ASSERT_EQ(measures.intervals.size(), 4u);
    EXPECT_EQ(measures.intervals[1].handling_s, 250.0);
    EXPECT_EQ(offered_of(log_of("Zeit;16.03.2026;17.03.2026\n08:00;5;6\nZeit;16.03.2026;17.03.2026\n08:30;7;8\n")),
              26.0);
}

TEST(LogPlannersLists, WeeksInTheCornerHoldForTheirWeekdays) {
    const CallLog log =
        log_of("KW 12/2026;Montag;Dienstag\n08:00;5;6\n08:30;7;8\nKW 13/2026;Montag;Dienstag\n08:00;1;2\n08:30;3;4\n");
    EXPECT_EQ(offered_of(log), 36.0);
    EXPECT_EQ(log.intervals.front().date, monday_of_week_12);
    EXPECT_EQ(log.intervals.back().date, monday_of_week_12 + std::chrono::days{8});
}

TEST(LogPlannersLists, RowsThatSayWhatTheyMeasureAreColumns) {
    for (const char* text :
         {"Datum;Kennzahl;08:00;08:30\n16.03.2026;Anrufe;50;60\n16.03.2026;AHT;240;250\n16.03.2026;Verloren;1;2\n",
          "Datum;Kennzahl;08:00;08:30;Summe\n16.03.2026;Anrufe;50;60;110\n;AHT;240;250;\n;Verloren;1;2;3\n",
          "Date,Interval,Metric,Value\n2026-03-16,08:00,Offered,50\n2026-03-16,08:00,AHT,240\n"
          "2026-03-16,08:00,Abandoned,1\n2026-03-16,08:30,Offered,60\n2026-03-16,08:30,AHT,250\n"
          "2026-03-16,08:30,Abandoned,2\n"}) {
        const CallLog log = log_of(text);
        ASSERT_EQ(log.intervals.size(), 2u) << text;
        EXPECT_EQ(log.intervals[1].date, monday_of_week_12) << text;
        EXPECT_EQ(log.intervals[1].offered, 60.0) << text;
        EXPECT_EQ(log.intervals[1].handling_s, 250.0) << text;
        EXPECT_EQ(log.intervals[1].abandoned, 2.0) << text;
    }
    const CallLog queues = log_of(
        "Date,Interval,Queue,Measure,Value\n2026-03-16,08:00,A,Offered,5\n2026-03-16,08:00,A,AHT,240\n"
        "2026-03-16,08:00,B,Offered,7\n2026-03-16,08:00,B,AHT,250\n");
    EXPECT_THAT(queues.queues, ElementsAre("A", "B"));
    EXPECT_EQ(offered_of(queues), 12.0);
    EXPECT_THAT(asked("Date,Interval,Metric,Value\n2026-03-16,08:00,Offered,5\n2026-03-16,08:00,AHT,240\n"
                      "2026-03-16,08:00,Offered,6\n"),
                ElementsAre(HasSubstr("already")));
}

TEST(LogPlannersLists, ADateAloneAboveEachTableIsThatOfItsRows) {
    for (const std::string day : {"16.03.2026", "Montag, 16. M\u00E4rz 2026", "2026-03-16"}) {
        const CallLog log = log_of("\"" + day +
                                   "\";;\nUhrzeit;Anrufe;AHT\n08:00;5;240\n08:30;6;240\nSumme;11;\n17.03.2026;;\n"
                                   "Uhrzeit;Anrufe;AHT\n08:00;7;240\n08:30;8;240\nSumme;15;\n");
        ASSERT_EQ(log.intervals.size(), 4u) << day;
        EXPECT_EQ(log.intervals[0].date, monday_of_week_12) << day;
        EXPECT_EQ(log.intervals[3].date, monday_of_week_12 + std::chrono::days{1}) << day;
    }
}

TEST(LogPlannersLists, HoursWithoutWorkMaySaySo) {
    EXPECT_EQ(offered_of(log_of("Uhrzeit;Mo;Sa\n08:00;5;geschl.\n08:30;6;geschlossen\n")), 11.0);
    EXPECT_EQ(offered_of(log_of("Datum;08:00;08:30\n16.03.2026;5;6\n17.03.2026;Feiertag;\n")), 11.0);
    EXPECT_THAT(asked("Datum;08:00;08:30\n16.03.2026;5;sechs\n", {.handling_time_given = true}),
                ElementsAre(HasSubstr("number")));
}

TEST(LogPlannersLists, CountsMayStandBelowTheNamesOfTheirQueues) {
    const CallLog log = log_of(
        "Datum;Zeit;Vertrieb;AHT Vertrieb;Technik;AHT Technik\n16.03.2026;08:00;5;240;7;300\n"
        "16.03.2026;08:30;6;240;8;300\n");
    EXPECT_THAT(log.queues, ElementsAre("Vertrieb", "Technik"));
    EXPECT_EQ(offered_of(log), 26.0);
    EXPECT_EQ(log.intervals[1].handling_s, 300.0);
}

TEST(LogPlannersLists, HoursMayBeWrittenInWords) {
    const CallLog log = log_of("Datum;Stunde;Anrufe\n16.03.2026;8 bis 9 Uhr;5\n16.03.2026;9 bis 10 Uhr;6\n");
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(log.intervals[1].start, Minutes{540});
}

TEST(LogPlannersLists, StaffBesideQueuesIsNoKindOfWork) {
    EXPECT_THAT(log_of("Datum;Zeit;A;B;Agenten;Bedarf\n16.03.2026;08:00;5;6;3;4\n16.03.2026;08:30;5;6;3;4\n").queues,
                ElementsAre("A", "B"));
}

}  // namespace
}  // namespace freiton::input
