// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/csv_cells.hpp"

namespace freiton {

/// A table of any length, row by row in constant memory; the same dialects as CsvTable, the encoding told anew for each
/// row. A row may have 1 MB.
class CsvStream {
  public:
    /// Opens a file, or stdin for "-", and reads its first line. Throws InputError: file problems, table_empty.
    explicit CsvStream(const std::filesystem::path& path);

    const std::string& file_name() const { return file_name_; }
    const std::vector<std::string>& columns() const { return columns_; }  // lower case, trimmed
    const std::vector<std::string>& titles() const { return titles_; }    // the same as they were written
    char separator() const { return separator_; }

    /// The next row that is not blank, valid until the next call; nothing at the end. Throws InputError:
    /// file_binary, file_encoding, table_encoding, file_too_large, quote_not_closed.
    const CsvRow* next();

  private:
    bool append_line(std::string& text);  // false at the end of the file
    bool read_row();                      // the same

    std::string file_name_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
    std::string block_;  // what was read and not yet used begins at block_at_
    std::size_t block_at_ = 0;
    int line_ = 1;      // of the next line in the file
    std::string text_;  // what row_ looks into
    CsvRow row_;
    char separator_ = ',';
    std::vector<std::string> columns_;
    std::vector<std::string> titles_;
};

}  // namespace freiton
