// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/reference_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "freiton/study/search_hours.hpp"

namespace freiton::study {

namespace {

constexpr double contacts_at_least = 20'000;  // before anything is believed
constexpr double part_of_half_width = 0.5;

}  // namespace

ReferenceSimulation::ReferenceSimulation(const Scenario& scenario, const std::vector<bool>& left_aside,
                                         const RunControl& control, simulation::PromiseSimulation begun,
                                         StaffingPlan plan)
    : scenario_{&scenario},
      left_aside_{&left_aside},
      control_{&control},
      most_contacts_{most_contacts_of_a_look(scenario)},
      promises_{promises_of(scenario)},
      plan_{std::move(plan)},
      simulated_{std::move(begun)} {}

bool ReferenceSimulation::is_left_aside(std::size_t instance) const {
    return instance < left_aside_->size() && (*left_aside_)[instance];
}

double ReferenceSimulation::known_half_width(const simulation::PromiseEstimate& e) const {
    const SimulationOptions& options = scenario_->parts().simulation;
    const bool time = promises_[e.promise].is_time();
    return part_of_half_width *
           (time ? options.half_width_times.value() * e.wanted : options.half_width_shares.value());
}

void ReferenceSimulation::sample(std::int64_t more) {
    while (true) {
        simulated_.run(more, *control_);
        estimates_ = simulated_.estimates();
        const auto contacts = static_cast<double>(simulated_.contacts());
        if (control_->stopped() || is_full() || contacts <= 0.0 || is_broken() ||
            (contacts >= contacts_at_least && is_clear()))
            return;
        more = as_many_more();
    }
}

bool ReferenceSimulation::is_broken() const {
    for (std::size_t k = 0; k < estimates_.size(); ++k)
        if (!is_left_aside(k) && judged_alone(estimates_[k]) == Verdict::broken) return true;
    return false;
}

bool ReferenceSimulation::is_clear() const {
    for (std::size_t k = 0; k < estimates_.size(); ++k) {
        const auto& e = estimates_[k];
        if (is_left_aside(k) || std::isnan(e.value)) continue;
        if (e.half_width > known_half_width(e) || judged_alone(e) == Verdict::open) return false;
    }
    return true;
}

std::int64_t ReferenceSimulation::as_many_more() const {
    const auto done = static_cast<double>(simulated_.replications());
    const auto contacts = static_cast<double>(simulated_.contacts());
    return std::max<std::int64_t>(
        3, static_cast<std::int64_t>(std::min(done, done * (most_contacts_ - contacts) / contacts)));
}

}  // namespace freiton::study
