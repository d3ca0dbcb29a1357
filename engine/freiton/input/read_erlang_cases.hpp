// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "freiton/core/csv_stream.hpp"
#include "freiton/input/erlang_fields.hpp"

namespace freiton::input {

/// A table of cases, row by row in constant memory. Durations are seconds, shares fractions; an empty cell is not
/// given; columns that are not ours are kept.
class ErlangCaseTable {
  public:
    struct Row {
        std::vector<std::string_view> cells;  // as many as there are columns
        std::optional<ErlangCase> question;   // none: something is wrong with it
    };

    /// Opens a file, or stdin for "-". Throws InputError: file problems, column_missing, key_duplicate, key_unknown.
    ErlangCaseTable(const std::filesystem::path& path, ErlangModel model, bool fractional);

    const std::vector<std::string>& titles() const { return stream_.titles(); }
    const std::vector<std::string>& columns() const { return stream_.columns(); }
    char separator() const { return stream_.separator(); }

    /// The next row, valid until the next call; nothing at the end. Adds what is wrong with it.
    const Row* next(Problems& problems);

  private:
    void find_columns();

    CsvStream stream_;
    ErlangModel model_;
    ErlangText text_{};
    Row row_{};
    bool any_row_ = false;
};

/// Reads the whole table and throws InputError if anything is wrong with it.
void check_erlang_cases(const std::filesystem::path& path, ErlangModel model, bool fractional);

}  // namespace freiton::input
