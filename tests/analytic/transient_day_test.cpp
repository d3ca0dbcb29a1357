// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_day.hpp"

#include <gtest/gtest.h>

#include <random>

#include "analytic/carried_day.hpp"
#include "freiton/analytic/call_queue.hpp"
#include "reference.hpp"

namespace freiton::analytic {
namespace {

TransientDemand demand_of(const test::Json& c) {
    TransientDemand demand{.interval_s = c["interval_s"],
                           .arrivals = c["arrivals_per_interval"],
                           .handling_time = Seconds{c["aht_s"].get<double>()},
                           .threshold = Seconds{c["sl_threshold_s"].get<double>()}};
    if (!c["patience_s"].is_null()) demand.patience = Seconds{c["patience_s"].get<double>()};
    if (c["discipline"] == "preemptive") demand.when_staff_drops = WhenStaffDrops::hand_back;
    demand.closed_s.assign(demand.arrivals.size(), 0.0);
    demand.closed_s.back() = infinity;
    return demand;
}

using test::expect_close;

constexpr double absolute_error = 1e-8;  // the reference has 1e-9

TEST(TransientDay, MeetsTheReference) {
    for (const auto& c : test::reference_cases("time_varying")) {
        const std::string id = c["id"];
        const TransientDay day{demand_of(c)};
        const std::vector<int> agents = c["agents"];
        const auto intervals = day_of(day, agents, TransientDepth::level);
        const double theta = day.demand().patience ? 1.0 / day.demand().patience->count() : 0.0;
        for (std::size_t i = 0; i < agents.size(); ++i) {
            const std::string at = id + " interval " + std::to_string(i);
            const CallSums& sums = intervals[i].sums;
            const double length = sums.open_s;
            expect_close(c["eq_end"][i], intervals[i].queue_at_end, 0.0, at + " queue at end", absolute_error);
            expect_close(c["eq_mean"][i], sums.queue_s / length, 0.0, at + " queue", absolute_error);
            expect_close(c["busy_mean"][i], sums.busy_s / length, 0.0, at + " busy", absolute_error);
            expect_close(c["abandons"][i], theta * sums.queue_s, 0.0, at + " abandoned",
                         absolute_error * theta * length);
            expect_close(c["p_delay"][i], sums.waited / sums.offered, 0.0, at + " wait probability", absolute_error);
            expect_close(c["sl20"][i], sums.in_time / sums.level_base, 0.0, at + " service level", absolute_error);
        }
    }
}

// Twelve hours of the same: the last of them is the steady state.
TransientDemand same_all_day(double load, std::optional<Seconds> patience, std::optional<int> lines) {
    TransientDemand demand{.interval_s = 3600.0, .arrivals = std::vector<double>(12, load * 3600.0 / 180.0)};
    demand.closed_s.assign(12, 0.0);
    demand.closed_s.back() = infinity;
    demand.handling_time = Seconds{180.0};
    demand.patience = patience;
    demand.lines = lines;
    demand.threshold = Seconds{20.0};
    return demand;
}

void expect_steady(const TransientInterval& interval, const CallQueue& queue) {
    const CallFigures figures = interval.sums.figures();
    EXPECT_NEAR(figures.wait_probability, queue.wait_probability(), 1e-9);
    EXPECT_NEAR(figures.reachability, queue.answered_share(), 1e-9);
    EXPECT_NEAR(figures.blocked_share, queue.blocked_share(), 1e-9);
    EXPECT_NEAR(figures.asa_s, queue.asa().count(), 1e-7);
    EXPECT_NEAR(figures.wait_all_s, queue.wait_all().count(), 1e-7);
    EXPECT_NEAR(figures.queue_mean, queue.queue_mean(), 1e-8);
    EXPECT_NEAR(figures.busy_mean, queue.busy_mean(), 1e-8);
    EXPECT_NEAR(figures.service_level, service_level_parts(queue, Seconds{20.0}, Counting::offered).in_time, 1e-9);
}

TEST(TransientDay, ForgetsTheMorningAndIsErlangC) {
    const auto hours = day_of(TransientDay{same_all_day(10.0, {}, {})}, std::vector<int>(12, 14));
    const CallStream calls{ArrivalRate{10.0, Seconds{180.0}}, Seconds{180.0}};
    expect_steady(hours[10], CallQueue{calls, Agents{14}});
    EXPECT_LT(hours[0].sums.queue_s, 0.9 * hours[10].sums.queue_s);  // it began empty
}

TEST(TransientDay, ForgetsTheMorningAndIsErlangAWithLines) {
    const auto hours = day_of(TransientDay{same_all_day(10.0, Seconds{120.0}, 13)}, std::vector<int>(12, 9));
    const CallStream calls{ArrivalRate{10.0, Seconds{180.0}}, Seconds{180.0}, 1.0, Seconds{120.0}, 13};
    expect_steady(hours[10], CallQueue{calls, Agents{9}});
}

TEST(TransientDay, AccountsForEveryCallerOfRandomDays) {
    std::mt19937 random{5};
    std::uniform_int_distribution<int> people{0, 9};
    std::uniform_real_distribution<double> calls{0.0, 40.0};
    for (int trial = 0; trial < 12; ++trial) {
        TransientDemand demand = same_all_day(0.0, {}, {});
        for (double& arrivals : demand.arrivals) arrivals = calls(random);
        demand.interval_s = trial % 2 == 0 ? 600.0 : 1800.0;
        if (trial % 3 > 0) demand.patience = Seconds{30.0 * trial};
        if (trial % 4 == 3) demand.lines = 12;
        if (trial % 5 == 4) demand.threshold = Seconds{900.0};  // longer than an interval
        std::vector<int> agents;
        for (std::size_t i = 0; i < demand.arrivals.size(); ++i) agents.push_back(people(random));
        make_quiet_evening(demand, agents, 9);
        SCOPED_TRACE(trial);
        expect_every_caller(demand, agents, 1e-12);
    }
}

}  // namespace
}  // namespace freiton::analytic
