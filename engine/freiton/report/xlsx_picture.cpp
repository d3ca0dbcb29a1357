// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "freiton/core/text.hpp"
#include "freiton/report/svg.hpp"
#include "freiton/report/svg_course_lines.hpp"
#include "freiton/report/svg_parts.hpp"
#include "freiton/report/xlsx_book.hpp"
#include "freiton/report/xlsx_series.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t most_labels = 20;  // of an axis of time
constexpr std::size_t most_charts = 8;   // charts, two side by side

bool has_gaps(const Series& one) {
    return std::any_of(one.values.begin(), one.values.end(), [](double value) { return !std::isfinite(value); });
}

// Bars that begin elsewhere would be as long as nothing that they stand for. Shares are out of 100 %.
void begin_at_nothing(lxw_chart* chart, const Bars::Measure& measure) {
    if (std::any_of(measure.figures.begin(), measure.figures.end(), [](const Figure& one) { return one.value < 0.0; }))
        return;
    chart_axis_set_min(chart->y_axis, 0.0);
    if (measure.figures.front().unit == Figure::Unit::share) chart_axis_set_max(chart->y_axis, 1.0);
}

// The table of a picture on its sheet, and how charts find their way in it.
class PictureSheet {
  public:
    PictureSheet(XlsxBook& book, const std::string& name, const Picture& picture)
        : book_{book}, picture_{picture}, table_{table_of(picture, book.language())}, sheet_{book.add_sheet(name)} {
        double letters = 12.0;
        for (Row& row : table_.rows) {
            const auto* words = std::get_if<std::string>(&row.cells.front().content);
            if (words != nullptr) letters = std::max(letters, static_cast<double>(display_width(*words)) + 1.0);
            for (Cell& cell : row.cells) leave_gap(cell);
        }
        worksheet_set_column(sheet_, 0, 0, std::min(letters, 60.0), nullptr);
        worksheet_set_column(sheet_, 1, 50, 13.0, nullptr);
    }

    void write() {
        std::visit([&](const auto& shape) { add_columns(shape); }, picture_.shape);
        placed_ = put_table(book_, sheet_, 0, table_);
        worksheet_freeze_panes(sheet_, 1, 1);
        worksheet_repeat_rows(sheet_, 0, 0);
        if (placed_.rows > 0) std::visit([&](const auto& shape) { draw(shape); }, picture_.shape);
    }

  private:
    // A chart draws whatever is no number as nothing at all, unless the cell is empty.
    static void leave_gap(Cell& cell) {
        const auto* figure = std::get_if<Figure>(&cell.content);
        if (figure != nullptr && !std::isfinite(figure->value)) cell.content = std::string{};
    }

    template <class Shape>
    void add_columns(const Shape&) {}

    // What was promised is a line of its own.
    void add_columns(const TimeCourse& course) {
        for (const Level& level : course.levels) {
            table_.columns.push_back({level.name});
            for (Row& row : table_.rows) row.cells.emplace_back(figure_like(course.like, level.value));
        }
    }

    // Areas stand on each other as columns, up to the line that says who or what is there; that line is no column.
    void draw(const TimeCourse& course) {
        const bool stacked = std::any_of(course.series.begin(), course.series.end(), stands_on_others);
        lxw_chart* chart = workbook_add_chart(book_.book(), stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_LINE);
        for (std::size_t c = 1; c < placed_.columns.size(); ++c) {
            const Series* drawn = c <= course.series.size() ? &course.series[c - 1] : nullptr;
            if (stacked && (drawn == nullptr || !stands_on_others(*drawn))) continue;
            lxw_chart_series* series = add_series(chart, column(placed_.columns[c]), table_.columns[c].title);
            set_categories(series, column(0));
            if (drawn != nullptr && drawn->kind == Series::Kind::dots) show_as_dots(series);
            if (drawn != nullptr && drawn->kind == Series::Kind::line && has_gaps(*drawn)) mark_points(series, 4);
            if (drawn != nullptr && drawn->kind == Series::Kind::hollow) show_as_hollow(series);
        }
        if (stacked) chart_set_series_gap(chart, 0);
        const auto every = static_cast<std::uint16_t>(1 + (placed_.rows - 1) / most_labels);
        chart_axis_set_interval_unit(chart->x_axis, every);
        chart_axis_set_interval_tick(chart->x_axis, every);
        chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
        finish(chart, picture_.title, course.like);
        insert(chart, 1, placed_.width + 1);
    }

    // The darker, the more.
    void draw(const HeatMap&) {
        lxw_conditional_format scale = {};
        scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
        scale.min_color = 0xFFFFFF;
        scale.max_color = 0x5B9BD5;
        worksheet_conditional_format_range(sheet_, 1, 1, static_cast<lxw_row_t>(placed_.rows),
                                           static_cast<lxw_col_t>(placed_.width - 1), &scale);
    }

    // Each measure has a scale of its own, so a chart of its own: two side by side, below the table.
    void draw(const Bars& bars) {
        for (std::size_t k = 0; k < bars.measures.size(); ++k) {
            lxw_chart* chart = workbook_add_chart(book_.book(), LXW_CHART_COLUMN);
            const std::size_t row = placed_.first_row + k;
            for (std::size_t c = 1; c < placed_.columns.size(); ++c) {
                const std::size_t at = placed_.columns[c];
                add_series(chart, {sheet_->name, row, at, row, at}, table_.columns[c].title);
            }
            finish(chart, bars.measures[k].title, bars.measures[k].figures.front());
            begin_at_nothing(chart, bars.measures[k]);
            insert(chart, placed_.rows + 3 + k / 2 * 16, k % 2 * 6, 0.9, 1.0);
        }
        if (bars.measures.size() <= most_charts) worksheet_fit_to_pages(sheet_, 1, 1);  // no chart is cut in two
    }

    void draw(const Scatter& scatter) {
        lxw_chart* chart = workbook_add_chart(book_.book(), LXW_CHART_SCATTER);
        lxw_chart_series* series = add_series(chart, column(placed_.columns[2]), picture_.title);
        set_categories(series, column(placed_.columns[1]));
        mark_points(series, 7);
        chart_axis_set_name(chart->x_axis, chart_text(scatter.x_title).c_str());
        chart_axis_set_name(chart->y_axis, chart_text(scatter.y_title).c_str());
        chart_axis_set_num_format(chart->x_axis, number_format_of(scatter.points.front().x).c_str());
        chart_axis_set_num_format(chart->y_axis, number_format_of(scatter.points.front().y).c_str());
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        chart_title_set_name(chart, chart_text(picture_.title).c_str());
        insert(chart, 1, placed_.width + 1);
    }

    SheetCells column(std::size_t at) const {
        return {sheet_->name, placed_.first_row, at, placed_.first_row + placed_.rows - 1, at};
    }

    static void finish(lxw_chart* chart, const std::string& title, const Figure& like) {
        chart_title_set_name(chart, chart_text(title).c_str());
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
        chart_axis_set_num_format(chart->y_axis, number_format_of(like).c_str());
    }

    void insert(lxw_chart* chart, std::size_t row, std::size_t at, double wide = 1.9, double high = 1.5) {
        lxw_chart_options options = {};
        options.x_scale = wide;
        options.y_scale = high;
        std::string description = picture_.description;  // the library does not change it
        options.description = description.data();
        worksheet_insert_chart_opt(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(at), chart, &options);
    }

    XlsxBook& book_;
    const Picture& picture_;
    Table table_;
    lxw_worksheet* sheet_;
    PlacedTable placed_;
};

}  // namespace

void write_picture(XlsxBook& book, const std::string& name, const Picture& picture) {
    PictureSheet{book, name, picture}.write();
}

}  // namespace freiton::report
