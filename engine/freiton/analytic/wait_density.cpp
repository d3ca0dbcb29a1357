// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/wait_density.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <cmath>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Gauss16 = boost::math::quadrature::gauss<double, 16>;

constexpr double negligible_drop = 46.0;  // e^-46 = 1e-20 of the peak
constexpr double far = 40.0;              // beyond it e^-v is nothing beside 1, and the rest has a closed form

// e^-w - 1 + w without cancellation: Taylor's series where |w| is small, w^2/2! - w^3/3! + ...
double convexity(double w) {
    if (std::abs(w) > 0.3) return std::expm1(-w) + w;
    constexpr double c2 = 1.0 / 2, c3 = -c2 / 3, c4 = -c3 / 4, c5 = -c4 / 5, c6 = -c5 / 6, c7 = -c6 / 7, c8 = -c7 / 8,
                     c9 = -c8 / 9, c10 = -c9 / 10, c11 = -c10 / 11, c12 = -c11 / 12;
    const double w2 = w * w;  // odd and even powers apart: two short chains instead of a long one
    const double even = c2 + w2 * (c4 + w2 * (c6 + w2 * (c8 + w2 * (c10 + w2 * c12))));
    const double odd = c3 + w2 * (c5 + w2 * (c7 + w2 * (c9 + w2 * c11)));
    return w2 * (even + w * odd);
}

// The exponent y (1 - e^-v) - c v relative to its largest value on v >= 0.
class Exponent {
  public:
    explicit Exponent(QueueShape shape) : shape_{shape}, peak_{shape.y > shape.c ? std::log(shape.y / shape.c) : 0.0} {}

    double peak() const { return peak_; }
    double operator()(double v) const { return (*this)(v, peak_ > 0.0 ? 0.0 : convexity(v)); }
    double operator()(double v, double convexity_of_v) const {  // for those who know convexity(v) already
        return peak_ > 0.0 ? -shape_.c * convexity(v - peak_) : -shape_.y * convexity_of_v - (shape_.c - shape_.y) * v;
    }
    // A width over which 16 nodes integrate to 1e-15: the exponent falls by at most about 12.
    double panel(double v, double direction) const {
        double width = std::min(1.0, 3.5 / std::sqrt(shape_.y * std::exp(-v)));
        while ((*this)(v) - (*this)(v + direction * width) > 12.0) width *= 0.5;
        return width;
    }

  private:
    QueueShape shape_;
    double peak_;
};

void add_panel(WaitIntegrals& sum, const Exponent& exponent, double from, double to, bool with_waits) {
    const double middle = 0.5 * (from + to);
    const double half = 0.5 * (to - from);
    for (std::size_t i = 0; i < Gauss16::abscissa().size(); ++i)
        for (const double sign : {-1.0, 1.0}) {
            const double v = middle + sign * half * Gauss16::abscissa()[i];
            const double bent = convexity(v);
            const double density = Gauss16::weights()[i] * half * std::exp(exponent(v, bent));
            const double gone = v - bent;  // 1 - e^-v
            const double still_there = v < 0.3 ? 1.0 - gone : std::exp(-v);
            sum.mass += density;
            sum.served += density * still_there;
            sum.abandoned += density * gone;
            if (!with_waits) continue;
            sum.served_wait += density * v * still_there;
            sum.abandoned_wait += density * (v < 0.3 ? still_there * convexity(-v) : gone - v * still_there);
        }
}

// From `far` on the exponent is a straight line of slope -c.
void add_tail(WaitIntegrals& sum, const Exponent& exponent, double c, double from, double to) {
    const double start = std::exp(exponent(from));
    const double mass = start / c * -std::expm1(-c * (to - from));
    const double served = start * std::exp(-from) / (c + 1.0) * -std::expm1(-(c + 1.0) * (to - from));
    sum.mass += mass;
    sum.served += served;
    sum.abandoned += mass;
    sum.served_wait += served * (from + 1.0 / (c + 1.0));
    sum.abandoned_wait += mass;
}

}  // namespace

double largest_exponent(QueueShape shape) {
    const auto [c, y] = shape;
    if (y <= c) return 0.0;
    const double d = (y - c) / c;
    return d < 1.0 ? -c * boost::math::log1pmx(d, Policy{}) : (y - c) - c * std::log(y / c);
}

WaitIntegrals integrate_wait_density(QueueShape shape, double from, double to, bool with_waits) {
    EXPECTS(shape.c > 0.0 && shape.y > 0.0 && from >= 0.0 && from <= to);
    const Exponent exponent{shape};
    const double last = std::min(to, std::max(from, far));
    const double peak = std::clamp(exponent.peak(), from, last);
    const double floor = exponent(peak) - negligible_drop;
    WaitIntegrals sum;
    double v = peak;
    while (v < last && exponent(v) > floor) {
        const double next = std::min(last, v + exponent.panel(v, 1.0));
        add_panel(sum, exponent, v, next, with_waits);
        v = next;
    }
    if (to > last && v >= last) add_tail(sum, exponent, shape.c, last, to);
    for (v = peak; v > from && exponent(v) > floor;) {
        const double next = std::max(from, v - exponent.panel(v, -1.0));
        add_panel(sum, exponent, next, v, with_waits);
        v = next;
    }
    return sum;
}

}  // namespace freiton::analytic
