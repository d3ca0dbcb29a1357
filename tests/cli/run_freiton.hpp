// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "core/temporary_folder.hpp"
#include "places.hpp"

namespace freiton::cli {

struct ProgramRun {
    int exit_code;
    std::string out;
    std::string err;
};

/// Runs a shell command; `to` takes what it writes to stdout.
inline ProgramRun shell(const std::string& command, const std::string& to = "") {
    const test::TemporaryFolder folder;
    const std::string out = to.empty() ? (folder.path() / "out").string() : to;
    const std::string err = (folder.path() / "err").string();
    const int status = std::system(("{ " + command + "\n} >'" + out + "' 2>'" + err + "'").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, to.empty() ? test::bytes_of(out) : "", test::bytes_of(err)};
}

/// Runs the real program.
inline ProgramRun freiton(const std::string& arguments, const std::string& to = "") {
    return shell(std::string{"'"} + test::program() + "' " + arguments, to);
}

}  // namespace freiton::cli
