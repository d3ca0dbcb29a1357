// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv_stream.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "freiton/core/files.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/core/text.hpp"

namespace freiton {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16;
constexpr std::size_t most_row_bytes = std::size_t{1} << 20;
constexpr int most_row_lines = 1000;

int keep_open(std::FILE* /*file*/) { return 0; }

std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(const std::filesystem::path& path) {
    if (path == "-") return {stdin, &keep_open};
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) refuse(Rule::file_is_directory, {path.string()});
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr)
        refuse(errno == ENOENT || errno == ENOTDIR ? Rule::file_missing : Rule::file_unreadable, {path.string()},
               {std::strerror(errno)});
    return {file, &std::fclose};
}

// checked_table counts lines from the beginning of the row.
std::string checked_row(std::string text, const std::string& file_name, int line) {
    try {
        return checked_table(std::move(text), file_name);
    } catch (const InputError& error) {
        Problem problem = error.problems().front();
        problem.place.line += line - 1;
        throw InputError{problem};
    }
}

}  // namespace

CsvStream::CsvStream(const std::filesystem::path& path)
    : file_name_{path == "-" ? "stdin" : path.string()}, file_{opened(path)} {
    if (next() == nullptr) refuse(Rule::table_empty, {file_name_});
    titles_.assign(row_.cells.begin(), row_.cells.end());
    for (const std::string& title : titles_) columns_.push_back(lower_case(title));
}

const CsvRow* CsvStream::next() {
    const auto empty = [](std::string_view cell) { return cell.empty(); };
    while (read_row())
        if (!std::all_of(row_.cells.begin(), row_.cells.end(), empty)) return &row_;
    return nullptr;
}

bool CsvStream::append_line(std::string& text) {
    const std::size_t before = text.size();
    while (true) {
        const std::size_t end = block_.find('\n', block_at_);
        const bool whole = end != std::string::npos;
        const std::size_t next = whole ? end + 1 : block_.size();
        text.append(block_, block_at_, next - block_at_);
        if (text.size() > most_row_bytes) refuse(Rule::file_too_large, {file_name_, line_}, {"1"});
        block_at_ = next;
        if (whole) return true;
        block_.resize(block_bytes);
        block_.resize(std::fread(block_.data(), 1, block_bytes, file_.get()));
        block_at_ = 0;
        if (std::ferror(file_.get()) != 0) refuse(Rule::file_unreadable, {file_name_}, {std::strerror(errno)});
        if (block_.empty()) return text.size() > before;
    }
}

bool CsvStream::read_row() {
    std::string record;
    if (!append_line(record)) return false;
    if (columns_.empty()) separator_ = find_separator(record);
    for (int lines = 1;; ++lines) {
        text_ = trimmed(record).empty() ? "" : checked_row(record, file_name_, line_);
        try {
            row_ = CsvCells{text_, separator_, file_name_, line_}.row();
            line_ += lines;
            return true;
        } catch (const InputError& error) {  // a quote is open: the row goes on, if not for ever
            if (error.problems().front().rule != Rule::quote_not_closed || lines == most_row_lines ||
                !append_line(record))
                throw;
        }
    }
}

}  // namespace freiton
