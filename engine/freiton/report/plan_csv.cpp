// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <string_view>

#include "freiton/core/csv.hpp"
#include "freiton/core/csv_cells.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/plan_report.hpp"

namespace freiton::report {

namespace {

using Cells = std::vector<std::string>;

// The columns of both kinds of work, each name once; those of the other kind stay empty in a row.
std::vector<std::string_view> figure_columns() {
    std::vector<std::string_view> columns;
    for (const auto& [key, member] : call_figure_names()) columns.push_back(key);
    for (const auto& [key, member] : backlog_figure_names())
        if (std::find(columns.begin(), columns.end(), key) == columns.end()) columns.push_back(key);
    return columns;
}

Cells header(Cells first, bool simulated) {
    for (const std::string_view key : figure_columns()) {
        first.emplace_back(key);
        if (simulated) first.push_back(std::string{key} + "_half_width");
    }
    return first;
}

template <class Figures>
std::string line(Cells first, const Measured<Figures>& figures, const std::vector<FigureName<Figures>>& names,
                 bool simulated) {
    for (const std::string_view column : figure_columns()) {
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.key == column; });
        const bool known = found != names.end();
        first.push_back(known ? number_cell(figures.*(found->member)) : "");
        if (simulated)
            first.push_back(known && figures.half_width ? number_cell(*figures.half_width.*(found->member)) : "");
    }
    return csv_line(first);
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

// Calls `visit(work, site, course, names)` for every kind of work as a whole and for each of its sites.
template <class Visit>
void for_each_course(const Scenario& scenario, const Performance& performance, Visit visit) {
    for (std::size_t w = 0; w < performance.work.size(); ++w) {
        const std::string& name = scenario.work()[w].name;
        const WorkPerformance& work = performance.work[w];
        const auto visit_kind = [&](const auto& all, const auto& by_site, const auto& names) {
            visit(name, std::string{}, all, names);
            for (const auto& [site, course] : by_site) visit(name, site, course, names);
        };
        if (scenario.work()[w].kind == WorkKind::call)
            visit_kind(work.calls, work.calls_by_site, call_figure_names());
        else
            visit_kind(work.backlog, work.backlog_by_site, backlog_figure_names());
    }
}

std::string intervals_csv(const Scenario& scenario, const Performance& performance) {
    const Calendar& calendar = scenario.calendar();
    const bool simulated = performance.source == Source::simulation;
    std::string csv = csv_line(header({"date", "start", "work", "site"}, simulated));
    for_each_course(
        scenario, performance, [&](const auto& work, const auto& site, const auto& course, const auto& names) {
            for (std::size_t i = 0; i < course.by_interval.size(); ++i) {
                const Interval& interval = calendar.intervals()[i];
                csv += line({date_text(calendar.date(interval.day)), clock_text(interval.start), work, site},
                            course.by_interval[i], names, simulated);
            }
        });
    return csv;
}

std::string days_csv(const Scenario& scenario, const Performance& performance) {
    const Calendar& calendar = scenario.calendar();
    const bool simulated = performance.source == Source::simulation;
    std::string csv = csv_line(header({"date", "work", "site"}, simulated));
    for_each_course(scenario, performance,
                    [&](const auto& work, const auto& site, const auto& course, const auto& names) {
                        for (std::size_t d = 0; d < course.by_day.size(); ++d)
                            if (calendar.is_open(static_cast<int>(d)))
                                csv += line({date_text(calendar.date(static_cast<int>(d))), work, site},
                                            course.by_day[d], names, simulated);
                    });
    return csv;
}

}  // namespace

std::vector<NamedBytes> plan_csv(const Scenario& scenario, const PlanResult& result) {
    return {{"staffing.csv", staffing_csv(scenario, result.plan)},
            {"intervals.csv", intervals_csv(scenario, result.performance)},
            {"days.csv", days_csv(scenario, result.performance)}};
}

}  // namespace freiton::report
