// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <string_view>

#include "freiton/core/csv.hpp"
#include "freiton/core/csv_cells.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/explanation_report.hpp"
#include "freiton/report/figure_columns.hpp"
#include "freiton/report/plan_report.hpp"

namespace freiton::report {

namespace {

using Cells = std::vector<std::string>;

// Rows of both kinds of work; the columns of the other kind stay empty.
class FigureRows {
  public:
    FigureRows(const Scenario& scenario, const Performance& performance)
        : calls_{figure_columns(call_figure_names(scenario.quantiles()), Beside{performance})},
          backlog_{figure_columns(backlog_figure_names(scenario.quantiles()), Beside{performance})} {
        for (const auto& column : calls_) titles_.push_back(column.title);
        for (const auto& column : backlog_)
            if (std::find(titles_.begin(), titles_.end(), column.title) == titles_.end())
                titles_.push_back(column.title);
    }

    std::string header(Cells first) const {
        first.insert(first.end(), titles_.begin(), titles_.end());
        return csv_line(first);
    }

    template <class Figures>
    std::string line(Cells first, const Measured<Figures>& figures) const {
        const std::vector<FigureColumn<Figures>>& columns = columns_of(figures);
        for (const std::string& title : titles_) {
            const auto found =
                std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column.title == title; });
            first.push_back(found == columns.end() ? "" : number_cell(found->value(figures)));
        }
        return csv_line(first);
    }

  private:
    const std::vector<FigureColumn<CallFigures>>& columns_of(const CallFigures&) const { return calls_; }
    const std::vector<FigureColumn<BacklogFigures>>& columns_of(const BacklogFigures&) const { return backlog_; }

    std::vector<FigureColumn<CallFigures>> calls_;
    std::vector<FigureColumn<BacklogFigures>> backlog_;
    Cells titles_;
};

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

// Calls `visit(work, site, course)` for every kind of work as a whole and for each of its sites.
template <class Visit>
void for_each_course(const Scenario& scenario, const Performance& performance, Visit visit) {
    for (std::size_t w = 0; w < performance.work.size(); ++w) {
        const std::string& name = scenario.work()[w].name;
        const WorkPerformance& work = performance.work[w];
        const auto visit_kind = [&](const auto& all, const auto& by_site) {
            visit(name, std::string{}, all);
            for (const auto& [site, course] : by_site) visit(name, site, course);
        };
        if (scenario.work()[w].answered_now())
            visit_kind(work.calls, work.calls_by_site);
        else
            visit_kind(work.backlog, work.backlog_by_site);
    }
}

std::string intervals_csv(const Scenario& scenario, const Performance& performance) {
    const Calendar& calendar = scenario.calendar();
    const FigureRows rows{scenario, performance};
    std::string csv = rows.header({"date", "start", "work", "site"});
    for_each_course(scenario, performance, [&](const auto& work, const auto& site, const auto& course) {
        for (std::size_t i = 0; i < course.by_interval.size(); ++i) {
            const Interval& interval = calendar.intervals()[i];
            csv += rows.line({date_text(calendar.date(interval.day)), clock_text(interval.start), work, site},
                             course.by_interval[i]);
        }
    });
    return csv;
}

std::string days_csv(const Scenario& scenario, const Performance& performance) {
    const Calendar& calendar = scenario.calendar();
    const FigureRows rows{scenario, performance};
    std::string csv = rows.header({"date", "work", "site"});
    for_each_course(scenario, performance, [&](const auto& work, const auto& site, const auto& course) {
        for (std::size_t d = 0; d < course.by_day.size(); ++d)
            if (calendar.is_open(static_cast<int>(d)))
                csv += rows.line({date_text(calendar.date(static_cast<int>(d))), work, site}, course.by_day[d]);
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
    std::vector<NamedBytes> files = {{"staffing.csv", staffing_csv(scenario, result.plan)},
                                     {"intervals.csv", intervals_csv(scenario, result.performance)},
                                     {"days.csv", days_csv(scenario, result.performance)},
                                     {"occupancy.csv", occupancy_csv(scenario, result.performance)}};
    if (result.explanation) files.push_back({"effects.csv", effects_csv(scenario, result)});
    return files;
}

}  // namespace freiton::report
