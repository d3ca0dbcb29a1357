// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/falls_behind.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

#include "freiton/core/text.hpp"
#include "freiton/model/post_groups.hpp"

namespace freiton {

namespace {

std::optional<FallsBehind> worst_of(const PostGroups& groups) {
    std::uint64_t most = 0;
    Excess worst{.hours = -std::numeric_limits<double>::infinity()};
    groups.for_each([&](std::uint64_t group, const Excess& excess) {
        if (!excess.grows() || excess.hours <= worst.hours) return;
        worst = excess;
        most = group;
    });
    if (most == 0) return std::nullopt;
    return FallsBehind{groups.work_of(most), worst.asked_h, std::max(0.0, worst.hours)};
}

bool gives_up(const Work& work) { return work.kind == WorkKind::call && (work.patience || work.lines); }

}  // namespace

std::optional<FallsBehind> falls_behind(const Scenario& scenario, const StaffingPlan& plan) {
    if (!scenario.calendar().parts().repeats) return std::nullopt;
    return worst_of(PostGroups{scenario, plan});
}

std::vector<SteadyPile> steady_pile(const Scenario& scenario, const StaffingPlan& plan) {
    std::vector<SteadyPile> pile;
    if (!scenario.calendar().parts().repeats) return pile;
    constexpr double most_horizons = 4.0;
    const PostGroups groups{scenario, plan};
    std::uint64_t most = 0;
    double left_h = 0.0;
    groups.for_each([&](std::uint64_t group, const Excess& excess) {
        const double left = excess.grows() ? std::numeric_limits<double>::infinity() : excess.left_over();
        if (left <= left_h) return;
        left_h = left;
        most = group;
    });
    const bool impatient = std::any_of(scenario.work().begin(), scenario.work().end(), gives_up);
    if (std::isinf(left_h) && impatient) return pile;  // callers who give up may leave the time that is missing
    double load_h = 0.0;
    for (std::size_t d = 0; d < groups.post().size(); ++d)
        load_h += PostGroups::has(most, d) ? groups.post()[d].hours : 0.0;
    if (load_h <= 0.0) return pile;
    const double part = std::min(left_h / load_h, most_horizons);
    for (std::size_t d = 0; d < groups.post().size(); ++d) {
        const WorkDemand& demand = groups.post()[d];
        if (PostGroups::has(most, d) && demand.hours > 0.0)
            pile.push_back({demand.work, demand.site, part * demand.hours / demand.item_h});
    }
    return pile;
}

void judge_what_falls_behind(const Scenario& scenario, const StaffingPlan& plan, Performance& performance) {
    if (!scenario.calendar().parts().repeats) return;
    const auto behind = worst_of(PostGroups{scenario, plan, performance.work});
    if (!behind) return;
    std::string names;
    for (const WorkIndex w : behind->work) names.append(names.empty() ? "" : ", ").append(scenario.work()[w].name);
    for (TargetResult& target : performance.targets) {
        if (target.promise.kind != PromiseKind::done || !behind->concerns(*target.promise.work)) continue;
        target.reached = 0.0;
        target.half_width.reset();
        target.met = false;
    }
    const double fte = behind->hours / scenario.calendar().hours_per_fte().count();
    const auto one_decimal = [](double value) { return number_text(std::round(value * 10.0) / 10.0); };
    performance.warnings.push_back({WarningCode::falls_behind,
                                    {names, one_decimal(behind->asked_h), one_decimal(behind->asked_h - behind->hours),
                                     one_decimal(behind->hours), one_decimal(fte)}});
}

}  // namespace freiton
