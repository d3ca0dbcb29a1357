// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "freiton/staffing/independent_parts.hpp"
#include "freiton/staffing/pooled_teams.hpp"
#include "freiton/staffing/tied_intervals.hpp"

namespace freiton::study {

using IntervalGroups = std::vector<std::vector<std::size_t>>;

/// The numbers that a search finds for a scenario, or for a part of it: one for all teams of a pool, which are placed
/// as the plan says, and one for all days that are to be alike.
class SearchNumbers {
  public:
    explicit SearchNumbers(const Scenario& whole);
    SearchNumbers(const Scenario& whole, const staffing::Part& part);
    /// With other intervals tied than the plan asks for.
    SearchNumbers(const Scenario& whole, const staffing::Part& part, const IntervalGroups& tied);
    SearchNumbers(const SearchNumbers&) = delete;
    SearchNumbers& operator=(const SearchNumbers&) = delete;

    const staffing::SearchSpace& space() const { return ties_.space(); }
    bool are_days_tied() const { return are_days_tied_; }

    StaffingPlan found_in(const StaffingPlan& whole) const { return ties_.tied(pools_.pooled(whole)); }
    StaffingPlan whole(const StaffingPlan& found) const { return pools_.whole(ties_.whole(found)); }
    staffing::SearchResult whole(staffing::SearchResult found) const;
    staffing::Evaluator evaluator(const staffing::Evaluator& of_whole) const;
    staffing::LookAt look_at(const staffing::LookAt& of_whole) const;
    staffing::Evaluation tied(staffing::Evaluation of_whole) const { return ties_.tied(std::move(of_whole)); }

  private:
    SearchNumbers(const Scenario& whole, const Scenario& part, const std::vector<std::size_t>& teams,
                  const IntervalGroups& tied);

    staffing::SearchSpace space_;
    staffing::PooledTeams pools_;
    bool are_days_tied_;
    staffing::TiedIntervals ties_;
};

}  // namespace freiton::study
