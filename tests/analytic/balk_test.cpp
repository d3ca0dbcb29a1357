// SPDX-License-Identifier: Apache-2.0
// Callers who hang up at once when nobody is free: the formulas against the chain of who is there, state by state.
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/analytic/call_queue.hpp"
#include "reference.hpp"

namespace freiton::analytic {
namespace {

using test::expect_close;

struct BalkCase {
    double agents;
    double load;
    double patience;  // mean, in handling times of 1 s; 0: endless
    double places;    // waiting places; 0: without limit
    double balk;
};

// All figures by the chain itself; a caller's own way through the queue by uniformisation.
struct Chain {
    explicit Chain(const BalkCase& c) : c_{c} {
        const auto states = static_cast<std::size_t>(c.agents + (c.places > 0.0 ? c.places : 1500.0)) + 1;
        weight.assign(states, 0.0);
        weight[0] = 1.0;
        double all = 1.0;
        for (std::size_t n = 1; n < states; ++n) {
            const bool busy_before = static_cast<double>(n) > c.agents;
            const double served = std::min(static_cast<double>(n), c.agents);
            const double leaving = served + leaves_of(static_cast<double>(n) - c.agents);
            weight[n] = weight[n - 1] * c.load * (busy_before ? 1.0 - c.balk : 1.0) / leaving;
            all += weight[n];
        }
        for (double& w : weight) w /= all;
        limited = c.places > 0.0;
    }

    double leaves_of(double waiting) const { return waiting > 0.0 && c_.patience > 0.0 ? waiting / c_.patience : 0.0; }

    // P(an arrival finds all busy and is admitted), and the same by how many wait.
    double found_busy() const {
        double sum = 0.0;
        for (std::size_t k = 0; k < waiting(); ++k) sum += weight[agents() + k];
        return sum;
    }
    std::size_t agents() const { return static_cast<std::size_t>(c_.agents); }
    std::size_t waiting() const { return weight.size() - agents() - (limited ? 1 : 0); }
    double blocked() const { return limited ? weight.back() : 0.0; }
    double served() const {  // by flow: what agents complete
        double sum = 0.0;
        for (std::size_t n = 0; n < weight.size(); ++n) sum += weight[n] * std::min(static_cast<double>(n), c_.agents);
        return sum / c_.load;
    }
    double queue() const {
        double sum = 0.0;
        for (std::size_t n = agents(); n < weight.size(); ++n) sum += weight[n] * static_cast<double>(n - agents());
        return sum;
    }

    // Of all arrivals: answered, and given up, within t after joining.
    std::pair<double, double> within(double t) const {
        const std::size_t most = waiting();
        std::vector<double> here(most);  // [callers ahead]: the tagged caller still waits
        for (std::size_t k = 0; k < most; ++k) here[k] = (1.0 - c_.balk) * weight[agents() + k];
        const double own = c_.patience > 0.0 ? 1.0 / c_.patience : 0.0;
        const double rate = c_.agents + leaves_of(static_cast<double>(most)) + own;
        double answered = 1.0 - found_busy() - blocked();
        double gave_up = 0.0;
        double log_poisson = -rate * t;
        double still = 1.0 - std::exp(log_poisson);                              // P(more steps than so many)
        const double most_steps = rate * t + 12.0 * std::sqrt(rate * t) + 30.0;  // beyond: less than 1e-16
        for (int step = 0; step < most_steps; ++step) {
            std::vector<double> next(most, 0.0);
            for (std::size_t k = 0; k < most; ++k) {
                const double ahead = c_.agents + leaves_of(static_cast<double>(k));
                gave_up += still * here[k] * own / rate;
                (k == 0 ? answered : next[k - 1]) += (k == 0 ? still : 1.0) * here[k] * ahead / rate;
                next[k] += here[k] * (1.0 - (ahead + own) / rate);
            }
            here = std::move(next);
            log_poisson += std::log(rate * t / (step + 1));
            still -= std::exp(log_poisson);
        }
        return {answered, gave_up};
    }

    std::vector<double> weight;
    bool limited = false;

  private:
    BalkCase c_;
};

constexpr BalkCase balk_cases[] = {
    {1, 0.8, 2.0, 0, 0.5},   {5, 4.5, 0.7, 0, 0.2},  {10, 14.0, 1.5, 0, 0.3}, {12, 12.0, 0.5, 6, 0.1},
    {20, 18.0, 4.0, 3, 1.0}, {8, 7.0, 0.0, 0, 0.25}, {8, 9.0, 0.0, 0, 0.4},   {6, 7.5, 0.0, 4, 0.3},
};

CallQueue queue_of_case(const BalkCase& c) {
    CallStream calls{.rate = ArrivalRate{c.load, Seconds{1.0}}, .handling_time = Seconds{1.0}};
    calls.balk = c.balk;
    if (c.patience > 0.0) calls.patience = Seconds{c.patience};
    if (c.places > 0.0) calls.lines = static_cast<int>(c.agents + c.places);
    return {calls, Agents{c.agents}};
}

TEST(Balk, SharesAndMeanWaitsAreThoseOfTheChain) {
    for (const BalkCase& c : balk_cases) {
        const std::string id = std::to_string(c.agents) + " agents, load " + std::to_string(c.load);
        const CallQueue queue = queue_of_case(c);
        const Chain chain{c};
        expect_close(chain.found_busy(), queue.wait_probability(), 1e-11, id + " wait probability");
        expect_close(chain.blocked(), queue.blocked_share(), 1e-11, id + " blocked", 1e-15);
        expect_close(chain.served(), queue.answered_share(), 1e-11, id + " answered");
        expect_close(1.0 - chain.served() - chain.blocked(), queue.abandoned_share(), 1e-10, id + " abandoned");
        expect_close(chain.queue(), queue.queue_mean(), 1e-10, id + " queue");
        expect_close(chain.served() * c.load, queue.busy_mean(), 1e-11, id + " busy");
        EXPECT_NEAR(queue.answered_share() + queue.abandoned_share() + queue.blocked_share(), 1.0, 1e-13) << id;
    }
}

TEST(Balk, LevelsAreThoseOfACallerWhoIsFollowedThroughTheChain) {
    for (const BalkCase& c : balk_cases) {
        const std::string id = std::to_string(c.agents) + " agents, load " + std::to_string(c.load);
        const CallQueue queue = queue_of_case(c);
        const Chain chain{c};
        for (const double t : {0.0, 0.1, 0.5}) {
            const auto [answered, gave_up] = chain.within(t);
            const WithinThreshold within = queue.within(Seconds{t});
            const double balked = c.balk * chain.found_busy();
            EXPECT_NEAR(within.answered, answered, 1e-10) << id << " t " << t;
            EXPECT_NEAR(within.abandoned, gave_up + balked, 1e-10) << id << " t " << t;
            const double waits =
                chain.found_busy() - balked - gave_up - (answered - (1.0 - chain.found_busy() - chain.blocked()));
            EXPECT_NEAR(queue.waiting_after(Seconds{t}), waits / (1.0 - chain.blocked()), 1e-10) << id << " t " << t;
        }
    }
}

TEST(Balk, WhereEverybodyHangsUpAtOnceItIsErlangB) {
    const CallQueue queue = queue_of_case({7, 6.0, 0.0, 0, 1.0});
    const Chain losses{{7, 6.0, 0.0, 0, 1.0}};
    EXPECT_NEAR(queue.abandoned_share(), losses.found_busy(), 1e-13);
    EXPECT_EQ(queue.queue_mean(), 0.0);
}

}  // namespace
}  // namespace freiton::analytic
