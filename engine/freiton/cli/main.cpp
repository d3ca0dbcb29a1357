// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "freiton/cli/command_line.hpp"

int main(int count, char** values) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an output error with a message, not a silent death
    return static_cast<int>(freiton::cli::run(std::vector<std::string>(values + (count > 0 ? 1 : 0), values + count)));
}
