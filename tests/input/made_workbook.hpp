// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include <string>

#include "core/temporary_folder.hpp"
#include "places.hpp"

namespace freiton::test {

/// A workbook as libxlsxwriter writes it, as bytes.
class MadeWorkbook {
  public:
    MadeWorkbook() : path_{(folder_.path() / "made.xlsx").string()}, book_{workbook_new(path_.c_str())} {}

    void sheet(const char* name) {
        sheet_ = workbook_add_worksheet(book_, name);
        row_ = 0;
    }
    void text(int column, const char* value) { worksheet_write_string(sheet_, row_, col(column), value, nullptr); }
    void number(int column, double value, const char* format = nullptr) {
        lxw_format* as = nullptr;
        if (format != nullptr) format_set_num_format(as = workbook_add_format(book_), format);
        worksheet_write_number(sheet_, row_, col(column), value, as);
    }
    void next_row() { ++row_; }

    std::string bytes() {
        workbook_close(book_);
        return bytes_of(path_);
    }

  private:
    static lxw_col_t col(int column) { return static_cast<lxw_col_t>(column); }

    TemporaryFolder folder_;
    std::string path_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
};

}  // namespace freiton::test
