// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>

#include "freiton/cli/erlang_command.hpp"
#include "freiton/cli/output.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/problem_text.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::cli {

namespace {

void say(const std::string& text) { std::fputs(text.c_str(), stderr); }

void add_common(CLI::App& command, CommonOptions& common) {
    command.add_flag("--json", common.json, "machine output on stdout, nothing else there");
    command.add_option("--csv", common.csv_directory, "write tables into this directory")->type_name("DIR");
    command
        .add_option_function<std::string>(
            "--lang",
            [&common](const std::string& name) {
                common.language = name == "de" ? report::Language::de : report::Language::en;
            },
            "language of the tables")
        ->check(CLI::IsMember({"en", "de"}))
        ->type_name("en|de");
    command.add_option("--seed", common.seed, "seed of every random number")
        ->check(CLI::Validator(
            [](const std::string& text) {
                const bool whole =
                    !text.empty() && text.size() <= 18 && text.find_first_not_of("0123456789") == std::string::npos;
                return whole ? std::string{} : "must be a whole number from 0: " + text;
            },
            "NUMBER"))
        ->capture_default_str();
    command.add_flag("--quiet", common.quiet, "no messages on stderr");
}

// Problems that show only when a scenario is used have a key, but no file.
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

ExitCode run_plan(const std::filesystem::path& path, const CommonOptions& common) {
    const Scenario scenario = input::read_scenario(path);
    const PlanResult result = with_place(path, [&] { return study::plan(scenario, {.seed = common.seed}); });
    if (!common.csv_directory.empty()) write_all(common.csv_directory, report::plan_csv(scenario, result));
    print(common.json ? report::plan_json(scenario, result) : report::plan_text(scenario, result, common.language));
    return result.met() ? ExitCode::done : ExitCode::target_missed;
}

// CLI11 only says that a subcommand is required.
std::string unknown_command(const CLI::App& app, const std::vector<std::string>& arguments) {
    if (arguments.empty() || arguments.front().starts_with('-')) return {};
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    if (std::find(names.begin(), names.end(), arguments.front()) != names.end()) return {};
    std::string text = "freiton: there is no command \"" + arguments.front() + "\"";
    if (const auto meant = nearest_word(arguments.front(), names)) text += "; did you mean \"" + *meant + "\"?";
    return text + "\n";
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
    Chosen chosen;
    plan->callback([&] { chosen = [&] { return run_plan(scenario_path, common); }; });
    add_check(app, common, chosen);
    add_common(*app.get_subcommand("check"), common);
    add_schema(app, chosen);
    add_init(app, chosen);
    add_import(app, common, chosen);
    add_common(*app.get_subcommand("import"), common);
    ErlangCommand erlang;
    add_erlang(app, erlang, common);
    if (const std::string unknown = unknown_command(app, arguments); !unknown.empty()) {
        say(unknown);
        return ExitCode::wrong_input;
    }
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
    return guarded(common, chosen);
}

}  // namespace freiton::cli
