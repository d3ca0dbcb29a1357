// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <memory>

#include "freiton/core/atomic_file.hpp"
#include "freiton/core/encodings.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/core/text.hpp"

namespace freiton {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

int line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

using FilePtr = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

// Opening a pipe waits for somebody who writes, perhaps for ever; so it is looked at first. Takes what this reads of
// it.
void refuse_silent_pipe(int file, const fs::path& path, std::string& bytes) {
    struct stat about {};
    if (::fstat(file, &about) != 0 || !S_ISFIFO(about.st_mode)) return;
    char first = 0;
    const ssize_t got = ::read(file, &first, 1);
    if (got == 0) refuse(Rule::file_is_pipe, {path.string()});
    if (got == 1) bytes.push_back(first);
}

FilePtr opened(const fs::path& path, std::string& bytes) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        refuse(errno == ENOENT || errno == ENOTDIR ? Rule::file_missing : Rule::file_unreadable, {path.string()},
               {std::strerror(errno)});
    FilePtr stream{::fdopen(file, "rb"), &std::fclose};
    refuse_silent_pipe(file, path, bytes);
    ::fcntl(file, F_SETFL, ::fcntl(file, F_GETFL) & ~O_NONBLOCK);
    return stream;
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t most_bytes) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) refuse(Rule::file_is_directory, {path.string()});
    std::string bytes;
    const FilePtr file = opened(path, bytes);
    constexpr std::size_t block = 1 << 16;
    for (std::size_t size = bytes.size();;) {
        bytes.resize(size + block);
        const std::size_t got = std::fread(bytes.data() + size, 1, block, file.get());
        size += got;
        if (size > most_bytes) refuse(Rule::file_too_large, {path.string()}, {std::to_string(most_bytes >> 20)});
        if (got < block) {
            if (std::ferror(file.get())) refuse(Rule::file_unreadable, {path.string()}, {std::strerror(errno)});
            bytes.resize(size);
            return bytes;
        }
    }
}

bool is_workbook(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0");
}

namespace {

// All that text of any encoding must be; without a byte order mark.
std::string without_mark(std::string bytes, const std::string& file_name) {
    if (bytes.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
    if (trimmed(bytes).empty()) refuse(Rule::file_empty, {file_name});
    if (is_workbook(bytes)) refuse(Rule::file_is_workbook, {file_name});
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) refuse(Rule::file_encoding, {file_name, 1});
    const auto control = std::find_if(bytes.begin(), bytes.end(), [](unsigned char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    });
    if (control != bytes.end())
        refuse(Rule::file_binary, {file_name, line_at(bytes, static_cast<std::size_t>(control - bytes.begin()))});
    if (bytes.find('\n') == std::string::npos) std::replace(bytes.begin(), bytes.end(), '\r', '\n');  // old Mac
    return bytes;
}

}  // namespace

std::string checked_text(std::string bytes, const std::string& file_name) {
    bytes = without_mark(std::move(bytes), file_name);
    if (const auto offset = first_invalid_utf8(bytes))
        refuse(Rule::file_encoding, {file_name, line_at(bytes, *offset)});
    return bytes;
}

std::string checked_table(std::string bytes, const std::string& file_name) {
    if (bytes.starts_with(utf8_mark)) return checked_text(std::move(bytes), file_name);
    bytes = without_mark(std::move(bytes), file_name);
    if (!first_invalid_utf8(bytes)) return bytes;
    if (auto text = utf8_of_windows_1252(bytes)) return *std::move(text);
    const std::size_t undefined = bytes.find_first_of("\x81\x8D\x8F\x90\x9D");
    refuse(Rule::table_encoding, {file_name, line_at(bytes, undefined)});
}

namespace {

// The first folder on the way to `directory` that is not there yet; empty if all are.
fs::path first_missing(const fs::path& directory) {
    fs::path so_far;
    for (const fs::path& part : directory) {
        so_far /= part;
        if (!fs::exists(so_far)) return so_far;
    }
    return {};
}

}  // namespace

void write_file(const fs::path& path, std::string_view bytes) {
    AtomicFile file{path};
    file.write(bytes);
    file.close();
    file.publish();
}

void write_files(const fs::path& directory, const std::vector<std::pair<std::string, std::string_view>>& files) {
    const fs::path made = first_missing(directory);
    try {
        std::error_code error;
        fs::create_directories(directory, error);
        if (error) throw OutputError{directory.string() + ": " + error.message()};
        std::deque<AtomicFile> written;
        for (const auto& [name, bytes] : files) written.emplace_back(directory / name).write(bytes);
        for (AtomicFile& file : written) file.close();
        for (AtomicFile& file : written) file.publish();
    } catch (const OutputError&) {
        std::error_code ignored;
        if (!made.empty()) fs::remove_all(made, ignored);
        throw;
    }
}

}  // namespace freiton
