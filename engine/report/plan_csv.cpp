// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/plan_report.hpp"

namespace freiton::report {

namespace {

using Cells = std::vector<std::string>;

std::string cell(double value) { return std::isfinite(value) ? number_text(value) : ""; }

Cells header(Cells first) {
    for (const auto& [key, member] : call_figure_names()) first.emplace_back(key);
    return first;
}

Cells row(Cells first, const CallFigures& figures) {
    for (const auto& [key, member] : call_figure_names()) first.push_back(cell(figures.*member));
    return first;
}

std::string staffing_csv(const Scenario& scenario, const StaffingPlan& plan) {
    const Calendar& calendar = scenario.calendar();
    std::string csv = csv_line({"date", "start", "team", "agents"});
    for (std::size_t t = 0; t < plan.agents.size(); ++t)
        for (std::size_t i = 0; i < plan.agents[t].size(); ++i) {
            const Interval& interval = calendar.intervals()[i];
            csv += csv_line({date_text(calendar.date(interval.day)), clock_text(interval.start),
                             scenario.teams()[t].name, std::to_string(plan.agents[t][i])});
        }
    return csv;
}

std::string intervals_csv(const Scenario& scenario, const Performance& performance) {
    const Calendar& calendar = scenario.calendar();
    std::string csv = csv_line(header({"date", "start", "work"}));
    for (std::size_t w = 0; w < performance.work.size(); ++w)
        for (std::size_t i = 0; i < performance.work[w].by_interval.size(); ++i) {
            const Interval& interval = calendar.intervals()[i];
            csv += csv_line(
                row({date_text(calendar.date(interval.day)), clock_text(interval.start), scenario.work()[w].name},
                    performance.work[w].by_interval[i]));
        }
    return csv;
}

std::string days_csv(const Scenario& scenario, const Performance& performance) {
    std::string csv = csv_line(header({"date", "work"}));
    for (std::size_t w = 0; w < performance.work.size(); ++w)
        for (std::size_t d = 0; d < performance.work[w].by_day.size(); ++d)
            if (scenario.calendar().is_open(static_cast<int>(d)))
                csv += csv_line(row({date_text(scenario.calendar().date(static_cast<int>(d))), scenario.work()[w].name},
                                    performance.work[w].by_day[d]));
    return csv;
}

}  // namespace

std::vector<NamedBytes> plan_csv(const Scenario& scenario, const PlanResult& result) {
    return {{"staffing.csv", staffing_csv(scenario, result.plan)},
            {"intervals.csv", intervals_csv(scenario, result.performance)},
            {"days.csv", days_csv(scenario, result.performance)}};
}

}  // namespace freiton::report
