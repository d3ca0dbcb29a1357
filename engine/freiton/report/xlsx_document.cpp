// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/xlsx_book.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t page_columns = 9;  // that a sentence reaches over
constexpr double first_width = 26.0;     // in letters
constexpr double other_width = 13.0;
constexpr double line_height = 15.0;         // points
constexpr std::size_t letters_a_line = 115;  // of a sentence over all columns but the first

const Figure* figure_at(const Row& row, std::size_t c) {
    return c < row.cells.size() ? std::get_if<Figure>(&row.cells[c].content) : nullptr;
}

bool has_half_widths(const Table& table, std::size_t c) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
        const Figure* figure = figure_at(row, c);
        return figure != nullptr && figure->half_width;
    });
}

// One document, from the top of a sheet down.
class DocumentSheet {
  public:
    DocumentSheet(XlsxBook& book, lxw_worksheet* sheet) : book_{book}, sheet_{sheet} {
        worksheet_set_column(sheet, 0, 0, first_width, nullptr);
        worksheet_set_column(sheet, 1, page_columns * 2, other_width, nullptr);
        worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    }

    void write(const Document& document) {
        for (const auto& block : document.blocks) std::visit([&](const auto& one) { add(one); }, block);
    }

  private:
    void add(const Heading& heading) {
        if (heading.level > 1 && row_ > 0) ++row_;
        put_text(sheet_, row_++, 0, heading.text,
                 book_.format({.bold = true, .size = heading.level == 1 ? 16.0 : 13.0}));
    }

    void add(const Paragraph& paragraph) {
        std::string label = paragraph.label;
        for (const std::string& sentence : paragraph.sentences) {
            if (!label.empty()) put_text(sheet_, row_, 0, label, book_.format({.bold = true, .wrapped = true}));
            add_sentence(sentence, paragraph.label.empty() ? 0 : 1);
            label.clear();
        }
    }

    void add(const Headline& headline) {
        for (const Headline::Number& number : headline.numbers) {
            put_text(sheet_, row_, 0, number.label, book_.format({}));
            put_figure(book_, sheet_, row_, 1, number.figure, {.bold = true});
            ++row_;
        }
        for (const std::string& sentence : headline.sentences) add_sentence(sentence, 0);
    }

    void add(const Picture&) {}  // has a sheet of its own

    void add(const Table& table) {
        ++row_;
        if (!table.caption.empty()) put_text(sheet_, row_++, 0, table.caption, book_.format({.bold = true}));
        const PlacedTable placed = put_table(book_, sheet_, row_, table);
        row_ = placed.first_row + placed.rows;
        for (const std::string& note : table.notes) add_sentence(note, 0);
        ++row_;
    }

    // Merged cells do not find their height themselves.
    void add_sentence(const std::string& sentence, std::size_t column) {
        const auto row = static_cast<lxw_row_t>(row_);
        lxw_format* format = book_.format({.wrapped = true});
        worksheet_merge_range(sheet_, row, static_cast<lxw_col_t>(column), row, page_columns, "", format);
        put_text(sheet_, row_, column, sentence, format);
        const std::size_t lines = display_width(sentence) / letters_a_line + 1;
        worksheet_set_row(sheet_, row, line_height * static_cast<double>(lines), nullptr);
        ++row_;
    }

    XlsxBook& book_;
    lxw_worksheet* sheet_;
    std::size_t row_ = 0;
};

void put_table_row(XlsxBook& book, lxw_worksheet* sheet, std::size_t at, const Row& row, const PlacedTable& placed) {
    const Look look{.line_above = row.kind == Row::Kind::sum};
    for (std::size_t c = 0; c < std::min(row.cells.size(), placed.columns.size()); ++c) {
        const std::size_t column = placed.columns[c];
        if (column == placed.width) continue;  // a picture
        Look here = look;
        here.indented = c == 0 && row.kind == Row::Kind::part;
        if (const Figure* figure = figure_at(row, c)) {
            put_figure(book, sheet, at, column, *figure, here, row.cells[c].mark);
            if (!figure->half_width || !std::isfinite(*figure->half_width)) continue;
            Figure doubt = *figure;
            doubt.value = *figure->half_width;
            put_figure(book, sheet, at, column + 1, doubt, look);
        } else if (const auto* words = std::get_if<std::string>(&row.cells[c].content)) {
            here.right = here.shrunk = c > 0;
            if (!words->empty()) put_text(sheet, at, column, *words, book.format(here));
        }
    }
}

// Lines that a head takes in a column of so many letters, broken between its words; bold letters are wider.
std::size_t lines_of_head(const std::string& head, double width) {
    const auto letters = static_cast<std::size_t>(0.9 * width);
    std::size_t lines = 1;
    std::size_t filled_to = 0;
    for (std::size_t from = 0; from <= head.size();) {
        const std::size_t end = std::min(head.find(' ', from), head.size());
        const std::size_t word = display_width(std::string_view{head}.substr(from, end - from));
        if (filled_to > 0 && filled_to + 1 + word > letters) {
            ++lines;
            filled_to = 0;
        }
        lines += word / (letters + 1);  // of a word that is broken
        filled_to += word % (letters + 1) + (filled_to > 0 ? 1 : 0);
        from = end + 1;
    }
    return lines;
}

// Heads are as high as the longest of them asks: not every program finds that out itself.
void put_heads(XlsxBook& book, lxw_worksheet* sheet, std::size_t row, const std::vector<std::string>& titles,
               bool of_numbers) {
    std::size_t lines = 1;
    for (std::size_t c = 0; c < titles.size(); ++c) {
        put_text(sheet, row, c, titles[c], book.format({.head = true, .right = c > 0 || of_numbers}));
        lines = std::max(lines, lines_of_head(titles[c], c == 0 ? first_width : other_width));
    }
    if (lines > 1)
        worksheet_set_row(sheet, static_cast<lxw_row_t>(row), line_height * static_cast<double>(lines), nullptr);
}

}  // namespace

PlacedTable put_table(XlsxBook& book, lxw_worksheet* sheet, std::size_t row, const Table& table) {
    PlacedTable placed{.first_row = row + 1, .rows = table.rows.size()};
    std::vector<std::string> titles;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const bool picture = table.columns[c].holds == Column::Holds::pictures;
        placed.columns.push_back(picture ? std::string::npos : titles.size());
        if (picture) continue;
        titles.push_back(table.columns[c].title);
        if (has_half_widths(table, c)) titles.push_back("± " + table.columns[c].title);
    }
    placed.width = titles.size();
    for (std::size_t& column : placed.columns) column = std::min(column, placed.width);
    put_heads(book, sheet, row, titles, !table.rows.empty() && figure_at(table.rows.front(), 0) != nullptr);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        put_table_row(book, sheet, placed.first_row + r, table.rows[r], placed);
    return placed;
}

void write_document(XlsxBook& book, const std::string& name, const Document& document) {
    DocumentSheet{book, book.add_sheet(name)}.write(document);
}

}  // namespace freiton::report
