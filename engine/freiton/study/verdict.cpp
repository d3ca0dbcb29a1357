// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/verdict.hpp"

#include <cmath>

#include "freiton/staffing/sureness.hpp"

namespace freiton::study {

namespace {

constexpr double sureness = staffing::errors_ahead / staffing::errors_of_half_width;  // half-widths
constexpr double rough_doubt = 0.4;                                                   // one standard error
constexpr double small_doubt = 0.5;  // of a difference, beside the margin that is kept anyway: it adds an eighth

double margin_of(const simulation::PromiseEstimate& estimate) {
    return std::isnan(estimate.half_width) ? 0.0 : sureness * estimate.half_width;
}

bool is_far_enough(const simulation::PromiseEstimate& estimate, double ahead) {
    return ahead >= -1e-12 * estimate.wanted;
}

// All of them: one that is missed decides.
bool wants_all(const simulation::PromiseEstimate& estimate) { return estimate.at_least && estimate.wanted >= 1.0; }

double kept_beside(const simulation::PromiseEstimate& estimate) {
    return wants_all(estimate) ? 0.0 : margin_of(estimate);
}

}  // namespace

double room_of(const simulation::PromiseEstimate& estimate) {
    if (std::isnan(estimate.value)) return unlimited_room;
    const double room = estimate.ahead(estimate.value) - kept_beside(estimate);
    return std::abs(room) <= 1e-12 * estimate.wanted ? 0.0 : room;
}

Verdict judged_alone(const simulation::PromiseEstimate& estimate) {
    const double room = room_of(estimate);
    if (room >= 0.0) return Verdict::kept;
    return room + 2.0 * kept_beside(estimate) < 0.0 ? Verdict::broken : Verdict::open;
}

simulation::PromiseEstimate as_reference_tells(const simulation::PromiseEstimate& own,
                                               const simulation::PromiseEstimate& difference,
                                               const simulation::PromiseEstimate& reference, double part) {
    simulation::PromiseEstimate estimate = own;
    if (std::isnan(own.value) || std::isnan(reference.value) || std::isnan(difference.value)) return estimate;
    estimate.value = reference.value + difference.value;
    // One person leaves most intervals as they are: the margin that the reference keeps there must not vary by chance.
    estimate.half_width = own.interval ? reference.half_width : own.half_width * std::sqrt(part);
    return estimate;
}

Judged judged_beside(const simulation::PromiseEstimate& own, const simulation::PromiseEstimate& difference,
                     const simulation::PromiseEstimate& reference, double part, double known_half_width) {
    if (std::isnan(own.value) || std::isnan(reference.value) || wants_all(own)) {
        const Verdict alone = judged_alone(own);
        return {own, alone == Verdict::open && part >= 1.0 ? Verdict::broken : alone};
    }
    simulation::PromiseEstimate estimate = as_reference_tells(own, difference, reference, part);
    const double margin = margin_of(estimate);
    const double doubt = part < 1.0 ? margin_of(difference) * std::sqrt(1.0 - part) : 0.0;
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
