// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/savings_look.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace freiton::staffing {

namespace {

constexpr double most_of_a_savings_look = 200.0;  // replications

}  // namespace

SavingsLook::SavingsLook(const SearchSpace& space, std::unique_ptr<Look> look, std::int64_t replications)
    : space_{space}, look_{std::move(look)}, least_{replications} {
    look_->play(replications);
    slacks_ = look_->slacks();
}

std::int64_t SavingsLook::replications_of(double contacts) const {
    const double wanted = std::min(contacts / std::max(1.0, look_->contacts()), most_of_a_savings_look);
    return std::max(least_, static_cast<std::int64_t>(wanted));
}

void SavingsLook::play(const std::vector<Saving>& savings, std::int64_t replications) {
    std::vector<StaffStep> steps;
    std::set<std::tuple<std::size_t, std::size_t, int>> seen;
    for (const Saving& saving : savings)
        for (const StaffStep& step : saving.steps)
            if (seen.emplace(step.team, step.interval, step.by).second) steps.push_back(step);
    look_->play(std::min(replications, static_cast<std::int64_t>(most_of_a_savings_look)));  // for what is rare
    slacks_ = look_->slacks();
    look_->play_steps(steps, replications);
    replications_ = replications;
}

std::vector<Candidate> SavingsLook::effects(const std::vector<Saving>& savings, const Evaluation& now) const {
    std::vector<Candidate> all;
    all.reserve(savings.size());
    for (const Saving& saving : savings) all.push_back({saving, effects_alone(saving, now)});
    share_out_over_days(space_, now, all);
    return all;
}

}  // namespace freiton::staffing
