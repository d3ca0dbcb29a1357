// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// A search in which groups of intervals have one number each: they are one interval of a smaller space, which counts
/// as often as it stands for others. Days that share a number are one day there.
class TiedIntervals {
  public:
    /// `space` must outlive it. Intervals in no group stand for themselves.
    TiedIntervals(const SearchSpace& space, const std::vector<std::vector<std::size_t>>& groups);

    const SearchSpace& space() const { return tied_; }
    Evaluator evaluator(const Evaluator& of_whole) const;
    LookAt look_at(const LookAt& of_whole) const;

    StaffingPlan tied(const StaffingPlan& whole) const;  // of a group the largest number
    StaffingPlan whole(const StaffingPlan& tied) const;  // within the limits of each interval
    std::vector<StaffStep> whole(const StaffingPlan& tied, const StaffStep& step) const;
    Evaluation tied(Evaluation evaluation) const;
    /// One person less was tried on all days of a group at once: whoever is there on the day that broke is needed, or
    /// all of them for what is promised over the horizon. On the other days they are there because the days are alike.
    SearchResult whole(SearchResult result) const;

  private:
    void join_days(const std::vector<std::vector<std::size_t>>& groups);
    int day_of(int day) const;

    const SearchSpace& space_;
    SearchSpace tied_{};
    std::vector<std::size_t> column_of_{};             // by interval of the whole
    std::vector<int> first_day_{};                     // by day: the first of those that share numbers with it
    std::vector<std::vector<std::size_t>> members_{};  // by column
};

}  // namespace freiton::staffing
