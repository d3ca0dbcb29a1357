// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// --interval, in minutes.
void add_interval(CLI::App& command, std::optional<Minutes>& interval, Problems& problems);

}  // namespace freiton::cli
