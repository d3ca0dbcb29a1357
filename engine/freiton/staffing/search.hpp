// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "freiton/model/staffing_plan.hpp"
#include "freiton/staffing/look.hpp"

namespace freiton::staffing {

/// One number of one promise that must hold: in one interval, on one day, or over the horizon.
struct Instance {
    std::size_t promise = 0;
    std::optional<IntervalIndex> interval{};
    std::optional<int> day{};
    double value = 0.0;
    double half_width = 0.0;
    bool holds = true;   // as surely as the evaluator can say; a close call counts as no
    bool close = false;  // left open: another number failed first, or the effort that was allowed did not decide it
    // How far the value is on the good side, less what is kept for doubt: so much of it can be given away. Infinite
    // where nothing came, or where it is left aside.
    double room = 0.0;
    // Where it is in the scenario, where a search over tied intervals knows it under another place.
    std::optional<IntervalIndex> interval_of_whole{};
    std::optional<int> day_of_whole{};
};

/// How far the absence of one person in an interval reaches into later ones: a queue has drained two intervals later,
/// or the interval promises there are missed for another reason.
constexpr std::size_t reach_of_interval = 2;

/// What an evaluator says about a plan.
struct Evaluation {
    std::vector<Instance> instances{};          // in the same order for every plan
    std::vector<std::vector<double>> misses{};  // [promise][interval]: where it is missed, in contacts or the like
    std::int64_t replications = 0;
    std::vector<double> answered{};  // by work, the share of its calls; empty: not known

    bool holds() const;
};

/// How sure an evaluation must be. A quick one finds what clearly fails and believes the rest. A rough one takes the
/// numbers as they seem, from more replications, as if the doubt of a reference were all. `whole` decides whether
/// everything holds, and ends at the first number that does not (only where small spaces are tried out). A reference
/// decides every number, and lets later ones be compared with it.
enum class Effort { quick, rough, whole, reference };

/// Answers for a plan; what is left aside (by instance; empty: nothing) counts as holding, and is worth no effort.
using Evaluator = std::function<Evaluation(const StaffingPlan&, Effort, const std::vector<bool>& left_aside)>;

/// The same with what is left aside settled.
using Ask = std::function<Evaluation(const StaffingPlan&, Effort)>;

/// What the search needs to know of a scenario.
struct SearchSpace {
    std::vector<std::vector<int>> least{};  // [team][interval]; fixed staff: least = most
    std::vector<std::vector<int>> most{};
    std::vector<double> cost{};              // of one agent for one interval, by team
    std::vector<double> share{};             // of a pool's people that belong to each team
    std::vector<std::vector<bool>> helps{};  // [promise][team]
    std::vector<int> day_of_interval{};
    std::vector<double> stands_for{};  // by interval: so many have its numbers (tied_intervals.hpp); empty: one each

    double times(std::size_t interval) const { return stands_for.empty() ? 1.0 : stands_for[interval]; }
    double cost_of(const StaffingPlan& plan) const;
    StaffingPlan within_limits(StaffingPlan plan) const;
    std::size_t teams() const { return least.size(); }
    std::size_t intervals() const { return day_of_interval.size(); }
};

/// What one person less in an interval would break, as far as it was tried.
struct Needed {
    std::size_t team = 0;
    std::size_t interval = 0;
    Instance broken{};
};

struct SearchResult {
    StaffingPlan plan{};
    Evaluation evaluation{};
    bool met = true;
    bool proven = false;  // every cheaper plan was tried, or is known to fail
    int evaluations = 0;
    std::int64_t replications = 0;  // of the closest look at any plan
    std::vector<Needed> needed{};   // for every agent that is above the least: who cannot be spared, and why
};

/// Told of plans that hold, as far as was seen, while a search goes on.
using Found = std::function<void(const StaffingPlan&)>;

/// The least staffing at which every instance holds, from a start: lets people go while many can go at once, adds
/// people where promises are missed, then spares everyone who can be spared (those who fit together at once, by what
/// each of them does alone), then two people of one interval for one of another whose promise keeps them, and dear
/// people for cheap ones. Where the most that a team may have is what a number fails for, everybody stays there, and
/// the others are planned for. In small spaces, of intervals that stand for themselves, every cheaper plan is tried as
/// well, which proves the result. Assumes that more people never hurt. `stop` ends it early with the best so far.
SearchResult search(const SearchSpace& space, const StaffingPlan& start, const Evaluator& evaluate,
                    const LookAt& look_at, const std::function<bool()>& stop = {}, const Found& found = {});

/// The first half of it, from which another search may begin: lets people go while many can go at once, and adds people
/// where promises are missed.
SearchResult rough_search(const SearchSpace& space, const StaffingPlan& start, const Evaluator& evaluate,
                          const LookAt& look_at, const std::function<bool()>& stop = {}, const Found& found = {});

}  // namespace freiton::staffing
