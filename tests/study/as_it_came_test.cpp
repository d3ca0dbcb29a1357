// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/as_it_came.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/study/shown_by_log.hpp"
#include "study/drawn_log.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;
using simulation::Numbers;
using test::drawn_log;
using test::two_weeks_of_sales;
namespace kernel = simulation::kernel;

// A log, its scenario, and its days as they came.
struct PlayedLog {
    Scenario scenario;
    CallLog log;
    LoggedCalls logged = logged_calls(scenario, log, "log.csv", {});
    StaffingPlan plan = given_staffing(scenario);
    AsItCame days{scenario, plan, log, logged};

    PlayedLog(const ScenarioParts& parts, CallLog came) : scenario{parts}, log{std::move(came)} {}

    std::vector<Numbers> play(const Unsaid& trial, std::uint64_t replication = 0) const {
        return days.play(trial, replication).at(0);
    }
};

Unsaid nothing_unsaid() { return {.wrap_up_s = {0.0}, .patience = {DurationLaw{.mean = 120s}}, .balk = {0.0}}; }

double sum_of(const std::vector<Numbers>& intervals, std::size_t number) {
    double sum = 0.0;
    for (const Numbers& numbers : intervals) sum += numbers[number];
    return sum;
}

CallLog counts_of(const PlayedLog& played) {
    CallLog counts;
    for (std::size_t i = 0; i < played.scenario.intervals(); ++i) {
        const Interval& at = played.scenario.calendar().intervals()[i];
        const double offered = played.logged.work[0].intervals[i].numbers[kernel::call_offered];
        counts.intervals.push_back({.date = played.scenario.calendar().date(at.day),
                                    .start = at.start,
                                    .offered = offered,
                                    .handling_s = 180.0,
                                    .answered = offered,
                                    .abandoned = 0.0,
                                    .asa_s = 10.0});
    }
    counts.row_length = 30min;
    return counts;
}

TEST(AsItCame, EveryCallOfTheLogComesOnceInItsInterval) {
    const PlayedLog single{two_weeks_of_sales(), drawn_log(two_weeks_of_sales())};
    const PlayedLog counted{two_weeks_of_sales(), counts_of(single)};
    for (const PlayedLog* played : {&single, &counted})
        for (const std::uint64_t replication : {0U, 7U}) {
            const std::vector<Numbers> numbers = played->play(nothing_unsaid(), replication);
            for (std::size_t i = 0; i < numbers.size(); ++i)
                EXPECT_EQ(numbers[i][kernel::call_offered],
                          single.logged.work[0].intervals[i].numbers[kernel::call_offered])
                    << i;
        }
}

TEST(AsItCame, WithoutWrapUpPeopleAreBusyForTheTalkThatTheLogHas) {
    ScenarioParts patient = two_weeks_of_sales();
    patient.work[0].patience.reset();
    const PlayedLog played{patient, drawn_log(patient)};
    Unsaid trial = nothing_unsaid();
    trial.patience = {std::nullopt};
    double talk_s = 0.0;
    for (const LoggedCall& call : played.log.calls) talk_s += *call.handling_s;
    // All are answered; what is done after closing is in no interval.
    EXPECT_NEAR(sum_of(played.play(trial), kernel::call_busy_s), talk_s, 0.01 * talk_s);
    EXPECT_LT(sum_of(played.play(trial), kernel::call_busy_s), talk_s + 1e-6);
}

TEST(AsItCame, TheSameTrialIsTheSameAndALongerWrapUpMakesLongerWaits) {
    const PlayedLog played{two_weeks_of_sales(), drawn_log(two_weeks_of_sales())};
    Unsaid trial = nothing_unsaid();
    const std::vector<Numbers> first = played.play(trial);
    EXPECT_EQ(first, played.play(trial));
    EXPECT_NE(first, played.play(trial, 1)) << "another draw of patience";
    trial.wrap_up_s = {30.0};
    EXPECT_GT(sum_of(played.play(trial), kernel::call_answered_wait), sum_of(first, kernel::call_answered_wait));
}

// A quarter of four people is one, without any chance.
TEST(AsItCame, WhoIsAwayIsNotThere) {
    const CallLog log = drawn_log(two_weeks_of_sales());
    ScenarioParts three = two_weeks_of_sales();
    three.teams[0].staff = Staff{.agents = {3}, .same_for_all = true};
    Unsaid away = nothing_unsaid();
    away.away = 0.25;
    EXPECT_EQ((PlayedLog{two_weeks_of_sales(), log}).play(away), (PlayedLog{three, log}).play(nothing_unsaid()));
}

// Of 24 calls of each half hour 16 come from Hamburg and 8 from Munich; nobody comes twice where callers try again.
TEST(AsItCame, CallsComeFromWhereTheScenarioSaysAndNobodyTwice) {
    ScenarioParts parts = two_weeks_of_sales();
    parts.sites = {"hamburg", "munich"};
    parts.work[0].arrivals = {.per_interval =
                                  BySite<PerInterval>{.sites = {{"hamburg", {.means = std::vector<double>(16, 16.0)}},
                                                                {"munich", {.means = std::vector<double>(16, 8.0)}}}}};
    parts.work[0].redial = Redial{.share = Share{0.5}, .after = 5min};
    parts.work[0].reach = Reach::site;
    parts.teams[0].site = "hamburg";
    parts.teams.push_back(parts.teams[0]);
    parts.teams[1].name = "desk_munich";
    parts.teams[1].site = "munich";
    const PlayedLog played{parts, drawn_log(two_weeks_of_sales())};
    const std::vector<Numbers> numbers = played.play(nothing_unsaid());
    EXPECT_EQ(sum_of(numbers, kernel::call_offered), static_cast<double>(played.log.calls.size()));
}

TEST(ShownByLog, FiguresOfHoursAndOfAll) {
    const PlayedLog played{two_weeks_of_sales(), drawn_log(two_weeks_of_sales())};
    const std::vector<ShownFigure> figures = shown_figures(played.scenario, played.logged);
    ASSERT_EQ(figures.size(), 3U * 9U) << "eight hours and all, of three figures";
    double gave_up = 0.0, waited_s = 0.0, answered = 0.0;
    for (const LoggedCall& call : played.log.calls) {
        const bool is_answered = call.end == CallEnd::answered;
        gave_up += is_answered ? 0.0 : 1.0;
        answered += is_answered ? 1.0 : 0.0;
        waited_s += is_answered ? call.wait_s : 0.0;
    }
    EXPECT_EQ(figures[17].figure, Compared::asa_s);
    EXPECT_FALSE(figures[17].hour);
    EXPECT_NEAR(figures[17].actual, waited_s / answered, 1e-9);
    EXPECT_NEAR(figures[26].actual, gave_up / static_cast<double>(played.log.calls.size()), 1e-12);
}

}  // namespace
}  // namespace freiton::study
