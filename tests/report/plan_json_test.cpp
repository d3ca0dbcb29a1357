// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "freiton/report/plan_report.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using Json = nlohmann::json;

Json small_json() { return Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, test::small_plan())); }

TEST(PlanJson, NamesTheScenarioAndHowItWasPlanned) {
    const Json json = small_json();
    EXPECT_EQ(json["freiton"], 1);
    EXPECT_EQ(json["scenario"], "Sales");
    EXPECT_EQ(json["seed"], 42);
    EXPECT_EQ(json["method"], "formula");
    EXPECT_EQ(json["met"], false);
}

// A formula that cannot vouch for what it keeps says so: null is neither true nor false.
TEST(PlanJson, WhatIsOnlyExpectedIsNotMet) {
    PlanResult result = test::small_plan();
    TargetResult& target = result.performance.targets[0];
    target.met = true;
    EXPECT_FALSE(
        Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, result))["targets"][0].contains("may_be_off"));
    target.may_be_off = 0.2;
    const Json json = Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, result));
    EXPECT_TRUE(json["met"].is_null());
    EXPECT_TRUE(json["targets"][0]["met"].is_null());
    EXPECT_EQ(json["targets"][0]["sure"], false);
    EXPECT_EQ(json["targets"][0]["may_be_off"], 0.2);
}

// What single days look like stands beside the figure; nobody asked for it in a formula's answer.
TEST(PlanJson, QuantilesOfSingleDaysStandBesideTheirFigure) {
    const Json plain = small_json();
    EXPECT_FALSE(plain.contains("single_days"));
    EXPECT_FALSE(plain["work"]["sales"].contains("service_level_p05"));
    EXPECT_FALSE(plain["teams"]["desk"].contains("occupancy_by_interval_p05"));
    PlanResult result = test::small_plan();
    result.performance.single_days = 60;
    auto& calls = result.performance.work[0].calls;
    calls.total.single_days = {{{0.5, 0.9}, {1.0, 2.0}, {}}};
    calls.by_interval[1].single_days = {{{0.25, 0.75}, {3.0, 4.0}, {0.125, 0.375}}};
    TeamPerformance& desk = result.performance.teams[0];
    desk.occupancy_by_day = {0.5};
    desk.occupancy_single_days = Band{0.375, 0.625};
    desk.occupancy_single_days_by_interval = {{0.25, 0.75}, {}};
    desk.occupancy_single_days_by_day = {{0.5, 0.75}};
    const Json json = Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, result));
    EXPECT_EQ(json["single_days"], 60);
    EXPECT_EQ(json["work"]["sales"]["service_level_p05"], 0.5);
    EXPECT_EQ(json["work"]["sales"]["asa_s_p95"], 2.0);
    EXPECT_TRUE(json["work"]["sales"]["abandoned_share_p05"].is_null());
    EXPECT_FALSE(json["work"]["sales"].contains("wait_all_s_p05"));
    EXPECT_EQ(json["work"]["sales"]["by_interval"][1]["abandoned_share_p95"], 0.375);
    EXPECT_EQ(json["teams"]["desk"]["occupancy_p95"], 0.625);
    EXPECT_EQ(json["teams"]["desk"]["occupancy_by_interval_p05"], Json::parse("[0.25, null]"));
    EXPECT_EQ(json["teams"]["desk"]["occupancy_by_day"], Json::parse("[0.5]"));
    EXPECT_EQ(json["teams"]["desk"]["occupancy_by_day_p95"], Json::parse("[0.75]"));
}

TEST(PlanJson, IntervalsAreLocalTimes) {
    EXPECT_EQ(small_json()["intervals"], Json::parse(R"([
        {"start": "2026-03-02T09:00:00", "end": "2026-03-02T09:30:00"},
        {"start": "2026-03-02T09:30:00", "end": "2026-03-02T10:00:00"}])"));
}

// With it the local times are moments.
TEST(PlanJson, TheTimeZoneIsSaid) {
    EXPECT_TRUE(small_json().at("time_zone").is_null());
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.time_zone = "Europe/Berlin";
    EXPECT_EQ(Json::parse(plan_json(Scenario{std::move(parts)}, test::small_plan()))["time_zone"], "Europe/Berlin");
}

TEST(PlanJson, TeamsSayWhoIsRequiredAndWhatIsPaid) {
    const Json desk = small_json()["teams"]["desk"];
    EXPECT_EQ(desk["required"], Json::parse("[2, 4]"));
    EXPECT_EQ(desk["agent_hours"], 3.0);
    EXPECT_EQ(desk["paid_hours"], 3.75);
    EXPECT_EQ(desk["paid_fte"], 0.46875);
    EXPECT_TRUE(desk["cost"].is_null());
    EXPECT_EQ(desk["occupancy"], 0.5);
    EXPECT_EQ(desk["occupancy_calls"], 0.5);
    EXPECT_EQ(desk["occupancy_by_interval"], Json::parse("[0.5, null]"));
    EXPECT_EQ(small_json()["totals"],
              Json::parse(R"({"agent_hours": 3.0, "paid_hours": 3.75, "paid_fte": 0.46875, "cost": null})"));
}

TEST(PlanJson, EveryFigureIsThereForTheWholeByIntervalAndByDay) {
    const Json sales = small_json()["work"]["sales"];
    ASSERT_EQ(sales["by_interval"].size(), 2u);
    ASSERT_EQ(sales["by_day"].size(), 1u);
    for (const Json& figures : {sales, sales["by_interval"][0], sales["by_interval"][1], sales["by_day"][0]})
        for (const auto& [key, member] : call_figure_names()) EXPECT_TRUE(figures.contains(std::string{key})) << key;
    EXPECT_EQ(sales["offered"], 30.0);
    EXPECT_EQ(sales["by_interval"][0]["service_level"], 0.8125);
    EXPECT_EQ(sales["by_interval"][1]["start"], "2026-03-02T09:30:00");
    EXPECT_EQ(sales["by_day"][0]["date"], "2026-03-02");
}

TEST(PlanJson, InfiniteAndUndefinedFiguresAreNullAndTheQueueIsNotStable) {
    const Json sales = small_json()["work"]["sales"];
    EXPECT_EQ(sales["by_interval"][0]["stable"], true);
    EXPECT_EQ(sales["by_interval"][1]["stable"], false);
    EXPECT_TRUE(sales["by_interval"][1]["wait_all_s"].is_null());  // infinite
    EXPECT_TRUE(sales["by_interval"][1]["asa_s"].is_null());       // undefined
}

TEST(PlanJson, TargetsSayWhatWasWantedReachedAndWhereItFails) {
    EXPECT_EQ(small_json()["targets"], Json::parse(R"([{
        "work": "sales", "site": null, "kind": "answered", "within_s": 20.0, "scope": "interval", "wanted": 0.8,
        "reached": 0.0, "half_width": null, "met": false, "sure": true, "worst": "2026-03-02T09:30:00"}])"));
    PlanResult quiet = test::small_plan();
    quiet.performance.targets[0].reached = CallFigures::none;
    quiet.performance.targets[0].worst_interval.reset();
    quiet.performance.targets[0].met = true;
    const Json json = Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, quiet));
    EXPECT_TRUE(json["targets"][0]["reached"].is_null());
    EXPECT_TRUE(json["targets"][0]["worst"].is_null());
    EXPECT_EQ(json["met"], true);
}

TEST(PlanJson, APromiseWithoutAThresholdHasNoneAndTheShownServiceLevelHasIts) {
    PlanResult result = test::small_plan();
    result.performance.targets[0].promise = {.kind = PromiseKind::abandoned, .work = WorkIndex{0}, .wanted = 0.05};
    const Json json = Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, result));
    EXPECT_TRUE(json["targets"][0]["within_s"].is_null());
    EXPECT_EQ(json["work"]["sales"]["service_level_within_s"], 20.0);
}

// By the close of the day of arrival: no working day more, and no 0 seconds.
TEST(PlanJson, ADeadlineOfNoWorkingDayIsADeadlineInWorkingDays) {
    PlanResult result = test::small_plan();
    result.performance.targets[0].promise.within.reset();
    result.performance.targets[0].promise.within_days = 0;
    const Json target = Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, result))["targets"][0];
    EXPECT_TRUE(target["within_s"].is_null());
    EXPECT_EQ(target["within_days"], 0);
}

TEST(PlanJson, AnInterruptedAnswerSaysSoAtTheTopAndIsNotMet) {
    PlanResult result = test::small_plan();
    EXPECT_EQ(Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, result))["interrupted"], false);
    result.performance.targets[0].met = true;
    result.performance.interrupted = true;
    const Json json = Json::parse(plan_json(Scenario{test::one_hour_of_sales()}, result));
    EXPECT_EQ(json["interrupted"], true);
    EXPECT_TRUE(json["met"].is_null());
}

TEST(PlanJson, SaysOnWhichWeekFullTimeEquivalentsRest) {
    EXPECT_EQ(small_json()["fte_basis"], Json::parse(R"({"contract_week_h": 40.0, "open_days_a_week": 5})"));
}

TEST(PlanJson, WarningsAreCodesWithArguments) {
    EXPECT_EQ(small_json()["warnings"], Json::parse(R"([{"code": "overload", "arguments": ["sales"]}])"));
}

TEST(PlanJson, NumbersReadBackExactlyAndTextsWhateverTheyHold) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.title = "\"Öl\" \\ \n\x01";
    PlanResult result = test::small_plan();
    result.performance.work[0].calls.total.service_level = 0.1 + 0.2;
    const Json json = Json::parse(plan_json(Scenario{parts}, result));
    EXPECT_EQ(json["scenario"], parts.title);
    EXPECT_EQ(json["work"]["sales"]["service_level"].get<double>(), 0.1 + 0.2);
}

TEST(PlanJson, EndsWithALineEnd) {
    EXPECT_THAT(plan_json(Scenario{test::one_hour_of_sales()}, test::small_plan()), testing::EndsWith("}\n"));
}

}  // namespace
}  // namespace freiton::report
