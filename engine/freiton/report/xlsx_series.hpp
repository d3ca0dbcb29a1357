// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

struct lxw_chart;
struct lxw_chart_series;

namespace freiton::report {

/// Cells of one sheet, for a chart.
struct SheetCells {
    std::string sheet;
    std::size_t first_row, first_column, last_row, last_column;
};

/// The library takes a chart's text that begins with "=" for a place where the text stands.
std::string chart_text(const std::string& text);

/// A series of a chart, with its values and its name; what stands below them.
lxw_chart_series* add_series(lxw_chart* chart, const SheetCells& values, const std::string& name);
void set_categories(lxw_chart_series* series, const SheetCells& cells);

/// How it is drawn: as white between grey lines, as points in place of a line, with points on its line.
void show_as_hollow(lxw_chart_series* series);
void show_as_dots(lxw_chart_series* series);
void mark_points(lxw_chart_series* series, std::uint8_t size);

}  // namespace freiton::report
