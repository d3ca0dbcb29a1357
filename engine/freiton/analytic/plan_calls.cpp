// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/plan_calls.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/analytic/fewest_agents.hpp"
#include "freiton/analytic/formula_warnings.hpp"

namespace freiton::analytic {

namespace {

// What the sums must be compared with: numerator and denominator of the figure.
struct Fraction {
    double value;
    double base;
};

Fraction fraction_of(PromiseKind kind, const CallSums& sums) {
    switch (kind) {
        case PromiseKind::abandoned:
            return {sums.abandoned - sums.short_abandoned, sums.offered - sums.short_abandoned};
        case PromiseKind::average_wait:
            return {sums.admitted_wait_s, sums.offered - sums.blocked};
        case PromiseKind::wait_probability:
            return {sums.waited - sums.short_abandoned, sums.offered - sums.short_abandoned};
        default:
            return {sums.in_time, sums.level_base};
    }
}

bool is_simple(const PooledDemand& demand) {
    return demand.kinds.size() == 1 && demand.absence == 0.0 && demand.parts == 1.0 && demand.items.value() == 0.0 &&
           !demand.endless_items && demand.kinds.front().short_s < 0.0 && !demand.kinds.front().chat;
}

bool is_stable(const PooledDemand& demand, double load, int agents) {
    const bool endless = std::any_of(demand.kinds.begin(), demand.kinds.end(), [](const CallKind& kind) {
        return kind.first_attempts.rate.per_second() > 0.0 && !kind.first_attempts.patience &&
               !kind.first_attempts.lines;
    });
    for (const CallKind& kind : demand.kinds) load -= kind.first_attempts.load().value() * kind.first_attempts.balk;
    return !endless || load < agents * (1.0 - demand.absence);
}

class CallPlanner {
  public:
    CallPlanner(const Scenario& scenario, const Pool& pool, PoolCalls& calls, const StaffBounds& bounds)
        : scenario_{scenario},
          pool_{pool},
          calls_{calls},
          bounds_{bounds},
          promises_{call_promises(scenario, pool)},
          any_over_interval_{std::any_of(promises_.begin(), promises_.end(),
                                         [](const CallPromise& one) { return one.promise.over == Scope::interval; })} {}

    CallStaff plan() {
        for (std::size_t i = 0; i < scenario_.intervals(); ++i) agents_.push_back(alone(i));
        lower_ = agents_;
        const std::vector<int> floor = agents_;
        for (const Scope over : {Scope::day, Scope::horizon}) {
            std::vector<const CallPromise*> promises;
            for (const CallPromise& promise : promises_)
                if (promise.promise.over == over) promises.push_back(&promise);
            if (promises.empty()) continue;
            for (const Group& group : groups_of(scenario_.calendar(), over)) {
                add_where_it_helps(group, promises);
                take_where_it_does_not(group, promises);
            }
            lower_ = agents_;
        }
        return {agents_, floor};
    }

  private:
    // For promises over each interval; and stable, where callers wait for ever.
    int alone(std::size_t i) {
        const PooledDemand& demand = calls_.demand(i);
        const double load = calls_.load(i);
        const int least = bounds_.least[i];
        const int most = bounds_.most[i];
        if (load == 0.0) return least;
        const std::optional<double> limit = occupancy_limit(scenario_, pool_, IntervalIndex{i});
        if (is_simple(demand)) {
            const CallKind& kind = demand.kinds.front();
            CallTarget target = scenario_.work()[pool_.calls[0].work].call_target.value_or(CallTarget{});
            if (target.over != Scope::interval) target = {};
            if (mean_wait_is_infinite(scenario_.work()[pool_.calls[0].work])) target.average_wait = {};
            if (limit) target.max_occupancy = Share{*limit};
            const CallDemand one{kind.first_attempts, kind.redial, day_factors(demand.day_cv)};
            return fewest_agents(one, target, least, most).value_or(most);
        }
        const auto enough = [&](Agents n) {
            const int agents = static_cast<int>(n.value());
            if (!is_stable(demand, load, agents)) return false;
            if (!any_over_interval_ && !limit) return true;
            const std::vector<CallSums>& sums = calls_.sums(i, agents);
            if (limit && calls_.busy(i, agents) > *limit * agents * (1.0 - demand.absence) * (1.0 + promise_slack))
                return false;
            return std::all_of(promises_.begin(), promises_.end(), [&](const CallPromise& one) {
                return one.promise.over != Scope::interval || keeps(one.promise, sums[one.kind]);
            });
        };
        return fewest_agents(enough, load + std::sqrt(load), least, most).value_or(most);
    }

    std::vector<CallSums> sums_over(const Group& group) {
        std::vector<CallSums> total(calls_.kinds());
        for (std::size_t i = group.first; i < group.end; ++i)
            for (std::size_t k = 0; k < total.size(); ++k) total[k] += calls_.sums(i, agents_[i])[k];
        return total;
    }

    // What one more person in the interval brings of what is missing: 1 would be all of it.
    double gain(std::size_t i, const std::vector<const CallPromise*>& promises, const std::vector<CallSums>& total) {
        if (agents_[i] >= bounds_.most[i] || calls_.load(i) == 0.0) return 0.0;
        const std::vector<CallSums>& now = calls_.sums(i, agents_[i]);
        const std::vector<CallSums>& then = calls_.sums(i, agents_[i] + 1);
        double gained = 0.0;
        for (const CallPromise* one : promises) {
            const double missing = shortfall(one->promise, total[one->kind]);
            if (missing <= 0.0) continue;
            const double here = shortfall(one->promise, now[one->kind]);
            if (std::isinf(missing))  // where waits are without end, and nowhere else
                gained += std::isinf(here) ? 1.0 : 0.0;
            else
                gained += std::min(1.0, (here - shortfall(one->promise, then[one->kind])) / missing);
        }
        return gained;
    }

    void add_where_it_helps(const Group& group, const std::vector<const CallPromise*>& promises) {
        for (std::size_t i = group.first; i < group.end; ++i)  // where levels are flat for want of people
            agents_[i] = std::clamp(static_cast<int>(std::floor(calls_.load(i))), agents_[i],
                                    std::max(agents_[i], bounds_.most[i]));
        for (;;) {
            const std::vector<CallSums> total = sums_over(group);
            const bool kept = std::all_of(promises.begin(), promises.end(), [&](const CallPromise* one) {
                return keeps(one->promise, total[one->kind]);
            });
            if (kept) return;
            double best = 0.0;
            std::size_t where = group.end;
            for (std::size_t i = group.first; i < group.end; ++i)
                if (const double gained = gain(i, promises, total); gained > best) {
                    best = gained;
                    where = i;
                }
            if (where == group.end || best < 1e-9) return;  // all have what they may have, or it is of no use
            ++agents_[where];
        }
    }

    void take_where_it_does_not(const Group& group, const std::vector<const CallPromise*>& promises) {
        if (!keeps_over(group, promises, calls_, agents_)) return;
        for (bool taken = true; taken;) {
            taken = false;
            for (std::size_t i = group.first; i < group.end; ++i) {
                if (agents_[i] <= lower_[i]) continue;
                --agents_[i];
                if (keeps_over(group, promises, calls_, agents_))
                    taken = true;
                else
                    ++agents_[i];
            }
        }
    }

    const Scenario& scenario_;
    const Pool& pool_;
    PoolCalls& calls_;
    const StaffBounds& bounds_;
    std::vector<CallPromise> promises_;
    bool any_over_interval_;
    std::vector<int> agents_;
    std::vector<int> lower_;
};

}  // namespace

std::vector<CallPromise> call_promises(const Scenario& scenario, const Pool& pool) {
    std::vector<CallPromise> promises;
    for (const Promise& promise : promises_of(scenario)) {
        if (!promise.work || promise.each_day || promise.by_deadline()) continue;  // no formula knows single days
        if (promise.is_time() && mean_wait_is_infinite(scenario.work()[*promise.work])) continue;
        for (std::size_t k = 0; k < pool.calls.size(); ++k) {
            const Stream& stream = pool.calls[k];
            // A promise on all sites is kept if each site that stands alone keeps it.
            const bool its =
                stream.work == *promise.work && (!promise.site || !stream.site || *stream.site == *promise.site);
            if (its) promises.push_back({k, promise});
        }
    }
    return promises;
}

double shortfall(const Promise& promise, const CallSums& sums) {
    const auto [value, base] = fraction_of(promise.kind, sums);
    if (base <= 0.0) return 0.0;
    if (promise.at_least()) return promise.wanted * base - value;
    if (std::isinf(value)) return infinity;
    if (promise.is_time()) return value / std::max(promise.wanted, 1e-3) - base;
    return value - promise.wanted * base;
}

bool keeps(const Promise& promise, const CallSums& sums) {
    const auto [value, base] = fraction_of(promise.kind, sums);
    if (base <= 0.0) return sums.offered == 0.0 || (promise.at_least() && promise.wanted == 0.0);
    return promise.at_least() ? value >= promise.wanted * base * (1.0 - promise_slack)
                              : value <= promise.wanted * base * (1.0 + promise_slack);
}

std::vector<Group> groups_of(const Calendar& calendar, Scope over) {
    if (over == Scope::horizon) return {{0, calendar.intervals().size()}};
    std::vector<Group> groups;
    for (int day = 0; day < calendar.days(); ++day)
        if (calendar.is_open(day)) groups.push_back({calendar.first_interval(day), calendar.first_interval(day + 1)});
    return groups;
}

bool keeps_over(const Group& group, const std::vector<const CallPromise*>& promises, PoolCalls& calls,
                const std::vector<int>& agents) {
    std::vector<CallSums> total(calls.kinds());
    for (std::size_t i = group.first; i < group.end; ++i)
        for (std::size_t k = 0; k < total.size(); ++k) total[k] += calls.sums(i, agents[i])[k];
    return std::all_of(promises.begin(), promises.end(),
                       [&](const CallPromise* one) { return keeps(one->promise, total[one->kind]); });
}

CallStaff least_for_calls(const Scenario& scenario, const Pool& pool, PoolCalls& calls, const StaffBounds& bounds) {
    return CallPlanner{scenario, pool, calls, bounds}.plan();
}

}  // namespace freiton::analytic
