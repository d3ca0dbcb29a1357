// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "freiton/staffing/savings_look.hpp"
#include "freiton/staffing/together.hpp"

namespace freiton::staffing {

/// How savings are taken.
struct Taking {
    double contacts = contacts_of_effects;         // of the replications in which each saving is played at first
    std::int64_t replications = least_of_effects;  // and at least so many
    double part_at_once = 0.8;                     // of what a number has to spare
    bool to_the_end = true;  // until each is known to be missed; else while many can be taken at once
};

/// Takes savings from a plan as long as every number holds that held before: what each does alone is played, those that
/// fit together are tried at once by a rough evaluation, and those who are to blame where a number fails stay.
class SavingsTaker {
  public:
    /// `shape`: the numbers whose course the plan keeps. All must outlive it.
    SavingsTaker(const SearchSpace& space, const Ask& ask, const LookAt& look_at, const StaffingPlan& shape,
                 SearchResult& result, const std::function<bool()>& stopped)
        : space_{space},
          ask_{ask},
          look_at_{look_at},
          shape_{shape},
          result_{result},
          stopped_{stopped},
          together_{space} {}

    using Savings = std::function<std::vector<Saving>(const StaffingPlan&)>;

    /// True if any was taken. Whoever is missed stays to the end of it, as one who is missed by more is missed by
    /// fewer. Fills `needed` of the result with those single people.
    bool take(const Savings& savings, const Taking& taking);

    /// Where the evaluation of the result fails after all: gives back what was taken, as far as it is to blame, and at
    /// least so many savings.
    void give_back(std::size_t least);

  private:
    using Key = std::vector<std::tuple<std::size_t, std::size_t, int>>;
    static Key key_of(const Saving& saving);

    void begin();
    std::vector<Saving> open_savings(const Savings& savings) const;
    void look(const std::vector<Saving>& open, const Taking& taking);
    std::vector<Candidate> candidates_of(const std::vector<Saving>& open);
    bool look_closer(const Taking& taking);
    std::vector<Candidate> chosen(std::vector<Candidate> candidates, const Taking& taking) const;
    void forget_look();
    bool try_batch(std::vector<Candidate> batch);
    void accept(StaffingPlan plan, Evaluation evaluation, std::vector<Candidate> batch);
    void settle(const Candidate& one);
    void settle(const Saving& saving, const Instance& broken);
    void bring_back(std::size_t taken, const Instance& broken);

    const SearchSpace& space_;
    const Ask& ask_;
    const LookAt& look_at_;
    const StaffingPlan& shape_;
    SearchResult& result_;
    const std::function<bool()>& stopped_;
    std::optional<SavingsLook> look_;                        // at the plan as it is, or nearly
    std::set<std::pair<std::size_t, std::size_t>> changed_;  // since then: team, interval
    std::set<Key> missed_;
    std::vector<Candidate> in_doubt_;
    std::vector<Candidate> taken_;
    Together together_;
    std::size_t most_at_once_ = 0;
    std::size_t at_first_ = 0;  // so many were open
};

}  // namespace freiton::staffing
