// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/problem.hpp"

namespace freiton::input {

/// The cells of a table as they stand in a file, whatever kind of file it was: text, or a sheet of a workbook. Rows and
/// columns count from 0; blank rows are left out. Eight bytes a cell and the text once: a million rows of ten cells
/// take 80 MB and the size of the file.
class LogSheet {
  public:
    /// Of text: the separator (comma, semicolon, tab or bar) and the encoding (UTF-8, UTF-16, Windows-1252) are found
    /// out. Throws InputError with the problems of files and quotes.
    static LogSheet of_text(std::string bytes, const std::string& file_name);

    /// An empty sheet of a workbook, to which cells are added row by row.
    LogSheet(std::string file_name, std::string sheet) : file_name_{std::move(file_name)}, sheet_{std::move(sheet)} {}
    LogSheet without_rows() const;  // the same file and sheet
    void begin_row(int number);
    void add_cell(std::string_view text);
    void end_row();  // forgets it if it was blank
    void count_hidden_row() { ++hidden_rows_; }

    const std::string& file_name() const { return file_name_; }
    const std::string& sheet() const { return sheet_; }        // empty for text
    const std::string& encoding() const { return encoding_; }  // likewise empty for a workbook
    char separator() const { return separator_; }

    std::size_t rows() const { return rows_.size(); }
    int hidden_rows() const { return hidden_rows_; }  // of a workbook; they are among the others
    std::size_t cells(std::size_t row) const { return end_of(row) - rows_[row].first_cell; }
    std::string_view cell(std::size_t row, std::size_t column) const {  // trimmed; empty beyond the row's end
        const std::size_t index = rows_[row].first_cell + column;
        if (index >= end_of(row)) return {};
        return std::string_view{text_}.substr(cells_[index].begin, cells_[index].size);
    }
    int number(std::size_t row) const { return rows_[row].number; }  // line of the file, or row of the sheet, from 1

    /// Where a cell or row stands, for messages: line and column of a text, "book.xlsx Sheet1!B4" of a workbook.
    Place place(std::size_t row, std::size_t column) const;
    Place place(std::size_t row) const;

  private:
    struct Span {
        std::uint32_t begin;
        std::uint32_t size;
    };
    struct Row {
        std::uint32_t first_cell;
        std::int32_t number;
    };
    std::size_t end_of(std::size_t row) const {
        return row + 1 < rows_.size() ? rows_[row + 1].first_cell : cells_.size();
    }

    std::string file_name_;
    std::string sheet_;
    std::string encoding_;
    char separator_ = '\0';
    int hidden_rows_ = 0;
    std::string text_;
    std::vector<Span> cells_;
    std::vector<Row> rows_;
};

}  // namespace freiton::input
