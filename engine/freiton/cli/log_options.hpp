// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "freiton/core/problem.hpp"
#include "freiton/input/read_call_log.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace freiton::cli {

/// Options that say what only people know of a log (--columns, --dates, --time-zone, ...): filled when the command line
/// is read; wrong values go to `problems`.
std::shared_ptr<input::LogOptions> add_log_options(CLI::App& command, Problems& problems);

/// --against, the log that a scenario is held against, with the options above and what they know in the help.
std::shared_ptr<input::LogOptions> add_against(CLI::App& command, std::filesystem::path& log, Problems& problems);

/// --interval, in minutes.
void add_interval(CLI::App& command, std::optional<Minutes>& interval, Problems& problems);

}  // namespace freiton::cli
