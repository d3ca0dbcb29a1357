// SPDX-License-Identifier: Apache-2.0
// Patience of several laws: the simulator against the formula on long steady days, and a plan by formula simulated.
#include <gtest/gtest.h>

#include "freiton/analytic/formula_plan.hpp"
#include "simulation/simulated_cases.hpp"

namespace freiton::test {
namespace {

struct Office {
    std::string name;
    DurationLaw patience;
    double load;
    int agents;
};

// Some with a queue that hardly ever ends, some where few wait.
std::vector<Office> offices() {
    return {{"lognormal", {.law = Law::lognormal, .mean = 120s, .cv = 1.5}, 20.0, 18},
            {"lognormal, few wait", {.law = Law::lognormal, .mean = 60s, .cv = 2.0}, 20.0, 24},
            {"hyperexponential", {.law = Law::hyperexponential, .mean = 120s, .cv = 2.5}, 20.0, 21},
            {"erlang", {.law = Law::erlang, .mean = 90s, .k = 4}, 8.0, 8},
            {"constant", {.law = Law::constant, .mean = 60s}, 20.0, 20},
            {"uniform", {.law = Law::uniform, .min = 30s, .max = 90s}, 20.0, 17},
            {"weibull", {.law = Law::weibull, .mean = 120s, .cv = 2.0}, 5.0, 5}};
}

Scenario steady_office(const Office& office, double balk) {
    ScenarioParts parts = steady_days(2);
    Work calls = steady_calls(parts, office.load, 180.0, Json());
    calls.patience = office.patience;
    calls.balk = Share{balk};
    parts.work.push_back(calls);
    parts.teams.push_back({.name = "team", .handles = {"calls"}});
    parts.simulation.replications = 40;
    parts.simulation.seed = 20261130;
    return Scenario{std::move(parts)};
}

// The tolerance of the root mean square: six values of an office hang together as if there were two of them.
TEST(PatienceLaws, TheSimulatorAgreesWithTheFormula) {
    std::vector<Compared> all;
    for (const Office& office : offices())
        for (const double balk : {0.0, 0.15}) {
            const Scenario scenario = steady_office(office, balk);
            const StaffingPlan people = constant_staff(scenario, {office.agents});
            const CallFigures exact = analytic::performance(scenario, people).work[0].calls.total;
            const auto simulated = simulation::simulate(scenario, people).work[0].calls.total;
            for (const auto& [figure, member] :
                 std::map<std::string, double CallFigures::*>{{"service level", &CallFigures::service_level},
                                                              {"abandoned", &CallFigures::abandoned_share},
                                                              {"waits", &CallFigures::wait_probability},
                                                              {"mean wait", &CallFigures::wait_all_s},
                                                              {"asa", &CallFigures::asa_s},
                                                              {"queue", &CallFigures::queue_mean}})
                compare(all, office.name + " " + figure, Json(exact.*member), simulated, member, 40);
        }
    EXPECT_EQ(all.size(), 7u * 2u * 6u);
    expect_spread(all, 20.0, 0.5);
}

// By the mean of such a patience alone three people more would be planned.
TEST(PatienceLaws, APlanByFormulaIsConfirmedBySimulation) {
    for (const DurationLaw& patience : {DurationLaw{.law = Law::lognormal, .mean = 120s, .cv = 2.0},
                                        DurationLaw{.law = Law::constant, .mean = 120s}}) {
        Scenario scenario = steady_office({"plan", patience, 30.0, 0}, 0.0);
        const analytic::FormulaPlan plan = analytic::least_plan(scenario);
        const int agents = plan.staffing.agents[0][0];
        EXPECT_EQ(plan.staffing, constant_staff(scenario, {agents}));
        const Performance formula = analytic::performance(scenario, plan.staffing);
        EXPECT_TRUE(formula.met());
        for (const Warning& warning : formula.warnings) EXPECT_NE(warning.code, WarningCode::patience_exponential);
        const auto level = [&](int people) {
            return simulation::simulate(scenario, constant_staff(scenario, {people})).work[0].calls.total;
        };
        const auto enough = level(agents);
        EXPECT_GT(enough.service_level + enough.half_width->service_level * 2.0, 0.8);
        const auto too_few = level(agents - 1);
        EXPECT_LT(too_few.service_level - too_few.half_width->service_level * 2.0, 0.8);
    }
}

}  // namespace
}  // namespace freiton::test
