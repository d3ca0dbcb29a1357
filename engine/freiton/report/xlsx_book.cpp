// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/xlsx_book.hpp"

#include <xlsxwriter.h>

#include <cmath>

#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr long days_to_1970 = 25569;  // as spreadsheets count days, right from 1 March 1900 on

void must(lxw_error error) {
    if (error != LXW_NO_ERROR) throw OutputError{std::string{"workbook: "} + lxw_strerror(error)};
}

lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

}  // namespace

std::string XlsxBook::free_name(const std::string& wanted) {
    std::string clean;
    for (const char c : wanted) clean += std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos ? ' ' : c;
    clean = trimmed(clean).empty() ? "-" : std::string{trimmed(clean)};
    std::string name{first_letters(clean, longest_sheet_name)};
    for (int k = 2; !names_.insert(lower_case(name)).second; ++k) {
        const std::string number = " " + std::to_string(k);
        name = std::string{first_letters(clean, longest_sheet_name - number.size())}.append(number);
    }
    return name;
}

lxw_worksheet* XlsxBook::add_sheet(const std::string& wanted_name) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, free_name(wanted_name).c_str());
    if (sheet == nullptr) throw OutputError{"workbook: no sheet \"" + wanted_name + "\""};
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);        // A4
    worksheet_fit_to_pages(sheet, 1, 0);  // one wide, as many as it takes long
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
    return sheet;
}

lxw_format* XlsxBook::format(const Look& look, const std::string& number_format) {
    lxw_format*& format = formats_[{look, number_format}];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    if (!number_format.empty()) format_set_num_format(format, number_format.c_str());
    if (look.bold || look.head) format_set_bold(format);
    if (look.head) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bg_color(format, 0xE8ECF0);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    if (look.wrapped || look.head) format_set_text_wrap(format);
    if (look.wrapped) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look.indented) format_set_indent(format, 1);
    if (look.line_above) format_set_top(format, LXW_BORDER_THIN);
    if (look.right) format_set_align(format, LXW_ALIGN_RIGHT);
    if (look.shrunk) format_set_shrink(format);
    if (look.fixed_width) format_set_font_name(format, "Courier New");
    if (look.size > 0.0) format_set_font_size(format, look.size);
    return format;
}

std::string number_format_of(const Figure& figure, const std::string& mark) {
    const std::string decimals =
        figure.decimals > 0 ? "0." + std::string(static_cast<std::size_t>(figure.decimals), '0') : "0";
    std::string format;
    switch (figure.unit) {
        case Figure::Unit::none:
            format = "#,##" + decimals;
            break;
        case Figure::Unit::share:
            format = decimals + "%";
            break;
        case Figure::Unit::seconds:
            format = "0.0\" s\"";
            break;
        case Figure::Unit::minutes:
            format = "0.0\" min\"";
            break;
        case Figure::Unit::hours:
            format = "0.0\" h\"";
            break;
    }
    return mark.empty() ? format : format + "\" " + mark + "\"";
}

void put_text(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text, lxw_format* format) {
    must(worksheet_write_string(sheet, row_number(row), column_number(column), text.c_str(), format));
}

void put_figure(XlsxBook& book, lxw_worksheet* sheet, std::size_t row, std::size_t column, const Figure& figure,
                const Look& look, const std::string& mark) {
    if (!std::isfinite(figure.value)) {
        Look beside = look;
        beside.right = true;
        put_text(sheet, row, column, figure_text(figure, book.language()), book.format(beside));
        return;
    }
    must(worksheet_write_number(sheet, row_number(row), column_number(column), figure.value,
                                book.format(look, number_format_of(figure, mark))));
}

void put_cell(XlsxBook& book, lxw_worksheet* sheet, std::size_t row, std::size_t column, const GridCell& cell,
              const Look& look) {
    const auto put_number = [&](double value, const std::string& format) {
        must(worksheet_write_number(sheet, row_number(row), column_number(column), value, book.format(look, format)));
    };
    if (const auto* text = std::get_if<std::string>(&cell)) {
        if (!text->empty()) put_text(sheet, row, column, *text, book.format(look));
    } else if (const auto* figure = std::get_if<Figure>(&cell)) {
        if (!std::isnan(figure->value)) put_figure(book, sheet, row, column, *figure, look);
    } else if (const auto* date = std::get_if<Date>(&cell)) {
        put_number(static_cast<double>(date->time_since_epoch().count() + days_to_1970),
                   book.language() == Language::de ? "ddd dd.mm.yyyy" : "ddd d mmm yyyy");
    } else {
        put_number(static_cast<double>(std::get<Minutes>(cell).count()) / (24.0 * 60.0), "hh:mm");
    }
}

}  // namespace freiton::report
