// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/xlsx_series.hpp"

#include <xlsxwriter.h>

namespace freiton::report {

std::string chart_text(const std::string& text) { return text.starts_with('=') ? " " + text : text; }

lxw_chart_series* add_series(lxw_chart* chart, const SheetCells& values, const std::string& name) {
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_values(series, values.sheet.c_str(), static_cast<lxw_row_t>(values.first_row),
                            static_cast<lxw_col_t>(values.first_column), static_cast<lxw_row_t>(values.last_row),
                            static_cast<lxw_col_t>(values.last_column));
    chart_series_set_name(series, chart_text(name).c_str());
    return series;
}

void set_categories(lxw_chart_series* series, const SheetCells& cells) {
    chart_series_set_categories(series, cells.sheet.c_str(), static_cast<lxw_row_t>(cells.first_row),
                                static_cast<lxw_col_t>(cells.first_column), static_cast<lxw_row_t>(cells.last_row),
                                static_cast<lxw_col_t>(cells.last_column));
}

void show_as_hollow(lxw_chart_series* series) {
    lxw_chart_fill white = {};
    white.color = LXW_COLOR_WHITE;
    chart_series_set_fill(series, &white);
    lxw_chart_line grey = {};
    grey.color = LXW_COLOR_GRAY;
    grey.width = 0.5F;
    chart_series_set_line(series, &grey);
}

void show_as_dots(lxw_chart_series* series) {
    lxw_chart_line none = {};
    none.none = LXW_TRUE;
    chart_series_set_line(series, &none);
    mark_points(series, 4);
}

void mark_points(lxw_chart_series* series, std::uint8_t size) {
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, size);
}

}  // namespace freiton::report
