// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/call_demand.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>

namespace freiton::analytic {

namespace {

std::vector<DayFactor> quadrature(double cv) {
    const double shape = 1.0 / (cv * cv);
    Eigen::VectorXd diagonal(day_factor_nodes);
    Eigen::VectorXd beside(day_factor_nodes - 1);
    for (int i = 0; i < day_factor_nodes; ++i) diagonal(i) = 2.0 * i + shape;
    for (int i = 1; i < day_factor_nodes; ++i) beside(i - 1) = std::sqrt(i * (i - 1.0 + shape));
    Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
    solver.computeFromTridiagonal(diagonal, beside);
    std::vector<DayFactor> factors;
    for (int i = 0; i < day_factor_nodes; ++i) {
        const double first = solver.eigenvectors()(0, i);
        factors.push_back({std::max(0.0, solver.eigenvalues()(i)) / shape, first * first});
    }
    return factors;
}

}  // namespace

std::vector<DayFactor> day_factors(double cv) {
    EXPECTS(cv >= 0.0);
    if (cv == 0.0) return {{1.0, 1.0}};
    // A plan asks again and again for the same one, and it costs more than the queues that it is for.
    thread_local double last_cv = 0.0;
    thread_local std::vector<DayFactor> last;
    if (cv != last_cv) last = quadrature(cv);
    last_cv = cv;
    return last;
}

CallStream with_redials(const CallStream& first_attempts, const Redial& redial, Agents agents) {
    EXPECTS(redial.attempts >= 1);
    const double first = first_attempts.rate.per_second();
    if (first == 0.0 || redial.attempts == 1 || redial.share.value() == 0.0) return first_attempts;
    CallStream all = first_attempts;
    const auto excess = [&](double factor) {  // of the attempts that these losses cause over the attempts assumed
        all.rate = ArrivalRate{first * factor, Seconds{1.0}};
        const double lost = 1.0 - CallQueue{all, agents}.answered_share();
        const double again = redial.share.value() * std::clamp(lost, 0.0, 1.0);
        double sum = 0.0;
        for (int i = 0; i < redial.attempts; ++i) sum = 1.0 + again * sum;
        return sum - factor;
    };
    const double most = redial.attempts;
    std::uintmax_t steps = 200;
    const double at_least = excess(1.0);
    if (at_least > 0.0 && excess(most) < 0.0) {
        const auto [below, above] =
            boost::math::tools::toms748_solve(excess, 1.0, most, boost::math::tools::eps_tolerance<double>(44), steps);
        ENSURES(steps < 200);
        excess(0.5 * (below + above));
    } else {
        excess(at_least > 0.0 ? most : 1.0);  // everybody is lost and tries as often as he can, or nobody is
    }
    return all;
}

DemandParts::DemandParts(const CallDemand& demand, Agents agents) {
    for (const DayFactor& day : demand.days) {
        CallStream calls = demand.first_attempts;
        calls.rate = ArrivalRate{calls.rate.per_second() * day.factor, Seconds{1.0}};
        if (demand.redial) calls = with_redials(calls, *demand.redial, agents);
        parts_.push_back({calls, CallQueue{calls, agents}, day.probability});
    }
}

CallSums DemandParts::sums(Seconds length, Seconds threshold, Counting counting, double short_s) const {
    const double t = length.count();
    CallSums sums{.open_s = t};
    for (const auto& [calls, queue, probability] : parts_) {
        const double n = calls.rate.per_second() * t * probability;
        sums.load_s += calls.load().value() * t * probability;
        if (n == 0.0) continue;
        const LevelParts level = service_level_parts(queue, threshold, counting, short_s);
        const double answered = n * queue.answered_share();
        const double admitted = n * (1.0 - queue.blocked_share());
        sums.offered += n;
        sums.answered += answered;
        sums.abandoned += n * queue.abandoned_share();
        if (short_s >= 0.0) sums.short_abandoned += n * queue.within(Seconds{short_s}).abandoned;
        sums.blocked += n * queue.blocked_share();
        sums.in_time += n * level.in_time;
        sums.level_base += n * level.base;
        sums.waited += n * queue.wait_probability();
        sums.answered_wait_s += answered > 0.0 ? answered * queue.asa().count() : 0.0;
        sums.admitted_wait_s += admitted > 0.0 ? admitted * queue.wait_all().count() : 0.0;
        sums.queue_s += queue.queue_mean() * t * probability;
        sums.busy_s += queue.busy_mean() * t * probability;
    }
    return sums;
}

std::vector<WaitPart> DemandParts::waits(Seconds length) const {
    std::vector<WaitPart> waits;
    for (const auto& [calls, queue, probability] : parts_)
        if (calls.rate.per_second() > 0.0)
            waits.push_back(
                {calls.rate.per_second() * length.count() * probability * (1.0 - queue.blocked_share()), queue});
    return waits;
}

}  // namespace freiton::analytic
