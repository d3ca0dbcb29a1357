// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/blend.hpp"

#include <cmath>
#include <limits>

#include "freiton/analytic/blend_chain.hpp"
#include "freiton/analytic/call_queue.hpp"

namespace freiton::analytic {

namespace {

double item_rate(const BlendedWork& work) { return work.item_load->value() / work.item_time.count(); }

bool equal_and_patient(const BlendedWork& work) { return work.call_time == work.item_time && !work.patience; }

CallQueue calls_alone(const BlendedWork& work) {
    CallStream calls{.rate = ArrivalRate{work.call_load.value(), work.call_time},
                     .handling_time = work.call_time,
                     .patience = work.patience};
    return CallQueue{calls, Agents{static_cast<double>(work.agents)}};
}

// Calls that interrupt items do not notice them.
BlendFigures undisturbed_calls(const BlendedWork& work, Seconds threshold) {
    const CallQueue queue = calls_alone(work);
    return {.wait_probability = queue.wait_probability(),
            .service_level = queue.within(threshold).answered,
            .wait_all_s = queue.wait_all().count(),
            .abandoned_share = queue.abandoned_share(),
            .call_queue = queue.queue_mean(),
            .busy_calls = queue.busy_mean()};
}

// Waits of two classes with equal handling times, the first one first (Cobham): C h / (n - a1), and that by n / (n -
// a).
BlendFigures cobham(const BlendedWork& work, Seconds threshold) {
    const double n = work.agents;
    const double calls = work.call_load.value();
    const double items = work.item_load->value();
    const ErlangC both{Agents{n}, Erlangs{calls + items}, work.call_time};
    const double call_wait_s = work.call_time.count() / (n - calls);  // of those who wait
    BlendFigures figures{.wait_probability = both.wait_probability(), .busy_calls = calls};
    figures.service_level = 1.0 - both.wait_probability() * std::exp(-threshold.count() / call_wait_s);
    figures.wait_all_s = both.wait_probability() * call_wait_s;
    figures.call_queue = figures.wait_all_s * calls / work.call_time.count();
    figures.item_backlog = figures.wait_all_s * n / (n - calls - items) * item_rate(work);
    return figures;
}

// Adds what follows for the items from how many wait.
BlendFigures with_stream(BlendFigures figures, const BlendedWork& work) {
    figures.busy_items = work.item_load->value();
    figures.items_per_hour = item_rate(work) * 3600.0;
    figures.item_wait_s = item_rate(work) > 0.0 ? figures.item_backlog / item_rate(work) : 0.0;
    figures.item_turnaround_s = figures.item_wait_s + work.item_time.count();
    return figures;
}

BlendFigures endless_supply(const BlendedWork& work, Seconds threshold) {
    BlendFigures figures;
    if (work.interruptible) {
        figures = undisturbed_calls(work, threshold);
        figures.busy_items = work.agents - figures.busy_calls;
    } else {
        BlendedWork capped = work;
        capped.keep_free = std::min(work.keep_free, work.agents);
        figures = uninterrupted_chain(capped, threshold);
    }
    figures.items_per_hour = figures.busy_items / work.item_time.count() * 3600.0;
    return figures;
}

double queue_of(double agents, double load) {
    return ErlangC{Agents{agents}, Erlangs{load}, Seconds{1.0}}.queue_mean();
}

}  // namespace

BlendFigures exact_blend(const BlendedWork& work, Seconds threshold) {
    EXPECTS(work.agents >= 1 && work.keep_free >= 0);
    if (!work.patience && work.call_load.value() >= work.agents)
        return {.stable = false,
                .wait_probability = 1.0,
                .service_level = 0.0,
                .wait_all_s = infinity,
                .call_queue = infinity};
    if (!work.item_load) return endless_supply(work, threshold);
    BlendedWork endless = work;
    endless.item_load.reset();
    const bool plain = equal_and_patient(work) && (work.interruptible || work.keep_free == 0);
    const double most_items =
        plain ? work.agents - work.call_load.value() : endless_supply(endless, threshold).busy_items;
    if (work.item_load->value() >= most_items) {
        BlendFigures figures = endless_supply(endless, threshold);
        figures.stable = false;
        figures.item_wait_s = figures.item_turnaround_s = figures.item_backlog = infinity;
        return figures;
    }
    if (!work.interruptible)
        return with_stream(plain ? cobham(work, threshold) : uninterrupted_chain(work, threshold), work);
    BlendFigures figures = undisturbed_calls(work, threshold);
    const double n = work.agents;
    const double calls = work.call_load.value();
    const ItemsWaiting waiting = plain ? ItemsWaiting{queue_of(n, calls + work.item_load->value()) - queue_of(n, calls)}
                                       : interrupted_items(work);
    figures.item_backlog = waiting.mean;
    figures.cut_off = waiting.cut_off;
    return with_stream(figures, work);
}

}  // namespace freiton::analytic
