// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/search_numbers.hpp"

#include <algorithm>
#include <numeric>

#include "freiton/analytic/locate.hpp"
#include "freiton/analytic/one_pool.hpp"
#include "freiton/model/alike.hpp"
#include "freiton/study/search_space.hpp"

namespace freiton::study {

namespace {

// The pools of the whole scenario, whose load over the horizon places people on each day alike, by the
// part's teams.
std::vector<staffing::TeamGroup> groups_of(const Scenario& whole, const std::vector<std::size_t>& teams) {
    std::vector<staffing::TeamGroup> groups;
    for (const analytic::Pool& pool : analytic::teams_as_one(whole)) {
        staffing::TeamGroup group;
        for (const std::size_t team : pool.teams) {
            const auto found = std::find(teams.begin(), teams.end(), team);
            if (found != teams.end()) group.teams.push_back(static_cast<std::size_t>(found - teams.begin()));
        }
        if (group.teams.size() != pool.teams.size()) continue;
        group.place = [placement = analytic::Placement{whole, pool}](int people, const std::vector<int>& least,
                                                                     const std::vector<int>& most) {
            return placement.of(people, least, most);
        };
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<std::size_t> all_teams(const Scenario& scenario) {
    std::vector<std::size_t> teams(scenario.teams().size());
    std::iota(teams.begin(), teams.end(), std::size_t{0});
    return teams;
}

}  // namespace

SearchNumbers::SearchNumbers(const Scenario& whole)
    : SearchNumbers{whole, whole, all_teams(whole), alike_intervals(whole)} {}

SearchNumbers::SearchNumbers(const Scenario& whole, const staffing::Part& part)
    : SearchNumbers{whole, part.scenario, part.teams, alike_intervals(part.scenario)} {}

SearchNumbers::SearchNumbers(const Scenario& whole, const staffing::Part& part, const IntervalGroups& tied)
    : SearchNumbers{whole, part.scenario, part.teams, tied} {}

SearchNumbers::SearchNumbers(const Scenario& whole, const Scenario& part, const std::vector<std::size_t>& teams,
                             const IntervalGroups& tied)
    : space_{search_space(part)},
      pools_{space_, groups_of(whole, teams)},
      are_days_tied_{!tied.empty()},
      ties_{pools_.space(), tied} {}

staffing::SearchResult SearchNumbers::whole(staffing::SearchResult found) const {
    if (are_days_tied_) found = ties_.whole(std::move(found));  // else its numbers stand where they are already
    return pools_.whole(std::move(found));
}

staffing::Evaluator SearchNumbers::evaluator(const staffing::Evaluator& of_whole) const {
    return ties_.evaluator(pools_.evaluator(of_whole));
}

staffing::LookAt SearchNumbers::look_at(const staffing::LookAt& of_whole) const {
    return ties_.look_at(pools_.look_at(of_whole));
}

}  // namespace freiton::study
