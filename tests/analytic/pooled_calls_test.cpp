// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/pooled_calls.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

// So many Erlang of calls of three minutes, endlessly patient.
CallKind patient_kind(double load, int urgency) {
    return {.first_attempts = {.rate = ArrivalRate{load, 180s}, .handling_time = 180s},
            .urgency = urgency,
            .threshold = 20s};
}

double wait_all(const KindOutcome& outcome) {
    return outcome.sums.admitted_wait_s / (outcome.sums.offered - outcome.sums.blocked);
}

TEST(PooledCalls, OneKindIsErlang) {
    PooledDemand demand{.kinds = {patient_kind(8.0, 10)}};
    demand.kinds[0].first_attempts.patience = 120s;
    const auto outcome = pooled_calls(demand, 9, 30min, true);
    const CallQueue queue{demand.kinds[0].first_attempts, Agents{9}};
    EXPECT_DOUBLE_EQ(outcome[0].sums.in_time / outcome[0].sums.offered, queue.within(20s).answered);
    EXPECT_DOUBLE_EQ(outcome[0].waiting_after(30s) / outcome[0].admitted(), queue.waiting_after(30s));
}

TEST(PooledCalls, KindsOfOneUrgencyWaitAsOneStream) {
    const PooledDemand demand{.kinds = {patient_kind(3.0, 10), patient_kind(5.0, 10)}};
    const auto outcome = pooled_calls(demand, 10, 30min, true);
    const ErlangC together{Agents{10}, Erlangs{8.0}, 180s};
    for (const KindOutcome& kind : outcome) {
        EXPECT_NEAR(wait_all(kind), together.wait_all().count(), 1e-9);
        EXPECT_NEAR(kind.sums.in_time / kind.sums.offered, together.answered_within(20s), 1e-12);
        EXPECT_NEAR(kind.waiting_after(30s) / kind.admitted(), together.unanswered_within(30s), 1e-12);
    }
    EXPECT_NEAR(outcome[1].sums.offered / outcome[0].sums.offered, 5.0 / 3.0, 1e-12);
}

// Cobham (1954), equal handling times h: W1 = C h / (n - a1), W2 = C h n / ((n - a1) (n - a)).
TEST(PooledCalls, KindsThatShareALawOfPatienceWaitByIt) {
    const DurationLaw law{.law = Law::lognormal, .mean = 120s, .cv = 2.0};
    PooledDemand demand{.kinds = {patient_kind(3.0, 10), patient_kind(5.0, 10)}};
    for (CallKind& kind : demand.kinds) {
        kind.first_attempts.patience = law.mean;
        kind.first_attempts.patience_law = std::make_shared<const PatienceLaw>(law);
    }
    const ErlangA together{
        Agents{8}, Erlangs{8.0}, 180s, 120s, infinity, 0.0, std::make_shared<const PatienceLaw>(law)};
    for (const KindOutcome& kind : pooled_calls(demand, 8, 30min, true)) {
        EXPECT_NEAR(kind.sums.in_time / kind.sums.offered, together.within(20s).answered, 1e-12);
        EXPECT_NEAR(kind.sums.abandoned / kind.sums.offered, together.abandoned_share(), 1e-12);
    }
}

TEST(PooledCalls, TheMoreUrgentWaitAsCobhamSays) {
    const PooledDemand demand{.kinds = {patient_kind(6.0, 10), patient_kind(2.0, 5)}};
    const auto outcome = pooled_calls(demand, 10, 30min, false);
    const double c = ErlangC{Agents{10}, Erlangs{8.0}, 180s}.wait_probability();
    EXPECT_NEAR(wait_all(outcome[1]), c * 180.0 / (10.0 - 2.0), 1e-9);
    EXPECT_NEAR(wait_all(outcome[0]), c * 180.0 * 10.0 / ((10.0 - 2.0) * (10.0 - 8.0)), 1e-9);
    EXPECT_NEAR(outcome[0].sums.waited / outcome[0].sums.offered, c, 1e-12);
}

// 40 Erlang for 60 agents wait with probability 0.2 %; with 12 Erlang of equally long items, begun without reserve,
// as C(60, 52) says, and the mean wait as Cobham: C h / (60 - 40).
TEST(PooledCalls, ItemsThatAreNotInterruptedSlowTheCalls) {
    PooledDemand demand{.kinds = {patient_kind(40.0, 10)}, .items = Erlangs{12}, .item_time = 180s};
    const auto slowed = pooled_calls(demand, 60, 30min, false);
    const double c = ErlangC{Agents{60}, Erlangs{52.0}, 180s}.wait_probability();
    EXPECT_NEAR(slowed[0].sums.waited / slowed[0].sums.offered, c, 1e-9);
    EXPECT_NEAR(wait_all(slowed[0]), c * 180.0 / 20.0, 1e-7);
    demand.items = Erlangs{0};
    const auto alone = pooled_calls(demand, 60, 30min, false);
    EXPECT_NEAR(alone[0].sums.waited / alone[0].sums.offered, 0.002, 0.0005);
}

// 100 parts of 10 agents fare like one of them.
TEST(PooledCalls, PartsDoNotHelpEachOther) {
    PooledDemand demand{.kinds = {patient_kind(800.0, 10)}};
    demand.parts = 100.0;
    const auto outcome = pooled_calls(demand, 1000, 30min, false);
    EXPECT_NEAR(wait_all(outcome[0]), ErlangC(Agents{10}, Erlangs{8.0}, 180s).wait_all().count(), 1e-9);
    EXPECT_NEAR(outcome[0].sums.offered, 800.0 * 10.0, 1e-6);  // 30 min are ten handling times
}

// A tenth is absent: the three nodes have the mean 90 and the variance 9 of the binomial law.
TEST(PooledCalls, AbsenceIsThreeNumbersOfPeople) {
    PooledDemand demand{.kinds = {patient_kind(80.0, 10)}, .absence = 0.1};
    demand.kinds[0].first_attempts.patience = 120s;
    const auto outcome = pooled_calls(demand, 100, 30min, false);
    double expected = 0.0;
    for (const auto& [people, weight] : {std::pair{90.0, 2.0 / 3.0}, std::pair{90.0 - std::sqrt(27.0), 1.0 / 6.0},
                                         std::pair{90.0 + std::sqrt(27.0), 1.0 / 6.0}})
        expected += weight * CallQueue{demand.kinds[0].first_attempts, Agents{people}}.within(20s).answered;
    EXPECT_NEAR(outcome[0].sums.in_time / outcome[0].sums.offered, expected, 1e-12);
}

// Little variation takes five nodes, much the whole quadrature: at the border they agree.
TEST(PooledCalls, FewNodesAreEnoughForLittleVariation) {
    PooledDemand demand{.kinds = {patient_kind(20.0, 10), patient_kind(5.0, 10)}, .day_cv = 0.15, .absence = 0.05};
    for (CallKind& kind : demand.kinds) kind.first_attempts.patience = 120s;
    const double few = pooled_calls(demand, 28, 30min, false)[0].sums.in_time;
    demand.day_cv = 0.15000001;
    const double many = pooled_calls(demand, 28, 30min, false)[0].sums.in_time;
    EXPECT_NEAR(few / many, 1.0, 0.01);
}

}  // namespace
}  // namespace freiton::analytic
