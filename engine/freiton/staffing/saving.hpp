// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/slack.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// A change of a plan, mostly one that makes it cheaper.
struct Saving {
    std::vector<StaffStep> steps{};
    double saves = 0.0;  // in the unit of SearchSpace::cost
};

/// What one person of the step's team costs in its interval, at least a trifle.
double cost_of_step(const SearchSpace& space, const StaffStep& step);

StaffingPlan with(StaffingPlan plan, const Saving& saving);

/// One person fewer, wherever there are more than the least.
std::vector<Saving> one_fewer(const SearchSpace& space, const StaffingPlan& plan);

/// One person more, wherever there may be one.
std::vector<Saving> one_more(const SearchSpace& space, const StaffingPlan& plan);

/// Two people of an interval less, one more in the interval whose promise keeps them.
std::vector<Saving> two_for_one(const SearchSpace& space, const StaffingPlan& plan, const std::vector<Needed>& needed);

/// A person of a cheaper team in the place of one of a dearer team, in the same interval.
std::vector<Saving> cheap_for_dear(const SearchSpace& space, const StaffingPlan& plan);

}  // namespace freiton::staffing
