// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Dense>
#include <algorithm>

#include "freiton/analytic/chat_slots.hpp"

namespace freiton::analytic {

namespace {

using HeldCounts = std::vector<int>;  // how many agents hold 0, 1, ..., C conversations
using RateTable = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// All states with the same number of conversations.
struct ChatLevel {
    std::vector<HeldCounts> states{};      // in lexicographic order
    std::vector<Eigen::Index> arrivals{};  // by state: where in the level above a new chat leads
    // Once the levels above and the states behind it in its own are taken out, each state n has, in its row left of the
    // diagonal, the probabilities to go to those before it; in its column above the diagonal their rates to come to it;
    // and the rate at which it is left.
    RateTable ways{};
    Eigen::VectorXd left{};

    Eigen::Index size() const { return std::ssize(states); }
    Eigen::Index find(const HeldCounts& counts) const {
        return std::lower_bound(states.begin(), states.end(), counts) - states.begin();
    }
};

// Every way in which so many agents hold so many conversations, each of them at least k.
void add_ways(HeldCounts& counts, std::size_t k, int agents, int conversations, std::vector<HeldCounts>& states) {
    const int most = static_cast<int>(counts.size()) - 1;
    const int least = static_cast<int>(k);
    if (conversations < least * agents || conversations > most * agents) return;
    if (least == most) {
        counts[k] = agents;
        states.push_back(counts);
        return;
    }
    for (int n = 0; n <= agents; ++n) {
        counts[k] = n;
        add_ways(counts, k + 1, agents - n, conversations - n * least, states);
    }
}

HeldCounts moved(HeldCounts counts, std::size_t from, std::size_t to) {
    --counts[from];
    ++counts[to];
    return counts;
}

std::vector<ChatLevel> levels_of(const ChatCase& question) {
    std::vector<ChatLevel> levels(static_cast<std::size_t>(question.most_at_once()) + 1);
    HeldCounts counts(static_cast<std::size_t>(question.concurrency) + 1, 0);
    for (std::size_t m = 0; m < levels.size(); ++m)
        add_ways(counts, 0, question.agents, static_cast<int>(m), levels[m].states);
    for (std::size_t m = 0; m + 1 < levels.size(); ++m)
        for (const HeldCounts& state : levels[m].states) {
            const auto held = std::find_if(state.begin(), state.end(), [](int agents) { return agents > 0; });
            const auto fewest = static_cast<std::size_t>(held - state.begin());
            levels[m].arrivals.push_back(levels[m + 1].find(moved(state, fewest, fewest + 1)));
        }
    return levels;
}

// Takes the states from `first` to before `last` out of a table whose columns are the level below and then their own,
// the last one first: whoever came to it goes on where it leads. Halves, so that nearly all is products of blocks; only
// positive numbers are added and multiplied.
void take_out(RateTable& table, Eigen::Index below, Eigen::Index first, Eigen::Index last, Eigen::VectorXd& left) {
    if (last - first <= 16) {
        for (Eigen::Index n = last - 1; n >= first; --n) {
            auto row = table.row(n).head(below + n);
            left(n) = row.sum();
            row /= left(n);
            for (Eigen::Index i = first; i < n; ++i) table.row(i).head(below + n) += table(i, below + n) * row;
        }
        return;
    }
    const Eigen::Index middle = (first + last) / 2;
    take_out(table, below, middle, last, left);
    const RateTable stays = -table.block(middle, below + middle, last - middle, last - middle);
    auto coming = table.block(first, below + middle, middle - first, last - middle);
    stays.triangularView<Eigen::UnitLower>().solveInPlace<Eigen::OnTheRight>(coming);
    table.block(first, 0, middle - first, below + middle).noalias() +=
        coming * table.block(middle, 0, last - middle, below + middle);
    take_out(table, below, first, middle, left);
}

// Takes out a level of which `among` are the rates among its own states by way of the levels above. Returns the
// probabilities by which state of the level below it is left.
RateTable take_out_level(const ChatCase& question, ChatLevel& level, const ChatLevel& lower, const RateTable& among) {
    const Eigen::Index below = lower.size();
    RateTable table = RateTable::Zero(level.size(), below + level.size());
    table.rightCols(level.size()) = among;
    for (Eigen::Index i = 0; i < level.size(); ++i) {
        const HeldCounts& state = level.states[static_cast<std::size_t>(i)];
        for (std::size_t k = 1; k < state.size(); ++k)
            if (state[k] > 0)
                table(i, lower.find(moved(state, k, k - 1))) = state[k] * question.pace_with(static_cast<int>(k));
    }
    level.left.resize(level.size());
    take_out(table, below, 0, level.size(), level.left);
    level.ways = table.rightCols(level.size());
    RateTable leads = table.leftCols(below);
    const RateTable stays = -level.ways;
    stays.triangularView<Eigen::UnitLower>().solveInPlace(leads);
    return leads;
}

// Weights of a level's states from the rates, weighted, at which chats come to them from below.
Eigen::VectorXd weights_from(const ChatLevel& level, Eigen::VectorXd coming) {
    for (Eigen::Index n = level.size() - 1; n > 0; --n)
        coming.head(n) += coming(n) * level.ways.row(n).head(n).transpose();
    for (Eigen::Index n = 0; n < level.size(); ++n)
        coming(n) = (coming(n) + level.ways.col(n).head(n).dot(coming.head(n))) / level.left(n);
    return coming;
}

// Adds weights, and their products with conversations and busy agents.
void add_level(ChatSlots::Part& part, const ChatLevel& level, const Eigen::VectorXd& weights, double conversations,
               int agents) {
    part.weight += weights.sum();
    part.conversations += weights.sum() * conversations;
    for (Eigen::Index i = 0; i < level.size(); ++i)
        part.busy_agents += weights(i) * (agents - level.states[static_cast<std::size_t>(i)].front());
}

}  // namespace

ChatSlots exact_chat_slots(const ChatCase& question) {
    if (question.agents <= 1 || question.concurrency == 1)
        return balanced_chat_slots(question);  // there is one way only
    constexpr double large = 1e250;
    const double rate = question.chats.rate.per_second();
    std::vector<ChatLevel> levels = levels_of(question);
    RateTable among = RateTable::Zero(levels.back().size(), levels.back().size());
    for (std::size_t m = levels.size() - 1; m > 0; --m) {
        const RateTable leads = take_out_level(question, levels[m], levels[m - 1], among);
        among.resize(levels[m - 1].size(), levels[m - 1].size());
        for (Eigen::Index i = 0; i < among.rows(); ++i)
            among.row(i) = rate * leads.row(levels[m - 1].arrivals[static_cast<std::size_t>(i)]);
    }
    ChatSlots slots;
    Eigen::VectorXd weights = Eigen::VectorXd::Ones(1);
    for (std::size_t m = 0; m + 1 < levels.size(); ++m) {
        add_level(slots.below, levels[m], weights, static_cast<double>(m), question.agents);
        Eigen::VectorXd coming = Eigen::VectorXd::Zero(levels[m + 1].size());
        for (Eigen::Index i = 0; i < weights.size(); ++i)
            coming(levels[m].arrivals[static_cast<std::size_t>(i)]) += rate * weights(i);
        weights = weights_from(levels[m + 1], coming);
        if (weights.sum() <= large) continue;
        weights /= large;
        slots.below.scale(1.0 / large);
    }
    add_level(slots.full, levels.back(), weights, question.most_at_once(), question.agents);
    slots.below.make_means();
    slots.full.make_means();
    return slots;
}

double chat_states(const ChatCase& question) {
    const auto [fewer, more] = std::minmax({question.agents, question.concurrency});
    double states = 1.0;  // (agents + C)! / agents! / C!
    for (int k = 1; k <= fewer; ++k) states *= static_cast<double>(more + k) / k;
    return states;
}

}  // namespace freiton::analytic
