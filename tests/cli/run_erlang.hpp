// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "core/temporary_folder.hpp"
#include "places.hpp"
#include "reference.hpp"

namespace freiton::test {

struct Outcome {
    int exit_code;
    std::string out;
    std::string err;
};

// Runs `freiton erlang` as a shell would.
inline Outcome erlang(const std::string& arguments, const std::string& to = "") {
    const TemporaryFolder folder;
    const std::string out = to.empty() ? (folder.path() / "out").string() : to;
    const std::string err = (folder.path() / "err").string();
    const std::string command =
        std::string{"'"} + test::program() + "' erlang " + arguments + " >'" + out + "' 2>'" + err + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, to.empty() ? bytes_of(out) : "", bytes_of(err)};
}

}  // namespace freiton::test
