// SPDX-License-Identifier: Apache-2.0
// Counts that stand side by side: half hours, days or works as columns.
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

TEST(LogAcross, DatesAsTitlesAreAskedAboutUnlessOneTells) {
    EXPECT_THAT(
        asked("Uhrzeit;02/03/2026;03/03/2026\n08:00;12;10\n"),
        Contains(HasSubstr("log.csv:1:2  02/03/2026: got \"02/03/2026\", may begin with the day or with the month")));
    const CallLog log = log_of("Uhrzeit;02/03/2026;13/03/2026\n08:00;12;10\n");
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(date_text(log.intervals[0].date), "2026-03-02");
    EXPECT_EQ(date_text(log.intervals[1].date), "2026-03-13");
    EXPECT_TRUE(notes(log, LogNoteKind::order_shown));
}

TEST(LogAcross, CountsSettleThousandsOrAreAskedAbout) {
    EXPECT_EQ(offered_of(log_of("Datum;08:00;08:30\n02.03.2026;1.010;980\n")), 1990.0);
    EXPECT_EQ(offered_of(log_of("Uhrzeit;Mo;Di\n08:00;1.010;12,5\n")), 1022.5);
    EXPECT_THAT(asked("Date,08:00,08:30\n2026-03-02,1.010,1.020\n"),
                Contains(HasSubstr("--decimal point or --decimal comma")));
}

TEST(LogAcross, RowsWithCountsButWithoutATimeAreWrong) {
    EXPECT_THAT(asked("Uhrzeit;Mo;Di\n08:00;12;10\n;18;20\n09:00;1;2\n", {.handling_time_given = true}),
                ElementsAre(HasSubstr("log.csv:3:1  Uhrzeit: got \"\", must be a time of day")));
    const CallLog log = log_of("Uhrzeit;Mo;Di\n08:00;12;10\nNachmittag;;\n13:00;;\n14:00;1;2\n");
    EXPECT_EQ(offered_of(log), 25.0);
    EXPECT_TRUE(notes(log, LogNoteKind::rows_without_counts));
    EXPECT_TRUE(notes(log, LogNoteKind::empty_counts));
}

TEST(LogAcross, AQueueMayBeCalledTotalSomething) {
    const CallLog log = log_of("Datum;Warteschlange;08:00;08:30\n02.03.2026;Total Care;5;6\n02.03.2026;Auftrag;1;2\n");
    EXPECT_THAT(log.queues, ElementsAre("Total Care", "Auftrag"));
    EXPECT_EQ(offered_of(log), 14.0);
}

TEST(LogAcross, AQueueAboveTheTableNamesNoOtherThanTheOnlyOne) {
    const CallLog log = log_of("Queue: Hotline\nDate,Time,Sales,Service\n2026-03-02,08:00,12,7\n");
    EXPECT_THAT(log.queues, ElementsAre("Sales", "Service"));
    EXPECT_FALSE(notes(log, LogNoteKind::queue_above));
    EXPECT_THAT(log_of("Queue: Hotline\nDate,Time,Calls\n2026-03-02,08:00,12\n").queues, ElementsAre("Hotline"));
}

}  // namespace
}  // namespace freiton::input
