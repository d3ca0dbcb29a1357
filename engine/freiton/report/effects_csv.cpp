// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"
#include "freiton/core/csv_cells.hpp"
#include "freiton/report/explanation_parts.hpp"
#include "freiton/report/explanation_report.hpp"

namespace freiton::report {

namespace {

std::string where_text(const Scenario& scenario, const Effect& effect) {
    if (effect.interval) return scenario.calendar().start_text(*effect.interval);
    return effect.day ? date_text(scenario.calendar().date(*effect.day)) : "";
}

// The promise that a change of one person moves most, and what becomes of it.
std::vector<std::string> target_cells(const Scenario& scenario, const PlanResult& result, const Effect& effect,
                                      bool fewer) {
    const Promise& promise = result.performance.targets[effect.target].promise;
    const bool seems_met = effect.met && !fewer;  // who might be spared was not, as that is not sure
    const char* verdict = seems_met ? "met" : is_clearly_missed(effect) ? "missed" : "not sure";
    return {promise.work ? scenario.work()[*promise.work].name : "",
            promise.site.value_or(""),
            std::string{promise_name(promise.kind)},
            promise.each_day ? std::string{promise_name(promise.each_day->kind)} : "",
            std::string{scope_name(promise.over)},
            where_text(scenario, effect),
            number_cell(promise.wanted),
            number_cell(effect.before),
            number_cell(effect.reached),
            number_cell(effect.half_width),
            verdict};
}

}  // namespace

std::string effects_csv(const Scenario& scenario, const PlanResult& result) {
    std::string csv = csv_line({"date", "start", "team", "agents", "change", "work", "site", "target", "each_day",
                                "over", "where", "wanted", "before", "reached", "half_width", "verdict"});
    if (!result.explanation) return csv;
    for (std::size_t t = 0; t < result.plan.agents.size(); ++t)
        for (std::size_t i = 0; i < result.plan.agents[t].size(); ++i)
            for (const int change : {-1, 1}) {
                const auto& effects = change < 0 ? result.explanation->one_fewer : result.explanation->one_more;
                const std::optional<Effect>& effect = effects[t][i];
                if (!effect) continue;
                const Interval& interval = scenario.calendar().intervals()[i];
                std::vector<std::string> cells = {date_text(scenario.calendar().date(interval.day)),
                                                  clock_text(interval.start), scenario.teams()[t].name,
                                                  std::to_string(result.plan.agents[t][i]), std::to_string(change)};
                for (std::string& cell : target_cells(scenario, result, *effect, change < 0))
                    cells.push_back(std::move(cell));
                csv += csv_line(cells);
            }
    return csv;
}

}  // namespace freiton::report
