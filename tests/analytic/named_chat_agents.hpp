// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "freiton/analytic/chat.hpp"

namespace freiton::test {

/// The oracle of chats: every agent has a name and holds so many conversations; all states in one dense matrix, solved
/// by Gaussian elimination. Waiting chats are cut where hardly any are.
class NamedChatAgents {
  public:
    explicit NamedChatAgents(const analytic::ChatCase& c) : c_{c} {
        // Everybody's conversations are digits to the base C + 1; the last of these states has all slots taken, and
        // those after it have one waiting chat more each.
        offices_ = 1;
        for (int a = 0; a < c.agents; ++a) offices_ *= c.concurrency + 1;
        const int places = c.chats.lines ? std::max(0, *c.chats.lines - c.slots()) : 220;
        p_ = stationary(offices_ + places);
    }

    double conversations() const {
        return mean([&](int s) { return held(s); });
    }
    double busy_agents() const {
        return mean([&](int s) {
            int busy = 0;
            for (int a = 0; a < c_.agents; ++a) busy += digit(s, a) > 0 ? 1 : 0;
            return busy;
        });
    }
    double queue_mean() const {
        return mean([&](int s) { return queue(s); });
    }
    double finished() const {  // of all offered
        return mean([&](int s) { return finishing(s); }) / rate();
    }
    double blocked() const {
        return mean([&](int s) { return full(s) ? 1 : 0; });
    }
    double waits() const {  // finds all slots taken, and a line
        return mean([&](int s) { return s >= offices_ - 1 && !full(s) ? 1 : 0; });
    }

    // Mean wait per offered chat of those who are answered. With k ahead there are k + 1 stages, at each of which one
    // of those who wait may give up.
    double answered_wait() const {
        const double own = c_.chats.patience ? 1.0 / c_.chats.patience->count() : 0.0;
        const double slots = finishing(offices_ - 1);
        double stages = 0.0;
        double sum = 0.0;
        for (int s = offices_ - 1; s < states() && !full(s); ++s) {
            const double leaving = slots + (queue(s) + 1) * own;
            stages += 1.0 / leaving;
            sum += (1.0 - c_.chats.balk) * at(s) * slots / leaving * stages;
        }
        return sum;
    }
    double cut_off() const { return c_.chats.lines ? 0.0 : p_.back(); }

    /// Of all offered: answered and hung up until t, and still waiting then. The chat is watched at Poisson moments.
    std::array<double, 3> after(double t) const {
        const double own = c_.chats.patience ? 1.0 / c_.chats.patience->count() : 0.0;
        std::vector<double> here;  // by chats ahead: waits, and no step was made
        for (int s = offices_ - 1; s < states() && !full(s); ++s) here.push_back((1.0 - c_.chats.balk) * at(s));
        double answered = 1.0 - waits() - blocked();
        double hung_up = c_.chats.balk * waits();
        const double slots = finishing(offices_ - 1);
        const double pace = slots + (static_cast<double>(here.size()) + 1.0) * own;
        double ln_steps = -pace * t;  // of the probability of so many steps until t
        double more = 1.0 - std::exp(ln_steps);
        for (int step = 0; step < pace * t + 40.0 * std::sqrt(pace * t) + 60.0; ++step) {
            std::vector<double> next(here.size(), 0.0);
            for (std::size_t k = 0; k < here.size(); ++k) {
                const double ahead = slots + static_cast<double>(k) * own;
                hung_up += more * here[k] * own / pace;
                (k == 0 ? answered : next[k - 1]) += (k == 0 ? more : 1.0) * here[k] * ahead / pace;
                next[k] += here[k] * (1.0 - (ahead + own) / pace);
            }
            here = std::move(next);
            ln_steps += std::log(pace * t / (step + 1));
            more -= std::exp(ln_steps);
        }
        return {answered, hung_up, 1.0 - blocked() - answered - hung_up};
    }

  private:
    double rate() const { return c_.chats.rate.per_second(); }
    int states() const { return static_cast<int>(p_.size()); }
    double at(int s) const { return p_[static_cast<std::size_t>(s)]; }
    int queue(int s) const { return std::max(0, s - (offices_ - 1)); }
    int office(int s) const { return std::min(s, offices_ - 1); }
    int place(int agent) const { return agent == 0 ? 1 : (c_.concurrency + 1) * place(agent - 1); }
    int digit(int s, int agent) const { return office(s) / place(agent) % (c_.concurrency + 1); }
    int held(int s) const {
        int sum = 0;
        for (int a = 0; a < c_.agents; ++a) sum += digit(s, a);
        return sum;
    }
    bool full(int s) const { return c_.chats.lines && held(s) + queue(s) >= *c_.chats.lines; }

    // Conversations that this agent finishes per second.
    double pace(int s, int agent) const {
        const int n = digit(s, agent);
        if (n == 0) return 0.0;
        const std::size_t factor = std::min(static_cast<std::size_t>(n), c_.slowdown.size()) - 1;
        return n / (c_.chats.handling_time.count() * c_.slowdown[factor]);
    }
    double finishing(int s) const {
        double sum = 0.0;
        for (int a = 0; a < c_.agents; ++a) sum += pace(s, a);
        return sum;
    }

    template <class Value>
    double mean(const Value& value) const {
        double sum = 0.0;
        for (int s = 0; s < states(); ++s) sum += at(s) * value(s);
        return sum;
    }

    // Calls `go(to, rate)` for everything that may happen.
    template <class Go>
    void follow(int s, int last, const Go& go) const {
        if (s >= offices_ - 1) {
            if (s < last) go(s + 1, rate() * (1.0 - c_.chats.balk));
            if (c_.chats.patience && queue(s) > 0) go(s - 1, queue(s) / c_.chats.patience->count());
            if (queue(s) > 0) return go(s - 1, finishing(s));
        } else if (!full(s)) {
            int fewest = 0;
            for (int a = 1; a < c_.agents; ++a)
                if (digit(s, a) < digit(s, fewest)) fewest = a;
            go(s + place(fewest), rate());
        }
        for (int a = 0; a < c_.agents; ++a)
            if (digit(s, a) > 0) go(s - place(a), pace(s, a));
    }

    // Balance of all states but the last, whose equation says that probabilities add up to one.
    std::vector<double> stationary(int n) const {
        std::vector<std::vector<double>> m(static_cast<std::size_t>(n),
                                           std::vector<double>(static_cast<std::size_t>(n) + 1, 0.0));
        const auto entry = [&](int row, int column) -> double& {
            return m[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
        };
        for (int s = 0; s < n; ++s)
            follow(s, n - 1, [&](int to, double r) {
                entry(s, s) -= r;
                entry(to, s) += r;
            });
        std::fill(m.back().begin(), m.back().end(), 1.0);
        for (std::size_t k = 0; k < m.size(); ++k) {
            for (std::size_t i = k + 1; i < m.size(); ++i)
                if (std::abs(m[i][k]) > std::abs(m[k][k])) m[i].swap(m[k]);
            for (std::size_t i = 0; i < m.size(); ++i) {
                if (i == k || m[i][k] == 0.0) continue;
                const double factor = m[i][k] / m[k][k];
                for (std::size_t j = k; j <= m.size(); ++j) m[i][j] -= factor * m[k][j];
            }
        }
        std::vector<double> p;
        for (std::size_t k = 0; k < m.size(); ++k) p.push_back(m[k].back() / m[k][k]);
        return p;
    }

    analytic::ChatCase c_;
    int offices_ = 0;
    std::vector<double> p_{};
};

}  // namespace freiton::test
