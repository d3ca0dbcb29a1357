// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// So many people of several teams, by team, within the limits of each.
using Placing =
    std::function<std::vector<int>(int people, const std::vector<int>& least, const std::vector<int>& most)>;

/// Teams that are one team to whoever waits, and how their people are placed. Teams rise.
struct TeamGroup {
    std::vector<std::size_t> teams{};
    Placing place{};
};

/// A search in which each group of teams has one number an interval: they are one team of a smaller space, and where
/// its people sit follows from a rule. The cost of one is that of the cheapest.
class PooledTeams {
  public:
    /// `space` must outlive it. Teams in no group stand for themselves.
    PooledTeams(const SearchSpace& space, const std::vector<TeamGroup>& groups);

    const SearchSpace& space() const { return pooled_; }
    Evaluator evaluator(const Evaluator& of_whole) const;
    LookAt look_at(const LookAt& of_whole) const;

    StaffingPlan pooled(const StaffingPlan& whole) const;
    StaffingPlan whole(const StaffingPlan& pooled) const;
    std::vector<StaffStep> whole(const StaffingPlan& pooled, const StaffStep& step) const;
    /// Since one person of a group is like another, whoever is there is needed where one less of all was too few.
    SearchResult whole(SearchResult result) const;

  private:
    std::vector<int> placed(const TeamGroup& row, std::size_t interval, int people) const;

    const SearchSpace& space_;
    SearchSpace pooled_{};
    std::vector<TeamGroup> rows_{};  // by team of the smaller space
};

}  // namespace freiton::staffing
