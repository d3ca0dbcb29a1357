// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>

#include "freiton/analytic/transient_states.hpp"

namespace freiton::analytic {

/// How often things happen, per second. With endless patience nobody gives up: 0. A call ends after its first phase,
/// or goes on to a second one (Cox's law of two phases).
struct ChainRates {
    double arrival = 0.0;
    double service = 0.0;  // of each busy agent: ends of the first phase
    double goes_on = 0.0;  // share of calls that have a second phase
    double second = 0.0;   // ends of it, for each agent in it
    double abandon = 0.0;  // of each waiting caller
    int lines = std::numeric_limits<int>::max();
};

/// What is carried through a time without change of staff or demand; all of the same agents.
struct TransientFlow {
    std::optional<TransientStates> everybody{};  // the state of the office, by probability
    std::optional<TransientStates> waiting{};    // marked callers who wait, by what is before each of them
    std::optional<TransientStates> waited{};     // the same callers, each counted as long as he has waited, in seconds
};

/// All that is carried, at the end of the time; and its integral over it.
struct TransientCourse {
    TransientFlow end;
    TransientFlow integral;
};

/// The chain of (busy, in their second phase, waiting) in continuous time, so many seconds on. Where `everybody` and
/// `waiting` are both there, whoever comes and has to wait is marked. A marked caller is followed until he is answered
/// or gives up; who comes after him does not matter to him. `waited` needs `waiting`.
///
/// Source:   uniformization: A. Jensen, "Markoff chains as an aid in the study of Markoff processes" (1953);
///           W. Grassmann, "Transient solutions in Markovian queueing systems" (1977). Integrals: the same sums with
///           the tails of the Poisson law.
/// Accuracy: all terms are positive. Poisson tails are cut at 1e-18; states at the top where less than 1e-12 seconds
///           are spent are left out, those of a weight below 1e-19 are taken for 0 (two phases: 1e-9 and 1e-15).
/// Cost:     pace x seconds steps over the states within reach; pace = arrival + most busy x service + (most waiting +
///           1) x abandon, of the quicker phase. Two phases have about half as many times the states as people.
TransientCourse advanced(const ChainRates& rates, const TransientFlow& begin, double seconds);

}  // namespace freiton::analytic
