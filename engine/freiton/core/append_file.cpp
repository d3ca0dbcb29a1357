// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/append_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "freiton/core/contracts.hpp"
#include "freiton/core/files.hpp"

namespace freiton {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
    throw OutputError{path.string() + ": " + std::strerror(errno)};
}

}  // namespace

AppendFile::AppendFile(const std::filesystem::path& path)
    : path_{path}, descriptor_{::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666)} {
    if (descriptor_ < 0) fail(path_);
    locked_ = ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
    if (locked_) sync_directory(path_.parent_path());
}

AppendFile::~AppendFile() { ::close(descriptor_); }  // which gives the lock back

void AppendFile::append(std::string_view bytes) {
    EXPECTS(locked_);
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void AppendFile::sync() {
    if (::fdatasync(descriptor_) != 0) fail(path_);
}

void AppendFile::shorten_to(std::uint64_t bytes) {
    EXPECTS(locked_);
    if (::ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0) fail(path_);
}

void sync_directory(const std::filesystem::path& directory) {
    const int descriptor = ::open(directory.empty() ? "." : directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;  // a folder that may be entered, but not read
    ::fsync(descriptor);         // not every file system can; what it cannot, it need not
    ::close(descriptor);
}

}  // namespace freiton
