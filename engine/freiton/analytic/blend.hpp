// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/core/units.hpp"

namespace freiton::analytic {

/// Calls and items of post that the same people handle, in steady state. Calls always come first.
struct BlendedWork {
    int agents = 0;
    Erlangs call_load{};
    Seconds call_time{};
    std::optional<Seconds> patience{};   // none: callers wait for ever
    std::optional<Erlangs> item_load{};  // none: there is always another item
    Seconds item_time{};
    int keep_free = 0;           // an item is begun only if more agents than that are idle, its own included
    bool interruptible = false;  // a call that finds nobody idle interrupts an item, which is resumed later
};

/// Waits are in seconds. Where items come faster than they can be done `stable` is false, their waits are infinite, and
/// the calls meet an endless supply.
struct BlendFigures {
    bool stable = true;
    double wait_probability = 0.0;
    double service_level = 1.0;  // answered within the threshold, of all offered
    double wait_all_s = 0.0;
    double abandoned_share = 0.0;
    double call_queue = 0.0;  // callers waiting
    double busy_calls = 0.0;  // agents
    double busy_items = 0.0;
    double items_per_hour = 0.0;
    double item_wait_s = 0.0;        // not in service, interruptions included; 0 with an endless supply
    double item_turnaround_s = 0.0;  // from arrival to completion
    double item_backlog = 0.0;       // items not in service
    double cut_off = 0.0;            // probability of the states at which the chain was cut
};

/// Exact up to the cut-off: closed forms where there are, else a Markov chain.
///
///   endless supply, interrupted     calls are alone (Erlang C or A); items get what they leave
///   endless supply, not interrupted chain of (calls, items in service, callers waiting)
///   a stream, interrupted           equal times, endless patience: queue of all less queue of calls; else chain of
///                                   (calls, items in the system)
///   a stream, not interrupted       equal times, endless patience, no reserve: Cobham's formula for two classes; else
///                                   chain of (calls, items in service, callers, items waiting)
///
/// Source:   Cobham (1954), Davis (1966); Bhulai and Koole (2003) for the threshold.
/// Domain:   agents >= 1; exponential handling times and patience. Chains of up to 400,000 states: 10 agents with a
///           reserve and a stream, or 60 with an endless supply.
/// Accuracy: cut-off below 1e-12, or as reported where the chain would get larger.
/// Cost:     microseconds for closed forms; milliseconds to seconds for chains (sparse LU). For plans see
///           estimated_blend.
BlendFigures exact_blend(const BlendedWork& work, Seconds threshold);

/// One birth-and-death chain of busy agents, by the mean handling time of all; callers who wait are one state with
/// them.
///
/// Exact without a reserve where both handling times are equal. Else near; see docs/methods.md for how near.
/// Cost:     O(agents), a microsecond.
BlendFigures estimated_blend(const BlendedWork& work, Seconds threshold);

/// Its wait probability alone, for items that are not interrupted.
double estimated_wait_probability(const BlendedWork& work);

}  // namespace freiton::analytic
