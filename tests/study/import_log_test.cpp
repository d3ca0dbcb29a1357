// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/import_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/input/read_call_log.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;

ImportedLog imported(const std::string& csv, const ImportOptions& options = {}) {
    return import_log(input::parse_call_log(csv, "log.csv", {.handling_time_given = options.handling_time.has_value()}),
                      "log.csv", options);
}

std::vector<std::string> import_said(const std::string& csv, const ImportOptions& options = {}) {
    return test::complaints([&] { imported(csv, options); });
}

std::vector<double> volumes_of(const Work& work) {
    std::vector<double> volumes;
    for (const VolumeRow& row : work.arrivals.file->rows) volumes.push_back(row.arrivals);
    return volumes;
}

std::string rows(const std::string& day, int from, int to, int step, const std::string& rest) {
    std::string csv;
    for (int minute = from; minute < to; minute += step)
        csv += day + "," + clock_text(Minutes{minute}) + "," + rest + "\n";
    return csv;
}

TEST(ImportLog, TheHandlingTimeMayHaveAnotherTitle) {
    const ImportedLog log = imported("date,interval,calls,abandoned,AHT (s)\n2026-03-02,08:00,60,3,240\n");
    EXPECT_EQ(log.parts.work[0].handling_time.mean, Seconds{240.0});
}

TEST(ImportLog, AHandlingTimeThatIsNowhereIsAskedFor) {
    const std::string csv = "date,interval,offered\n2026-03-02,08:00,60\n";
    EXPECT_THAT(import_said(csv),
                ElementsAre("log.csv:1  nothing says how long it takes to handle one; state it: --handling-time "
                            "\"4 min\", or the column that has it: --columns handling_time=TITLE"));
    const ImportedLog log = imported(csv, {.handling_time = Seconds{240.0}});
    EXPECT_EQ(log.parts.work[0].handling_time.mean, Seconds{240.0});
}

TEST(ImportLog, TheIntervalIsAsLongAsTheRowsAre) {
    const std::string hours = "date,interval,offered,aht\n" + rows("2026-03-02", 480, 720, 60, "28,240");
    EXPECT_EQ(imported(hours).parts.calendar.interval, Minutes{60});
    EXPECT_EQ(
        imported("date,interval,offered,aht\n" + rows("2026-03-02", 480, 720, 15, "28,240")).parts.calendar.interval,
        Minutes{15});
    EXPECT_THAT(volumes_of(imported(hours).parts.work[0]), ElementsAre(28, 28, 28, 28));
    EXPECT_THAT(import_said(hours, {.interval = Minutes{30}}),
                ElementsAre("log.csv  the rows are 60 min apart and cannot be split; leave --interval out, or state 60 "
                            "or more"));
}

TEST(ImportLog, RowsThatAreNoPlanningIntervalAreAskedAbout) {
    EXPECT_THAT(import_said("date,interval,offered,aht\n" + rows("2026-03-02", 480, 960, 120, "28,240")),
                ElementsAre("log.csv  the rows are 120 min apart, and intervals have 5 to 60 min; say how long a row "
                            "is: --interval 30"));
}

TEST(ImportLog, AMiddayBreakMakesTwoSpans) {
    const ImportedLog log = imported("date,interval,offered,aht\n" + rows("2026-03-02", 480, 720, 30, "30,240") +
                                     rows("2026-03-02", 840, 1080, 30, "28,240"));
    EXPECT_THAT(log.parts.calendar.open[0],
                ElementsAre(OpenSpan{Minutes{480}, Minutes{720}}, OpenSpan{Minutes{840}, Minutes{1080}}));
    EXPECT_EQ(log.summary.work[0].offered, 8 * 30 + 8 * 28);
    EXPECT_EQ(log.summary.work[0].left_out, 0);
}

TEST(ImportLog, ANightIsTwoSpansThatJoin) {
    const ImportedLog log = imported("date,interval,offered,aht\n" + rows("2026-03-02", 0, 360, 30, "30,240") +
                                     rows("2026-03-02", 1320, 1440, 30, "30,240"));
    EXPECT_THAT(log.parts.calendar.open[0],
                ElementsAre(OpenSpan{Minutes{0}, Minutes{360}}, OpenSpan{Minutes{1320}, Minutes{1440}}));
    EXPECT_EQ(log.summary.work[0].left_out, 0);
}

// 1 of 121 calls, far from the others.
TEST(ImportLog, SomebodyWhoCallsAtNightIsNoShift) {
    const ImportedLog log =
        imported("date,interval,offered,aht\n2026-03-02,03:00,5,240\n" + rows("2026-03-02", 480, 600, 30, "30,240"));
    EXPECT_THAT(log.parts.calendar.open[0], ElementsAre(OpenSpan{Minutes{480}, Minutes{600}}));
    EXPECT_EQ(log.summary.work[0].left_out, 5);
}

TEST(ImportLog, EachQueueIsAKindOfWork) {
    const ImportedLog log = imported(
        "date,interval,queue,offered,aht\n2026-03-02,08:00,Sales & More,50,240\n2026-03-02,08:00,service,40,480\n");
    ASSERT_EQ(log.parts.work.size(), 2u);
    EXPECT_EQ(log.parts.work[0].name, "Sales_More");
    EXPECT_EQ(log.parts.work[1].handling_time.mean, Seconds{480.0});
    EXPECT_THAT(volumes_of(log.parts.work[1]), ElementsAre(40));
    EXPECT_THAT(log.parts.teams[0].handles, ElementsAre("Sales_More", "service"));
}

// 4 of 40 give up, nobody says after how long: 20 s / 10 %.
TEST(ImportLog, AbandonmentWithoutWaitsStillBoundsPatience) {
    const ImportedLog log = imported("date,interval,offered,answered,abandoned,aht\n2026-03-02,08:00,40,36,4,240\n");
    EXPECT_EQ(log.parts.work[0].patience->mean, Seconds{200.0});
    EXPECT_TRUE(log.summary.work[0].patience_by_threshold);
}

TEST(ImportLog, MeanHandlingTimesAreWeighedByTheAnsweredCalls) {
    const ImportedLog log =
        imported("date,interval,offered,abandoned,aht\n2026-03-02,08:00,30,10,100\n2026-03-02,08:30,60,0,200\n");
    EXPECT_EQ(log.parts.work[0].handling_time.mean, Seconds{175.0});  // (20 x 100 + 60 x 200) / 80
}

}  // namespace
}  // namespace freiton::study
