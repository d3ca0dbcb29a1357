// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "analytic/carried_day.hpp"

namespace freiton::analytic {
namespace {

TransientDemand six_hours(const std::vector<double>& arrivals) {
    TransientDemand demand{.interval_s = 1800.0, .arrivals = arrivals};
    demand.closed_s.assign(arrivals.size(), 0.0);
    demand.closed_s.back() = infinity;
    demand.handling_time = Seconds{240.0};
    demand.patience = Seconds{150.0};
    demand.threshold = Seconds{20.0};
    return demand;
}

void expect_same(const CallSums& a, const CallSums& b, double absolute, const std::string& where) {
    EXPECT_NEAR(a.in_time, b.in_time, absolute) << where;
    EXPECT_NEAR(a.waited, b.waited, absolute) << where;
    EXPECT_NEAR(a.answered, b.answered, absolute) << where;
    EXPECT_NEAR(a.abandoned, b.abandoned, absolute) << where;
    EXPECT_NEAR(a.blocked, b.blocked, absolute) << where;
    EXPECT_NEAR(a.level_base, b.level_base, absolute) << where;
    EXPECT_NEAR(a.queue_s / a.open_s, b.queue_s / b.open_s, absolute) << where;
    EXPECT_NEAR(a.busy_s / a.open_s, b.busy_s / b.open_s, absolute) << where;
    EXPECT_NEAR(a.answered_wait_s / a.open_s, b.answered_wait_s / b.open_s, absolute) << where;
    EXPECT_NEAR(a.admitted_wait_s / a.open_s, b.admitted_wait_s / b.open_s, absolute) << where;
}

// Half of all calls go on for as long as a call lasts; the others end, both at twice the pace: an exponential law.
TEST(TransientPhases, TwoPhasesOfAnExponentialLawAreThatLaw) {
    for (int variant = 0; variant < 4; ++variant) {
        TransientDemand demand = six_hours({20.0, 60.0, 45.0, 50.0, 15.0, 0.0});
        std::vector<int> agents = {4, 8, 9, 3, 0, 4};
        if (variant == 1) demand.patience.reset(), agents = {4, 10, 9, 7, 5, 2};
        if (variant == 2) demand.lines = 9;
        if (variant == 3) {
            demand.threshold = Seconds{2000.0};
            demand.at_close = AtClose::drop;
            demand.closed_s[2] = 3600.0;
            demand.counting = Counting::offered_without_early;
        }
        const auto one_phase = day_of(TransientDay{demand}, agents);
        demand.second_phase = SecondPhase{.share = 0.5, .mean = demand.handling_time};
        const auto phases = day_of(TransientDay{demand}, agents);
        for (std::size_t i = 0; i < agents.size(); ++i) {
            const std::string where = std::to_string(variant) + " interval " + std::to_string(i);
            expect_same(one_phase[i].sums, phases[i].sums, 1e-9, where);
            EXPECT_NEAR(one_phase[i].queue_at_end, phases[i].queue_at_end, 1e-9) << where;
            EXPECT_NEAR(one_phase[i].idle_s, phases[i].idle_s, 1e-6) << where;
        }
    }
}

// The steady state of M/H2/s+M, told apart by kinds of calls in place of phases: calls of two kinds, each exponential;
// (callers in the system, calls of the second kind in service). Solved by elimination.
class TwoKinds {
  public:
    TwoKinds(double arrival, double first_share, double first, double second, double abandon, int agents)
        : arrival_{arrival},
          share_{first_share},
          first_{first},
          second_{second},
          abandon_{abandon},
          agents_{agents},
          flow_(states(), std::vector<double>(states(), 0.0)) {
        for (int n = 0; n <= top; ++n)
            for (int k = 0; k <= std::min(n, agents_); ++k) leave(n, k);
        solve();
    }

    double mean_queue() const {
        return sum([&](int n) { return std::max(0, n - agents_); });
    }
    double mean_busy() const {
        return sum([&](int n) { return std::min(n, agents_); });
    }
    double wait_probability() const {
        return sum([&](int n) { return n >= agents_ ? 1 : 0; });
    }

    // Share of callers who are answered within the time: the callers before one who waits, by steps of a fine series.
    double answered_within(double seconds) const {
        const double pace = agents_ * std::max(first_, second_) + (top + 1) * abandon_;
        std::vector<double> now = weight_;
        for (int n = 0; n < agents_; ++n)
            for (int k = 0; k <= n; ++k) now[at(n, k)] = 0.0;
        double answered = 1.0 - wait_probability();
        // Poisson sums of the chance to have been answered after j steps.
        double term = std::exp(-pace * seconds);
        double upto = 0.0;
        double by_step = 0.0;
        for (int j = 0; j < 400; ++j) {
            upto += term * by_step;
            term *= pace * seconds / (j + 1.0);
            by_step += one_step(now, pace);
        }
        return answered + upto;
    }

  private:
    static constexpr int top = 45;

    std::size_t states() const { return static_cast<std::size_t>((top + 1) * (agents_ + 1)); }
    std::size_t at(int n, int k) const { return static_cast<std::size_t>(n * (agents_ + 1) + k); }

    void go(int n, int k, int to_n, int to_k, double rate) {
        flow_[at(to_n, to_k)][at(n, k)] += rate;
        flow_[at(n, k)][at(n, k)] -= rate;
    }

    void leave(int n, int k) {
        const int busy = std::min(n, agents_);
        if (n < top && n < agents_) {
            go(n, k, n + 1, k, arrival_ * share_);
            go(n, k, n + 1, k + 1, arrival_ * (1.0 - share_));
        } else if (n < top)
            go(n, k, n + 1, k, arrival_);
        if (n > agents_) {
            go(n, k, n - 1, k, (n - agents_) * abandon_ + (busy - k) * first_ * share_ + k * second_ * (1.0 - share_));
            if (k < agents_) go(n, k, n - 1, k + 1, (busy - k) * first_ * (1.0 - share_));
            if (k > 0) go(n, k, n - 1, k - 1, k * second_ * share_);
        } else if (n > 0) {
            if (k < busy) go(n, k, n - 1, k, (busy - k) * first_);
            if (k > 0) go(n, k, n - 1, k - 1, k * second_);
        }
    }

    void solve() {  // one equation says that all sum to one; states that cannot be weigh nothing
        const std::size_t size = states();
        std::vector<double> right(size, 0.0);
        for (int n = 0; n <= top; ++n)
            for (int k = std::min(n, agents_) + 1; k <= agents_; ++k) flow_[at(n, k)][at(n, k)] = 1.0;
        flow_[0].assign(size, 1.0);
        right[0] = 1.0;
        for (std::size_t c = 0; c < size; ++c) {
            std::size_t pivot = c;
            for (std::size_t r = c + 1; r < size; ++r)
                if (std::abs(flow_[r][c]) > std::abs(flow_[pivot][c])) pivot = r;
            std::swap(flow_[c], flow_[pivot]);
            std::swap(right[c], right[pivot]);
            for (std::size_t r = 0; r < size; ++r) {
                if (r == c || flow_[r][c] == 0.0) continue;
                const double part = flow_[r][c] / flow_[c][c];
                for (std::size_t j = c; j < size; ++j) flow_[r][j] -= part * flow_[c][j];
                right[r] -= part * right[c];
            }
        }
        for (std::size_t c = 0; c < size; ++c) weight_.push_back(right[c] / flow_[c][c]);
    }

    // One event of the callers before him, and how many are answered at it.
    double one_step(std::vector<double>& now, double pace) const {
        std::vector<double> next(now.size(), 0.0);
        double answered = 0.0;
        for (int n = agents_; n <= top; ++n)
            for (int k = 0; k <= agents_; ++k) {
                const double weight = now[at(n, k)];
                if (weight == 0.0) continue;
                const double one = (agents_ - k) * first_;
                const double two = k * second_;
                const double up = one * (1.0 - share_);
                const double down = two * share_;
                const double gone = (n - agents_ + 1) * abandon_;  // somebody before him, or he himself
                next[at(n, k)] += weight * (1.0 - (one + two + gone) / pace);
                if (n == agents_) {
                    answered += weight * (one + two) / pace;
                    continue;
                }
                next[at(n - 1, k)] += weight * ((n - agents_) * abandon_ + one - up + two - down) / pace;
                if (k < agents_) next[at(n - 1, k + 1)] += weight * up / pace;
                if (k > 0) next[at(n - 1, k - 1)] += weight * down / pace;
            }
        now.swap(next);
        return answered;
    }

    template <class Value>
    double sum(const Value& value) const {
        double total = 0.0;
        for (int n = 0; n <= top; ++n)
            for (int k = 0; k <= std::min(n, agents_); ++k) total += weight_[at(n, k)] * value(n);
        return total;
    }

    double arrival_, share_, first_, second_, abandon_;
    int agents_;
    std::vector<std::vector<double>> flow_;
    std::vector<double> weight_;
};

// Twelve hours of the same. A law of two kinds of exponential calls is one of two phases: the quicker comes first, and
// who is of the slower kind goes on for as long as it takes.
TEST(TransientPhases, ForgetTheMorningAndAreASteadyQueueOfTwoKinds) {
    const double share = 0.8;
    const double first = 1.0 / 100.0;
    const double second = 1.0 / 500.0;
    for (const int agents : {1, 3, 5}) {
        const double mean = share / first + (1.0 - share) / second;
        TransientDemand demand = six_hours(std::vector<double>(24, 0.95 * agents * 1800.0 / mean));
        demand.handling_time = Seconds{mean};
        demand.second_phase = SecondPhase{(1.0 - share) * (1.0 - second / first), Seconds{1.0 / second}};
        const TransientInterval late = day_of(TransientDay{demand}, std::vector<int>(24, agents))[22];
        const TwoKinds steady{demand.arrivals[0] / 1800.0, share, first, second, 1.0 / 150.0, agents};
        EXPECT_NEAR(late.sums.queue_s / 1800.0, steady.mean_queue(), 1e-8) << agents;
        EXPECT_NEAR(late.sums.busy_s / 1800.0, steady.mean_busy(), 1e-8) << agents;
        EXPECT_NEAR(late.sums.waited / late.sums.offered, steady.wait_probability(), 1e-8) << agents;
        EXPECT_NEAR(late.sums.in_time / late.sums.offered, steady.answered_within(20.0), 1e-8) << agents;
    }
}

TEST(TransientPhases, AccountForEveryCallerOfRandomDays) {
    std::mt19937 random{7};
    std::uniform_int_distribution<int> people{0, 7};
    std::uniform_real_distribution<double> calls{0.0, 40.0};
    std::uniform_real_distribution<double> any{0.1, 1.0};
    for (int trial = 0; trial < 8; ++trial) {
        TransientDemand demand = six_hours(std::vector<double>(12, 0.0));
        for (double& arrivals : demand.arrivals) arrivals = calls(random);
        demand.patience = Seconds{40.0 * (trial + 1)};
        const double share = any(random);
        demand.second_phase = SecondPhase{share, any(random) / share * demand.handling_time};
        if (trial % 4 == 3) demand.lines = 9;
        if (trial % 5 == 4) demand.threshold = Seconds{2700.0};  // longer than an interval
        std::vector<int> agents;
        for (std::size_t i = 0; i < demand.arrivals.size(); ++i) agents.push_back(people(random));
        make_quiet_evening(demand, agents, 7);
        SCOPED_TRACE(trial);
        expect_every_caller(demand, agents, 1e-11);
    }
}

}  // namespace
}  // namespace freiton::analytic
