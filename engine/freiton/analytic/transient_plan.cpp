// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_plan.hpp"

#include <algorithm>
#include <numeric>

#include "freiton/analytic/locate.hpp"
#include "freiton/analytic/plan_calls.hpp"
#include "freiton/analytic/transient_effects.hpp"
#include "freiton/analytic/transient_office.hpp"

namespace freiton::analytic {

namespace {

constexpr double hardly_worse = 1e-9;  // calls by which a broken promise may be missed by more

TransientDepth depth_for(const std::vector<CallPromise>& promises, Counting counting) {
    const bool whole =
        counting == Counting::answered || std::any_of(promises.begin(), promises.end(), [](const CallPromise& one) {
            return one.promise.kind == PromiseKind::abandoned || one.promise.kind == PromiseKind::average_wait;
        });
    return whole ? TransientDepth::whole : TransientDepth::level;
}

class TransientPlanner {
  public:
    TransientPlanner(const Scenario& scenario, const Pool& pool, const TransientDay& day, std::vector<int> start,
                     const RunControl& control)
        : bounds_{bounds_of(scenario, pool)},
          limits_{occupancy_limits(scenario, pool)},
          promises_{call_promises(scenario, pool)},
          day_{day},
          control_{control},
          effects_{day, std::move(start), depth_for(promises_, day.demand().counting), control} {
        for (const Scope over : {Scope::day, Scope::horizon})
            for (const Group& group : groups_of(scenario.calendar(), over))
                for (const CallPromise& one : promises_)
                    if (one.promise.over == over) together_.push_back({group, &one.promise});
    }

    std::vector<int> plan() {
        repair_forward();
        repair_together();
        for (bool better = true; better;) {
            spare();
            better = two_for_one();
        }
        while (flatten()) {
        }
        return effects_.agents();
    }

  private:
    using Change = TransientEffects::Change;

    struct Together {  // a promise over several intervals
        Group group;
        const Promise* promise;
    };

    // By how much an interval misses its own promises: at most 0 if it keeps them.
    double miss(const TransientInterval& interval, std::size_t i) const {
        double worst = 0.0;
        for (const CallPromise& one : promises_)
            if (one.promise.over == Scope::interval && !keeps(one.promise, interval.sums))
                worst = std::max(worst, shortfall(one.promise, interval.sums));
        const double on_duty_s = interval.sums.busy_s + interval.idle_s;
        const std::optional<double> limit = limits_[i];
        if (limit && interval.sums.busy_s > *limit * on_duty_s * (1.0 + promise_slack))
            worst = std::max(worst, (interval.sums.busy_s - *limit * on_duty_s) / day_.demand().handling_time.count());
        return worst;
    }

    double miss(const Together& together, const Change* change) const {
        CallSums total;
        for (std::size_t i = together.group.first; i < together.group.end; ++i) {
            const bool changed = change != nullptr && change->intervals.count(i) > 0;
            total += changed ? change->intervals.at(i).sums : effects_.at(i).sums;
        }
        return keeps(*together.promise, total) ? 0.0 : shortfall(*together.promise, total);
    }

    // A change after which every promise is kept, or missed no more than before.
    std::optional<Change> harmless(std::vector<int> agents) const {
        const auto good = [&](std::size_t i, const TransientInterval& then) {
            const double missed = miss(then, i);
            return missed <= 0.0 || missed <= miss(effects_.at(i), i) + hardly_worse;
        };
        std::optional<Change> change = effects_.change(std::move(agents), good);
        if (!change) return change;
        for (const Together& one : together_) {
            const double missed = miss(one, &*change);
            if (missed > 0.0 && missed > miss(one, nullptr) + hardly_worse) return std::nullopt;
        }
        return change;
    }

    bool take(std::vector<int> agents) {
        std::optional<Change> change = harmless(std::move(agents));
        if (change) effects_.accept(std::move(*change));
        return change.has_value();
    }

    std::vector<int> with(std::initializer_list<std::pair<std::size_t, int>> more) const {
        std::vector<int> agents = effects_.agents();
        for (const auto& [i, people] : more) agents[i] += people;
        return agents;
    }
    bool may(std::size_t i, int more) const {
        const int agents = effects_.agents()[i] + more;
        return agents >= bounds_.least[i] && agents <= bounds_.most[i];
    }

    void repair_forward() {
        for (std::size_t i = 0; i < day_.intervals(); ++i)
            while (may(i, 1) && miss(effects_.at(i), i) > 0.0)
                effects_.accept(
                    *effects_.change(with({{i, 1}}), [](std::size_t, const TransientInterval&) { return true; }));
    }

    void repair_together() {
        for (const Together& one : together_)
            for (double missing = miss(one, nullptr); missing > 0.0; missing = miss(one, nullptr)) {
                std::optional<Change> best;
                double least = missing;
                for (std::size_t i = one.group.first; i < one.group.end; ++i) {
                    if (!may(i, 1)) continue;
                    auto change =
                        effects_.change(with({{i, 1}}), [](std::size_t, const TransientInterval&) { return true; });
                    const double then = miss(one, &*change);
                    if (then >= least) continue;
                    least = then;
                    best = std::move(change);
                }
                if (!best) break;
                effects_.accept(std::move(*best));
            }
    }

    // People beyond what the load asks for, by interval.
    std::vector<double> beyond_load() const {
        const std::vector<int>& agents = effects_.agents();
        double people = 0.0;
        double load = 0.0;
        for (std::size_t i = 0; i < agents.size(); ++i) {
            people += agents[i];
            load += effects_.at(i).sums.load_s;
        }
        std::vector<double> beyond;
        for (std::size_t i = 0; i < agents.size(); ++i)
            beyond.push_back(agents[i] - (load > 0.0 ? people * effects_.at(i).sums.load_s / load : 0.0));
        return beyond;
    }

    // Until nobody can be spared. Who is missed mostly stays missed while others go, so that all are asked again only
    // in the end: where patience is short, calls that are lost in one interval leave people free in the next.
    void spare() {
        for (bool any = true; any;) {
            any = false;
            std::vector<bool> missed(day_.intervals(), false);
            while (spare_once(missed)) any = true;
        }
    }

    // Where most are beyond the load first.
    bool spare_once(std::vector<bool>& missed) {
        bool any = false;
        const std::vector<double> beyond = beyond_load();
        std::vector<std::size_t> order(beyond.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return beyond[a] > beyond[b]; });
        for (const std::size_t i : order) {
            if (missed[i] || !may(i, -1)) continue;
            missed[i] = !take(with({{i, -1}}));
            any = any || !missed[i];
        }
        return any;
    }

    // Intervals close enough that people there do something for each other's callers.
    std::vector<std::size_t> near(std::size_t i) const {
        std::vector<std::size_t> others;
        for (std::size_t j = i > 2 ? i - 2 : 0; j < std::min(i + 3, day_.intervals()); ++j)
            if (j != i) others.push_back(j);
        return others;
    }

    // Where one person less breaks the interval's own promises even with one more in every other interval: there no
    // exchange is tried.
    std::vector<bool> cannot_be_spared() const {
        std::vector<int> more = effects_.agents();
        for (int& agents : more) ++agents;
        const TransientEffects best{day_, more, depth_for(promises_, day_.demand().counting), control_};
        std::vector<bool> stays(day_.intervals(), true);
        for (std::size_t j = 0; j < stays.size(); ++j) {
            if (!may(j, -1)) continue;
            more[j] -= 2;
            const double missed = miss(best.looked_at(j, more), j);
            stays[j] = missed > 0.0 && missed > miss(effects_.at(j), j) + hardly_worse;
            more[j] += 2;
        }
        return stays;
    }

    bool two_for_one() {
        const std::vector<bool> stays = cannot_be_spared();
        for (std::size_t i = 0; i < day_.intervals(); ++i) {
            if (!may(i, 1)) continue;
            std::vector<std::size_t> spared;
            for (const std::size_t j : near(i))
                if (!stays[j] && harmless(with({{i, 1}, {j, -1}}))) spared.push_back(j);
            for (std::size_t a = 0; a < spared.size(); ++a)
                for (std::size_t b = a; b < spared.size(); ++b) {
                    if (a == b && !may(spared[a], -2)) continue;
                    if (take(with({{i, 1}, {spared[a], -1}, {spared[b], -1}}))) return true;
                }
        }
        return false;
    }

    bool flatten() {
        const std::vector<double> beyond = beyond_load();
        for (std::size_t i = 0; i < day_.intervals(); ++i)
            for (const std::size_t j : near(i))
                if (beyond[j] - beyond[i] > 1.0 + 1e-9 && may(i, 1) && may(j, -1) && take(with({{i, 1}, {j, -1}})))
                    return true;
        return false;
    }

    StaffBounds bounds_;
    std::vector<std::optional<double>> limits_;
    std::vector<CallPromise> promises_;
    const TransientDay& day_;
    const RunControl& control_;
    TransientEffects effects_;
    std::vector<Together> together_;
};

}  // namespace

FormulaPlan transient_plan(const Scenario& scenario, const RunControl& control) {
    FormulaPlan plan = least_plan(scenario, control);
    const Pools pools = pools_of(scenario);
    const TransientDay day = transient_day_of(scenario);
    const StaffBounds bounds = bounds_of(scenario, pools.pools.front());
    std::vector<int>& agents = plan.staffing.agents.front();
    agents = TransientPlanner{scenario, pools.pools.front(), day, agents, control}.plan();
    for (std::size_t i = 0; i < agents.size(); ++i)
        plan.drivers.front()[i] = bounds.least[i] == bounds.most[i] ? Driver::given
                                  : agents[i] == bounds.most[i]     ? Driver::most
                                  : agents[i] > bounds.least[i]     ? Driver::calls
                                  : agents[i] > 0                   ? Driver::least
                                                                    : Driver::nothing;
    forget_closed(scenario, TeamIndex{0}, plan.drivers.front());
    return plan;
}

}  // namespace freiton::analytic
