// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace freiton {

/// A result could not be written: disk full, no permission, pipe closed. Nothing is left under its final name.
class OutputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The whole file, at most `most_bytes` of it. Throws InputError with file_missing, file_is_directory,
/// file_unreadable or file_too_large. "-" is not special here.
std::string read_file(const std::filesystem::path& path, std::size_t most_bytes);

/// Whether they begin as those of a workbook: .xlsx and .ods, which are zip archives, or an old .xls.
bool is_workbook(std::string_view bytes);

/// Text as people's editors write it: checks for binary bytes and UTF-8, drops a byte order mark.
/// Throws InputError with file_empty, file_binary or file_encoding.
std::string checked_text(std::string bytes, const std::string& file_name);

/// A table as Excel writes it, in UTF-8: the same, but bytes that are not UTF-8, and do not begin with its mark, are
/// read as Windows-1252. Throws InputError with file_empty, file_binary, file_encoding or table_encoding.
std::string checked_table(std::string bytes, const std::string& file_name);

/// Writes beside the target and renames, so that `path` holds the old bytes, or all the new ones. Throws OutputError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// All of these files (name, bytes), or none: a failure leaves the folder as it was, and does not leave one that was
/// not there. Throws OutputError.
void write_files(const std::filesystem::path& directory,
                 const std::vector<std::pair<std::string, std::string_view>>& files);

}  // namespace freiton
