// SPDX-License-Identifier: Apache-2.0
// Times that count on from a first day, as `simulate --trace` writes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/read_call_log.hpp"
#include "freiton/model/ending.hpp"

namespace freiton::input {
namespace {

using testing::ElementsAre;

constexpr Date traced_monday{std::chrono::year{2026} / std::chrono::March / 2};
constexpr const char* trace_heading = "work,site,attempt,arrival_s,begin_s,end_s,wait_s,due_s,team,outcome\n";

LogOptions traced_from(Date first) { return {.first_day = first, .handling_time_given = true}; }

CallLog log_from(const std::string& rows, const LogOptions& options) {
    return parse_call_log(trace_heading + rows, "trace.csv", options);
}

std::vector<std::string> trace_said(const std::string& rows, const LogOptions& options = {}) {
    return test::complaints([&] { log_from(rows, options); });
}

// 09:08:00.5 of the first day, 09:00:10 of the third: 2 x 86400 + 32410 = 205210.
constexpr const char* two_traced_calls =
    "sales,,1,32880.5,32890.5,33000,10,,desk,answered\nsales,,2,205210,,205230,20,,,abandoned\n";

TEST(LogTrace, IsReadByDate) {
    const CallLog log = log_from(two_traced_calls, traced_from(traced_monday));
    ASSERT_EQ(log.calls.size(), 2U);
    EXPECT_EQ(date_text(log.calls[0].date), "2026-03-02");
    EXPECT_EQ(log.calls[0].arrival_s, 32880.5) << "no days since 1899";
    EXPECT_EQ(log.calls[0].wait_s, 10.0);
    EXPECT_EQ(log.calls[0].handling_s, 109.5);
    EXPECT_EQ(log.calls[0].end, CallEnd::answered);
    EXPECT_EQ(date_text(log.calls[1].date), "2026-03-04");
    EXPECT_EQ(log.calls[1].arrival_s, 32410.0);
    EXPECT_EQ(log.calls[1].wait_s, 20.0);
    EXPECT_EQ(log.calls[1].end, CallEnd::abandoned);
    EXPECT_THAT(log.queues, ElementsAre("sales"));
    EXPECT_THAT(log.reading.notes.front().arguments, ElementsAre("2026-03-02", "3"));
}

TEST(LogTrace, OfOneDayNeedsNoDate) {
    const CallLog log = log_from("sales,,1,40000.25,40000.25,40100.25,0,,desk,answered\n", {});
    EXPECT_EQ(log.calls.at(0).arrival_s, 40000.25);
    EXPECT_EQ(log.calls.at(0).handling_s, 100.0);
}

TEST(LogTrace, OfSeveralDaysAsksForTheFirst) {
    EXPECT_THAT(trace_said(two_traced_calls),
                ElementsAre("trace.csv:3:4  arrival_s: got \"205210\", is more than a day has; say from which midnight "
                            "times count on: --first-day 2026-03-02"));
}

TEST(LogTrace, BeginsWithTheScenarioThatItIsHeldAgainst) {
    LogOptions options{.held_against = LogHorizon{.first_day = traced_monday, .days = 5}};
    EXPECT_EQ(date_text(log_from(two_traced_calls, options).calls.at(1).date), "2026-03-04");
    options.first_day = traced_monday + std::chrono::days{7};
    EXPECT_EQ(date_text(log_from(two_traced_calls, options).calls.at(1).date), "2026-03-11");
}

// In Berlin clocks go forward on 29 March 2026: 34 real hours after its midnight it is 11:00 of the next day.
TEST(LogTrace, CountsRealTimeOverChangesOfClocks) {
    const Date sunday{std::chrono::year{2026} / std::chrono::March / 29};
    const LogOptions options{.held_against = LogHorizon{sunday, 2, "Europe/Berlin"}};
    const CallLog log = log_from("sales,,1,122400,122400,122460,0,,desk,answered\n", options);
    EXPECT_EQ(date_text(log.calls.at(0).date), "2026-03-30");
    EXPECT_EQ(log.calls.at(0).arrival_s, 11 * 3600.0);
    EXPECT_EQ(log.calls.at(0).handling_s, 60.0);
}

TEST(LogTrace, WorkThatIsNoCallIsLeftOutAndCounted) {
    std::string rows;
    rows += "letters,,1,-201600,30000,30100,231600,,desk,done\n";  // of the days before
    for (const std::string_view ending : ending_names)
        rows.append("sales,,1,40000,40010,40100,10,,desk,").append(ending).append("\n");
    const CallLog log = log_from(rows, {});
    std::vector<CallEnd> ends;
    for (const LoggedCall& call : log.calls) ends.push_back(call.end);
    using enum CallEnd;
    EXPECT_THAT(ends, ElementsAre(answered, abandoned, turned_away, turned_away, abandoned, answered));
    EXPECT_EQ(log.phantoms, 4) << "done, given_up, not_done";
}

// Elsewhere these words mean nothing sure.
TEST(LogTrace, OtherLogsWithItsWordsAreAskedAbout) {
    EXPECT_FALSE(call_end_of("done"));
    EXPECT_FALSE(test::complaints([] {
                     parse_call_log("date,time,outcome\n2026-03-02,09:00,done\n", "log.csv",
                                    traced_from(traced_monday));
                 }).empty());
}

TEST(LogTrace, ANumberWithoutAUnitAsksForItToo) {
    const auto said = test::complaints([] {
        parse_call_log("time,outcome\n32000,answered\n205210,answered\n", "log.csv", traced_from(traced_monday));
    });
    EXPECT_THAT(said, ElementsAre("log.csv:3:1  time: got \"205210\", is more than a day has; say from which midnight "
                                  "times count on: --columns \"time_s=time\" --first-day 2026-03-02"));
    LogOptions options = traced_from(traced_monday);
    options.columns = {{"time_s", "time"}};
    const CallLog log = parse_call_log("time,outcome\n32000,answered\n205210,answered\n", "log.csv", options);
    EXPECT_EQ(date_text(log.calls.at(1).date), "2026-03-04");
}

}  // namespace
}  // namespace freiton::input
