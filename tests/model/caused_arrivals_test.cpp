// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/caused_arrivals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;

// One day from 9 to 10, two half hours; sales lead to that.
ScenarioParts sales_and(Work caused, LeadsTo lead, int days = 1) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = days;
    parts.work[0].arrivals = test::listed({30, 0});
    lead.work = caused.name;
    parts.work[0].leads_to.push_back(std::move(lead));
    parts.teams[0].handles.push_back(caused.name);
    parts.work.push_back(std::move(caused));
    return parts;
}

Work none_of_its_own(WorkKind kind) {
    return {.name = "second", .kind = kind, .arrivals = test::daily(0), .handling_time = {.mean = 5min}};
}

double sum_of_caused(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// Calls of 3 min that begin evenly over 30 min end evenly from the third to the 33rd minute.
TEST(CausedArrivals, TransfersComeWhenTheFirstCallIsOver) {
    const Scenario scenario{sales_and(none_of_its_own(WorkKind::call), {.share = Share{0.2}})};
    const std::vector<double> second = scenario.arrivals_of_site(WorkIndex{1}, "");
    EXPECT_NEAR(second[0], 0.2 * 30.0 * 27.0 / 30.0, 1e-9);
    EXPECT_NEAR(second[1], 0.2 * 30.0 * 3.0 / 30.0, 1e-9);
    EXPECT_EQ(scenario.arrivals(WorkIndex{0}), (std::vector<double>{30, 0}));
    EXPECT_EQ(scenario.first_arrivals_of_site(WorkIndex{1}, ""), (std::vector<double>{0, 0}));
}

// Uniform on 30 min, 3 min of talk, then an exponential time of 20 min, by integration. (As a lambda it would be
// computed while it is compiled, which takes ten seconds.)
double within(double minutes) {
    double part = 0.0;
    const int steps = 100'000;
    for (int k = 0; k < steps; ++k) {
        const double left = minutes - 3.0 - 30.0 * (k + 0.5) / steps;
        part += left > 0.0 ? -std::expm1(-left / 20.0) / steps : 0.0;
    }
    return part;
}

TEST(CausedArrivals, AnExponentialTimeSpreadsThem) {
    const Scenario scenario{sales_and(none_of_its_own(WorkKind::call), {.share = Share{0.5}, .after = 20min})};
    const std::vector<double> second = scenario.arrivals_of_site(WorkIndex{1}, "");
    EXPECT_NEAR(second[0], 15.0 * within(30.0), 1e-6);
    EXPECT_NEAR(second[1], 15.0 * (within(60.0) - within(30.0)), 1e-6);
}

TEST(CausedArrivals, LettersThatComeWhileClosedWaitForTheOpeningCallsDoNotCome) {
    const LeadsTo later{.share = Share{0.5}, .after = 2h};
    const Scenario letters{sales_and(none_of_its_own(WorkKind::backlog), later, 2)};
    const std::vector<double> items = letters.caused_arrivals_of_site(WorkIndex{1}, "");
    EXPECT_NEAR(sum_of_caused(items), 2 * 15.0 - 15.0 * std::exp(-0.5),
                2.0);                     // the second day's evening is after the horizon
    EXPECT_GT(items[2], items[0] + 8.0);  // with the first opening
    const Scenario calls{sales_and(none_of_its_own(WorkKind::call), later, 2)};
    EXPECT_LT(sum_of_caused(calls.caused_arrivals_of_site(WorkIndex{1}, "")), 12.0);
}

TEST(CausedArrivals, AWeekThatRepeatsLosesNothing) {
    ScenarioParts parts = sales_and(none_of_its_own(WorkKind::backlog), {.share = Share{0.5}, .after = 30h}, 7);
    parts.calendar.repeats = true;
    const Scenario scenario{parts};
    EXPECT_NEAR(sum_of_caused(scenario.caused_arrivals_of_site(WorkIndex{1}, "")), 5 * 15.0, 1e-6);
}

// One in three stays on the line for another: 1 + 1/3 + 1/9 ... calls, after closing too.
TEST(CausedArrivals, LoopsAddUp) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.open = test::office_week(0h, 24h);
    parts.work[0].arrivals = test::daily(100);
    parts.work[0].leads_to = {{.work = "sales", .share = Share{1.0 / 3.0}}};
    EXPECT_NEAR(sum_of_caused(Scenario{parts}.arrivals(WorkIndex{0})), 150.0, 1e-6);
    parts.work[0].leads_to[0].share = Share{1.0};
    const Problems problems = Scenario::check(parts);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].rule, Rule::leads_without_end);
}

TEST(CausedArrivals, WhatCallersLeadToWhoMayBeLostIsNotCertain) {
    ScenarioParts parts = sales_and(none_of_its_own(WorkKind::call), {.share = Share{0.2}});
    EXPECT_EQ(sum_of_caused(Scenario{parts}.certain_arrivals_of_site(WorkIndex{1}, "")), 0.0);
    parts.work[0].patience.reset();
    EXPECT_NEAR(sum_of_caused(Scenario{parts}.certain_arrivals_of_site(WorkIndex{1}, "")), 6.0, 1e-9);
    parts.routing.at_close = AtClose::drop;
    EXPECT_EQ(sum_of_caused(Scenario{parts}.certain_arrivals_of_site(WorkIndex{1}, "")), 0.0);
}

// Only who was reached of a list leads to something; whoever is called back may never be.
TEST(CausedArrivals, WhoIsNotReachedLeadsToNothing) {
    ScenarioParts parts = sales_and(none_of_its_own(WorkKind::backlog), {.share = Share{0.5}});
    parts.work[0].kind = WorkKind::outbound;
    parts.work[0].patience.reset();
    parts.work[0].call_target.reset();
    parts.work[0].reached = {{Share{0.3}}, true};
    parts.work[0].no_answer.attempts = 2;
    EXPECT_NEAR(sum_of_caused(Scenario{parts}.arrivals_of_site(WorkIndex{1}, "")), 30.0 * 0.5 * (1.0 - 0.49), 1e-6);
    ScenarioParts calls = sales_and(none_of_its_own(WorkKind::backlog), {.share = Share{0.5}});
    calls.work[0].patience.reset();
    calls.work[0].lines.reset();
    EXPECT_NEAR(sum_of_caused(Scenario{calls}.certain_arrivals_of_site(WorkIndex{1}, "")), 15.0, 1e-6);
    calls.work[0].callback = Callback{.accepts = Share{0.2}, .within = {.time = 1h}};
    EXPECT_EQ(sum_of_caused(Scenario{calls}.certain_arrivals_of_site(WorkIndex{1}, "")), 0.0);
}

TEST(CausedArrivals, TheyComeFromTheSameSiteOrFromNone) {
    ScenarioParts parts = sales_and(none_of_its_own(WorkKind::call), {.share = Share{0.5}});
    parts.sites = {"north", "south"};
    parts.work[0].arrivals.per_interval->everywhere.reset();
    parts.work[0].arrivals.per_interval->sites = {{"north", {{20, 0}}}, {"south", {{10, 0}}}};
    EXPECT_NEAR(sum_of_caused(Scenario{parts}.caused_arrivals_of_site(WorkIndex{1}, "")), 15.0, 1e-9);
    parts.work[1].arrivals.per_day->sites["north"] = 0.0;
    EXPECT_NEAR(sum_of_caused(Scenario{parts}.caused_arrivals_of_site(WorkIndex{1}, "north")), 10.0, 1e-9);
    EXPECT_NEAR(sum_of_caused(Scenario{parts}.caused_arrivals_of_site(WorkIndex{1}, "")), 5.0, 1e-9);
    parts.work[1].arrivals.per_day->everywhere.reset();
    const Problems problems = Scenario::check(parts);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].rule, Rule::leads_elsewhere);
    EXPECT_THAT(problems[0].arguments, testing::ElementsAre("south"));
}

}  // namespace
}  // namespace freiton
