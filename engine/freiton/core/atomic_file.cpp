// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/atomic_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "freiton/core/append_file.hpp"
#include "freiton/core/contracts.hpp"
#include "freiton/core/files.hpp"

namespace freiton {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error_number) {
    throw OutputError{path.string() + ": " + std::strerror(error_number)};
}

}  // namespace

AtomicFile::AtomicFile(const std::filesystem::path& path)
    : path_{path}, unfinished_{path.string() + ".part"}, file_{std::fopen(unfinished_.c_str(), "wb")} {
    if (file_ == nullptr) fail(path_, errno);
}

AtomicFile::~AtomicFile() {
    if (file_ != nullptr) std::fclose(file_);
    std::error_code ignored;
    if (!published_) std::filesystem::remove(unfinished_, ignored);
}

void AtomicFile::write(std::string_view bytes) {
    EXPECTS(file_ != nullptr);
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(path_, errno);
}

void AtomicFile::close() {
    EXPECTS(file_ != nullptr);
    if (std::fflush(file_) != 0 || ::fsync(fileno(file_)) != 0) fail(path_, errno);
    if (std::fclose(std::exchange(file_, nullptr)) != 0) fail(path_, errno);
    if (std::filesystem::is_directory(path_)) fail(path_, EISDIR);
}

void AtomicFile::publish() {
    EXPECTS(file_ == nullptr && !published_);
    std::error_code error;
    std::filesystem::rename(unfinished_, path_, error);
    if (error) fail(path_, error.value());
    published_ = true;
    sync_directory(path_.parent_path());
}

}  // namespace freiton
