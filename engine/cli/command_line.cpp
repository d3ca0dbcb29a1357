// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <map>

#include "freiton/cli/erlang_command.hpp"
#include "freiton/cli/output.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/problem_text.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::cli {

namespace {

void say(const std::string& text) { std::fputs(text.c_str(), stderr); }

void add_common(CLI::App& command, CommonOptions& common) {
    command.add_flag("--json", common.json, "machine output on stdout, nothing else there");
    command.add_option("--csv", common.csv_directory, "write tables into this directory")->type_name("DIR");
    command.add_option("--lang", common.language, "language of the tables: en or de")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, report::Language>{{"en", report::Language::en}, {"de", report::Language::de}}))
        ->type_name("LANG");
    command.add_option("--seed", common.seed, "seed of every random number")->capture_default_str();
    command.add_flag("--quiet", common.quiet, "no messages on stderr");
}

ExitCode run_plan(const std::filesystem::path& path, const CommonOptions& common) {
    const Scenario scenario = input::read_scenario(path);
    const PlanResult result = study::plan(scenario, {.seed = common.seed});
    if (!common.csv_directory.empty()) write_all(common.csv_directory, report::plan_csv(scenario, result));
    print(common.json ? report::plan_json(scenario, result) : report::plan_text(scenario, result, common.language));
    return result.met() ? ExitCode::done : ExitCode::target_missed;
}

// Every way in which a command can end, in one place.
ExitCode guarded(const CommonOptions& common, const std::function<ExitCode()>& command) {
    try {
        return command();
    } catch (const InputError& error) {
        say(report::problems_text(error.problems(), common.language));
        return ExitCode::wrong_input;
    } catch (const OutputError& error) {
        say(std::string{error.what()} + "\n");
        return ExitCode::failed;
    } catch (const std::exception& error) {
        say(std::string{"internal error: "} + error.what() + "\n");
        return ExitCode::failed;
    }
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments) {
    CLI::App app{"Freiton: how many people it takes to be reachable, and to get the post done too.", "freiton"};
    app.set_version_flag("--version", FREITON_VERSION);
    app.require_subcommand(1);
    CommonOptions common;
    std::filesystem::path scenario_path;
    CLI::App* plan = app.add_subcommand("plan", "staffing that meets every target");
    plan->add_option("SCENARIO", scenario_path, "scenario file (YAML)")->required();
    add_common(*plan, common);
    ErlangCommand erlang;
    add_erlang(app, erlang, common);
    try {
        app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
    } catch (const CLI::ParseError& error) {
        std::ostringstream out;
        std::ostringstream messages;
        const int code = app.exit(error, out, messages);
        say(messages.str());
        return guarded(common, [&] {
            print(out.str());
            return code == 0 ? ExitCode::done : ExitCode::wrong_input;
        });
    }
    if (erlang.asked) return guarded(common, [&] { return run_erlang(erlang, common); });
    return guarded(common, [&] { return run_plan(scenario_path, common); });
}

}  // namespace freiton::cli
