// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/core/problem.hpp"
#include "freiton/study/plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;
using test::one_hour_of_sales;

TEST(MethodFor, OneHotlineIsCarriedThroughTheDayWhereThatIsExact) {
    ScenarioParts parts = one_hour_of_sales();
    EXPECT_EQ(method_for(Scenario{parts}), Method::transient);
    for (const Scope scope : {Scope::day, Scope::horizon}) {
        parts.work[0].call_target->over = scope;
        EXPECT_EQ(method_for(Scenario{parts}), Method::transient);
    }
}

TEST(MethodFor, HandlingTimesOfAnyLawAreCarriedThroughTheDayWhereThatIsNearEnough) {
    ScenarioParts parts = one_hour_of_sales();
    for (const Scope scope : {Scope::interval, Scope::day}) {
        parts.work[0].call_target->over = scope;
        parts.work[0].handling_time = DurationLaw{.law = Law::lognormal, .mean = 3min, .cv = 0.9};
        EXPECT_EQ(method_for(Scenario{parts}), Method::transient);
        parts.work[0].handling_time.cv = 1.6;
        EXPECT_NE(method_for(Scenario{parts}), Method::transient);
    }
}

TEST(MethodFor, FormulasTakeWhatIsNotExponential) {
    ScenarioParts parts = one_hour_of_sales();
    parts.work[0].patience = DurationLaw{.law = Law::constant, .mean = 2min};
    EXPECT_EQ(method_for(Scenario{parts}), Method::formula);
    parts = one_hour_of_sales();
    parts.work[0].handling_time = DurationLaw{.law = Law::constant, .mean = 3min};
    EXPECT_EQ(method_for(Scenario{parts}), Method::formula);
    for (const Scope scope : {Scope::day, Scope::horizon}) {  // queues go on between intervals
        parts.work[0].call_target->over = scope;
        EXPECT_EQ(method_for(Scenario{parts}), Method::simulation);
    }
}

TEST(MethodFor, SimulationTakesWhatFormulasOnlyApproximate) {
    ScenarioParts parts = one_hour_of_sales();
    parts.teams[0].absence = Absence{.share = Share{0.05}};
    EXPECT_EQ(method_for(Scenario{parts}), Method::simulation);
    parts = one_hour_of_sales();
    parts.work[0].redial = Redial{.share = Share{0.5}, .after = 60s};
    EXPECT_EQ(method_for(Scenario{parts}), Method::simulation);
    parts = one_hour_of_sales();
    parts.plan.assurance_days = Share{0.95};
    EXPECT_EQ(method_for(Scenario{parts}), Method::simulation);
}

TEST(MethodFor, SimulationTakesMeanWaitsThatAreInfiniteByFormula) {
    ScenarioParts parts = one_hour_of_sales();
    parts.work[0].patience.reset();
    parts.work[0].arrivals.day_cv = 0.1;
    EXPECT_EQ(method_for(Scenario{parts}), Method::formula);
    parts.work[0].call_target->average_wait = 30s;
    EXPECT_EQ(method_for(Scenario{parts}), Method::simulation);
}

TEST(MethodFor, IsWhatTheScenarioSays) {
    ScenarioParts parts = one_hour_of_sales();
    for (const Method method : {Method::formula, Method::transient, Method::simulation}) {
        parts.plan.method = method;
        EXPECT_EQ(method_for(Scenario{parts}), method);
    }
}

TEST(MethodFor, AnAssuranceIsNotIgnoredInSilence) {
    ScenarioParts parts = one_hour_of_sales();
    parts.plan.assurance_days = Share{0.95};
    for (const auto& [method, both] : {std::pair{Method::formula, "method: formula, assurance"},
                                       std::pair{Method::transient, "method: transient, assurance"}}) {
        parts.plan.method = method;
        try {
            const Scenario scenario{parts};
            ADD_FAILURE();
        } catch (const InputError& error) {
            EXPECT_THAT(error.problems().front().arguments, testing::ElementsAre(both));
        }
    }
}

}  // namespace
}  // namespace freiton::study
