// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_promises.hpp"

#include <algorithm>

namespace freiton::analytic {

namespace {

TransientDepth depth_for(const std::vector<CallPromise>& promises, Counting counting) {
    const bool whole =
        counting == Counting::answered || std::any_of(promises.begin(), promises.end(), [](const CallPromise& one) {
            return one.promise.kind == PromiseKind::abandoned || one.promise.kind == PromiseKind::average_wait;
        });
    return whole ? TransientDepth::whole : TransientDepth::level;
}

}  // namespace

TransientPromises::TransientPromises(const Scenario& scenario, const Pool& pool, const TransientDemand& demand)
    : limits_{occupancy_limits(scenario, pool)},
      promises_{call_promises(scenario, pool)},
      handling_time_{demand.handling_time},
      depth_{depth_for(promises_, demand.counting)} {
    for (const Scope over : {Scope::day, Scope::horizon})
        for (const Group& group : groups_of(scenario.calendar(), over))
            for (const CallPromise& one : promises_)
                if (one.promise.over == over) together_.push_back({group, &one.promise});
}

double TransientPromises::miss(const TransientInterval& interval, std::size_t i) const {
    double worst = 0.0;
    for (const CallPromise& one : promises_)
        if (one.promise.over == Scope::interval && !keeps(one.promise, interval.sums))
            worst = std::max(worst, shortfall(one.promise, interval.sums));
    const double on_duty_s = interval.sums.busy_s + interval.idle_s;
    const std::optional<double> limit = limits_[i];
    if (limit && interval.sums.busy_s > *limit * on_duty_s * (1.0 + promise_slack))
        worst = std::max(worst, (interval.sums.busy_s - *limit * on_duty_s) / handling_time_.count());
    return worst;
}

double TransientPromises::miss(const PromiseTogether& together, const TransientEffects& plan,
                               const TransientEffects::Change* change) const {
    const CallSums total = sums_of(together.group, plan, change);
    return keeps(*together.promise, total) ? 0.0 : shortfall(*together.promise, total);
}

CallSums sums_of(const Group& group, const TransientEffects& plan, const TransientEffects::Change* change) {
    CallSums total;
    for (std::size_t i = group.first; i < group.end; ++i) {
        const bool changed = change != nullptr && change->intervals.count(i) > 0;
        total += changed ? change->intervals.at(i).sums : plan.at(i).sums;
    }
    return total;
}

}  // namespace freiton::analytic
