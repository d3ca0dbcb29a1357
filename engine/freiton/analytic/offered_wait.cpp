// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/offered_wait.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

using Kronrod31 = boost::math::quadrature::gauss_kronrod<double, 31>;
using Gauss15 = boost::math::quadrature::gauss<double, 15>;

constexpr double left_out_drop = 33.0;    // e^-33 = 5e-15 of the largest density between the bounds
constexpr double panel_drop = 15.0;       // of the exponent over a panel
constexpr double nodes_agree = 1e-10;     // of 15 and 31 nodes: the error of 31 is far smaller where all is smooth
constexpr int most_panels = 500;          // of one integral; what rounding leaves uncertain would be cut for ever
constexpr double of_no_interest = 1e-30;  // of the mass

void add_integrals(WaitIntegrals& sum, const WaitIntegrals& part) {
    sum.mass += part.mass;
    sum.served += part.served;
    sum.abandoned += part.abandoned;
    sum.served_wait += part.served_wait;
    sum.abandoned_wait += part.abandoned_wait;
}

void add_node(WaitIntegrals& sum, double density, double v, const LawUpto& law) {
    sum.mass += density;
    sum.served += density * law.lasts;
    sum.abandoned += density * law.ended;
    sum.served_wait += density * v * law.lasts;
    sum.abandoned_wait += density * law.ended_mean_s;
}

// `rounding`: of the exponent, and so of all that is added up.
bool agree(const WaitIntegrals& fine, const WaitIntegrals& coarse, const WaitIntegrals& before, double rounding) {
    const double floor = of_no_interest * (before.mass + fine.mass);
    const auto near = [&](double WaitIntegrals::*part) {
        return std::abs(fine.*part - coarse.*part) <= (nodes_agree + rounding) * (before.*part + fine.*part) + floor;
    };
    return near(&WaitIntegrals::mass) && near(&WaitIntegrals::abandoned) && near(&WaitIntegrals::served_wait) &&
           near(&WaitIntegrals::abandoned_wait);
}

// The integrals from 0 to 1 of e^-zu and of u e^-zu, z >= 0.
struct Falling {
    double mass;
    double moment;
};
Falling falling(double z) {
    if (z > 0.5) return {-std::expm1(-z) / z, (1.0 - (1.0 + z) * std::exp(-z)) / (z * z)};
    double term = 1.0;
    Falling sum{1.0, 0.5};
    for (int k = 1; k < 14; ++k) {
        term *= -z / k;
        sum.mass += term / (k + 1.0);
        sum.moment += term / (k + 2.0);
    }
    return sum;
}

}  // namespace

OfferedWait::OfferedWait(QueueShape shape, std::shared_ptr<const PatienceLaw> patience)
    : shape_{shape}, patience_{std::move(patience)} {
    EXPECTS(shape.c > 0.0 && shape.y > 0.0);
    peak_ = find_peak();
    ln_scale_ = exponent(peak_);
}

// Where as many are served as are left of those who came: P(patience > v) = c / y, which is at most 1 / v.
double OfferedWait::find_peak() const {
    const double c = shape_.c;  // no structured binding: clang 14 cannot capture it
    const double y = shape_.y;
    const auto growth = [&](double v) { return y * patience_->upto(v).lasts - c; };
    if (growth(0.0) <= 0.0) return 0.0;
    if (patience_->in_steps()) {
        std::size_t ended = 0;
        while (y * patience_->after(ended).lasts > c) ++ended;
        return patience_->breaks()[ended - 1];
    }
    std::uintmax_t steps = 200;
    const auto [low, high] = boost::math::tools::toms748_solve(growth, 0.0, (1.0 + 1e-9) * y / c,
                                                               boost::math::tools::eps_tolerance<double>(16), steps);
    return 0.5 * (low + high);
}

WaitIntegrals OfferedWait::between(double from, double to) const {
    EXPECTS(from >= 0.0 && from <= to);
    WaitIntegrals sum;
    if (patience_->in_steps()) {
        add_steps(sum, from, to);
        return sum;
    }
    const double middle = std::clamp(peak_, from, to);
    add_upwards(sum, middle, to);
    add_downwards(sum, from, middle);
    return sum;
}

// The exponent's slope there; where that is nearly level a wide guess, as panels are halved until they suit.
double OfferedWait::first_width(double v) const {
    const double slope = std::abs(shape_.y * patience_->upto(v).lasts - shape_.c);
    return panel_drop / std::max(slope, 1e-3 * shape_.c);
}

void OfferedWait::add_upwards(WaitIntegrals& sum, double from, double to) const {
    const auto& breaks = patience_->breaks();
    int left = most_panels;
    double width = first_width(from);
    double v = from;
    const double lowest = exponent(v) - left_out_drop;
    for (double at = exponent(v); v < to && at > lowest;) {
        const auto next_break = std::upper_bound(breaks.begin(), breaks.end(), v);
        double next = std::min(to, v + std::min(width, 1.0 + v));
        if (next_break != breaks.end()) next = std::min(next, *next_break);
        double there = exponent(next);
        for (; at - there > panel_drop; there = exponent(next)) next = v + 0.5 * (next - v);
        add_panel(sum, v, next, left);
        width = 2.0 * (next - v);
        v = next;
        at = there;
    }
}

void OfferedWait::add_downwards(WaitIntegrals& sum, double from, double to) const {
    const auto& breaks = patience_->breaks();
    int left = most_panels;
    double width = first_width(to);
    double v = to;
    const double lowest = exponent(v) - left_out_drop;
    for (double at = exponent(v); v > from && at > lowest;) {
        const auto last_break = std::lower_bound(breaks.begin(), breaks.end(), v);
        double next = std::max(from, v - std::min(width, 1.0));
        if (last_break != breaks.begin()) next = std::max(next, *std::prev(last_break));
        double there = exponent(next);
        for (; at - there > panel_drop; there = exponent(next)) next = v - 0.5 * (v - next);
        add_panel(sum, next, v, left);
        width = 2.0 * (v - next);
        v = next;
        at = there;
    }
}

void OfferedWait::add_panel(WaitIntegrals& sum, double from, double to, int& left) const {
    const double middle = 0.5 * (from + to);
    const double half = 0.5 * (to - from);
    WaitIntegrals fine;
    WaitIntegrals coarse;
    for (std::size_t i = 0; i < Kronrod31::abscissa().size(); ++i)
        for (const double sign : {-1.0, 1.0}) {
            if (i == 0 && sign < 0.0) continue;  // the middle, once
            const double v = middle + sign * half * Kronrod31::abscissa()[i];
            const LawUpto law = patience_->upto(v);
            const double density = half * std::exp(exponent(v, law));
            add_node(fine, Kronrod31::weights()[i] * density, v, law);
            if (i % 2 == 0) add_node(coarse, Gauss15::weights()[i / 2] * density, v, law);
        }
    if (--left <= 0 || agree(fine, coarse, sum, 1e-15 * shape_.y)) {
        add_integrals(sum, fine);
        return;
    }
    const double cut = from == 0.0 ? 0.2 * to : middle;  // where a law is wild it is so at 0
    add_panel(sum, cut, to, left);
    add_panel(sum, from, cut, left);
}

void OfferedWait::add_steps(WaitIntegrals& sum, double from, double to) const {
    const auto& breaks = patience_->breaks();
    const double lowest = exponent(std::clamp(peak_, from, to)) - left_out_drop;
    auto passed = static_cast<std::size_t>(std::upper_bound(breaks.begin(), breaks.end(), from) - breaks.begin());
    for (double v = from; v < to; ++passed) {
        const double next = passed < breaks.size() ? std::min(to, breaks[passed]) : to;
        const LawUpto& law = patience_->after(passed);
        if (v >= peak_ && exponent(v, law) < lowest) return;
        add_piece(sum, v, next, law);
        v = next;
    }
}

// From the end at which the density is larger.
void OfferedWait::add_piece(WaitIntegrals& sum, double from, double to, const LawUpto& law) const {
    const double slope = shape_.y * law.lasts - shape_.c;
    if (slope <= 0.0) {
        const double density = std::exp(exponent(from, law));
        const double width = to - from;
        const auto [mass, moment] = std::isinf(to) ? Falling{1.0, 1.0} : falling(-slope * width);
        const double unit = std::isinf(to) ? -1.0 / slope : width;
        add_node(sum, density * unit * mass, from + unit * moment / mass, law);
        return;
    }
    const double width = to - from;
    const auto [mass, moment] = falling(slope * width);
    add_node(sum, std::exp(exponent(to, law)) * width * mass, to - width * moment / mass, law);
}

}  // namespace freiton::analytic
