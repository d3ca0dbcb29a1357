// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

namespace freiton::analytic {

using ChainState = std::array<int, 4>;

/// Where a chain goes from a state, and how often per second.
using Moves = std::function<void(const ChainState&, const std::function<void(const ChainState&, double)>&)>;

/// A finite Markov chain in continuous time, its states found by following the moves from one of them.
struct StationaryChain {
    std::vector<ChainState> states;
    std::vector<double> probability;
};

/// Long-run probabilities of all states that can be reached from `likely`, which must be among the likelier ones: it
/// scales the solution.
///
/// Balance equations by Eigen's sparse LU; the diagonal dominates its column, so that pivots stay on it.
/// Empty if there would be more than `most_states`.
StationaryChain stationary_chain(const ChainState& likely, const Moves& moves, std::size_t most_states);

}  // namespace freiton::analytic
