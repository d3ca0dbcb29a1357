// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/promise_simulation.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/half_width.hpp"
#include "freiton/simulation/run_blocks.hpp"

namespace freiton::simulation {

struct PromiseSimulation::State {
    State(const Scenario& simulated, const StaffingPlan& plan)
        : scenario{simulated},
          world{compile_world(simulated, plan)},
          views{views_of(simulated, world)},
          runner{world, views, simulated.parts().simulation.seed, 0} {}

    const Scenario& scenario;
    kernel::World world;
    Views views;
    BlockRunner runner;
};

namespace {

struct Ratio {
    std::size_t numerator, denominator, product;
    bool share;
};

Ratio ratio_of(PromiseKind kind) {
    const auto call = [](std::size_t k) {
        return Ratio{call_ratios[k].numerator, call_ratios[k].denominator, k, call_ratios[k].share};
    };
    switch (kind) {
        case PromiseKind::average_wait:
            return call(3);
        case PromiseKind::wait_probability:
            return call(4);
        case PromiseKind::abandoned:
            return call(5);
        case PromiseKind::done:
            return {backlog_ratios[0].numerator, backlog_ratios[0].denominator, 0, true};
        default:
            return call(0);
    }
}

Estimate estimate_of(const Sums& sums, PromiseKind kind, std::int64_t n) {
    const Ratio ratio = ratio_of(kind);
    return ratio_estimate(sums.sum[ratio.numerator], sums.sum[ratio.denominator], sums.square[ratio.numerator],
                          sums.square[ratio.denominator], sums.product[ratio.product], n, ratio.share);
}

Estimate occupancy_estimate(const TeamSums& sums, std::int64_t n) {
    return ratio_estimate(sums.calls + sums.backlog, sums.on_duty, sums.busy2, sums.on_duty2, sums.busy_on_duty, n,
                          true);
}

// What an interval contributes to a promise being missed.
double missed(const Sums& sums, PromiseKind kind, double interval_s) {
    switch (kind) {
        case PromiseKind::abandoned:
            return sums.sum[kernel::call_abandoned];
        case PromiseKind::average_wait:
            return sums.sum[kernel::call_admitted_wait];
        case PromiseKind::wait_probability:
            return sums.sum[kernel::call_waited];
        case PromiseKind::done:
            return sums.sum[kernel::item_waiting_s] / interval_s;  // work that lay there while somebody might do it
        default:
            return sums.sum[number::level_base] - sums.sum[number::in_time];
    }
}

}  // namespace

PromiseSimulation::PromiseSimulation(const Scenario& scenario, const StaffingPlan& plan)
    : state_{std::make_unique<State>(scenario, plan)} {}
PromiseSimulation::~PromiseSimulation() = default;
PromiseSimulation::PromiseSimulation(PromiseSimulation&&) noexcept = default;

void PromiseSimulation::run(std::int64_t replications, const RunControl& control) {
    state_->runner.run(replications, control, 0);
}
std::int64_t PromiseSimulation::replications() const { return state_->runner.moments().replications(); }
std::int64_t PromiseSimulation::contacts() const { return state_->runner.moments().contacts(); }

std::vector<PromiseEstimate> PromiseSimulation::estimates() const {
    const Views& views = state_->views;
    const Moments& moments = state_->runner.moments();
    const std::int64_t n = moments.replications();
    const auto assurance = state_->scenario.parts().plan.assurance_days;
    std::vector<PromiseEstimate> list;
    for (std::size_t p = 0; p < views.promises.size(); ++p) {
        const Promise& promise = views.promises[p];
        const auto add = [&](const Estimate& estimate, std::optional<std::size_t> interval, std::optional<int> day) {
            list.push_back({p, interval, day, promise.wanted, promise.at_least(), estimate.value, estimate.half_width});
        };
        if (promise.team) {
            for (std::size_t i = 0; i < views.intervals; ++i)
                add(occupancy_estimate(moments.team(*promise.team, i), n), i, {});
            continue;
        }
        if (assurance) {
            const double days =
                static_cast<double>(n) * (promise.over == Scope::horizon ? 1.0 : static_cast<double>(views.days));
            const double kept = moments.days_met(p);
            const double spread = std::max(1.96 * std::sqrt(kept * (1.0 - kept) / days), 3.0 / days);
            list.push_back({p, {}, {}, assurance->value(), true, kept, spread});
            continue;
        }
        const std::size_t view = views.view_of_promise[p];
        if (promise.over == Scope::horizon)
            add(estimate_of(moments.place(view, views.total_place()), promise.kind, n), {}, {});
        else if (promise.over == Scope::day)
            for (std::size_t d = 0; d < views.days; ++d)
                add(estimate_of(moments.place(view, views.day_place(d)), promise.kind, n), {}, static_cast<int>(d));
        else
            for (std::size_t i = 0; i < views.intervals; ++i)
                add(estimate_of(moments.place(view, i), promise.kind, n), i, {});
    }
    return list;
}

std::vector<std::vector<double>> PromiseSimulation::misses() const {
    const Views& views = state_->views;
    const Moments& moments = state_->runner.moments();
    const double interval_s = state_->scenario.calendar().interval_length().count();
    std::vector<std::vector<double>> misses;
    for (std::size_t p = 0; p < views.promises.size(); ++p) {
        std::vector<double>& row = misses.emplace_back(views.intervals, 0.0);
        for (std::size_t i = 0; i < views.intervals; ++i)
            row[i] = views.promises[p].team
                         ? moments.team(*views.promises[p].team, i).calls
                         : missed(moments.place(views.view_of_promise[p], i), views.promises[p].kind, interval_s);
    }
    return misses;
}

}  // namespace freiton::simulation
