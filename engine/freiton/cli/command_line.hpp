// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace freiton::cli {

/// What the process tells its caller when it ends.
enum class ExitCode : int {
    done = 0,
    target_missed = 1,  // plan cannot meet a target; the best found was printed
    wrong_input = 2,    // nothing was computed, nothing written
    failed = 3,         // an internal error, or output that could not be written
    interrupted = 130,  // by Ctrl-C; what was known by then was printed
};

/// Runs `freiton ARGUMENTS...` (without the program's name): results to stdout, messages to stderr.
ExitCode run(const std::vector<std::string>& arguments);

}  // namespace freiton::cli
