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
          runner{world, views, simulated.parts().simulation.seed, 0, true} {}

    const Scenario& scenario;
    kernel::World world;
    Views views;
    BlockRunner runner;
};

namespace {

using Samples = std::vector<Moments::InstanceSample>;

// Ratio of sums over the first n replications of one instance, and the sums that its spread is made of.
Estimate estimate_of(const Samples& samples, std::size_t instance, std::size_t instances, std::int64_t n, bool share) {
    double top = 0.0, bottom = 0.0, top2 = 0.0, bottom2 = 0.0, product = 0.0;
    for (std::int64_t r = 0; r < n; ++r) {
        const auto& [numerator, denominator] = samples[static_cast<std::size_t>(r) * instances + instance];
        const double a = numerator;
        const double b = denominator;
        top += a;
        bottom += b;
        top2 += a * a;
        bottom2 += b * b;
        product += a * b;
    }
    return ratio_estimate(top, bottom, top2, bottom2, product, n, share);
}

// Difference of two ratios on the same random numbers: the spread of (N - R D) / mean D, one less the other.
Estimate difference_of(const Samples& ours, const Samples& theirs, std::size_t instance, std::size_t instances,
                       std::int64_t n) {
    double top[2] = {0.0, 0.0}, bottom[2] = {0.0, 0.0};
    const auto at = [&](int which, std::int64_t r) {
        return (which == 0 ? ours : theirs)[static_cast<std::size_t>(r) * instances + instance];
    };
    for (std::int64_t r = 0; r < n; ++r)
        for (const int which : {0, 1}) {
            top[which] += double{at(which, r).numerator};
            bottom[which] += double{at(which, r).denominator};
        }
    if (bottom[0] <= 0.0 || bottom[1] <= 0.0) return {CallFigures::none, CallFigures::none};
    const double ratio[2] = {top[0] / bottom[0], top[1] / bottom[1]};
    double squares = 0.0;
    for (std::int64_t r = 0; r < n; ++r) {
        double linear[2] = {0.0, 0.0};
        for (const int which : {0, 1})
            linear[which] = (double{at(which, r).numerator} - ratio[which] * double{at(which, r).denominator}) /
                            (bottom[which] / static_cast<double>(n));
        squares += (linear[0] - linear[1]) * (linear[0] - linear[1]);
    }
    const auto count = static_cast<double>(n);
    return {ratio[0] - ratio[1], student_t95(n - 1) * std::sqrt(squares / (count - 1.0) / count)};
}

// What an interval adds to the breach of a promise, in contacts or seconds as the promise counts.
double shortfall(const Sums& sums, PromiseKind kind, double interval_s) {
    switch (kind) {
        case PromiseKind::abandoned:
            return sums.sum[kernel::call_abandoned];
        case PromiseKind::average_wait:
            return sums.sum[kernel::call_admitted_wait];
        case PromiseKind::wait_probability:
            return sums.sum[kernel::call_waited];
        case PromiseKind::called_back:
            return sums.sum[kernel::call_callbacks] - sums.sum[kernel::call_called_back];
        case PromiseKind::done:
        case PromiseKind::tried:
        case PromiseKind::reached:
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
PromiseSimulation& PromiseSimulation::operator=(PromiseSimulation&&) noexcept = default;

void PromiseSimulation::run(std::int64_t replications, const RunControl& control) {
    state_->runner.run(replications, control, 0);
}
std::int64_t PromiseSimulation::replications() const { return state_->runner.moments().replications(); }
std::int64_t PromiseSimulation::contacts() const { return state_->runner.moments().contacts(); }

namespace {

PromiseEstimate named(const Views& views, std::size_t k) {
    const PromiseInstance& instance = views.instances[k];
    const Promise& promise = views.promises[instance.promise];
    return {.promise = instance.promise,
            .interval = views.interval_of(instance),
            .day = views.day_of(instance),
            .wanted = promise.wanted,
            .at_least = promise.at_least()};
}

}  // namespace

std::vector<PromiseEstimate> PromiseSimulation::estimates(std::int64_t n) const {
    const Views& views = state_->views;
    if (n == 0) n = replications();
    std::vector<PromiseEstimate> list;
    for (std::size_t k = 0; k < views.instances.size(); ++k) {
        PromiseEstimate estimate = named(views, k);
        const bool share = !views.promises[estimate.promise].is_time();
        Estimate found = estimate_of(state_->runner.moments().samples(), k, views.instances.size(), n, share);
        if (views.promises[estimate.promise].each_day) found = share_of_days(found, n);
        estimate.value = found.value;
        estimate.half_width = found.half_width;
        list.push_back(estimate);
    }
    return list;
}

std::vector<PromiseEstimate> PromiseSimulation::differences(const PromiseSimulation& other, std::int64_t n) const {
    const Views& views = state_->views;
    std::vector<PromiseEstimate> list;
    for (std::size_t k = 0; k < views.instances.size(); ++k) {
        PromiseEstimate estimate = named(views, k);
        const Estimate found = difference_of(state_->runner.moments().samples(),
                                             other.state_->runner.moments().samples(), k, views.instances.size(), n);
        estimate.value = found.value;
        estimate.half_width = found.half_width;
        list.push_back(estimate);
    }
    return list;
}

std::vector<double> PromiseSimulation::answered() const {
    const Views& views = state_->views;
    std::vector<double> shares(state_->scenario.work().size(), 1.0);
    for (std::size_t v = 0; v < views.list.size(); ++v) {
        if (!views.list[v].site.empty()) continue;  // a part of another view
        const Sums& all = state_->runner.moments().place(v, views.total_place());
        if (all.sum[kernel::call_offered] > 0.0)
            shares[views.list[v].work] = all.sum[kernel::call_answered] / all.sum[kernel::call_offered];
    }
    return shares;
}

std::vector<std::vector<double>> PromiseSimulation::misses() const {
    const Views& views = state_->views;
    const Moments& moments = state_->runner.moments();
    const double interval_s = state_->scenario.calendar().interval_length().count();
    std::vector<std::vector<double>> misses;
    for (std::size_t p = 0; p < views.promises.size(); ++p) {
        std::vector<double>& row = misses.emplace_back(views.intervals, 0.0);
        for (std::size_t i = 0; i < views.intervals; ++i)
            row[i] = views.promises[p].team ? moments.team(*views.promises[p].team, i).calls
                                            : shortfall(moments.place(views.view_of_promise[p], i),
                                                        views.promises[p].of_one_day().kind, interval_s);
    }
    return misses;
}

}  // namespace freiton::simulation
