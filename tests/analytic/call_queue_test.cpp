// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/call_queue.hpp"

#include <gtest/gtest.h>

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

// 10 Erlang at 10 agents, whose callers hang up after two minutes on average.
const CallStream impatient{.rate = ArrivalRate{10.0, 180s}, .handling_time = 180s, .patience = 120s};

TEST(CallQueue, WhoWaitsMoreOftenGivesUpMoreOftenAndKeepsFewerAgentsBusy) {
    const CallQueue alone{impatient, Agents{10.0}};
    const CallQueue beside = alone.waiting_more_often(1.5);
    EXPECT_DOUBLE_EQ(beside.wait_probability(), 1.5 * alone.wait_probability());
    EXPECT_DOUBLE_EQ(beside.abandoned_share(), 1.5 * alone.abandoned_share());
    EXPECT_DOUBLE_EQ(beside.answered_share(), 1.0 - 1.5 * alone.abandoned_share());
    EXPECT_DOUBLE_EQ(beside.busy_mean(), 10.0 * (1.0 - 1.5 * alone.abandoned_share()));
}

// Whoever is answered or gives up has waited: the two parts add up to the wait of all.
TEST(CallQueue, TheAnsweredWaitTheirShareOfAllWaiting) {
    const CallQueue alone{impatient, Agents{10.0}};
    const CallQueue beside = alone.waiting_more_often(1.5);
    EXPECT_NEAR((beside.asa() * beside.answered_share()).count(), 1.5 * (alone.asa() * alone.answered_share()).count(),
                1e-12);
    EXPECT_DOUBLE_EQ(beside.wait_all().count(), 1.5 * alone.wait_all().count());
    EXPECT_DOUBLE_EQ(beside.queue_mean(), 1.5 * alone.queue_mean());
}

// Who is patient and found a line is answered: the mean wait of the answered is that of the admitted, and the queue
// grows as the factor does.
TEST(CallQueue, WhereMoreFindNoLineTheAdmittedWaitAsTheAnsweredDo) {
    const CallStream calls{.rate = {50.0, Seconds{1800.0}}, .handling_time = Seconds{240.0}, .lines = 12};
    const CallQueue alone{calls, Agents{7.0}};
    const CallQueue beside = alone.waiting_more_often(1.6);
    EXPECT_GT(beside.blocked_share(), 0.01);
    EXPECT_NEAR(beside.wait_all().count(), beside.asa().count(), 1e-10 * beside.asa().count());
    EXPECT_NEAR(beside.queue_mean(), 1.6 * alone.queue_mean(), 1e-12);
    EXPECT_NEAR(beside.waiting_after(Seconds{0.0}), beside.wait_probability() / (1.0 - beside.blocked_share()), 1e-12);
}

}  // namespace
}  // namespace freiton::analytic
