// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <string_view>

namespace freiton {

/// A file that is written piece by piece under a temporary name and appears under its own, whole and durable, when it
/// is published. Not published, it leaves what was there before. All throw OutputError.
class AtomicFile {
  public:
    explicit AtomicFile(const std::filesystem::path& path);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    void write(std::string_view bytes);
    void close();    // all is written and on the disk; only the name is left
    void publish();  // after close()

  private:
    std::filesystem::path path_;
    std::filesystem::path unfinished_;
    std::FILE* file_;
    bool published_ = false;
};

}  // namespace freiton
