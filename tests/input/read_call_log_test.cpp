// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_call_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"

namespace freiton::input {
namespace {

using testing::ElementsAre;

std::vector<std::string> said(const std::string& text) {
    return test::complaints([&] { parse_call_log(text, "log.csv"); });
}

// As a German Excel saves it: semicolons, decimal commas, Windows-1252.
TEST(ReadCallLog, TakesTheIntervalsOfAnAcdExport) {
    const CallLog log = parse_call_log(
        "Date;Interval;Offered;Abandoned;AHT;Queue\r\n02.03.2026;9:00;12;1;181,5;M\xFCnchen\r\n02.03.2026;9:30;7;;;"
        "\r\n",
        "log.csv");
    EXPECT_TRUE(log.calls.empty());
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(date_text(log.intervals[0].date), "2026-03-02");
    EXPECT_EQ(log.intervals[0].start, Minutes{540});
    EXPECT_EQ(log.intervals[0].offered, 12.0);
    EXPECT_EQ(log.intervals[0].abandoned, 1.0);
    EXPECT_EQ(log.intervals[0].handling_s, 181.5);
    EXPECT_EQ(log.intervals[1].abandoned, std::nullopt);
}

TEST(ReadCallLog, TakesCallsOneByOneAndCountsPhantomsApart) {
    const CallLog log = parse_call_log(
        "date,arrival_s,queue_wait_s,outcome,service_s\n"
        "1999-03-01,32400,5,AGENT,180\n1999-03-01,32500,60,HANG,0\n1999-03-01,32600,0,PHANTOM,0\n",
        "log.csv");
    ASSERT_EQ(log.calls.size(), 2u);
    EXPECT_EQ(log.calls[0].arrival_s, 32400.0);
    EXPECT_EQ(log.calls[0].handling_s, 180.0);
    EXPECT_TRUE(log.calls[0].answered);
    EXPECT_FALSE(log.calls[1].answered);
    EXPECT_EQ(log.calls[1].handling_s, std::nullopt);
    EXPECT_EQ(log.phantoms, 1);
}

TEST(ReadCallLog, SaysWhatCannotBe) {
    EXPECT_THAT(said("date,arrival_s,queue_wait_s,outcome\n1999-03-01,86400,5,answered\n"),
                ElementsAre("log.csv:2:2  arrival_s: got \"86400\", must be less than 86400 (the seconds of a day)"));
    EXPECT_THAT(said("date,interval,offered,abandoned\n2026-03-02,09:00,10,11\n"),
                ElementsAre("log.csv:2:4  abandoned: got \"11\", must be at most offered: 10"));
    EXPECT_THAT(
        said("a,b\n1,2\n"),
        ElementsAre("log.csv:1  has neither the columns of calls (date, arrival_s, queue_wait_s, outcome) nor those of "
                    "intervals (date, interval, offered); there are: a, b"));
}

}  // namespace
}  // namespace freiton::input
