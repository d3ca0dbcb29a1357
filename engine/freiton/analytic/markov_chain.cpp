// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/markov_chain.hpp"

#include <Eigen/SparseLU>
#include <algorithm>
#include <map>
#include <numeric>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

struct Transition {
    std::size_t from;
    std::size_t to;
    double rate;
};

struct Reached {
    std::vector<ChainState> states;
    std::vector<Transition> transitions;
};

Reached follow(const ChainState& first, const Moves& moves, std::size_t most_states) {
    Reached reached{{first}, {}};
    std::map<ChainState, std::size_t> number = {{first, 0}};
    for (std::size_t from = 0; from < reached.states.size() && reached.states.size() <= most_states; ++from) {
        const ChainState state = reached.states[from];
        moves(state, [&](const ChainState& to, double rate) {
            if (rate <= 0.0 || to == state) return;
            const auto [place, is_new] = number.try_emplace(to, reached.states.size());
            if (is_new) reached.states.push_back(to);
            reached.transitions.push_back({from, place->second, rate});
        });
    }
    return reached;
}

}  // namespace

StationaryChain stationary_chain(const ChainState& likely, const Moves& moves, std::size_t most_states) {
    const Reached reached = follow(likely, moves, most_states);
    const std::size_t n = reached.states.size();
    if (n > most_states) return {};
    if (n == 1) return {reached.states, {1.0}};
    // The first state has weight 1; the balance of every other one is an equation.
    std::vector<Eigen::Triplet<double>> entries;
    Eigen::VectorXd inflow = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(n) - 1);
    const auto index = [](std::size_t state) { return static_cast<int>(state) - 1; };
    for (const auto& [from, to, rate] : reached.transitions) {
        if (from != 0) entries.emplace_back(index(from), index(from), rate);
        if (from != 0 && to != 0) entries.emplace_back(index(to), index(from), -rate);
        if (from == 0) inflow(index(to)) += rate;
    }
    Eigen::SparseMatrix<double> balance(inflow.size(), inflow.size());
    balance.setFromTriplets(entries.begin(), entries.end());
    balance.makeCompressed();
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver;
    solver.compute(balance);
    ENSURES(solver.info() == Eigen::Success);
    Eigen::VectorXd weight = solver.solve(inflow);
    weight += solver.solve(inflow - balance * weight);  // one step of refinement
    StationaryChain chain{reached.states, {1.0}};
    for (const double w : weight) chain.probability.push_back(std::max(0.0, w));
    const double all = std::accumulate(chain.probability.begin(), chain.probability.end(), 0.0);
    for (double& p : chain.probability) p /= all;
    return chain;
}

}  // namespace freiton::analytic
