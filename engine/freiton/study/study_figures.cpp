// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/study_figures.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/model/staff_totals.hpp"
#include "freiton/model/study_table.hpp"

namespace freiton::study {

namespace {

void add(StudyFigures& figures, std::string name, double value) {
    figures.names.push_back(std::move(name));
    figures.values.push_back(value);
}

void add(StudyFigures& figures, std::string name, const std::optional<double>& value) {
    add(figures, std::move(name), value.value_or(CallFigures::none));
}

void add_totals(StudyFigures& figures, const Scenario& scenario, const Performance& performance) {
    const StaffTotals totals = staff_totals(performance);
    add(figures, "agent_hours", totals.agent_hours);
    add(figures, "paid_hours", totals.paid_hours);
    add(figures, "paid_fte", totals.paid_fte);
    add(figures, "cost", totals.cost);
    add(figures, "peak_agents", static_cast<double>(totals.peak_agents));
    const auto missed = std::count_if(performance.targets.begin(), performance.targets.end(),
                                      [](const TargetResult& target) { return !target.met; });
    add(figures, "targets_missed", static_cast<double>(missed));
    const auto expected = std::count_if(performance.targets.begin(), performance.targets.end(),
                                        [](const TargetResult& target) { return target.expected(); });
    if (expected > 0) add(figures, "targets_expected", static_cast<double>(expected));
    add(figures, std::string{study_service}, in_time_share(scenario, performance));
}

void add_team(StudyFigures& figures, const std::string& key, const TeamPerformance& team, bool simulated) {
    add(figures, key + "agent_hours", team.agent_hours);
    add(figures, key + "paid_hours", team.paid_hours);
    add(figures, key + "paid_fte", team.paid_fte);
    add(figures, key + "cost", team.cost);
    add(figures, key + "peak_agents", static_cast<double>(team.peak_agents));
    add(figures, key + "occupancy", team.occupancy);
    if (simulated) add(figures, key + "occupancy_half_width", team.occupancy_half_width);
    add(figures, key + "occupancy_calls", team.occupancy_calls);
    if (simulated) add(figures, key + "occupancy_calls_half_width", team.occupancy_calls_half_width);
    if (!simulated) return;
    add(figures, key + "on_duty_hours", team.on_duty_hours);
    add(figures, key + "overtime_hours", team.overtime_hours);
    add(figures, key + "overtime_hours_half_width", team.overtime_hours_half_width);
}

template <class Figures>
void add_work(StudyFigures& figures, const std::string& key, const Measured<Figures>& measured,
              const std::vector<FigureName<Figures>>& names, bool simulated) {
    for (const auto& [name, member] : names) {
        add(figures, key + std::string{name}, measured.*member);
        if (simulated)
            add(figures, key + std::string{name} + "_half_width",
                measured.half_width ? *measured.half_width.*member : CallFigures::none);
    }
}

}  // namespace

double in_time_share(const Scenario& scenario, const Performance& performance) {
    double offered = 0.0;
    double in_time = 0.0;
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const CallFigures& calls = performance.work[w].calls.total;
        const BacklogFigures& items = performance.work[w].backlog.total;
        const bool call = scenario.work()[w].answered_now();
        const double share = call ? calls.service_level : items.done_in_time_share;
        if (std::isnan(share)) continue;
        offered += call ? calls.offered : items.offered;
        in_time += share * (call ? calls.offered : items.offered);
    }
    return offered > 0.0 ? in_time / offered : CallFigures::none;
}

StudyFigures study_figures(const Scenario& scenario, const PlanResult& result) {
    const Performance& performance = result.performance;
    const bool simulated = performance.source == Source::simulation;
    StudyFigures figures;
    add_totals(figures, scenario, performance);
    for (std::size_t t = 0; t < scenario.teams().size(); ++t)
        add_team(figures, "teams." + scenario.teams()[t].name + ".", performance.teams[t], simulated);
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const std::string key = "work." + scenario.work()[w].name + ".";
        if (scenario.work()[w].answered_now())
            add_work(figures, key, performance.work[w].calls.total, call_figure_names(scenario.quantiles()), simulated);
        else
            add_work(figures, key, performance.work[w].backlog.total, backlog_figure_names(scenario.quantiles()),
                     simulated);
    }
    return figures;
}

}  // namespace freiton::study
