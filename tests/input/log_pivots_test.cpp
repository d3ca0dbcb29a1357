// SPDX-License-Identifier: Apache-2.0
// Queues across: in pivot tables, below figures, beside sums of all, for whole days; names and remarks beside days.
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

TEST(LogPivots, TimesStandBelowTheirDaysBesideQueues) {
    const std::string titles = "Anrufe;Spaltenbeschriftungen;;\nZeilenbeschriftungen;A;B;Gesamtergebnis\n";
    const CallLog log = log_of(titles +
                               "16.03.2026;12;14;26\n08:00;5;6;11\n08:30;7;8;15\n17.03.2026;1;2;3\n08:00;1;2;3\n"
                               "Gesamtergebnis;13;16;29\n");
    EXPECT_THAT(log.queues, ElementsAre("A", "B"));
    EXPECT_EQ(offered_of(log), 29.0);
    EXPECT_EQ(log.intervals.back().date, Date{std::chrono::year{2026} / std::chrono::March / 17});
    EXPECT_TRUE(notes(log, LogNoteKind::totals));
    EXPECT_THAT(asked(titles + "16.03.2026;13;14;27\n08:00;5;6;11\n08:30;7;8;15\n", {.handling_time_given = true}),
                ElementsAre(HasSubstr("time of day")));
}

TEST(LogPivots, WholeDaysAreSpreadOverTheStatedHours) {
    const std::string text = "Datum;A;B\n16.03.2026;16;32\n17.03.2026;8;0\n";
    EXPECT_THAT(asked(text, {.handling_time_given = true}), ElementsAre(HasSubstr("--open")));
    const CallLog log = log_of(text, {.open = OpenSpan{Minutes{480}, Minutes{720}}});
    EXPECT_EQ(offered_of(log), 56.0);
    EXPECT_EQ(log.intervals[0].offered, 2.0);
    EXPECT_TRUE(notes(log, LogNoteKind::days_spread));
}

TEST(LogPivots, FiguresMayStandAboveTheNamesOfQueues) {
    const CallLog log =
        log_of(";;Anrufe;;AHT;\nDatum;Zeit;A;B;A;B\n16.03.2026;08:00;5;6;240;300\n16.03.2026;08:30;7;8;240;300\n");
    EXPECT_THAT(log.queues, ElementsAre("A", "B"));
    EXPECT_EQ(offered_of(log), 26.0);
    EXPECT_EQ(log.intervals[1].handling_s, 300.0);
    EXPECT_TRUE(notes(log, LogNoteKind::figures_above));
}

TEST(LogPivots, SumsOfAllStandBesideTheirQueues) {
    const CallLog log =
        log_of("Datum;Zeit;A Anrufe;A AHT;B Anrufe;B AHT;Gesamt Anrufe\n16.03.2026;08:00;5;240;6;300;11\n");
    EXPECT_THAT(log.queues, ElementsAre("A", "B"));
    EXPECT_EQ(offered_of(log), 11.0);
    EXPECT_TRUE(notes(log, LogNoteKind::columns_unused));
}

TEST(LogPivots, RemarksBesideDaysAreNoQueues) {
    for (const char* text : {"Datum;08:00;08:30;Bemerkung\n16.03.2026;5;6;St\u00F6rung\n17.03.2026;7;8;\n",
                             "Datum;Bemerkung;08:00;08:30\n16.03.2026;;5;6\n17.03.2026;St\u00F6rung;7;8\n",
                             "Datum;Bemerkung;08:00;08:30\n16.03.2026;St\u00F6rung;5;6\n17.03.2026;;7;8\n"})
        EXPECT_THAT(log_of(text).queues, ElementsAre("")) << text;
    const CallLog merged =
        log_of("Skill;Datum;08:00;08:30\nA;16.03.2026;5;6\n;17.03.2026;7;8\nB;16.03.2026;1;2\n;17.03.2026;3;4\n");
    EXPECT_THAT(merged.queues, ElementsAre("A", "B"));
    EXPECT_TRUE(notes(merged, LogNoteKind::queues_filled));
}

TEST(LogPivots, NamesOfPagesAndMonthsAreNoQueues) {
    const CallLog log = log_of(
        "Hotline Februar;;\nUhrzeit;23.02.2026;24.02.2026\n08:00;5;6\n08:30;7;8\nHotline M\u00E4rz;;\n"
        "Uhrzeit;16.03.2026;17.03.2026\n08:00;1;2\n08:30;3;4\n");
    EXPECT_THAT(log.queues, ElementsAre(""));
    EXPECT_EQ(offered_of(log), 36.0);
}

TEST(LogPivots, TablesSideBySideAreReadOneAfterTheOther) {
    const CallLog queues = log_of(
        "A;;;;B;;\nUhrzeit;16.03.2026;17.03.2026;;Uhrzeit;16.03.2026;17.03.2026\n08:00;5;6;;08:00;1;2\n"
        "08:30;7;8;;08:30;3;4\n");
    EXPECT_THAT(queues.queues, ElementsAre("A", "B"));
    EXPECT_EQ(offered_of(queues), 36.0);
    EXPECT_TRUE(notes(queues, LogNoteKind::tables_beside));
    const CallLog figures = log_of(
        "Anrufe;;;;AHT;;\nUhrzeit;16.03.2026;17.03.2026;;Uhrzeit;16.03.2026;17.03.2026\n08:00;5;6;;08:00;240;250\n");
    EXPECT_EQ(offered_of(figures), 11.0);
    EXPECT_EQ(figures.intervals[1].handling_s, 250.0);
}

TEST(LogPivots, ItemsMayHaveTheirDayAndTimeInTwoColumns) {
    const CallLog log = log_of(
        "Eingangsdatum;Eingangszeit;Kanal;Bearbeitungsdauer "
        "(min)\n16.03.2026;08:10:00;Mail;8\n17.03.2026;09:20:00;Brief;9\n");
    ASSERT_EQ(log.items.size(), 2u);
    EXPECT_EQ(log.items[1].date, Date{std::chrono::year{2026} / std::chrono::March / 17});
    EXPECT_EQ(log.items[1].arrival_s, 9 * 3600.0 + 20 * 60);
}

}  // namespace
}  // namespace freiton::input
