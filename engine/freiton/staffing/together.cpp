// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/together.hpp"

#include <algorithm>

namespace freiton::staffing {

namespace {

constexpr double enough_to_learn = 4.0;  // people: of fewer, chance tells more than they do

}  // namespace

bool Together::reaches(const Candidate& candidate, const Instance& number) const {
    return is_in_reach(space_, candidate.saving.steps.front().interval, number);
}

void Together::learn(const std::vector<Candidate>& batch, const Evaluation& now, const Evaluation& then,
                     const std::vector<Slack>& slacks) {
    beyond_.resize(then.instances.size(), 0.0);
    for (std::size_t k = 0; k < beyond_.size(); ++k) {
        const Instance& number = now.instances[k];
        if (number.interval) continue;
        double beyond = (slacks[k].at_least ? 1.0 : -1.0) * (number.value - then.instances[k].value);
        double in_reach = 0.0;
        for (const Candidate& candidate : batch)
            if (reaches(candidate, number)) {
                beyond -= used_of(candidate, k);
                in_reach += 1.0;
            }
        if (in_reach >= enough_to_learn) beyond_[k] = std::max(0.0, beyond_[k] + beyond / in_reach);
    }
}

void Together::expect(std::vector<Candidate>& candidates, const Evaluation& now) const {
    for (std::size_t k = 0; k < beyond_.size(); ++k)
        for (Candidate& candidate : candidates)
            if (beyond_[k] > 0.0 && reaches(candidate, now.instances[k])) effect_on(candidate, k).mean -= beyond_[k];
}

}  // namespace freiton::staffing
