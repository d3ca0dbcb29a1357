// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/patience_law.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/law_table.hpp"

namespace freiton::analytic {

namespace {

constexpr double all_but_constant = 1e-3;  // cv
constexpr double narrow = 0.05;            // nearly a constant: panels should end where it begins and ends

double as_number(Seconds time) { return time.count(); }
double as_number(double number) { return number; }

// But for the rounding of a division by the mean.
bool is_near(double a, double b) { return std::abs(a - b) <= 1e-12 * std::max({1.0, std::abs(a), std::abs(b)}); }

DurationLaw in_means(const DurationLaw& law) {
    if (law.law != Law::empirical && law.variation() < all_but_constant)
        return {.law = Law::constant, .mean = Seconds{1.0}};
    const double mean_s = law.mean_duration().count();
    const auto scaled = [mean_s](const std::optional<Seconds>& time) {
        return time ? std::optional{*time / mean_s} : std::nullopt;
    };
    DurationLaw shape{.law = law.law, .k = law.k};
    shape.min = scaled(law.min);
    shape.mode = scaled(law.mode);
    shape.max = scaled(law.max);
    if (law.mean) shape.mean = Seconds{1.0};
    if (law.cv || law.sd) shape.cv = law.variation();
    for (const double value_s : law.values_s) shape.values_s.push_back(value_s / mean_s);
    return shape;
}

}  // namespace

PatienceLaw::PatienceLaw(const DurationLaw& law)
    : shape_{in_means(law)}, upto_{law_upto_function(shape_)}, breaks_{law_breaks_s(shape_)} {
    if (!is_law_in_steps(shape_)) {
        if (breaks_.empty()) upto_ = LawTable{std::move(upto_)};
        const double cv = shape_.variation();
        if (cv < narrow && breaks_.empty()) breaks_ = {1.0 - 6.0 * cv, 1.0 - 2.0 * cv, 1.0 + 2.0 * cv, 1.0 + 6.0 * cv};
        return;
    }
    after_.push_back(upto_(0.0));
    for (const double v : breaks_) after_.push_back(upto_(v));
}

bool PatienceLaw::has_shape_of(const DurationLaw& other) const {
    const DurationLaw its = in_means(other);
    const auto both_near = [](const auto& a, const auto& b) {
        return a.has_value() == b.has_value() && (!a || is_near(as_number(*a), as_number(*b)));
    };
    return shape_.law == its.law && shape_.k == its.k && both_near(shape_.min, its.min) &&
           both_near(shape_.mode, its.mode) && both_near(shape_.max, its.max) && both_near(shape_.cv, its.cv) &&
           std::equal(shape_.values_s.begin(), shape_.values_s.end(), its.values_s.begin(), its.values_s.end(),
                      is_near);
}

}  // namespace freiton::analytic
