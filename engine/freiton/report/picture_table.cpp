// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/report/svg.hpp"
#include "freiton/report/svg_parts.hpp"

namespace freiton::report {

namespace {

// Beside the mean.
std::string single_days_text(const TimeCourse& course, const Series& one, std::size_t i, Language language) {
    if (one.lows.empty() || std::isnan(one.lows[i])) return {};
    return filled(in({"({0} to {1})", "({0} bis {1})"}, language),
                  {figure_text(figure_like(course.like, one.lows[i]), language),
                   figure_text(figure_like(course.like, one.highs[i]), language)});
}

Table values_of(const TimeCourse& course, Language language) {
    Table table{.columns = {{in({"time", "Zeit"}, language), Column::Holds::words}}};
    for (const Series& one : course.series) table.columns.push_back({one.name});
    std::size_t i = 0;
    for (const Stretch& stretch : course.stretches)
        for (const CoursePoint& point : stretch.points) {
            std::vector<Cell> cells = {course.stretches.size() == 1 ? point.name : stretch.title + " " + point.name};
            for (const Series& one : course.series) {
                const Figure figure = figure_like(course.like, one.values[i]);
                cells.emplace_back(one.half_widths.empty() ? figure : figure.with(one.half_widths[i]),
                                   single_days_text(course, one, i, language));
            }
            table.row(std::move(cells));
            ++i;
        }
    for (const Level& level : course.levels)
        table.notes.push_back(level.name + ": " + figure_text(figure_like(course.like, level.value), language) + ".");
    return table;
}

Table values_of(const HeatMap& map, Language language) {
    Table table{.columns = {{in({"time", "Zeit"}, language), Column::Holds::words}}};
    for (const HeatMap::Week& week : map.weeks)
        for (const std::string& day : week.days) table.columns.push_back({day});
    for (std::size_t r = 0; r < map.times.size(); ++r) {
        std::vector<Cell> cells = {map.times[r]};
        for (const HeatMap::Week& week : map.weeks)
            for (const double value : week.values[r])
                cells.push_back(std::isnan(value) ? Cell{""} : Cell{figure_like(map.like, value)});
        table.row(std::move(cells));
    }
    return table;
}

Table values_of(const Bars& bars, Language) {
    Table table{.columns = {{"", Column::Holds::words}}};
    for (const std::string& name : bars.names) table.columns.push_back({name});
    for (const Bars::Measure& measure : bars.measures) {
        std::vector<Cell> cells = {measure.title};
        for (const Figure& figure : measure.figures) cells.emplace_back(figure);
        table.row(std::move(cells));
    }
    return table;
}

Table values_of(const Scatter& scatter, Language language) {
    Table table{.columns = {{in({"variation", "Variante"}, language), Column::Holds::words},
                            {scatter.x_title},
                            {scatter.y_title},
                            {in({"targets", "Ziele"}, language), Column::Holds::words}}};
    for (const Scatter::Point& point : scatter.points)
        table.row({point.name, point.x, point.y, point.met ? scatter.met_title : scatter.missed_title});
    return table;
}

}  // namespace

Table table_of(const Picture& picture, Language language) {
    Table table = std::visit([&](const auto& shape) { return values_of(shape, language); }, picture.shape);
    table.caption = picture.title;
    return table;
}

}  // namespace freiton::report
