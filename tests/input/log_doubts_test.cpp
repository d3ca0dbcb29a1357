// SPDX-License-Identifier: Apache-2.0
// What a log may mean besides: it is asked about, or decided by what the rows show and told.
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

constexpr const char* unknown_counts =
    "Date,Time,Gespraeche,AHT\n2026-03-16,08:00,120,240\n2026-03-16,08:30,140,240\n2026-03-16,09:00,130,240\n";

TEST(LogDoubts, ColumnsOfNumbersBesideTimesOnAGridMayCount) {
    EXPECT_THAT(asked(unknown_counts), ElementsAre(HasSubstr("--columns \"offered=Gespraeche\"")));
    EXPECT_EQ(offered_of(log_of(unknown_counts, {.columns = {{"offered", "Gespraeche"}}})), 390.0);
    EXPECT_EQ(offered_of(log_of(unknown_counts, {.columns = {{"ignore", "Gespraeche"}}})), 3.0);
}

// 20 calls of 210 s make 70 min: nobody says whether that is the mean of a call or the sum of all.
TEST(LogDoubts, VeryLongTimesAreMeansOrSums) {
    const std::string text =
        "Date,Time,Answered,Talk Time\n2026-03-16,08:00,20,01:10:00\n2026-03-16,08:30,20,01:10:00\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--columns \"talk_mean=Talk Time\" or --columns \"talk_sum=")));
    EXPECT_EQ(log_of(text, {.columns = {{"talk_sum", "Talk Time"}}}).intervals[0].handling_s, 210.0);
    EXPECT_EQ(log_of(text, {.columns = {{"talk_mean", "Talk Time"}}}).intervals[0].handling_s, 4200.0);
}

std::string growing(int each, bool sums) {
    std::string text = "Date,Time,Calls,Handle Time\n";
    for (int i = 0; i < 12; ++i)
        text.append("2026-03-16,")
            .append(std::to_string(8 + i))
            .append(":00,")
            .append(std::to_string(5 + i))
            .append(",")
            .append(std::to_string(sums ? each * (5 + i) : each))
            .append("\n");
    return text;
}

TEST(LogDoubts, TimesThatGrowWithTheCallsAreSums) {
    const CallLog sums = log_of(growing(200, true));
    EXPECT_EQ(sums.intervals[3].handling_s, 200.0);
    EXPECT_TRUE(notes(sums, LogNoteKind::sums_seen));
    const CallLog means = log_of(growing(2000, false));
    EXPECT_EQ(means.intervals[3].handling_s, 2000.0);
    EXPECT_FALSE(notes(means, LogNoteKind::sums_seen));
}

TEST(LogDoubts, TalkTimeBesideAvayasSumsIsOne) {
    const CallLog log = log_of("Date,Time,Answered,Talk Time,ACW Time\n2026-03-02,08:00,20,4000,800\n");
    EXPECT_EQ(log.intervals[0].handling_s, 240.0);
}

TEST(LogDoubts, FractionsBesideWholeCountsAreShares) {
    const CallLog log = log_of("Date,Time,Calls,Abandoned\n2026-03-02,08:00,50,0.06\n2026-03-02,08:30,50,0.1\n");
    EXPECT_EQ(log.intervals[0].abandoned, 3.0);
    EXPECT_TRUE(notes(log, LogNoteKind::shares_seen));
}

TEST(LogDoubts, FarMoreAnsweredThanOfferedIsWrong) {
    EXPECT_THAT(asked("Date,Time,Calls,Answered,AHT\n2026-03-02,08:00,10,18,240\n"),
                ElementsAre(HasSubstr("Answered: got \"18\", must be at most offered: 10")));
}

TEST(LogDoubts, ColumnsThatTellRowsApartAreNamed) {
    const std::string text = "Date,Time,Site,Calls,AHT\n2026-03-02,08:00,A,10,240\n2026-03-02,08:00,B,12,240\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--columns queue=TITLE; columns that are not used: Site")));
    EXPECT_THAT(log_of(text, {.columns = {{"queue", "Site"}}}).queues, ElementsAre("A", "B"));
}

TEST(LogDoubts, TheUnitOfOneColumnIsSaidForItAlone) {
    const std::string text = "Date,Time,Calls,ASA,AHT\n2026-03-02,08:00,10,12,4.2\n2026-03-02,08:30,10,12,4.2\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--columns \"handling_time_min=AHT\"")));
    const CallLog log = log_of(text, {.columns = {{"handling_time_min", "AHT"}}});
    EXPECT_EQ(log.intervals[0].handling_s, 252.0);
    EXPECT_EQ(log.intervals[0].asa_s, 12.0);
    EXPECT_THAT(asked("Date,Time,Calls,AHT\n2026-03-02,08:00,10,0:04\n"),
                ElementsAre(HasSubstr("--columns \"handling_time_hh_mm=AHT\"")));
}

TEST(LogDoubts, ADateYearsFromAllOthersIsMistyped) {
    EXPECT_THAT(asked("Date,Time,Calls,AHT\n2026-03-02,08:00,10,240\n2206-03-03,08:00,10,240\n"
                      "2026-03-04,08:00,10,240\n"),
                ElementsAre(HasSubstr("log.csv:3:1  Date: got \"2206-03-03\", lies years from all other dates")));
}

TEST(LogDoubts, ATitleThatStandsTwiceIsAskedAbout) {
    const std::string text = "Date,Time,Calls,Calls,AHT\n2026-03-02,08:00,10,20,240\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--columns offered=#3 / offered=#4")));
    EXPECT_EQ(offered_of(log_of(text, {.columns = {{"offered", "#4"}}})), 20.0);
}

TEST(LogDoubts, CiscosWorkTimeIsWrapUpBesideTalk) {
    const CallLog log = log_of(
        "Start Time,Contact Disposition,Talk Time,Hold Time,Work Time\n2026-03-16 "
        "08:01:11,2,00:03:00,00:00:10,00:00:20\n");
    EXPECT_EQ(log.calls[0].handling_s, 210.0);
}

TEST(LogDoubts, DirectionsAreKnownWhateverTheirColumnIsCalled) {
    const CallLog log = log_of(
        "Date,Time,Contact "
        "Type,Outcome\n2026-03-16,08:01:00,Outgoing,answered\n2026-03-16,08:02:00,Incoming,answered\n");
    EXPECT_EQ(log.calls.size(), 1u);
    const CallLog german = log_of(
        "Datum;Uhrzeit;Richtung;Ergebnis\n16.03.2026;08:01:00;aus;angenommen\n16.03.2026;08:02:00;ein;angenommen\n"
        "16.03.2026;08:03:00;quer;angenommen\n");
    EXPECT_EQ(german.calls.size(), 2u);
    EXPECT_TRUE(notes(german, LogNoteKind::directions_unknown));
}

TEST(LogDoubts, CallsThatAreThereTwiceAreTold) {
    const CallLog log = log_of(
        "Call ID,Date,Time,Outcome\n1,2026-03-16,08:01:00,answered\n1,2026-03-16,08:01:00,answered\n"
        "2,2026-03-16,08:01:00,answered\n");
    EXPECT_EQ(log.calls.size(), 3u);
    EXPECT_TRUE(notes(log, LogNoteKind::calls_twice));
}

TEST(LogDoubts, AnEmptyWaitIsNotZero) {
    const CallLog log =
        log_of("Date,Time,Outcome,Wait\n2026-03-16,08:01:00,abandoned,\n2026-03-16,08:02:00,abandoned,30\n");
    EXPECT_FALSE(log.calls[0].wait_known);
    EXPECT_TRUE(log.calls[1].wait_known);
    EXPECT_TRUE(notes(log, LogNoteKind::waits_missing));
}

// Twelve intervals of 4 min a call, summed in minutes: 4 s a call if they were seconds.
TEST(LogDoubts, SumsOfMinutesAreNoShortMeans) {
    EXPECT_THAT(asked(growing(4, true)), ElementsAre(HasSubstr("--unit min")));
    EXPECT_EQ(log_of(growing(4, true), {.unit_s = 60.0}).intervals[3].handling_s, 240.0);
}

TEST(LogDoubts, WhatIsSaidOfAvayasTimesHolds) {
    const std::string text = "Date,Time,Answered,ACD Time\n2026-03-02,08:00,20,4000\n2026-03-02,08:30,20,4000\n";
    EXPECT_EQ(log_of(text).intervals[0].handling_s, 200.0);
    EXPECT_EQ(log_of(text, {.columns = {{"talk", "ACD Time"}}}).intervals[0].handling_s, 200.0);
    EXPECT_EQ(log_of(text, {.columns = {{"talk_mean", "ACD Time"}}}).intervals[0].handling_s, 4000.0);
}

// 250:00 is four hours as minutes and ten days as hours.
TEST(LogDoubts, LongTimesAreNoHoursAndMinutes) {
    EXPECT_THAT(asked("Date,Time,Calls,AHT\n2026-03-02,08:00,10,250:00\n2026-03-02,08:30,10,250:00\n"), ElementsAre());
}

TEST(LogDoubts, TicketsMayLieOpenForYears) {
    std::string text = "Created,Resolved,Effort\n2022-03-02 08:00,2026-03-02 09:00,20 min\n";
    for (int day = 10; day < 20; ++day)
        text.append("2026-03-")
            .append(std::to_string(day))
            .append(" 08:00,2026-03-")
            .append(std::to_string(day))
            .append(" 09:00,20 min\n");
    EXPECT_TRUE(notes(log_of(text), LogNoteKind::dates_far));
}

}  // namespace
}  // namespace freiton::input
