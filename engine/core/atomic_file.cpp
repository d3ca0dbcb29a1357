// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/atomic_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "freiton/core/append_file.hpp"
#include "freiton/core/contracts.hpp"
#include "freiton/core/files.hpp"

namespace freiton {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
    throw OutputError{path.string() + ": " + std::strerror(errno)};
}

}  // namespace

AtomicFile::AtomicFile(const std::filesystem::path& path)
    : path_{path}, unfinished_{path.string() + ".part"}, file_{std::fopen(unfinished_.c_str(), "wb")} {
    if (file_ == nullptr) fail(path_);
}

AtomicFile::~AtomicFile() {
    if (file_ == nullptr) return;
    std::fclose(file_);
    std::error_code ignored;
    std::filesystem::remove(unfinished_, ignored);
}

void AtomicFile::write(std::string_view bytes) {
    EXPECTS(file_ != nullptr);
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(path_);
}

void AtomicFile::finish() {
    EXPECTS(file_ != nullptr);
    if (std::fflush(file_) != 0 || ::fsync(fileno(file_)) != 0) fail(path_);
    std::FILE* file = file_;
    file_ = nullptr;
    if (std::fclose(file) != 0 || std::rename(unfinished_.c_str(), path_.c_str()) != 0) {
        const int error = errno;
        std::error_code ignored;
        std::filesystem::remove(unfinished_, ignored);
        errno = error;
        fail(path_);
    }
    sync_directory(path_.parent_path());
}

}  // namespace freiton
