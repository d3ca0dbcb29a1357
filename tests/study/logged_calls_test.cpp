// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/logged_calls.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/study/held_against_log.hpp"
#include "freiton/study/with_actual.hpp"
#include "study/drawn_log.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;
using test::monday;
using testing::DoubleEq;
using testing::ElementsAre;

constexpr double nine = 9 * 3600.0;

LoggedCall call_at(double arrival_s, double wait_s, CallEnd end = CallEnd::answered) {
    LoggedCall call{.date = monday, .arrival_s = arrival_s, .wait_s = wait_s, .end = end};
    if (end == CallEnd::answered) call.handling_s = 100.0;
    return call;
}

Rule refused_with(const Scenario& scenario, const CallLog& log) {
    try {
        logged_calls(scenario, log, "log.csv", {});
    } catch (const InputError& error) {
        return error.problems().at(0).rule;
    }
    return Rule::count_;
}

double level_of(const Scenario& scenario, const CallLog& log) {
    const LoggedCalls logged = logged_calls(scenario, log, "log.csv", {});
    CallFigures day;
    const Course<CallFigures> predicted{.total = day, .by_interval = {day, day}, .by_day = {day}};
    return compared_days(scenario, predicted, logged.work.at(0), logged.days).at(0).actual[Compared::service_level];
}

// The sample of record: 1000 answered, 860 of them within 20 s; 60 abandoned, 20 of them within 20 s.
TEST(LoggedCalls, TheServiceLevelCountsAsThePromiseDoes) {
    CallLog log;
    for (int i = 0; i < 1000; ++i) log.calls.push_back(call_at(nine + i, i < 860 ? 20.0 : 20.1));
    for (int i = 0; i < 60; ++i) log.calls.push_back(call_at(nine + i, i < 20 ? 5.0 : 60.0, CallEnd::abandoned));
    ScenarioParts parts = test::one_hour_of_sales();
    const auto counted_as = [&](Counting counting) {
        parts.work[0].call_target->counting = counting;
        return level_of(Scenario{parts}, log);
    };
    EXPECT_THAT(counted_as(Counting::offered), DoubleEq(860.0 / 1060.0));
    EXPECT_THAT(counted_as(Counting::answered), DoubleEq(0.86));
    EXPECT_THAT(counted_as(Counting::offered_without_early), DoubleEq(860.0 / 1040.0));
    EXPECT_THAT(counted_as(Counting::early_counts), DoubleEq(880.0 / 1060.0));
}

// `short` leaves out the 20 who hang up within 5 s: 860 of 1040.
TEST(LoggedCalls, WhoHangsUpSoonerThanCountsIsLeftOut) {
    CallLog log;
    for (int i = 0; i < 1000; ++i) log.calls.push_back(call_at(nine + i, i < 860 ? 20.0 : 20.1));
    for (int i = 0; i < 60; ++i) log.calls.push_back(call_at(nine + i, i < 20 ? 5.0 : 60.0, CallEnd::abandoned));
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].call_target->short_wait = 5s;
    EXPECT_THAT(level_of(Scenario{parts}, log), DoubleEq(860.0 / 1040.0));
}

TEST(LoggedCalls, WhatLiesOutsideIsCounted) {
    CallLog log;
    log.queues = {"sales", "Back office"};
    log.calls = {call_at(nine, 0.0), call_at(nine - 1.0, 0.0), call_at(nine + 3600.0, 0.0), call_at(nine, 0.0),
                 call_at(nine, 0.0)};
    log.calls[3].date += std::chrono::days{9};
    log.calls[4].queue = 1;
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 2;
    const LoggedCalls logged = logged_calls(Scenario{parts}, log, "log.csv", {});
    EXPECT_THAT(logged.days, ElementsAre(0));
    EXPECT_EQ(logged.work.at(0).intervals.at(0).numbers[simulation::kernel::call_offered], 1.0);
    EXPECT_EQ(logged.left_out.calls_while_closed, 2.0);
    EXPECT_THAT(logged.left_out.days_only_in_log, ElementsAre(monday + std::chrono::days{9}));
    EXPECT_EQ(logged.left_out.calls_on_them, 1.0);
    EXPECT_THAT(logged.left_out.days_only_in_scenario, ElementsAre(monday + std::chrono::days{1}));
    EXPECT_THAT(logged.left_out.queues, ElementsAre("Back_office"));
    EXPECT_EQ(logged.left_out.calls_in_them, 1.0);
}

TEST(LoggedCalls, ASingleQueueIsTheSingleWorkWhateverItsName) {
    CallLog log;
    log.queues = {"Hotline 17"};
    log.calls = {call_at(nine, 0.0)};
    EXPECT_EQ(logged_calls(Scenario{test::one_hour_of_sales()}, log, "log.csv", {}).work.at(0).queue, "Hotline 17");
}

TEST(LoggedCalls, LogsOfOtherDaysOrQueuesOrOfWholeDaysAreRefused) {
    const Scenario scenario{test::one_hour_of_sales()};
    CallLog log;
    EXPECT_EQ(refused_with(scenario, log), Rule::log_without_calls);
    log.calls = {call_at(nine, 0.0)};
    log.calls[0].date -= std::chrono::days{1};
    EXPECT_EQ(refused_with(scenario, log), Rule::log_of_other_days);
    log.queues = {"a", "b"};
    log.calls = {call_at(nine, 0.0), call_at(nine, 0.0)};
    log.calls[1].queue = 1;
    EXPECT_EQ(refused_with(scenario, log), Rule::log_of_other_queues);
    log.reading.notes = {{LogNoteKind::days_spread}};
    EXPECT_EQ(refused_with(scenario, log), Rule::log_of_whole_days);
    CallLog hours;
    hours.intervals = {{.date = monday, .start = 9h, .offered = 30.0}};
    hours.row_length = 60min;
    EXPECT_EQ(refused_with(scenario, hours), Rule::log_coarser) << "rows of an hour, intervals of half of it";
}

TEST(LoggedCalls, ALogOnOtherClocksIsRefused) {
    ScenarioParts parts = test::one_hour_of_sales();
    CallLog log;
    log.calls = {call_at(nine, 0.0)};
    log.time_zone = "UTC";
    EXPECT_EQ(refused_with(Scenario{parts}, log), Rule::count_) << "nobody knows on which clocks the scenario is";
    parts.calendar.time_zone = "Europe/Berlin";
    EXPECT_EQ(refused_with(Scenario{parts}, log), Rule::log_of_other_zone);
    log.time_zone = "Europe/Berlin";
    EXPECT_EQ(refused_with(Scenario{parts}, log), Rule::count_);
}

// 20 offered and 18 answered after 12 s: no threshold can be counted, and nothing says how long a call took.
TEST(LoggedCalls, AnExportTellsWhatItTells) {
    CallLog log;
    log.intervals = {{.date = monday, .start = 9h, .offered = 12.0, .answered = 10.0, .asa_s = 9.0},
                     {.date = monday, .start = 9h + 15min, .offered = 8.0, .answered = 8.0, .asa_s = 15.75}};
    const Scenario scenario{test::one_hour_of_sales()};
    const LoggedCalls logged = logged_calls(scenario, log, "log.csv", {});
    const LoggedWork& work = logged.work.at(0);
    EXPECT_TRUE(is_logged(Compared::answered, work));
    EXPECT_TRUE(is_logged(Compared::asa_s, work));
    EXPECT_FALSE(is_logged(Compared::service_level, work));
    EXPECT_FALSE(is_logged(Compared::handling_time_s, work));
    EXPECT_EQ(work.intervals.at(0).numbers[simulation::kernel::call_abandoned], 2.0);
    EXPECT_EQ(work.intervals.at(0).numbers[simulation::kernel::call_answered_wait], 10 * 9.0 + 8 * 15.75);
    log.intervals[1].asa_s.reset();
    EXPECT_FALSE(is_logged(Compared::asa_s, logged_calls(scenario, log, "log.csv", {}).work.at(0)));
    log.intervals[1].answered.reset();
    EXPECT_FALSE(is_logged(Compared::answered, logged_calls(scenario, log, "log.csv", {}).work.at(0)));
}

TEST(LoggedCalls, ListsWithoutAWaitTellNoService) {
    CallLog log;
    log.calls = {call_at(nine, 0.0), call_at(nine, 0.0, CallEnd::abandoned)};
    const LoggedWork work = logged_calls(Scenario{test::one_hour_of_sales()}, log, "log.csv", {}).work.at(0);
    EXPECT_TRUE(is_logged(Compared::answered, work));
    EXPECT_FALSE(is_logged(Compared::asa_s, work));
    EXPECT_FALSE(is_logged(Compared::service_level, work));
}

// Two calls came in the first half hour, none in the second.
TEST(WithActual, TheHandlingTimesThatCameStandInTheirIntervals) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals.day_cv = 0.3;
    parts.work[0].handling_time.day_cv = 0.2;
    CallLog log;
    log.calls = {call_at(nine, 5.0), call_at(nine + 1.0, 7.0)};
    log.calls[1].handling_s = 140.0;
    const Scenario scenario{parts};
    const Scenario handling = with_actual_handling(scenario, logged_calls(scenario, log, "log.csv", {}));
    EXPECT_EQ(handling.arrivals(WorkIndex{0}), scenario.arrivals(WorkIndex{0}));
    EXPECT_EQ(handling.work()[0].arrivals.day_cv, 0.3);
    EXPECT_EQ(handling.work()[0].handling_time.day_cv, 0.0);
    EXPECT_EQ(*handling.work()[0].arrivals.file->rows.at(0).handling_time_s, 120.0);
    EXPECT_EQ(*handling.work()[0].arrivals.file->rows.at(1).handling_time_s, 180.0) << "none came: as it was";
}

// A log of talk alone gets the wrap-up that the scenario states apart, unless somebody says another.
TEST(LoggedCalls, TalkAloneGetsTheWrapUpOfTheScenario) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].wrap_up = DurationLaw{.mean = 1min};
    CallLog log;
    log.calls = {call_at(nine, 5.0)};
    const double talk_s = *log.calls[0].handling_s;
    const auto handling_s = [&](const ValidateOptions& options) {
        return logged_calls(Scenario{parts}, log, "log.csv", options).work.at(0).intervals.at(0).handling_s;
    };
    EXPECT_EQ(handling_s({.add_stated_wrap_up = true}), talk_s) << "nobody says that it leaves any out";
    log.reading.notes = {{LogNoteKind::handling_by_parts, {"talk, hold"}}};
    EXPECT_EQ(handling_s({.add_stated_wrap_up = true}), talk_s + 60.0);
    EXPECT_EQ(handling_s({.wrap_up = 10s, .add_stated_wrap_up = true}), talk_s + 10.0);
    EXPECT_EQ(handling_s({.wrap_up = 0s, .add_stated_wrap_up = true}), talk_s);
    EXPECT_EQ(handling_s({}), talk_s) << "who calibrates looks for it";
    log.reading.notes = {{LogNoteKind::handling_by_parts, {"talk, wrap_up"}}};
    EXPECT_EQ(handling_s({.add_stated_wrap_up = true}), talk_s);
}

// Three minutes of talk and one of wrap-up: of the 100 s that came three quarters are talk.
TEST(WithActual, AWrapUpThatIsStatedApartKeepsItsPart) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].wrap_up = DurationLaw{.mean = 1min};
    CallLog log;
    log.calls = {call_at(nine, 5.0)};
    const Scenario scenario{parts};
    const LoggedCalls logged = logged_calls(scenario, log, "log.csv", {});
    const Scenario handling = with_actual_handling(scenario, logged);
    EXPECT_THAT(*handling.work()[0].arrivals.file->rows.at(0).handling_time_s, DoubleEq(75.0));
    EXPECT_THAT(*handling.work()[0].arrivals.file->rows.at(1).handling_time_s, DoubleEq(180.0));
}

// 40 gave up after 30 s, 100 waited 10 s: (40 x 30 + 100 x 10) / 40 = 55 s. Who hangs up at once says nothing of it
// where the scenario knows of such callers.
TEST(PatienceInLog, IsAllWaitsOverThoseWhoGaveUp) {
    CallLog log;
    for (int i = 0; i < 40; ++i) log.calls.push_back(call_at(nine + i, 30.0, CallEnd::abandoned));
    for (int i = 0; i < 100; ++i) log.calls.push_back(call_at(nine + i, 10.0));
    ScenarioParts parts = test::one_hour_of_sales();
    const auto patience = [&] { return patience_in_log(logged_calls(Scenario{parts}, log, "log.csv", {}).work.at(0)); };
    EXPECT_THAT(*patience(), DoubleEq(55.0));
    for (int i = 0; i < 10; ++i) log.calls.push_back(call_at(nine + i, 0.0, CallEnd::abandoned));
    EXPECT_THAT(*patience(), DoubleEq(44.0));
    parts.work[0].balk = Share{0.1};
    EXPECT_THAT(*patience(), DoubleEq(55.0));
    log.calls.erase(log.calls.begin(), log.calls.begin() + 11);
    EXPECT_EQ(patience(), std::nullopt) << "29 are too few";
}

}  // namespace
}  // namespace freiton::study
