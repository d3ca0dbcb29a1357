// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>
#include <zip.h>

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

    /// The same as another program would write a part of it.
    std::string bytes_with(const char* part, const std::string& from, const std::string& to) {
        workbook_close(book_);
        zip_t* const archive = zip_open(path_.c_str(), 0, nullptr);
        zip_file_t* const file = zip_fopen(archive, part, 0);
        std::string text(100'000, '\0');
        text.resize(static_cast<std::size_t>(zip_fread(file, text.data(), text.size())));
        zip_fclose(file);
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
        zip_source_t* const changed = zip_source_buffer(archive, text.data(), text.size(), 0);
        zip_file_add(archive, part, changed, ZIP_FL_OVERWRITE);
        zip_close(archive);
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
