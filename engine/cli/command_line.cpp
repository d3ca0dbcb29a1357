// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>

#include "freiton/cli/erlang_command.hpp"
#include "freiton/cli/output.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/problem_text.hpp"
#include "freiton/study/engine_version.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::cli {

namespace {

void say(const std::string& text) { std::fputs(text.c_str(), stderr); }

ExitCode run_plan(const ScenarioChoice& choice, const CommonOptions& common) {
    const Scenario scenario = open_scenario(choice, common);
    watch_for_interrupt();
    PlanResult result = with_place(choice.path, [&] {
        return study::plan(scenario,
                           {.seed = scenario.parts().simulation.seed, .explain = true, .control = run_control(common)});
    });
    result.organisation = choice.organisation;
    if (!common.csv_directory.empty()) write_all(common.csv_directory, report::plan_csv(scenario, result));
    print(common.json ? report::plan_json(scenario, result) : report::plan_text(scenario, result, common.language));
    if (interrupted()) return ExitCode::interrupted;
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
    } catch (const Stopped&) {
        const report::Phrase stopped{"Stopped; there is no result yet.\n", "Angehalten; es gibt noch kein Ergebnis.\n"};
        if (!common.quiet) say(std::string{stopped.in(common.language)});
        return ExitCode::interrupted;
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
    app.set_version_flag("--version", study::engine_version());
    app.require_subcommand(1);
    CommonOptions common;
    ScenarioChoice planned;
    CLI::App* plan = app.add_subcommand("plan", "staffing that meets every target");
    add_scenario_options(*plan, planned);
    plan->add_option("--method", planned.method, "how to find it, in place of what the scenario says")
        ->check(CLI::IsMember({"formula", "simulation"}))
        ->type_name("formula|simulation");
    add_common(*plan, common);
    Chosen chosen;
    plan->callback([&] { chosen = [&] { return run_plan(planned, common); }; });
    add_simulate(app, common, chosen);
    add_compare(app, common, chosen);
    add_sweep(app, common, chosen);
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
