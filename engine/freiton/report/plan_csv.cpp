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

// A column of both kinds of work; that of the other kind stays empty in a row.
struct FigureColumn {
    std::string_view key;
    bool of_single_days;
};

// Each name once.
std::vector<FigureColumn> figure_columns() {
    std::vector<FigureColumn> columns;
    const auto add = [&](const auto& names, const auto& of_single_days) {
        for (const auto& [key, member] : names) {
            if (std::any_of(columns.begin(), columns.end(), [&, name = key](const auto& c) { return c.key == name; }))
                continue;
            columns.push_back(
                {key, std::find(of_single_days.begin(), of_single_days.end(), member) != of_single_days.end()});
        }
    };
    add(call_figure_names(), CallFigures::of_single_days());
    add(backlog_figure_names(), BacklogFigures::of_single_days());
    return columns;
}

// What stands beside the figures: their doubt, and what single days look like.
struct Beside {
    bool half_widths;
    bool single_days;
    explicit Beside(const Performance& performance)
        : half_widths{performance.source == Source::simulation}, single_days{performance.single_days > 0} {}
};

Cells header(Cells first, const Beside& beside) {
    for (const auto& [key, of_single_days] : figure_columns()) {
        first.emplace_back(key);
        if (beside.half_widths) first.push_back(std::string{key} + "_half_width");
        if (!beside.single_days || !of_single_days) continue;
        first.push_back(std::string{key} + "_p05");
        first.push_back(std::string{key} + "_p95");
    }
    return first;
}

template <class Figures>
std::string line(Cells first, const Measured<Figures>& figures, const std::vector<FigureName<Figures>>& names,
                 const Beside& beside) {
    for (const FigureColumn& column : figure_columns()) {
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.key == column.key; });
        const bool known = found != names.end();
        first.push_back(known ? number_cell(figures.*(found->member)) : "");
        if (beside.half_widths)
            first.push_back(known && figures.half_width ? number_cell(*figures.half_width.*(found->member)) : "");
        if (!beside.single_days || !column.of_single_days) continue;
        const Band band = known ? figures.band(found->member).value_or(Band{}) : Band{};
        first.push_back(number_cell(band.p05));
        first.push_back(number_cell(band.p95));
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
    const Beside beside{performance};
    std::string csv = csv_line(header({"date", "start", "work", "site"}, beside));
    for_each_course(
        scenario, performance, [&](const auto& work, const auto& site, const auto& course, const auto& names) {
            for (std::size_t i = 0; i < course.by_interval.size(); ++i) {
                const Interval& interval = calendar.intervals()[i];
                csv += line({date_text(calendar.date(interval.day)), clock_text(interval.start), work, site},
                            course.by_interval[i], names, beside);
            }
        });
    return csv;
}

std::string days_csv(const Scenario& scenario, const Performance& performance) {
    const Calendar& calendar = scenario.calendar();
    const Beside beside{performance};
    std::string csv = csv_line(header({"date", "work", "site"}, beside));
    for_each_course(scenario, performance,
                    [&](const auto& work, const auto& site, const auto& course, const auto& names) {
                        for (std::size_t d = 0; d < course.by_day.size(); ++d)
                            if (calendar.is_open(static_cast<int>(d)))
                                csv += line({date_text(calendar.date(static_cast<int>(d))), work, site},
                                            course.by_day[d], names, beside);
                    });
    return csv;
}

// A row for each interval and, where days were simulated, one for the day as a whole, which has no start.
std::string occupancy_csv(const Scenario& scenario, const Performance& performance) {
    const Calendar& calendar = scenario.calendar();
    const bool single_days = performance.single_days > 0;
    Cells titles = {"date", "start", "team", "occupancy"};
    if (single_days) titles.insert(titles.end(), {"occupancy_p05", "occupancy_p95"});
    std::string csv = csv_line(titles);
    for (std::size_t t = 0; t < performance.teams.size(); ++t) {
        const TeamPerformance& team = performance.teams[t];
        const auto add = [&](int day, std::string start, double occupancy, const Band& band) {
            Cells cells = {date_text(calendar.date(day)), std::move(start), scenario.teams()[t].name,
                           number_cell(occupancy)};
            if (single_days) cells.insert(cells.end(), {number_cell(band.p05), number_cell(band.p95)});
            csv += csv_line(cells);
        };
        for (std::size_t i = 0; i < team.occupancy_by_interval.size(); ++i)
            add(calendar.intervals()[i].day, clock_text(calendar.intervals()[i].start), team.occupancy_by_interval[i],
                band_at(team.occupancy_single_days_by_interval, i));
        for (std::size_t d = 0; d < team.occupancy_by_day.size(); ++d)
            if (calendar.is_open(static_cast<int>(d)))
                add(static_cast<int>(d), "", team.occupancy_by_day[d], band_at(team.occupancy_single_days_by_day, d));
    }
    return csv;
}

}  // namespace

std::vector<NamedBytes> plan_csv(const Scenario& scenario, const PlanResult& result) {
    return {{"staffing.csv", staffing_csv(scenario, result.plan)},
            {"intervals.csv", intervals_csv(scenario, result.performance)},
            {"days.csv", days_csv(scenario, result.performance)},
            {"occupancy.csv", occupancy_csv(scenario, result.performance)}};
}

}  // namespace freiton::report
