// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/quick_level.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>

#include "freiton/analytic/erlang_b.hpp"
#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

using Gauss10 = boost::math::quadrature::gauss<double, 10>;

constexpr double drop = 22.0;          // e^-22 = 3e-10 of the peak is left out
constexpr double few_arrivals = 20.0;  // up to here states are fewer than nodes

// A figure and its derivative.
struct Grows {
    double value = 0.0;
    double slope = 0.0;
};
Grows operator+(Grows a, Grows b) { return {a.value + b.value, a.slope + b.slope}; }
Grows operator-(Grows a, Grows b) { return {a.value - b.value, a.slope - b.slope}; }
Grows operator*(double factor, Grows a) { return {factor * a.value, factor * a.slope}; }
LevelAndSlope ratio(Grows a, Grows b) {
    const double level = a.value / b.value;
    return {level, (a.slope - level * b.slope) / b.value};
}

// Sums over callers who wait, relative to "all busy, none waits", by exp(-ln_scale); slopes are by c.
struct WaitingMass {
    Grows mass{};
    Grows served{};
};
WaitingMass operator+(const WaitingMass& a, const WaitingMass& b) { return {a.mass + b.mass, a.served + b.served}; }

// The virtual wait, with density c exp(y (1 - e^-v) - c v).
struct WaitShape {
    double c;
    double y;
    double peak;
    double ln_scale;

    WaitShape(double services, double arrivals)
        : c{services},
          y{arrivals},
          peak{y > c ? std::log(y / c) : 0.0},
          ln_scale{peak > 0.0 && !few() ? y - c - c * peak : 0.0} {}

    bool few() const { return y < few_arrivals; }

    // Beyond these waits the density has dropped by e^-drop: e^-w - 1 + w >= w^2/2 / (1 + w/3), >= w^2/2 for w < 0.
    double first() const { return std::max(0.0, peak - std::sqrt(2.0 * drop / c)); }
    double last() const {
        const double third = drop / (3.0 * std::min(c, y));
        const double curved = peak + third + std::sqrt(third * (third + 6.0));
        return c > y ? std::min(curved, drop / (c - y)) : curved;
    }
    WaitingMass between(double from, double to) const;
    WaitingMass within(double wait) const {
        const double cut = std::clamp(wait, first(), last());
        return between(first(), std::min(peak, cut)) + between(std::max(first(), std::min(peak, cut)), cut);
    }
    WaitingMass beyond(double wait) const {
        const double cut = std::clamp(wait, first(), last());
        return between(cut, std::max(peak, cut)) + between(std::max(peak, cut), last());
    }
    WaitingMass all_states() const;
};

// Ten nodes on a part that reaches from the peak to seven deviations at most.
WaitingMass WaitShape::between(double from, double to) const {
    if (to <= from) return {};
    const double middle = 0.5 * (from + to);
    const double half = 0.5 * (to - from);
    double mass = 0.0;
    double served = 0.0;
    double delayed = 0.0;  // the same times the wait
    double delayed_served = 0.0;
    for (std::size_t i = 0; i < Gauss10::abscissa().size(); ++i)
        for (const double sign : {-1.0, 1.0}) {
            const double v = middle + sign * half * Gauss10::abscissa()[i];
            const double there = std::exp(-v);
            const double density = Gauss10::weights()[i] * std::exp(y * (1.0 - there) - c * v - ln_scale);
            mass += density;
            served += density * there;
            delayed += density * v;
            delayed_served += density * v * there;
        }
    return {{half * c * mass, half * (mass - c * delayed)}, {half * c * served, half * (served - c * delayed_served)}};
}

// State by state, as queue_states.hpp.
WaitingMass WaitShape::all_states() const {
    WaitingMass sum;
    double t = 1.0;
    double stages = 0.0;  // sum of 1 / (c+i)
    for (double k = 0.0; t > 1e-10 * sum.mass.value || y > c + k; ++k) {
        const double leaving = 1.0 / (c + k + 1.0);
        const double served = t * c * leaving;
        sum.mass = sum.mass + Grows{t, -t * stages};
        sum.served = sum.served + Grows{served, served * (1.0 / c - leaving - stages)};
        t *= y * leaving;
        stages += leaving;
    }
    return sum;
}

}  // namespace

QuickLevel::QuickLevel(Erlangs offered, double patience, double threshold, Counting counting)
    : a_{offered.value()},
      patience_{patience},
      y_{offered.value() * patience},
      threshold_{threshold / patience},
      gone_{-std::expm1(-threshold_)},
      counting_{counting} {
    EXPECTS(a_ > 0.0 && patience > 0.0 && threshold >= 0.0);
}

bool QuickLevel::covers(double agents) const {
    return agents >= 1.0 && a_ >= 0.05 && a_ <= 1e5 && y_ <= 1e6 && threshold_ <= 2.0 &&
           agents <= a_ + 10.0 * std::sqrt(a_) + 10.0 && agents >= 0.2 * a_;
}

// 1/B by its recurrence from the last number of agents, where that is near; downwards errors grow, so anew below.
void QuickLevel::move_to(double agents) {
    constexpr double far = 16.0;
    if (n_ < 0.0 || std::abs(agents - n_) > far || (agents < n_ && agents < 0.8 * a_)) {
        reciprocal_ = reciprocal_blocking(Agents{agents}, Erlangs{a_}).value;
        n_ = agents;
        return;
    }
    for (; n_ < agents; reciprocal_ = 1.0 + n_ / a_ * reciprocal_) n_ += 1.0;
    for (; n_ > agents; n_ -= 1.0) reciprocal_ = (reciprocal_ - 1.0) * a_ / n_;
}

LevelAndSlope QuickLevel::at(double agents) {
    EXPECTS(covers(agents));
    move_to(agents);
    const WaitShape shape{agents * patience_, y_};
    const WaitingMass within = shape.within(threshold_);
    const WaitingMass all = shape.few() ? shape.all_states() : within + shape.beyond(threshold_);
    const double scale = std::exp(-shape.ln_scale);
    const double reciprocal_slope = (agents + 1.0) / a_ * reciprocal_ + 1.0 - reciprocal_;  // x(n+1) - x(n)
    const Grows idle{(reciprocal_ - 1.0) * scale, reciprocal_slope * scale};
    const auto per_agent = [this](Grows of_c) { return Grows{of_c.value, of_c.slope * patience_}; };
    const Grows everybody = idle + per_agent(all.mass);
    const Grows answered = idle + per_agent(within.served);
    const Grows early = per_agent(within.mass - within.served + gone_ * (all.mass - within.mass));
    switch (counting_) {
        case Counting::offered:
            return ratio(answered, everybody);
        case Counting::answered:
            return ratio(answered, idle + per_agent(all.served));
        case Counting::offered_without_early:
            return ratio(answered, everybody - early);
        case Counting::early_counts:
            return ratio(answered + early, everybody);
        case Counting::virtual_wait:
            return ratio(idle + per_agent(within.mass), everybody);
    }
    contract_violated("expects", "a known counting rule", __FILE__, __LINE__);
}

double QuickLevel::agents_near(double level) const {
    // In a fluid the wait is as long as makes as many give up as are too many; round it waits spread normally, with
    // the deviation 1/sqrt(c). The logistic law stands for the normal one.
    const double there = counting_ == Counting::offered ? 1.0 - gone_ : 1.0;
    const double share = std::clamp(level / there, 0.05, 0.95);
    const double deviations = 0.6 * std::log(share / (1.0 - share));
    const double wait = threshold_ - deviations / std::sqrt(y_ * (1.0 - gone_));
    const double most = a_ + std::max(0.0, deviations) * std::sqrt(a_) * 0.6;
    return std::clamp(a_ * std::exp(-wait), std::min(most, counting_ == Counting::offered ? a_ * level : 0.0), most);
}

double QuickLevel::agents_after(double agents, LevelAndSlope found, double level) const {
    const double most = 2.0 * std::sqrt(a_) + 1.0;  // far from the answer a level is flat
    const double step = (level - found.level) / std::max(found.slope, 1e-9);
    return std::ceil(agents + std::clamp(step, -most, most));
}

}  // namespace freiton::analytic
