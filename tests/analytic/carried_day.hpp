// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "freiton/analytic/transient_day.hpp"

namespace freiton::analytic {

inline std::vector<TransientInterval> day_of(const TransientDay& day, const std::vector<int>& agents,
                                             TransientDepth depth = TransientDepth::whole) {
    std::vector<TransientInterval> intervals;
    TransientStates begin = TransientStates::nobody(0);
    for (std::size_t i = 0; i < day.intervals(); ++i) {
        intervals.push_back(day.interval(i, agents, begin, depth));
        begin = day.before_next(i, intervals.back().end);
    }
    return intervals;
}

// Nobody calls in the second half of twelve intervals, so that nobody is left at the end.
inline void make_quiet_evening(TransientDemand& demand, std::vector<int>& agents, int people) {
    for (std::size_t quiet = 6; quiet < 12; ++quiet) {
        demand.arrivals[quiet] = 0.0;
        agents[quiet] = people;
    }
}

// Who comes is answered, gives up or finds no line; agents are busy with those who were answered, for the mean handling
// time each; callers wait in the queue. Both figures of a pair are computed apart.
inline void expect_every_caller(const TransientDemand& demand, const std::vector<int>& agents, double lost) {
    CallSums all;
    for (const TransientInterval& interval : day_of(TransientDay{demand}, agents)) {
        all += interval.sums;
        EXPECT_NEAR(interval.end.sum(), 1.0, lost);
        EXPECT_NEAR(interval.sums.offered, interval.sums.answered + interval.sums.abandoned + interval.sums.blocked,
                    1e-9);
        EXPECT_LE(interval.sums.in_time, interval.sums.answered + 1e-9);
    }
    EXPECT_NEAR(all.abandoned, demand.patience ? all.queue_s / demand.patience->count() : 0.0, 1e-5);
    EXPECT_NEAR(all.admitted_wait_s, all.queue_s, 1e-3);
    EXPECT_NEAR(all.busy_s, all.answered * demand.handling_time.count(), 1.0);
}

}  // namespace freiton::analytic
