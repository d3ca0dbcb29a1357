// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/search_hours.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

#include "freiton/core/problem.hpp"
#include "freiton/study/compare.hpp"
#include "freiton/study/contract.hpp"
#include "freiton/study/plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

// An office of calls and post whose week is planned in seconds, over so many days.
ScenarioParts office(int days) {
    using namespace std::chrono_literals;
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.open = test::office_week(8h, 18h);
    parts.calendar.days = days;
    parts.work[0].arrivals = test::daily(600);
    parts.work[0].call_target->over = Scope::day;
    Work letters{.name = "letters", .kind = WorkKind::backlog, .arrivals = test::daily(100)};
    letters.handling_time = {.mean = 10min};
    letters.backlog_target =
        BacklogTarget{Share{0.9}, {}, {}, {.working_days = 2, .clock = Clock::working_days}, Scope::horizon};
    parts.work.push_back(std::move(letters));
    parts.teams[0].handles.emplace_back("letters");
    parts.plan.method = Method::simulation;
    return parts;
}

// Should it be begun all the same, it ends at once.
RunControl in_a_hurry() {
    static constexpr std::atomic<bool> stopped{true};
    RunControl control;
    control.threads = 2;
    control.stop = &stopped;
    control.may_take_hours = false;
    return control;
}

template <class Question>
std::vector<std::string> refused(Question question) {
    try {
        question();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 1U);
        EXPECT_EQ(error.problems().front().rule, Rule::takes_hours);
        EXPECT_EQ(error.problems().front().key, "plan");
        return error.problems().front().arguments;
    }
    ADD_FAILURE() << "not refused";
    return {};
}

// Three times the days are three times the contacts to play, as long as they are planned together; of a year alike
// weeks are planned once, and the whole is played for its figures. Twice the threads take half.
TEST(SearchHours, GrowWithTheHorizon) {
    EXPECT_NEAR(hours_of_search(Scenario{office(42)}, 2) / hours_of_search(Scenario{office(14)}, 2), 3.0, 0.05);
    const double year = hours_of_search(Scenario{office(364)}, 2);
    const double half_year = hours_of_search(Scenario{office(182)}, 2);
    EXPECT_GT(year, 1.2 * half_year);
    EXPECT_LT(year, 2.0 * half_year);
    EXPECT_DOUBLE_EQ(hours_of_search(Scenario{office(364)}, 1), 2.0 * year);
    ScenarioParts given = office(42);
    given.teams[0].staff = Staff{.agents = std::vector<int>(20, 9)};
    EXPECT_LT(hours_of_search(Scenario{given}, 2), 0.5 * hours_of_search(Scenario{office(42)}, 2));
    ScenarioParts fine = office(5);
    const double usual = hours_of_search(Scenario{fine}, 2);
    fine.simulation.half_width_shares = Share{0.001};
    EXPECT_GT(hours_of_search(Scenario{fine}, 2), 20.0 * usual) << "looks are a hundred times as long";
}

// A whole year of an office twenty times as large, whose letters span weeks, so that it is planned as one.
ScenarioParts large_year() {
    ScenarioParts parts = office(364);
    for (Work& work : parts.work) work.arrivals.scale = 20.0;
    parts.work[1].backlog_target->within.working_days = 10;
    return parts;
}

TEST(SearchHours, AWeekIsBegunAndALargeYearOnlyIfItMayTakeHours) {
    const Scenario week{office(5)};
    const Scenario year{large_year()};
    EXPECT_NO_THROW(refuse_hours(hours_to_plan(week, 2), in_a_hurry()));
    EXPECT_NO_THROW(refuse_hours(hours_to_plan(Scenario{office(364)}, 2), in_a_hurry()));
    const auto hours = refused([&] { plan(year, {.control = in_a_hurry()}); });
    ASSERT_EQ(hours.size(), 2U);
    EXPECT_DOUBLE_EQ(std::stod(hours[0]), std::ceil(hours_of_search(year, 2)));
    EXPECT_EQ(hours[1], "2");
    RunControl patient = in_a_hurry();
    patient.may_take_hours = true;
    EXPECT_NO_THROW(refuse_hours(hours_to_plan(year, 2), patient));
}

TEST(SearchHours, FormulasTakeNone) {
    ScenarioParts parts = office(364);
    parts.plan.method = Method::formula;
    const Scenario year{parts};
    EXPECT_EQ(hours_to_plan(year, 2), 0.0);
    EXPECT_NO_THROW(refuse_hours(0.0, in_a_hurry()));
}

// Where the formulas' plan is only expected to hold, the search begins later, and is refused then.
TEST(SearchHours, WhatFormulasCannotVouchForIsRefusedAsWell) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.open = test::office_week(std::chrono::hours{9}, std::chrono::hours{11});
    parts.work[0].arrivals = test::listed({20, 52, 3, 3});  // a queue is left when people go
    parts.work[0].patience = DurationLaw{.law = Law::lognormal, .mean = Seconds{60}, .cv = 2.0};
    parts.plan.method = Method::automatic;
    parts.simulation.half_width_shares = Share{0.0001};
    const Scenario scenario{parts};
    ASSERT_EQ(method_for(scenario), Method::formula);
    ASSERT_TRUE(plan_by_formula(scenario).performance.expected());
    ASSERT_GT(hours_of_search(scenario, 2), 1.0);
    RunControl control = in_a_hurry();
    control.stop = nullptr;  // the formulas' plan comes first
    refused([&] { plan(scenario, {.control = control}); });
}

TEST(SearchHours, DaysThatShareNumbersArePlannedTwice) {
    ScenarioParts parts = office(5);
    const double apart = hours_to_plan(Scenario{parts}, 2);
    parts.plan.alike = {0, 1};
    EXPECT_DOUBLE_EQ(hours_to_plan(Scenario{parts}, 2), 2.0 * apart);
}

// What one plan may take, three of them may not.
TEST(SearchHours, OrganisationsAndPricesCountTogether) {
    ScenarioParts parts = office(364);
    while (hours_of_search(Scenario{parts}, 2) < 0.5)
        for (Work& work : parts.work) work.arrivals.scale *= 1.5;
    ASSERT_LT(hours_of_search(Scenario{parts}, 2), 1.0);
    for (const char* name : {"one", "two", "three"}) parts.organisations.push_back({.name = name});
    const Scenario scenario{parts};
    EXPECT_NO_THROW(refuse_hours(hours_to_plan(scenario, 2), in_a_hurry()));
    refused([&] { compare(scenario, {.control = in_a_hurry()}); });
    refused([&] { contract(scenario, in_a_hurry()); });
}

}  // namespace
}  // namespace freiton::study
