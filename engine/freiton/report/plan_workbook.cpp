// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/plan_workbook.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "freiton/report/figure_columns.hpp"
#include "freiton/report/workbook_sheets.hpp"

namespace freiton::report {

namespace {

// All kinds of work of one sort as one list, as a whole and by site: a row for each moment.
template <class Figures>
class FigureList {
  public:
    FigureList(const Scenario& scenario, std::vector<FigureColumn<Figures>> columns, bool by_day)
        : scenario_{scenario}, columns_{std::move(columns)}, by_day_{by_day} {
        grid_.fixed_columns = by_day ? 3 : 4;
        grid_.can_filter = true;
        for (const char* head : {"date", "start", "work", "site"})
            if (!by_day || std::string_view{head} != "start") grid_.heads.emplace_back(std::string{head});
        grid_.folded.resize(grid_.heads.size());
        for (const auto& column : columns_) {
            grid_.heads.emplace_back(column.title);
            grid_.folded.push_back(column.what != FigureColumn<Figures>::What::figure);
        }
    }

    void add(const std::string& work, const Course<Figures>& all,
             const std::map<std::string, Course<Figures>>& by_site) {
        add_course(work, "", all);
        for (const auto& [site, course] : by_site) add_course(work, site, course);
    }

    // Without the figures that nothing in it has: a list as wide as all of them is too small to read on paper.
    Grid take() {
        std::vector<bool> used(grid_.heads.size());
        for (std::size_t c = 0; c < used.size(); ++c)
            used[c] = c + columns_.size() < grid_.heads.size() ||
                      std::any_of(grid_.rows.begin(), grid_.rows.end(),
                                  [&](const auto& row) { return !std::isnan(std::get<Figure>(row[c]).value); });
        keep(used, grid_.heads);
        keep(used, grid_.folded);
        for (auto& row : grid_.rows) keep(used, row);
        return std::move(grid_);
    }

  private:
    template <class Cells>
    static void keep(const std::vector<bool>& used, Cells& cells) {
        Cells kept;
        for (std::size_t c = 0; c < used.size(); ++c)
            if (used[c]) kept.push_back(cells[c]);
        cells = std::move(kept);
    }

    void add_course(const std::string& work, const std::string& site, const Course<Figures>& course) {
        const Calendar& calendar = scenario_.calendar();
        if (by_day_) {
            for (int day = 0; day < calendar.days(); ++day)
                if (calendar.is_open(day) && static_cast<std::size_t>(day) < course.by_day.size())
                    add_row({calendar.date(day), work, site}, course.by_day[static_cast<std::size_t>(day)]);
            return;
        }
        for (IntervalIndex i{0}; i < course.by_interval.size(); ++i) {
            const Interval& interval = calendar.intervals()[i];
            add_row({calendar.date(interval.day), interval.start, work, site}, course.by_interval[i]);
        }
    }

    void add_row(std::vector<GridCell> cells, const Measured<Figures>& figures) {
        cells.reserve(grid_.heads.size());
        for (const auto& column : columns_) cells.emplace_back(figure_named(column.key, column.value(figures)));
        grid_.rows.push_back(std::move(cells));
    }

    const Scenario& scenario_;
    std::vector<FigureColumn<Figures>> columns_;
    bool by_day_;
    Grid grid_;
};

// Calls or post, by interval and by day; no sheet of what there is none of.
template <class Figures, class CourseOf>
void add_figure_sheets(const Scenario& scenario, const Performance& performance,
                       const std::vector<FigureName<Figures>>& names, WorkKind kind, const Phrase (&sheet_names)[2],
                       CourseOf course_of, Workbook& workbook) {
    for (const bool by_day : {false, true}) {
        FigureList<Figures> list{scenario, figure_columns(names, Beside{performance}), by_day};
        for (std::size_t w = 0; w < performance.work.size(); ++w)
            if (scenario.work()[w].answered_now() == is_answered_now(kind))
                course_of(scenario.work()[w].name, performance.work[w], list);
        Grid grid = list.take();
        if (!grid.rows.empty())
            workbook.sheets.push_back({in(sheet_names[by_day ? 1 : 0], workbook.language), std::move(grid)});
    }
}

// Everything about the teams by interval, as a list.
Grid team_list(const Scenario& scenario, const PlanResult& result) {
    Grid grid{.heads = {"date", "start", "team", "agents", "on_duty", "occupancy", "occupancy_calls"},
              .fixed_columns = 3,
              .can_filter = true};
    const auto at = [](const std::vector<double>& values, std::size_t i) {
        return i < values.size() ? values[i] : CallFigures::none;
    };
    for (std::size_t t = 0; t < result.plan.agents.size(); ++t) {
        const TeamPerformance& team = result.performance.teams[t];
        for (std::size_t i = 0; i < result.plan.agents[t].size(); ++i) {
            const Interval& interval = scenario.calendar().intervals()[i];
            grid.rows.push_back({scenario.calendar().date(interval.day), interval.start, scenario.teams()[t].name,
                                 Figure::number(result.plan.agents[t][i]),
                                 Figure::number(at(team.on_duty_by_interval, i), 2),
                                 Figure::share(at(team.occupancy_by_interval, i)),
                                 Figure::share(at(team.occupancy_calls_by_interval, i))});
        }
    }
    return grid;
}

}  // namespace

Workbook plan_workbook(const Document& report, const Scenario& scenario, const PlanResult& result,
                       std::string_view scenario_text) {
    Workbook workbook{report.language, scenario.title(), {}};
    add_overview(report, workbook);
    add_people_sheets(scenario, result.plan, "", workbook);
    workbook.sheets.push_back({in({"Teams", "Teams"}, workbook.language), team_list(scenario, result)});
    add_figure_sheets(
        scenario, result.performance, call_figure_names(scenario.quantiles()), WorkKind::call,
        {{"Service", "Service"}, {"Service by day", "Service nach Tagen"}},
        [](const std::string& name, const WorkPerformance& work, auto& list) {
            list.add(name, work.calls, work.calls_by_site);
        },
        workbook);
    add_figure_sheets(
        scenario, result.performance, backlog_figure_names(scenario.quantiles()), WorkKind::backlog,
        {{"Post", "Post"}, {"Post by day", "Post nach Tagen"}},
        [](const std::string& name, const WorkPerformance& work, auto& list) {
            list.add(name, work.backlog, work.backlog_by_site);
        },
        workbook);
    add_picture_sheets(report, workbook);
    add_scenario_sheet(scenario_text, workbook);
    return workbook;
}

}  // namespace freiton::report
