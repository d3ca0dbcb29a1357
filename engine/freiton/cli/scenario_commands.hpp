// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/cli/command_line.hpp"
#include "freiton/cli/output.hpp"
#include "freiton/input/change_scenario.hpp"
#include "freiton/model/scenario.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace freiton::cli {

/// What the command line asked for, to be run when all of it has been read.
using Chosen = std::function<ExitCode()>;

/// A scenario file as the command line asks for it.
struct ScenarioChoice {
    std::filesystem::path path{};
    std::string organisation{};
    std::optional<Method> method{};  // of a plan; else as the scenario says
};
void add_scenario_options(CLI::App& command, ScenarioChoice& choice, CommonOptions& common);
CLI::Option* add_changes(CLI::App& command, CommonOptions& common);
CLI::Option* add_organisation(CLI::App& command, ScenarioChoice& choice);
void add_method(CLI::App& command, ScenarioChoice& choice, CommonOptions& common);

/// Reads it with its changes under the chosen organisation, with the seed of the command line where one was given.
Scenario open_scenario(const ScenarioChoice& choice, const CommonOptions& common);
Scenario open_scenario(const ScenarioChoice& choice, const CommonOptions& common,
                       const std::vector<input::Change>& changes);

/// A scenario whose people are given: in the file, or by a table beside it.
struct StaffedChoice {
    ScenarioChoice scenario{};
    std::filesystem::path staff{};
};
void add_staffed_scenario(CLI::App& command, StaffedChoice& choice, CommonOptions& common);
Scenario open_staffed_scenario(const StaffedChoice& choice, const CommonOptions& common);

/// What --set says. Throws InputError with all that is wrong with it, and with keys that --seed or --method decide.
std::vector<input::Change> changes_of(const ScenarioChoice& choice, const CommonOptions& common);

/// Throws InputError if a change states one of the keys that this option decides.
void refuse_beside(const std::vector<input::Change>& changes, const std::string& option,
                   const std::vector<std::string>& keys);

/// Calls `use`; problems that show only then have a key but no file, and get this one.
template <class Use>
auto with_place(const std::filesystem::path& path, Use use) {
    try {
        return use();
    } catch (const InputError& error) {
        Problems problems = error.problems();
        for (Problem& problem : problems)
            if (problem.place.file.empty()) problem.place.file = path.string();
        throw InputError{std::move(problems)};
    }
}

/// Options that every command has which answers: --json, --csv, --lang, --quiet.
void add_output(CLI::App& command, CommonOptions& common);
/// And those of chance and of long computations: --seed, --threads.
void add_common(CLI::App& command, CommonOptions& common);
void add_language(CLI::App& command, CommonOptions& common);
void add_report_files(CLI::App& command, CommonOptions& common);  // of those that have a report

/// Each adds a subcommand whose callback sets `chosen`. Options live as long as `chosen` and `common` do.
void add_simulate(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_compare(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_contract(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_sweep(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_check(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_schema(CLI::App& app, Chosen& chosen);
void add_init(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_import(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_forecast(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_validate(CLI::App& app, CommonOptions& common, Chosen& chosen);
void add_calibrate(CLI::App& app, CommonOptions& common, Chosen& chosen);

}  // namespace freiton::cli
