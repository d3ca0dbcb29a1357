// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/queue_states.hpp"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <cmath>

#include "freiton/analytic/gamma_ratio.hpp"
#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

constexpr double negligible = 1e-18;  // relative to what is already added up

// What grows from state to state: the stages that a caller with k ahead must pass are i = 1 ... k+1.
struct Stages {
    double inverse = 0.0;  // sum of 1 / (c+i)
    double share = 0.0;    // sum of i / (c+i)
};

// The same sums for m stages in one step; all parts positive (digamma's series, cancellation taken out by hand).
Stages stages_up_to(double c, double m) {
    const double z = c + 1.0;
    if (c < 20.0) {
        const double inverse = boost::math::digamma(z + m, Policy{}) - boost::math::digamma(z, Policy{});
        return {inverse, m - c * inverse};
    }
    const double w = z + m;
    // digamma(x) = ln x - 1/2x - 1/12x^2 + 1/120x^4 - 1/252x^6
    const auto correction = [](double x) {
        const double q = 1.0 / (x * x);
        return 0.5 / x + q * (1.0 / 12 - q * (1.0 / 120 - q / 252));
    };
    const double rest = correction(z) - correction(w);
    const double inverse = std::log1p(m / z) + rest;
    return {inverse, m / z - c * boost::math::log1pmx(m / z, Policy{}) - c * rest};
}

// `leaving` is 1 / (c+k+1), the one division that a state costs.
void add_state(QueueSums& sums, double c, double k, double t, double leaving, const Stages& stages) {
    const double per_leaving = t * leaving;
    sums.mass += t;
    sums.served += per_leaving * c;
    sums.abandoned += per_leaving * (k + 1.0);
    sums.served_wait += per_leaving * c * stages.inverse;
    sums.abandoned_wait += per_leaving * stages.share;
}

// From state k with weight t upwards; `stages` are those of the state before. True if it came to the last place; false
// if the weights faded before.
bool add_upwards(QueueSums& sums, QueueShape shape, double k, double t, double places, Stages stages) {
    const auto [c, y] = shape;
    while (k < places) {
        const double leaving = 1.0 / (c + k + 1.0);
        stages.inverse += leaving;
        stages.share += (k + 1.0) * leaving;
        add_state(sums, c, k, t, leaving, stages);
        t *= y * leaving;
        ++k;
        if (t < negligible * sums.mass && y < c + k) return false;
    }
    sums.last = t;
    return true;
}

// From state k - 1, below one of weight t, downwards; `stages` are those of state k. Returns the weight of state 0, or
// 0 where that is negligible.
double add_downwards(QueueSums& sums, QueueShape shape, double k, double t, Stages stages) {
    const auto [c, y] = shape;
    while (k > 0.0) {
        const double above = 1.0 / (c + k + 1.0);
        stages.inverse -= above;
        stages.share -= (k + 1.0) * above;
        t *= (c + k) / y;
        --k;
        if (t < negligible * sums.mass) return 0.0;
        add_state(sums, c, k, t, 1.0 / (c + k + 1.0), stages);
    }
    return t;
}

// ln t_k in one step: t_k is the Poisson probability of c + k relative to that of c, at mean y.
double ln_state_weight(QueueShape shape, double k) {
    return ln_reciprocal_poisson(shape.c, shape.y) - ln_reciprocal_poisson(shape.c + k, shape.y);
}

}  // namespace

QueueSums sum_queue_states(QueueShape shape, double places) {
    const auto [c, y] = shape;
    EXPECTS(c > 0.0 && y >= 0.0 && places >= 0.0);
    constexpr double near = 200.0;  // from state 0 the weights cannot overflow before the 200th
    const double peak = std::min(places, std::floor(std::max(0.0, y - c)));
    QueueSums sums;
    bool to_the_end = true;
    if (peak <= near) {
        to_the_end = add_upwards(sums, shape, 0.0, 1.0, places, {});
    } else {
        to_the_end = add_upwards(sums, shape, peak, 1.0, places, stages_up_to(c, peak));
        const double at_zero = add_downwards(sums, shape, peak, 1.0, stages_up_to(c, peak + 1.0));
        sums.ln_scale = at_zero > 0.0 ? -std::log(at_zero) : ln_state_weight(shape, peak);
    }
    if (!to_the_end && std::isfinite(places) && y > 0.0)
        sums.last = std::exp(ln_state_weight(shape, places) - sums.ln_scale);
    return sums;
}

QueueSums sum_endless_queue_states(double load_per_agent, double places) {
    EXPECTS(load_per_agent >= 0.0 && places >= 0.0 && std::isfinite(places));
    const bool growing = load_per_agent > 1.0;  // then from the last state down, so that nothing overflows
    const double ratio = growing ? 1.0 / load_per_agent : load_per_agent;
    QueueSums sums;
    double t = 1.0;
    if (growing) {
        sums.ln_scale = places * std::log(load_per_agent);
        sums.last = 1.0;
        t = ratio;
    }
    for (double i = 0.0; i < places; ++i) {
        const double k = growing ? places - 1.0 - i : i;
        sums.mass += t;
        sums.served_wait += t * (k + 1.0);
        t *= ratio;
        if (t < negligible * sums.mass * (1.0 - ratio)) break;
    }
    sums.served = sums.mass;
    if (!growing) sums.last = std::pow(load_per_agent, places);
    return sums;
}

}  // namespace freiton::analytic
