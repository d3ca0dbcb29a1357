// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace freiton {

/// A file that grows at its end, held by one process at a time (POSIX). What append() has written survives a sudden end
/// of the process; what sync() has seen survives one of the machine.
class AppendFile {
  public:
    /// Opens it, or makes it with its name made durable, and locks it. Throws OutputError. Nobody else's lock is waited
    /// for: locked() is false then, and nothing may be written.
    explicit AppendFile(const std::filesystem::path& path);
    AppendFile(const AppendFile&) = delete;
    AppendFile& operator=(const AppendFile&) = delete;
    ~AppendFile();

    bool locked() const { return locked_; }

    void append(std::string_view bytes);
    void sync();
    void shorten_to(std::uint64_t bytes);

  private:
    std::filesystem::path path_;
    int descriptor_ = -1;
    bool locked_ = false;
};

/// Makes a folder's entries durable: that a file was made there, or renamed.
void sync_directory(const std::filesystem::path& directory);

}  // namespace freiton
