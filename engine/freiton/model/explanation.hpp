// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "freiton/model/target_results.hpp"

namespace freiton {

/// One number of one target under a change: which target, where, and what it comes to.
struct Effect {
    std::size_t target = 0;  // of Performance::targets
    std::optional<IntervalIndex> interval{};
    std::optional<int> day{};
    double before = 0.0;
    double reached = 0.0;
    double half_width = 0.0;  // of `reached`, of a 95 % interval
    bool met = true;
    bool sure = true;                // beyond the doubt; missed: neither met nor in doubt
    double change_half_width = 0.0;  // of reached less before, where one person is more
};

/// Every target of a plan under a change of the whole scenario, with the same people.
struct Counterfactual {
    std::vector<TargetResult> targets{};  // as Performance::targets
    bool met() const;
};

/// What happens in the simulated office and is no part of the formulas.
enum class LeftOut {
    queues_carried_over,
    redials,
    mixed_handling_times,
    items_block_calls,
    absence,
    post_after_calls,
    help_after_a_wait,
    causes,
    rules_between_kinds,
    lines_held,  // by those who transfer calls
    ways,        // of chats, callbacks and call lists
};
std::string_view left_out_name(LeftOut what);  // as results spell it

/// How many people the formulas ask for, what they say of the plan that was found, and why they may differ.
struct FormulaView {
    double agent_hours = 0.0;
    std::vector<double> in_time{};            // by work: the share answered or done in time by the formulas
    std::vector<double> in_time_simulated{};  // the same by simulation
    std::vector<LeftOut> left_out{};          // of this scenario
};

/// Why a plan is what it is: what one person fewer or more in each interval, and more or fewer contacts, would do; how
/// far formula and simulation are apart; what the search did.
struct Explanation {
    std::vector<std::vector<std::optional<Effect>>> one_fewer{};  // [team][interval]: what is missed or not sure then
    std::vector<std::vector<std::optional<Effect>>> one_more{};   // [team][interval]: the tightest target there
    std::optional<Counterfactual> more_contacts{};                // 5 % more of every kind
    std::optional<Counterfactual> fewer_contacts{};
    std::optional<Counterfactual> nobody_absent{};  // where a team has absence
    std::optional<FormulaView> formula{};
    int plans_tried = 0;
    /// Nothing cheaper holds: every cheaper staffing was tried, or has no more people anywhere than one that failed
    /// where more people never hurt (more_never_hurts()). A search that leaves out any other plan must not say it.
    bool proven = false;
};

}  // namespace freiton
