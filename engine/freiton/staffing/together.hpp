// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/staffing/batch.hpp"

namespace freiton::staffing {

/// People who leave together leave more behind than each of them alone: what a number over a day or the horizon lost
/// beyond what was expected is laid to all who were in reach of it, and expected of those who go next.
class Together {
  public:
    explicit Together(const SearchSpace& space) : space_{space} {}

    void learn(const std::vector<Candidate>& batch, const Evaluation& now, const Evaluation& then,
               const std::vector<Slack>& slacks);
    void expect(std::vector<Candidate>& candidates, const Evaluation& now) const;
    void forget() { beyond_.clear(); }

  private:
    bool reaches(const Candidate& candidate, const Instance& number) const;

    const SearchSpace& space_;
    std::vector<double> beyond_;  // by instance, of each in reach
};

}  // namespace freiton::staffing
