// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace freiton::analytic {

/// Weights by a number of callers, for each number of calls in their second phase: [second][callers]. Where handling
/// times are exponential there is one phase, and one row.
using PhaseRows = std::vector<std::vector<double>>;

/// Weights of the states of one team with one kind of calls: probabilities, or numbers of callers.
///
/// Who is about to leave finishes a call and takes no other, so that more can be busy than are to be there. Nearly
/// always nobody is: then the number of callers in the system says how many are busy.
struct TransientStates {
    int agents = 0;                    // who are to be there
    PhaseRows in_system{};             // by callers in the system; the first `agents` of them are served
    std::vector<PhaseRows> leaving{};  // [k][second][q]: agents + 1 + k are busy, q callers wait

    /// An empty office.
    static TransientStates nobody(int agents) { return {agents, {{1.0}}, {}}; }

    double sum() const;
    double sum_in_system() const;                               // of those states where nobody is about to leave
    double sum_empty() const;                                   // of the state without a caller
    double sum_waiting() const;                                 // weight x callers who wait
    double sum_busy() const;                                    // weight x busy agents
    double sum_idle() const;                                    // weight x agents without a call
    TransientStates& operator+=(const TransientStates& other);  // of the same agents
    TransientStates& operator*=(double factor);

    /// Most callers in the system in any state whose weight is above `least`, and most busy agents there.
    int most_in_system(double least) const;
    int most_busy() const { return agents + static_cast<int>(leaving.size()); }
};

/// The same once so many agents are to be there. The idle leave first. A busy agent who is one too many finishes
/// (`hand_back`: leaves at once, and the call is the first in the queue); agents who come take who waits.
///
/// Domain: handing back only where there is one phase; who takes such a call begins it anew.
TransientStates with_agents(const TransientStates& before, int agents, bool hand_back);

/// The part of states in which a new caller waits, if lines are left: no agent would take him.
TransientStates where_callers_wait(const TransientStates& states, int lines);

/// The same after everybody who waits is lost.
TransientStates without_waiting(const TransientStates& states);

/// Weight of the states in which all lines are taken.
double sum_full(const TransientStates& states, int lines);

/// Takes out the callers for whom an agent is free, and says how much weight they had: `states` are the callers before
/// a waiting one, after more agents came.
double take_answered(TransientStates& states);

/// Sum of the differences of all weights; infinite where other agents are to be there.
double weight_difference(const TransientStates& a, const TransientStates& b);

}  // namespace freiton::analytic
