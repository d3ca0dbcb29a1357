// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/workbook_sheets.hpp"

#include "freiton/report/report_parts.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t longest_line = 30'000;  // bytes; a cell holds 32,767 letters

Grid people_sheet(const Scenario& scenario, const std::vector<int>& agents, Language language) {
    const Calendar& calendar = scenario.calendar();
    Grid grid;
    std::vector<int> days;
    grid.heads.emplace_back(in({"time", "Zeit"}, language));
    for (int day = 0; day < calendar.days(); ++day) {
        if (!calendar.is_open(day)) continue;
        days.push_back(day);
        grid.heads.emplace_back(calendar.date(day));
    }
    for (const Minutes start : times_of_day(calendar)) {
        std::vector<GridCell> cells;
        cells.reserve(days.size() + 1);
        cells.emplace_back(start);
        for (const int day : days) {
            const auto at = calendar.interval_at(calendar.date(day), start);
            cells.emplace_back(at ? GridCell{Figure::number(agents[*at])} : GridCell{std::string{}});
        }
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

// Values in brackets may go on in another line behind a comma; it must be indented deeper than the line before.
void add_line(std::string_view line, std::vector<std::string>& lines) {
    const std::string deeper(std::min(line.find_first_not_of(' '), line.size()) + 2, ' ');
    for (std::string before; !line.empty(); before = deeper) {
        std::size_t end = line.size();
        if (end > longest_line) end = std::min(line.rfind(", ", longest_line), longest_line) + 1;
        lines.push_back(before + std::string{line.substr(0, end)});
        line.remove_prefix(end);
        if (line.starts_with(' ')) line.remove_prefix(1);
    }
}

}  // namespace

void add_overview(const Document& report, Workbook& workbook) {
    workbook.sheets.push_back({in({"Overview", "Überblick"}, workbook.language), report});
}

void add_picture_sheets(const Document& report, Workbook& workbook) {
    for (const auto& block : report.blocks)
        if (const auto* picture = std::get_if<Picture>(&block)) workbook.sheets.push_back({picture->title, *picture});
}

void add_people_sheets(const Scenario& scenario, const StaffingPlan& plan, const std::string& before,
                       Workbook& workbook) {
    for (std::size_t t = 0; t < plan.agents.size(); ++t)
        workbook.sheets.push_back(
            {before + scenario.teams()[t].name, people_sheet(scenario, plan.agents[t], workbook.language)});
}

void add_scenario_sheet(std::string_view scenario_text, Workbook& workbook) {
    Lines text;
    while (!scenario_text.empty()) {
        const std::size_t end = std::min(scenario_text.find('\n'), scenario_text.size());
        if (end == 0) text.lines.emplace_back();
        add_line(scenario_text.substr(0, end), text.lines);
        scenario_text.remove_prefix(std::min(end + 1, scenario_text.size()));
    }
    workbook.sheets.push_back({in({"Scenario", "Szenario"}, workbook.language), std::move(text)});
}

Figure figure_named(std::string_view key, double value) {
    const auto is_of = [&](std::string_view name) {
        return key.ends_with(name) || key.ends_with(std::string{name} + "_half_width");
    };
    for (const char* share :
         {"share", "service_level", "reachability", "wait_probability", "occupancy", "occupancy_calls"})
        if (is_of(share)) return Figure::share(value);
    if (is_of("_s")) return Figure::seconds(value);
    if (is_of("_h")) return Figure::hours(value);
    return Figure::number(value, 2);
}

}  // namespace freiton::report
