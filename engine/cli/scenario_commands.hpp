// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/cli/command_line.hpp"
#include "freiton/cli/output.hpp"

namespace CLI {
class App;
}

namespace freiton::cli {

/// What the command line asked for, to be run when all of it has been read.
using Chosen = std::function<ExitCode()>;

/// Each adds a subcommand whose callback sets `chosen`. Options live as long as `chosen` and `common` do.
void add_check(CLI::App& app, const CommonOptions& common, Chosen& chosen);
void add_schema(CLI::App& app, Chosen& chosen);
void add_init(CLI::App& app, Chosen& chosen);
void add_import(CLI::App& app, CommonOptions& common, Chosen& chosen);

}  // namespace freiton::cli
