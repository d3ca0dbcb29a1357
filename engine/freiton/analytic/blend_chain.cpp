// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/blend_chain.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/markov_chain.hpp"
#include "freiton/analytic/tagged_caller.hpp"

namespace freiton::analytic {

namespace {

constexpr std::size_t most_states = 400'000;
constexpr double small_enough = 1e-13;  // probability of the states cut off

struct ChainRates {
    explicit ChainRates(const BlendedWork& work)
        : call{1.0 / work.call_time.count()},
          item{1.0 / work.item_time.count()},
          abandon{work.patience ? 1.0 / work.patience->count() : 0.0},
          calls_come{work.call_load.value() * call},
          items_come{work.item_load ? work.item_load->value() * item : 0.0} {}

    double call;
    double item;
    double abandon;
    double calls_come;
    double items_come;
};

struct Cut {
    int callers;  // most that wait
    int items;
};

// States: calls and items in service, callers and items waiting.
enum : std::size_t { calls_at = 0, items_at = 1, callers_at = 2, waiting_at = 3 };

// Whoever is free takes a caller first, then an item if that leaves enough of them idle.
ChainState refilled(const BlendedWork& work, ChainState state) {
    const int idle = work.agents - state[calls_at] - state[items_at];
    if (idle > 0 && state[callers_at] > 0) {
        --state[callers_at];
        ++state[calls_at];
    } else if (idle > work.keep_free && (!work.item_load || state[waiting_at] > 0)) {
        if (work.item_load) --state[waiting_at];
        ++state[items_at];
    }
    return state;
}

ChainState changed(ChainState state, std::size_t what, int by) {
    state[what] += by;
    return state;
}

Moves uninterrupted_moves(const BlendedWork& work, Cut cut) {
    return [work, cut, rates = ChainRates{work}](const ChainState& s, const auto& go) {
        if (s[calls_at] + s[items_at] < work.agents)
            go(changed(s, calls_at, 1), rates.calls_come);
        else if (s[callers_at] < cut.callers)
            go(changed(s, callers_at, 1), rates.calls_come);
        if (work.item_load && s[waiting_at] < cut.items)
            go(refilled(work, changed(s, waiting_at, 1)), rates.items_come);
        if (s[callers_at] > 0) go(changed(s, callers_at, -1), s[callers_at] * rates.abandon);
        if (s[calls_at] > 0) go(refilled(work, changed(s, calls_at, -1)), s[calls_at] * rates.call);
        if (s[items_at] > 0) go(refilled(work, changed(s, items_at, -1)), s[items_at] * rates.item);
    };
}

// Calls and items in the system; items get the agents that calls leave.
Moves interrupted_moves(const BlendedWork& work, Cut cut) {
    return [work, cut, rates = ChainRates{work}](const ChainState& s, const auto& go) {
        const int calls = std::min(s[calls_at], work.agents);
        const int items = std::min(s[items_at], work.agents - calls);
        if (s[calls_at] < work.agents + cut.callers) go(changed(s, calls_at, 1), rates.calls_come);
        if (s[items_at] < cut.items) go(changed(s, items_at, 1), rates.items_come);
        const int callers = s[calls_at] - calls;
        if (s[calls_at] > 0) go(changed(s, calls_at, -1), calls * rates.call + callers * rates.abandon);
        if (items > 0) go(changed(s, items_at, -1), items * rates.item);
    };
}

// Waiting callers whose probability falls below 1e-16 of that of none, if all agents are on calls.
int first_cut(const BlendedWork& work) {
    const ChainRates rates{work};
    double weight = 1.0;
    int callers = 0;
    while (weight > 1e-16 && callers < 3000)
        weight *= rates.calls_come / (work.agents * rates.call + ++callers * rates.abandon);
    return callers + 5;
}

ChainState likely_state(const BlendedWork& work, bool interrupted) {
    const int calls = std::min(work.agents, static_cast<int>(std::lround(work.call_load.value())));
    if (!work.item_load) return {0, work.agents - work.keep_free, 0, 0};
    const int items = static_cast<int>(std::lround(work.item_load->value()));
    return {calls, interrupted ? items : std::min(items, std::max(0, work.agents - calls)), 0, 0};
}

struct Solved {
    StationaryChain chain;
    Cut cut;
    double cut_off;
};

// Cuts the queues where their tails are small enough: farther, until they are or the chain gets too large.
template <class MakeMoves, class AtCut>
Solved solved(const BlendedWork& work, bool interrupted, MakeMoves make_moves, AtCut at_cut) {
    Cut cut{first_cut(work), work.item_load ? 48 : 0};
    Solved result{{}, cut, 1.0};
    for (;;) {
        StationaryChain chain = stationary_chain(likely_state(work, interrupted), make_moves(work, cut), most_states);
        if (chain.states.empty()) return result;
        double callers = 0.0;
        double items = 0.0;
        for (std::size_t k = 0; k < chain.states.size(); ++k) {
            const auto [is_callers, is_items] = at_cut(chain.states[k], cut);
            callers += is_callers ? chain.probability[k] : 0.0;
            items += is_items ? chain.probability[k] : 0.0;
        }
        result = {std::move(chain), cut, callers + items};
        if (result.cut_off < small_enough) return result;
        if (callers >= 0.5 * small_enough) cut.callers = cut.callers * 3 / 2;
        if (items >= 0.5 * small_enough) cut.items = cut.items * 3 / 2;
    }
}

}  // namespace

BlendFigures uninterrupted_chain(const BlendedWork& work, Seconds threshold) {
    const Solved s = solved(work, false, uninterrupted_moves, [&](const ChainState& state, const Cut& cut) {
        return std::pair{state[callers_at] == cut.callers, work.item_load && state[waiting_at] == cut.items};
    });
    const ChainRates rates{work};
    BlendFigures figures{.cut_off = s.cut_off};
    double all_busy = 0.0;
    std::vector<std::vector<double>> found_busy(static_cast<std::size_t>(work.agents) + 1,
                                                std::vector<double>(static_cast<std::size_t>(s.cut.callers) + 1, 0.0));
    for (std::size_t k = 0; k < s.chain.states.size(); ++k) {
        const ChainState& state = s.chain.states[k];
        const double p = s.chain.probability[k];
        figures.busy_calls += p * state[calls_at];
        figures.busy_items += p * state[items_at];
        figures.call_queue += p * state[callers_at];
        figures.item_backlog += p * state[waiting_at];
        if (state[calls_at] + state[items_at] < work.agents) continue;
        all_busy += p;
        found_busy[static_cast<std::size_t>(state[calls_at])][static_cast<std::size_t>(state[callers_at])] += p;
    }
    figures.wait_probability = all_busy;
    figures.service_level =
        1.0 - all_busy +
        answered_within({work.agents, rates.call, rates.item, rates.abandon}, std::move(found_busy), threshold.count());
    figures.wait_all_s = rates.calls_come > 0.0 ? figures.call_queue / rates.calls_come : 0.0;
    figures.abandoned_share = figures.wait_all_s * rates.abandon;
    return figures;
}

ItemsWaiting interrupted_items(const BlendedWork& work) {
    const Solved s = solved(work, true, interrupted_moves, [&](const ChainState& state, const Cut& cut) {
        return std::pair{state[calls_at] == work.agents + cut.callers, state[items_at] == cut.items};
    });
    ItemsWaiting waiting{0.0, s.cut_off};
    for (std::size_t k = 0; k < s.chain.states.size(); ++k) {
        const int left = work.agents - std::min(work.agents, s.chain.states[k][calls_at]);
        waiting.mean += s.chain.probability[k] * std::max(0, s.chain.states[k][items_at] - left);
    }
    return waiting;
}

}  // namespace freiton::analytic
