// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <filesystem>
#include <string_view>

namespace freiton {

/// A file that is written piece by piece under a temporary name and appears under its own, whole and durable, when it
/// is finished. Not finished, it leaves what was there before.
class AtomicFile {
  public:
    explicit AtomicFile(const std::filesystem::path& path);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    void write(std::string_view bytes);  // throws OutputError, as all others do
    void finish();

  private:
    std::filesystem::path path_;
    std::filesystem::path unfinished_;
    std::FILE* file_;
};

}  // namespace freiton
