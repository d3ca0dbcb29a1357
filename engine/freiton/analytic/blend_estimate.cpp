// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "freiton/analytic/blend.hpp"
#include "freiton/analytic/call_queue.hpp"

namespace freiton::analytic {

namespace {

struct Rates {
    double calls_come;
    double items_come;
    double done;  // completions per second of a busy agent, over calls and items
};

// Rates by the mix of calls and items that the agents work on.
Rates mixed_rates(const BlendedWork& work, double busy_calls, double busy_items) {
    const double calls = 1.0 / work.call_time.count();
    const double items = 1.0 / work.item_time.count();
    const double busy = busy_calls + busy_items;
    return {work.call_load.value() * calls, work.item_load ? work.item_load->value() * items : 0.0,
            busy > 0.0 ? (busy_calls * calls + busy_items * items) / busy : calls};
}

// Time with all busy and callers waiting, for each moment with all busy and none waiting.
double busy_and_waiting(const BlendedWork& work, const Rates& rates) {
    const double abandon = work.patience ? 1.0 / work.patience->count() : 0.0;
    const double done = work.agents * rates.done;
    if (abandon == 0.0) return rates.calls_come < done ? 1.0 / (1.0 - rates.calls_come / done) : infinity;
    double term = 1.0;
    double sum = 1.0;
    for (int waiting = 1; term > 1e-13 * sum; ++waiting) sum += term *= rates.calls_come / (done + waiting * abandon);
    return sum;
}

struct BusyShares {
    double all = 0.0;    // P(all agents are busy)
    double mean = 0.0;   // busy agents
    double items = 0.0;  // waiting
};

// Always another item: from agents - keep_free to all are busy.
BusyShares endless_shares(const BlendedWork& work, const Rates& rates) {
    const int low = std::max(0, work.agents - work.keep_free);
    const double waiting = busy_and_waiting(work, rates);
    double weight = 1.0;
    double sum = 0.0;
    BusyShares shares;
    for (int n = low; n <= work.agents; ++n) {
        if (n > low) weight *= rates.calls_come / (n * rates.done);
        const double w = n == work.agents ? weight * waiting : weight;
        sum += w;
        shares.mean += w * n;
        if (n == work.agents) shares.all = w;
    }
    shares.all /= sum;
    shares.mean /= sum;
    return shares;
}

// No item waits: weights of 0 ... agents busy, where a waiting item sends the chain away and back to `low` busy.
std::vector<double> weights_without_queue(const BlendedWork& work, const Rates& rates, int low, double waiting) {
    const double queue = waiting;
    std::vector<double> weight(static_cast<std::size_t>(work.agents) + 1, 0.0);
    weight.back() = waiting;  // callers that wait included
    double above = waiting;
    for (int n = work.agents - 1; n >= low; --n) {
        const auto at = static_cast<std::size_t>(n);
        const double down = n + 1 == work.agents ? weight[at + 1] / queue : weight[at + 1];
        weight[at] = ((n + 1) * rates.done * down + rates.items_come * above) / rates.calls_come;
        above += weight[at];
        if (above < 1e200) continue;  // hardly any calls beside a large reserve
        for (double& w : weight) w /= above;
        above = 1.0;
    }
    const double come = rates.calls_come + rates.items_come;
    for (int n = low - 1; n >= 0; --n) {
        const auto at = static_cast<std::size_t>(n);
        const double down = n + 1 == work.agents ? weight[at + 1] / queue : weight[at + 1];
        weight[at] = (n + 1) * rates.done * down / come;
        if (weight[at] < 1e-17 * weight[static_cast<std::size_t>(low)] && n < rates.calls_come / rates.done) break;
    }
    return weight;
}

// Items wait in a line; each level repeats the busy agents from `low` to all, and is left downward from `low` only.
BusyShares stream_shares(const BlendedWork& work, const Rates& rates) {
    const int low = work.agents - work.keep_free;
    const auto phases = static_cast<Eigen::Index>(work.keep_free) + 1;
    const double waiting = busy_and_waiting(work, rates);
    const std::vector<double> none = weights_without_queue(work, rates, low, waiting);
    Eigen::MatrixXd leave = Eigen::MatrixXd::Zero(phases, phases);  // -(A1 + A0 G), G: back to the first phase
    for (Eigen::Index m = 0; m < phases; ++m) {
        const double n = static_cast<double>(low) + static_cast<double>(m);
        const bool top = m + 1 == phases;
        const double down = top ? n * rates.done / waiting : n * rates.done;
        leave(m, m) += rates.items_come + down + (top ? 0.0 : rates.calls_come);
        if (!top) leave(m, m + 1) -= rates.calls_come;
        if (m > 0) leave(m, m - 1) -= down;
        leave(m, 0) -= rates.items_come;
    }
    const Eigen::MatrixXd next_level = rates.items_come * leave.inverse();
    Eigen::RowVectorXd first(phases);
    for (Eigen::Index m = 0; m < phases; ++m) first(m) = none[static_cast<std::size_t>(low + m)];
    const Eigen::MatrixXd all_levels = (Eigen::MatrixXd::Identity(phases, phases) - next_level).inverse();
    const Eigen::RowVectorXd queued = first * next_level * all_levels;
    BusyShares shares;
    double sum = queued.sum();
    for (std::size_t n = 0; n < none.size(); ++n) {
        sum += none[n];
        shares.mean += none[n] * static_cast<double>(n);
    }
    for (Eigen::Index m = 0; m < phases; ++m) shares.mean += queued(m) * static_cast<double>(low + m);
    shares.all = (none.back() + queued(phases - 1)) / sum;
    shares.mean /= sum;
    shares.items = (queued * all_levels).sum() / sum;
    return shares;
}

CallQueue calls_alone(const BlendedWork& work, const Rates& rates) {
    const CallStream calls{.rate = ArrivalRate{rates.calls_come, Seconds{1.0}},
                           .handling_time = Seconds{1.0 / rates.done},
                           .patience = work.patience};
    return CallQueue{calls, Agents{static_cast<double>(work.agents)}};
}

// Who waits, waits as behind calls alone: whoever is free takes a call, and the agents' mix soon is calls.
BlendFigures calls_that_wait_so_often(const BlendedWork& work, const Rates& rates, Seconds threshold,
                                      double wait_probability) {
    const CallQueue alone = calls_alone(work, rates);
    BlendFigures figures{.wait_probability = wait_probability, .busy_calls = alone.busy_mean()};
    const double more = alone.wait_probability() > 1e-290 ? wait_probability / alone.wait_probability() : 0.0;
    const double late = work.patience ? 1.0 - alone.within(threshold).answered : alone.waiting_after(threshold);
    figures.service_level = std::clamp(1.0 - more * late, 0.0, 1.0);
    figures.wait_all_s = more * alone.wait_all().count();
    figures.abandoned_share = more * alone.abandoned_share();
    figures.call_queue = more * alone.queue_mean();
    figures.busy_calls = work.call_load.value() * (1.0 - figures.abandoned_share);
    return figures;
}

// What the chain of busy agents says, and the rates it was built with.
struct Estimate {
    Rates rates;
    BusyShares shares;
    bool stable = true;
    bool endless = false;
};

Estimate endless(const BlendedWork& work) {
    if (work.keep_free >= work.agents) {  // no item is ever begun
        const Rates calls_only = mixed_rates(work, 1.0, 0.0);
        const CallQueue alone = calls_alone(work, calls_only);
        return {calls_only, {alone.wait_probability(), alone.busy_mean(), 0.0}, true, true};
    }
    double busy_calls = std::min(work.call_load.value(), static_cast<double>(work.agents));
    Estimate estimate{};
    estimate.endless = true;
    for (int round = 0; round < 3; ++round) {  // the mix depends on the result a little
        const double busy_items = std::max(0.0, work.agents - 0.5 * work.keep_free - busy_calls);
        estimate.rates = mixed_rates(work, busy_calls, busy_items);
        estimate.shares = endless_shares(work, estimate.rates);
        if (!work.patience) break;
        const CallQueue alone = calls_alone(work, estimate.rates);
        const double more = alone.wait_probability() > 1e-290 ? estimate.shares.all / alone.wait_probability() : 0.0;
        busy_calls = work.call_load.value() * (1.0 - more * alone.abandoned_share());
    }
    return estimate;
}

Estimate stream(const BlendedWork& work) {
    BlendedWork supply = work;
    supply.item_load.reset();
    const double calls_and_items = work.call_load.value() + work.item_load->value();
    bool stable = work.patience || calls_and_items < work.agents;
    if (stable && calls_and_items + work.keep_free >= work.agents) {  // else there is room for all items
        const Estimate most = endless(supply);
        stable = work.item_load->value() < most.shares.mean - std::min(work.call_load.value(), most.shares.mean);
    }
    if (!stable) {
        Estimate estimate = endless(supply);
        estimate.stable = false;
        return estimate;
    }
    const double calls = std::min(work.call_load.value(), work.agents - work.item_load->value());
    const Rates rates = mixed_rates(work, calls, work.item_load->value());
    return {rates, stream_shares(work, rates)};
}

bool is_estimated(const BlendedWork& work) {
    const bool overrun_by_calls = !work.patience && work.call_load.value() >= work.agents;
    return !work.interruptible && !overrun_by_calls && !(work.item_load && work.item_load->value() == 0.0);
}

Estimate estimate_of(BlendedWork work) {
    constexpr double hardly_any = 1e-9;  // calls: the chain needs some
    work.call_load = Erlangs{std::max(hardly_any, work.call_load.value())};
    return work.item_load ? stream(work) : endless(work);
}

}  // namespace

double estimated_wait_probability(const BlendedWork& work) {
    EXPECTS(work.agents >= 1 && work.keep_free >= 0);
    if (!is_estimated(work)) return exact_blend(work, Seconds{0.0}).wait_probability;
    return std::min(1.0, estimate_of(work).shares.all);
}

BlendFigures estimated_blend(const BlendedWork& work, Seconds threshold) {
    EXPECTS(work.agents >= 1 && work.keep_free >= 0);
    if (!is_estimated(work)) return exact_blend(work, threshold);
    const Estimate estimate = estimate_of(work);
    BlendFigures figures =
        calls_that_wait_so_often(work, estimate.rates, threshold, std::min(1.0, estimate.shares.all));
    figures.stable = estimate.stable;
    if (estimate.endless) {
        figures.busy_items = std::max(0.0, estimate.shares.mean - figures.busy_calls);
        if (work.keep_free >= work.agents) figures.busy_items = 0.0;
        figures.items_per_hour = figures.busy_items / work.item_time.count() * 3600.0;
        if (!estimate.stable) figures.item_wait_s = figures.item_turnaround_s = figures.item_backlog = infinity;
        return figures;
    }
    const double items_come = work.item_load->value() / work.item_time.count();
    figures.busy_items = work.item_load->value();
    figures.items_per_hour = items_come * 3600.0;
    figures.item_backlog = estimate.shares.items;
    const double idle = work.agents - figures.busy_calls - figures.busy_items;
    if (work.keep_free == 0 && idle > 0.0)  // as Cobham's two classes
        figures.item_backlog = figures.wait_all_s * work.agents / idle * items_come;
    figures.item_wait_s = figures.item_backlog / items_come;
    figures.item_turnaround_s = figures.item_wait_s + work.item_time.count();
    return figures;
}

}  // namespace freiton::analytic
