// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/falls_behind.hpp"

#include <cmath>
#include <limits>

#include "freiton/core/text.hpp"
#include "freiton/model/post_groups.hpp"
#include "freiton/model/work_left.hpp"

namespace freiton {

namespace {

// Of a group the least urgent is what is left, and what is left over in a group of its own. By place in post().
std::vector<bool> left_in_some(const PostGroups& groups, const std::vector<PostGroup>& all) {
    std::vector<bool> left(groups.post().size(), false);
    for (const PostGroup& group : all)
        for (const std::size_t d : group.post)
            if (group.excess.grows() && groups.post()[d].urgency == group.urgency) left[d] = true;
    return left;
}

// Of equals the largest.
std::vector<FallsBehind> worst_of(const PostGroups& groups) {
    std::vector<FallsBehind> worst_of_parts;
    for (std::size_t part = 0; part < groups.parts(); ++part) {
        const std::vector<PostGroup> all = groups.groups(part);
        const PostGroup* worst = nullptr;
        for (const PostGroup& group : all) {
            const double least = worst == nullptr ? -Excess::rounding_h : worst->excess.hours - Excess::rounding_h;
            if (group.excess.grows() && group.excess.hours >= least) worst = &group;
        }
        if (worst == nullptr) continue;
        const std::vector<bool> left = left_in_some(groups, all);
        FallsBehind behind{{}, worst->excess.asked_h, std::max(0.0, worst->excess.hours)};
        for (const std::size_t d : worst->post)
            if (left[d] && !behind.concerns(groups.post()[d].work)) behind.work.push_back(groups.post()[d].work);
        worst_of_parts.push_back(std::move(behind));
    }
    return worst_of_parts;
}

void add_pile(const PostGroups& groups, std::size_t part, std::vector<SteadyPile>& pile) {
    constexpr double most_horizons = 4.0;
    PostGroup most;
    double left_h = 0.0;
    for (PostGroup& group : groups.groups(part)) {
        const double left = group.excess.grows() ? std::numeric_limits<double>::infinity() : group.excess.left_over();
        if (left <= left_h) continue;
        left_h = left;
        most = std::move(group);
    }
    if (std::isinf(left_h) && groups.has_impatient_calls(part)) return;  // who give up may leave the missing time
    double load_h = 0.0;
    for (const std::size_t d : most.post) load_h += groups.post()[d].hours;
    if (load_h <= 0.0) return;
    const double share = std::min(left_h / load_h, most_horizons);
    const std::size_t number = pile.empty() ? 0 : pile.back().part + 1;
    for (const std::size_t d : most.post) {
        const WorkDemand& demand = groups.post()[d];
        if (demand.hours > 0.0)
            pile.push_back({demand.work, demand.site, share * demand.hours / demand.item_h, number});
    }
}

// To a decimal, small numbers to two; what is more than nothing never as 0.
std::string amount_text(double value) {
    if (value >= 0.1 || value <= 0.0) return number_text(std::round(value * 10.0) / 10.0);
    return number_text(std::max(0.01, std::round(value * 100.0) / 100.0));
}

Warning warning_about(const Scenario& scenario, const FallsBehind& behind) {
    std::string names;
    for (const WorkIndex w : behind.work) names.append(names.empty() ? "" : ", ").append(scenario.work()[w].name);
    const std::string asked = amount_text(behind.asked_h);
    if (behind.hours <= Excess::rounding_h) return {WarningCode::falls_behind_by_chance, {names, asked}};
    const double fte = paid_fte(scenario, scenario.work()[behind.work.front()], behind.hours);
    return {WarningCode::falls_behind,
            {names, asked, amount_text(behind.asked_h - behind.hours), amount_text(behind.hours), amount_text(fte)}};
}

}  // namespace

std::vector<FallsBehind> falls_behind(const Scenario& scenario, const StaffingPlan& plan,
                                      const std::vector<double>& answered) {
    if (!scenario.calendar().parts().repeats) return {};
    return worst_of(PostGroups{scenario, plan, answered});
}

std::vector<SteadyPile> steady_pile(const Scenario& scenario, const StaffingPlan& plan) {
    std::vector<SteadyPile> pile;
    if (!scenario.calendar().parts().repeats) return pile;
    const PostGroups groups{scenario, plan, {}};
    for (std::size_t part = 0; part < groups.parts(); ++part) add_pile(groups, part, pile);
    return pile;
}

void judge_what_falls_behind(const Scenario& scenario, const StaffingPlan& plan, Performance& performance) {
    std::vector<double> answered;
    for (const WorkPerformance& work : performance.work) {
        const CallFigures& calls = work.calls.total;
        answered.push_back(calls.offered > 0.0 ? std::min(1.0, calls.answered / calls.offered) : 1.0);
    }
    for (const FallsBehind& behind : falls_behind(scenario, plan, answered)) {
        for (TargetResult& target : performance.targets) {
            if (!target.promise.of_backlog() || !behind.concerns(*target.promise.work)) continue;
            target.reached = 0.0;
            target.half_width.reset();
            target.met = false;
        }
        performance.warnings.push_back(warning_about(scenario, behind));
    }
}

}  // namespace freiton
