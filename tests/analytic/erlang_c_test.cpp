// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/erlang_c.hpp"

#include <gtest/gtest.h>

#include "reference.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;
using test::expect_close;

// One Erlang, two agents: B(2) = 1/5, C = 2 B / (2 - (1 - B)) = (2/5) / (6/5) = 1/3.
TEST(ErlangC, OneErlangOfferedToTwoAgentsMakesEveryThirdCallerWait) {
    const ErlangC queue{Agents{2}, Erlangs{1}, 180s};
    EXPECT_DOUBLE_EQ(queue.wait_probability(), 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(queue.wait_delayed().count(), 180.0);  // aht / (n - a)
    EXPECT_DOUBLE_EQ(queue.wait_all().count(), 60.0);
    EXPECT_DOUBLE_EQ(queue.answered_within(0s), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(queue.queue_mean(), 1.0 / 3.0);  // Little: 60 s x 1 call in 180 s
}

TEST(ErlangC, AnOverloadHasNoSteadyState) {
    for (const double load : {10.0, 12.5}) {
        const ErlangC queue{Agents{10}, Erlangs{load}, 180s};
        EXPECT_FALSE(queue.stable());
        EXPECT_EQ(queue.wait_probability(), 1.0);
        EXPECT_EQ(queue.answered_within(20s), 0.0);
        EXPECT_TRUE(std::isinf(queue.wait_all().count()));
        EXPECT_TRUE(std::isinf(queue.wait_quantile(0.5).count()));
    }
}

TEST(ErlangC, WithoutLoadNobodyWaits) {
    const ErlangC queue{Agents{0}, Erlangs{0}, 180s};
    EXPECT_TRUE(queue.stable());
    EXPECT_EQ(queue.wait_probability(), 0.0);
    EXPECT_EQ(queue.answered_within(0s), 1.0);
    EXPECT_EQ(queue.wait_all().count(), 0.0);
}

// Waits lose the digits that n - a loses: 4e-16 a / (n - a). The reference's own complements of the service level hold
// 60 digits of 1, so below 1e-45 they are not exact; there the floor decides.
TEST(ErlangC, MatchesHighPrecisionTable) {
    for (const auto& c : test::reference_cases("erlang_c")) {
        const double n = c["agents"];
        const double a = c["load_erlang"];
        const std::string id = c["id"];
        if (a == 0.0) continue;  // see WithoutLoadNobodyWaits
        const ErlangC queue{Agents{n}, Erlangs{a}, Seconds{c["aht_s"].get<double>()}};
        ASSERT_EQ(queue.stable(), c["stable"].get<bool>()) << id;
        if (!queue.stable()) continue;
        const double conditioned = 1e-12 + 4e-16 * a / (n - a);
        const double tail = 1e-12 * std::max(1.0, std::abs(queue.ln_wait_probability()) / 100.0);
        expect_close(c["p_wait"], queue.wait_probability(), tail, id + " p_wait", 1e-320);
        if (c.contains("ln_p_wait"))
            expect_close(c["ln_p_wait"], queue.ln_wait_probability(), 1e-12, id + " ln p_wait", 1e-15);
        expect_close(c["asa_s"], queue.wait_all().count(), conditioned, id + " asa", 1e-320);
        expect_close(c["mean_wait_if_delayed_s"], queue.wait_delayed().count(), conditioned, id + " delayed");
        expect_close(c["occupancy"], queue.occupancy(), 1e-15, id + " occupancy");
        expect_close(c["mean_queue"], queue.queue_mean(), conditioned, id + " queue", 1e-320);
        for (const auto& s : c["sl"]) {
            const Seconds t{s["t_s"].get<double>()};
            expect_close(s["value"], queue.answered_within(t), 1e-12, id + " sl");
            expect_close(s["one_minus"], queue.unanswered_within(t), 1e-12, id + " 1 - sl", 1e-57);
        }
        if (!c.contains("quantiles")) continue;
        for (const auto& q : c["quantiles"])
            expect_close(q["wait_s"], queue.wait_quantile(q["p"]).count(), conditioned, id + " quantile", 1e-12);
    }
}

}  // namespace
}  // namespace freiton::analytic
