// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/validation.hpp"

#include <algorithm>
#include <cmath>

namespace freiton {

std::string_view compared_name(Compared figure) {
    constexpr std::array<std::string_view, all_compared.size()> names = {
        "offered", "answered", "abandoned", "service_level", "asa_s", "handling_time_s"};
    return names[static_cast<std::size_t>(figure)];
}

std::optional<bool> ComparedTime::inside(Compared figure) const {
    const double value = actual[figure];
    if (std::isnan(value) || std::isnan(low[figure]) || std::isnan(high[figure])) return std::nullopt;
    return value >= low[figure] && value <= high[figure];
}

double BandCount::half_width() const {
    if (values() == 0) return CallFigures::none;
    constexpr double z = 1.96;
    const double n = values() + z * z;
    const double p = (inside + 0.5 * z * z) / n;
    return z * std::sqrt(p * (1.0 - p) / n);
}

double least_that_matters(Compared figure) { return figure == Compared::service_level ? 0.02 : 0.05; }

Leaning leaning_of(const FigureFit& fit) {
    if (std::isnan(fit.bias) || std::abs(fit.bias) < least_that_matters(fit.figure)) return Leaning::holds;
    const Leaning leaning = fit.bias > 0.0 ? Leaning::more_predicted : Leaning::less_predicted;
    if (!std::isnan(fit.bias_half_width))
        return std::abs(fit.bias) > fit.bias_half_width ? leaning : Leaning::may_be_chance;
    // Of few days only bands can tell: if every day lies on the same side of its own.
    const int beyond = fit.bias > 0.0 ? fit.days.below : fit.days.above;
    return beyond > 0 && beyond == fit.days.values() ? leaning : Leaning::may_be_chance;
}

BandVerdict band_verdict(const BandCount& count, int simulated) {
    constexpr double meant = 0.9;
    constexpr double about = 0.05;
    constexpr int fewest = 20;  // of fewer values nobody can say
    if (count.values() < fewest || simulated < fewest_for_bands) return BandVerdict::unknown;
    const double off = count.share() - meant;
    if (std::abs(off) <= about || std::abs(off) <= count.half_width()) return BandVerdict::as_meant;
    return off < 0.0 ? BandVerdict::too_narrow : BandVerdict::too_wide;
}

double ErrorParts::of(Cause cause) const {
    switch (cause) {
        case Cause::volume:
            return volume;
        case Cause::handling_time:
            return handling_time;
        case Cause::patience:
            return patience;
        case Cause::rest:
            break;
    }
    return rest();
}

Cause ErrorParts::main_cause() const {
    constexpr std::array causes = {Cause::volume, Cause::handling_time, Cause::patience, Cause::rest};
    const double sign = whole < 0.0 ? -1.0 : 1.0;
    return *std::max_element(causes.begin(), causes.end(),
                             [&](Cause a, Cause b) { return sign * of(a) < sign * of(b); });
}

const FigureFit* WorkValidation::fit(Compared figure) const {
    const auto found = std::find_if(fits.begin(), fits.end(), [&](const auto& fit) { return fit.figure == figure; });
    return found == fits.end() ? nullptr : &*found;
}

const ErrorCauses* WorkValidation::causes_of(Compared figure) const {
    const auto found =
        std::find_if(causes.begin(), causes.end(), [&](const auto& one) { return one.figure == figure; });
    return found == causes.end() ? nullptr : &*found;
}

}  // namespace freiton
