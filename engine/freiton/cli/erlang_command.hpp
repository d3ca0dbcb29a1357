// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <string>

#include "freiton/cli/command_line.hpp"
#include "freiton/cli/output.hpp"
#include "freiton/input/erlang_fields.hpp"

namespace CLI {
class App;
}

namespace freiton::cli {

/// `freiton erlang b|c|a`: one case from options, or a table of them.
struct ErlangCommand {
    ErlangModel model = ErlangModel::c;
    bool asked = false;  // this is the command that was given
    bool fractional = false;
    std::filesystem::path cases;
    std::array<std::string, input::erlang_field_count> texts;
};

void add_erlang(CLI::App& app, ErlangCommand& erlang, CommonOptions& common);

ExitCode run_erlang(const ErlangCommand& erlang, const CommonOptions& common);

}  // namespace freiton::cli
