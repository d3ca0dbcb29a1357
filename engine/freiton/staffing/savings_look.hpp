// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "freiton/staffing/batch.hpp"

namespace freiton::staffing {

/// So many contacts tell what single people do, and at least so many replications: where a look is the last word on it.
constexpr double contacts_of_effects = 120'000;
constexpr std::int64_t least_of_effects = 24;

/// What savings do to a plan: each played from where it begins, in so many replications.
class SavingsLook {
  public:
    /// `space` must outlive it. So many replications tell how large the numbers are that effects are measured by.
    SavingsLook(const SearchSpace& space, std::unique_ptr<Look> look, std::int64_t replications);

    /// As many replications as have so many contacts, and at least those of the beginning.
    std::int64_t replications_of(double contacts) const;

    void play(const std::vector<Saving>& savings, std::int64_t replications);
    std::int64_t replications() const { return replications_; }

    /// As far as they were played; single people with what those of their time of day share (batch.hpp).
    std::vector<Candidate> effects(const std::vector<Saving>& savings, const Evaluation& now) const;

    /// What one does by itself, sharing nothing.
    std::vector<NumberEffect> effects_alone(const Saving& saving, const Evaluation& now) const {
        return effects_of(space_, saving, *look_, slacks_, now);
    }

    const std::vector<Slack>& slacks() const { return slacks_; }

  private:
    const SearchSpace& space_;
    std::unique_ptr<Look> look_;
    std::vector<Slack> slacks_;
    std::int64_t least_;
    std::int64_t replications_ = 0;  // of the savings played last
};

}  // namespace freiton::staffing
