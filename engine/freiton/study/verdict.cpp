// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/verdict.hpp"

#include <cmath>

namespace freiton::study {

namespace {

constexpr double sureness = 2.5 / 1.96;  // half-widths of 95 % that a number must be away from its promise
constexpr double rough_doubt = 0.4;      // one standard error
constexpr double small_doubt = 0.5;      // of a difference, beside the margin that is kept anyway: it adds an eighth

double margin_of(const simulation::PromiseEstimate& estimate) {
    return std::isnan(estimate.half_width) ? 0.0 : sureness * estimate.half_width;
}

bool is_far_enough(const simulation::PromiseEstimate& estimate, double ahead) {
    return ahead >= -1e-12 * estimate.wanted;
}

// All of them: one that is missed decides.
bool wants_all(const simulation::PromiseEstimate& estimate) { return estimate.at_least && estimate.wanted >= 1.0; }

}  // namespace

double room_of(const simulation::PromiseEstimate& estimate) {
    if (std::isnan(estimate.value)) return unlimited_room;
    const double room = estimate.ahead(estimate.value) - (wants_all(estimate) ? 0.0 : margin_of(estimate));
    return std::abs(room) <= 1e-12 * estimate.wanted ? 0.0 : room;
}

Verdict judged_alone(const simulation::PromiseEstimate& estimate) {
    if (std::isnan(estimate.value)) return Verdict::kept;
    if (wants_all(estimate)) return estimate.value >= 1.0 ? Verdict::kept : Verdict::broken;
    const double ahead = estimate.ahead(estimate.value);
    if (is_far_enough(estimate, ahead - margin_of(estimate))) return Verdict::kept;
    return ahead + margin_of(estimate) < 0.0 ? Verdict::broken : Verdict::open;
}

Judged judged_beside(const simulation::PromiseEstimate& own, const simulation::PromiseEstimate& difference,
                     const simulation::PromiseEstimate& reference, double part, double known_half_width) {
    if (std::isnan(own.value) || std::isnan(reference.value) || wants_all(own)) {
        const Verdict alone = judged_alone(own);
        return {own, alone == Verdict::open && part >= 1.0 ? Verdict::broken : alone};
    }
    // One person leaves most intervals as they are: the margin that the reference keeps there must not vary by chance.
    const double margin = own.interval ? margin_of(reference) : margin_of(own) * std::sqrt(part);
    const double doubt = part < 1.0 ? margin_of(difference) * std::sqrt(1.0 - part) : 0.0;
    simulation::PromiseEstimate estimate = own;
    estimate.value = reference.value + difference.value;
    estimate.half_width = std::hypot(margin, doubt) / sureness;
    const double ahead = own.ahead(estimate.value) - margin;
    if (is_far_enough(own, own.ahead(estimate.value) - std::hypot(margin, doubt))) return {estimate, Verdict::kept};
    const double beyond = own.interval ? rough_doubt * doubt : 0.0;
    const double enough = sureness * known_half_width * (own.interval ? 1.0 : 2.0);
    const bool seems_broken = ahead + beyond < 0.0 && doubt <= enough;
    const bool close_call = doubt <= small_doubt * margin * (own.interval ? 1.0 : 2.0);
    const bool broken = ahead + doubt < 0.0 || part >= 1.0 || close_call || seems_broken;
    return {estimate, broken ? Verdict::broken : Verdict::open};
}

}  // namespace freiton::study
