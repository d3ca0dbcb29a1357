// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/patience_law.hpp"

#include "freiton/analytic/law_table.hpp"

namespace freiton::analytic {

namespace {

constexpr double all_but_constant = 1e-3;  // cv
constexpr double narrow = 0.05;            // nearly a constant: panels should end where it begins and ends

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
        if (cv < narrow) breaks_ = {1.0 - 6.0 * cv, 1.0 - 2.0 * cv, 1.0 + 2.0 * cv, 1.0 + 6.0 * cv};
        return;
    }
    after_.push_back(upto_(0.0));
    for (const double v : breaks_) after_.push_back(upto_(v));
}

bool PatienceLaw::has_shape_of(const DurationLaw& other) const { return shape_ == in_means(other); }

}  // namespace freiton::analytic
