// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/contract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

#include "freiton/input/read_scenario.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/simulation/simulate.hpp"
#include "freiton/study/allotment.hpp"
#include "places.hpp"
#include "study/random_office.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

Scenario shipped(const std::string& name, Method method = Method::formula) {
    ScenarioParts parts = input::read_scenario(test::in_source("scenarios/") + name + ".yaml").parts();
    parts.plan.method = method;
    return Scenario{std::move(parts)};
}

// Sums of some hundred numbers: a relative 1e-9 is far above rounding.
void expect_equal(double a, double b, const std::string& where) {
    EXPECT_NEAR(a, b, 1e-9 * (1.0 + std::abs(a))) << where;
}

double hours_busy(const Scenario& scenario, const PlanResult& plan) {
    double hours = 0.0;
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
        const TeamPerformance& team = plan.performance.teams[t];
        const auto& absence = scenario.teams()[t].absence;
        const double there = absence ? 1.0 - absence->share.value() : 1.0;
        for (std::size_t i = 0; i < scenario.intervals(); ++i) {
            const double people =
                team.on_duty_by_interval.empty() ? plan.plan.agents[t][i] * there : team.on_duty_by_interval[i];
            if (people > 0.0)
                hours += team.occupancy_by_interval[i] * people * Hours{scenario.calendar().interval_length()}.count();
        }
    }
    return hours;
}

// People that a kind of work keeps busy, as its own figures say.
double hours_busy_with(const Scenario& scenario, const WorkPerformance& work) {
    double people = 0.0;
    for (const CallFigures& figures : work.calls.by_interval) people += figures.busy_mean;
    for (const BacklogFigures& figures : work.backlog.by_interval) people += figures.busy_mean;
    return people * Hours{scenario.calendar().interval_length()}.count();
}

void expect_sums_of_the_plan(const Scenario& scenario, const PlanResult& plan, const std::string& where) {
    Capacity all;
    const std::vector<Capacity> services = allotted(scenario, plan);
    for (std::size_t w = 0; w < services.size(); ++w) {
        const Capacity& service = services[w];
        all += service;
        expect_equal(service.busy_hours, hours_busy_with(scenario, plan.performance.work[w]), where);
        expect_equal(service.agent_hours, service.busy_hours + service.idle_hours + service.absent_hours, where);
        EXPECT_GE(service.busy_hours, 0.0) << where;
    }
    const StaffTotals totals = staff_totals(plan.performance);
    expect_equal(all.agent_hours, totals.agent_hours, where);
    expect_equal(all.paid_hours, totals.paid_hours, where);
    expect_equal(all.paid_fte, totals.paid_fte, where);
    ASSERT_EQ(all.cost.has_value(), totals.cost.has_value()) << where;
    if (all.cost) expect_equal(*all.cost, *totals.cost, where);
    expect_equal(all.busy_hours, hours_busy(scenario, plan), where);
}

TEST(Allotment, AddsUpToThePlanInEveryOrganisationOfTheExamples) {
    for (const std::string name : {"quickstart", "three_sites", "quote_desk", "service_firm"}) {
        const Scenario scenario = shipped(name);
        expect_sums_of_the_plan(scenario, plan_by_formula(scenario), name);
        for (const Organisation& way : scenario.parts().organisations) {
            const Scenario organised = scenario.organised_as(way.name);
            expect_sums_of_the_plan(organised, plan_by_formula(organised), name + " " + way.name);
        }
    }
}

TEST(Allotment, AddsUpToThePlanOfAnyOffice) {
    for (std::uint64_t i = 0; i < 150 && !testing::Test::HasFailure(); ++i) {
        const Scenario office = test::RandomOffice{i}.make();
        expect_sums_of_the_plan(office, plan_by_formula(office), "office " + std::to_string(i));
    }
}

TEST(Allotment, AddsUpWhereDaysAreSimulated) {
    for (std::uint64_t i = 0; i < 20 && !testing::Test::HasFailure(); ++i) {
        ScenarioParts parts = test::RandomOffice{i}.make().parts();
        parts.simulation.replications = 20;
        const Scenario office{std::move(parts)};
        const StaffingPlan staffing = plan_by_formula(office).plan;
        PlanResult result{.plan = staffing, .performance = simulation::simulate(office, staffing)};
        expect_sums_of_the_plan(office, result, "simulated office " + std::to_string(i));
    }
}

// An hour of two intervals, 4 people, one in ten absent. First half hour: 1 busy with calls, 2 with post, so that a
// third of all 2 hours belongs to calls; second: nobody is busy, and the shares of the whole time hold, a third too.
TEST(Allotment, GivesIdleAndAbsentTimeInProportionToBusyTime) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work.push_back(
        {.name = "post", .kind = WorkKind::backlog, .arrivals = test::listed({1, 1}), .handling_time = {.mean = 3min}});
    parts.teams[0].handles.push_back("post");
    parts.teams[0].absence = Absence{Share{0.1}, {}};
    parts.teams[0].cost_per_hour = 40.0;
    const Scenario scenario{std::move(parts)};
    PlanResult plan;
    plan.plan.agents = {{4, 4}};
    plan.performance.work.resize(2);
    plan.performance.work[0].calls.by_interval = {CallFigures{.busy_mean = 1.0}, CallFigures{}};
    plan.performance.work[1].backlog.by_interval = {BacklogFigures{.busy_mean = 2.0}, BacklogFigures{.busy_mean = 0.0}};
    plan.performance.teams = {
        {.occupancy_by_interval = {3.0 / 3.6, 0.0}, .occupancy_calls_by_interval = {1.0 / 3.6, 0.0}}};
    const std::vector<Capacity> services = allotted(scenario, plan);
    EXPECT_NEAR(services[0].agent_hours, 4.0 / 3.0, 1e-12);
    EXPECT_NEAR(services[0].busy_hours, 0.5, 1e-12);
    EXPECT_NEAR(services[0].absent_hours, 0.4 / 3.0, 1e-12);
    EXPECT_NEAR(services[0].idle_hours, 4.0 / 3.0 - 0.5 - 0.4 / 3.0, 1e-12);
    EXPECT_NEAR(services[1].agent_hours, 8.0 / 3.0, 1e-12);
    EXPECT_NEAR(services[1].paid_hours, 8.0 / 3.0 / 0.8, 1e-12);  // a fifth is shrinkage
    EXPECT_NEAR(services[1].cost.value(), 8.0 / 3.0 / 0.8 * 40.0, 1e-12);
}

TEST(Allotment, OfATeamThatNeverWorksGoesInEqualPartsToWhatItHandles) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work.push_back(parts.work[0]);
    parts.work[1].name = "service";
    parts.teams[0].handles.push_back("service");
    const Scenario scenario{std::move(parts)};
    PlanResult plan;
    plan.plan.agents = {{3, 3}};
    plan.performance.work.resize(2);
    for (WorkPerformance& work : plan.performance.work) work.calls.by_interval = {CallFigures{}, CallFigures{}};
    plan.performance.teams = {{.occupancy_by_interval = {0.0, 0.0}, .occupancy_calls_by_interval = {0.0, 0.0}}};
    for (const Capacity& service : allotted(scenario, plan)) {
        EXPECT_DOUBLE_EQ(service.agent_hours, 1.5);
        EXPECT_DOUBLE_EQ(service.idle_hours, 1.5);
    }
}

// Two teams of the hour; what the costless one works has no known cost, what the other alone handles has.
TEST(Allotment, CostIsUnknownWhereATeamWithoutOneWorks) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work.push_back(
        {.name = "post", .kind = WorkKind::backlog, .arrivals = test::listed({1, 1}), .handling_time = {.mean = 3min}});
    parts.teams[0].cost_per_hour = 40.0;
    parts.teams.push_back(parts.teams[0]);
    parts.teams[1].name = "back_office";
    parts.teams[1].handles = {"post"};
    parts.teams[1].cost_per_hour.reset();
    const Scenario scenario{std::move(parts)};
    PlanResult plan;
    plan.plan.agents = {{2, 2}, {1, 1}};
    plan.performance.work.resize(2);
    plan.performance.work[0].calls.by_interval = {CallFigures{.busy_mean = 1.0}, CallFigures{.busy_mean = 1.0}};
    plan.performance.work[1].backlog.by_interval = {BacklogFigures{.busy_mean = 0.5}, BacklogFigures{.busy_mean = 0.5}};
    plan.performance.teams = {{.occupancy_by_interval = {0.5, 0.5}, .occupancy_calls_by_interval = {0.5, 0.5}},
                              {.occupancy_by_interval = {0.5, 0.5}, .occupancy_calls_by_interval = {0.0, 0.0}}};
    const std::vector<Capacity> services = allotted(scenario, plan);
    EXPECT_NEAR(services[0].cost.value(), 2.0 / 0.8 * 40.0, 1e-12);
    EXPECT_NEAR(services[1].agent_hours, 1.0, 1e-12);
    EXPECT_FALSE(services[1].cost);
}

TEST(Contract, SumsOfCustomersAndSegmentsAreThoseOfAllServices) {
    const Contract firm = contract(shipped("service_firm"));
    ASSERT_EQ(firm.by_customer().size(), 3U);
    ASSERT_EQ(firm.by_segment().size(), 2U);
    for (const auto& sums : {firm.by_customer(), firm.by_segment()}) {
        Capacity all;
        double offered = 0.0;
        for (const ServiceSum& sum : sums) {
            all += sum.capacity;
            offered += sum.offered;
        }
        expect_equal(all.agent_hours, firm.total().capacity.agent_hours, "hours");
        expect_equal(*all.cost, *firm.total().capacity.cost, "cost");
        expect_equal(offered, firm.total().offered, "offered");
    }
    EXPECT_EQ(firm.by_customer()[0].name, "Field sales");
    expect_equal(firm.by_customer()[0].offered, firm.services[0].offered + firm.services[2].offered, "orders, faxes");
    EXPECT_TRUE(contract(shipped("quickstart")).by_customer().empty());
}

// Plans by formula of the firm for looser promises have up to 8 hours more, for tighter ones 1 fewer, than its plan.
TEST(Contract, ALooserPromiseOfTheFirmCostsNoMoreATighterNoLessAndNoneTheLeast) {
    const Contract firm = contract(shipped("service_firm"));
    double dearest = 0.0;
    for (const Service& service : firm.services) {
        ASSERT_EQ(service.prices.size(), 3U) << service.name;
        EXPECT_LE(service.prices[0].agent_hours, 0.0) << service.name;
        EXPECT_GE(service.prices[1].agent_hours, 0.0) << service.name;
        EXPECT_LE(service.prices[2].agent_hours, service.prices[0].agent_hours) << service.name;
        EXPECT_TRUE(service.prices[2].promises.empty());
        dearest = std::max(dearest, service.prices[1].agent_hours);
    }
    EXPECT_GT(dearest, 0.0);
    ASSERT_TRUE(firm.spared && firm.spared->cost);
    EXPECT_GT(*firm.spared->cost, 0.0);
}

// The price is what planning the changed scenario by itself says.
TEST(Contract, PricesAreDifferencesToAPlanOfTheChangedScenario) {
    const Scenario scenario = shipped("quickstart");
    const Contract hotline = contract(scenario);
    ScenarioParts parts = scenario.parts();
    parts.work[0].call_target->answered = Share{parts.work[0].call_target->answered->value() + 0.05};
    const double tighter = staff_totals(plan_by_formula(Scenario{parts}).performance).agent_hours;
    const double agreed = staff_totals(hotline.plan.performance).agent_hours;
    EXPECT_FALSE(hotline.spared);
    EXPECT_DOUBLE_EQ(hotline.services[0].prices[1].agent_hours, tighter - agreed);
    EXPECT_NEAR(hotline.services[0].prices[1].promises.at(0).wanted, 0.85, 1e-12);
}

TEST(Contract, APromiseThatTheTeamIsTooSmallForIsSaidToBeOutOfReach) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.plan.method = Method::formula;
    const Contract free = contract(Scenario{parts});
    parts.teams[0].most = free.plan.performance.teams[0].peak_agents;
    parts.work[0].call_target->answered = Share{free.plan.performance.targets[0].reached - 1e-6};
    const Contract tight = contract(Scenario{parts});
    EXPECT_TRUE(tight.plan.met());
    EXPECT_TRUE(tight.services[0].prices[0].met);
    EXPECT_EQ(tight.services[0].prices[1].step, PriceStep::tighter);
    EXPECT_FALSE(tight.services[0].prices[1].met);
}

TEST(Contract, GivenStaffHasNoPrices) {
    const Contract desk = contract(shipped("quote_desk"));
    EXPECT_FALSE(desk.priced);
    EXPECT_TRUE(desk.services[0].prices.empty());
    EXPECT_GT(desk.services[0].capacity.agent_hours, 0.0);
}

// Sought from the plan, so that no tighter promise is cheaper and no looser one dearer by the chance of the search.
TEST(Contract, BySimulationItPricesOnTheSameRandomNumbersFromThePlan) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.plan.method = Method::simulation;
    parts.work[0].arrivals = test::listed({60, 90});
    parts.simulation.replications = 200;
    const Contract hotline = contract(Scenario{parts});
    ASSERT_EQ(hotline.plan.performance.source, Source::simulation);
    ASSERT_EQ(hotline.services[0].prices.size(), 3U);
    EXPECT_LE(hotline.services[0].prices[0].agent_hours, 0.0);
    EXPECT_GE(hotline.services[0].prices[1].agent_hours, 0.0);
    EXPECT_LT(hotline.services[0].prices[2].agent_hours, 0.0);
    EXPECT_DOUBLE_EQ(hotline.services[0].prices[1].agent_hours,
                     contract(Scenario{parts}).services[0].prices[1].agent_hours);
}

TEST(Contract, StoppedAmongPricesItGivesThePlanAndWhatItHas) {
    std::atomic<bool> stop{false};
    RunControl control;
    control.stop = &stop;
    control.threads = 1;
    control.progress = [&](double share) { stop = share > 0.3; };
    ScenarioParts parts = test::one_hour_of_sales();
    parts.plan.method = Method::simulation;
    parts.simulation.replications = 50;
    const Contract hotline = contract(Scenario{parts}, control);
    EXPECT_TRUE(hotline.interrupted);
    EXPECT_LT(hotline.services[0].prices.size(), 3U);
    EXPECT_GT(hotline.services[0].capacity.agent_hours, 0.0);
}

}  // namespace
}  // namespace freiton::study
