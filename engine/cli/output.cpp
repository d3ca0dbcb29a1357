// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "freiton/core/files.hpp"

namespace freiton::cli {

void print(std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written) throw OutputError{std::string{"stdout: "} + std::strerror(errno)};
}

void write_all(const std::filesystem::path& directory, const std::vector<report::NamedBytes>& files) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error) throw OutputError{directory.string() + ": " + error.message()};
    for (const report::NamedBytes& file : files) write_file(directory / file.name, file.bytes);
}

}  // namespace freiton::cli
