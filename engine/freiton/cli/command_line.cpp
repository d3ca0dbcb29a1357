// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "freiton/cli/erlang_command.hpp"
#include "freiton/cli/output.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/usage.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/explanation_report.hpp"
#include "freiton/report/plan_workbook.hpp"
#include "freiton/report/problem_text.hpp"
#include "freiton/study/engine_version.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::cli {

namespace {

void say(const std::string& text) { std::fputs(text.c_str(), stderr); }

ExitCode run_plan(const ScenarioChoice& choice, bool effects, const CommonOptions& common) {
    const Scenario scenario = open_scenario(choice, common);
    watch_for_interrupt();
    PlanResult result = with_place(
        choice.path, [&] { return study::plan(scenario, {.explain = true, .control = run_control(common)}); });
    result.organisation = choice.organisation;
    if (!common.csv_directory.empty()) write_all(common.csv_directory, report::plan_csv(scenario, result));
    report::Document document = report::plan_document(scenario, result, common.language);
    if (effects) report::add_effects(scenario, result, common.language, document);
    deliver(
        document, [&] { return report::plan_json(scenario, result); }, common,
        [&](const report::Document& report) {
            return report::plan_workbook(report, scenario, result, input::resolved_scenario(scenario));
        });
    if (interrupted()) return ExitCode::interrupted;
    return result.met() ? ExitCode::done : ExitCode::target_missed;
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

// How the program ends at once: with help, or with what is wrong with its command line; nothing if it goes on.
std::optional<ExitCode> parsed(CLI::App& app, const std::vector<std::string>& arguments, const CommonOptions& common) {
    Problems problems;
    try {
        app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
        problems = usage_problems(app, nullptr);
    } catch (const CLI::Success& help) {
        std::ostringstream out;
        std::ostringstream nothing;
        app.exit(help, out, nothing);
        return guarded(common, [&] {
            print(out.str());
            return ExitCode::done;
        });
    } catch (const CLI::ParseError& error) {
        problems = usage_problems(app, &error);
    }
    for (Problem problem : common.wrong_values) problems.push_back(std::move(problem).at({command_name(app), 0}));
    if (problems.empty()) return std::nullopt;
    return guarded(common, [&]() -> ExitCode { throw InputError{std::move(problems)}; });
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments) {
    CLI::App app{"Freiton: how many people it takes to be reachable, and to get the post done too.", "freiton"};
    app.set_version_flag("--version", study::engine_version());
    app.require_subcommand(1);
    app.allow_extras();  // and tell them ourselves
    CommonOptions common;
    ScenarioChoice planned;
    bool effects = false;
    CLI::App* plan = app.add_subcommand("plan", "staffing that meets every target");
    add_scenario_options(*plan, planned, common);
    add_method(*plan, planned, common);
    plan->add_flag("--effects", effects,
                   "also show what one person less or more in each interval would do, as JSON and CSV always tell");
    add_common(*plan, common);
    add_report_files(*plan, common);
    Chosen chosen;
    plan->callback([&] { chosen = [&] { return run_plan(planned, effects, common); }; });
    add_simulate(app, common, chosen);
    add_compare(app, common, chosen);
    add_contract(app, common, chosen);
    add_sweep(app, common, chosen);
    add_check(app, common, chosen);
    add_common(*app.get_subcommand("check"), common);
    add_schema(app, chosen);
    add_init(app, common, chosen);
    add_import(app, common, chosen);
    add_common(*app.get_subcommand("import"), common);
    add_forecast(app, common, chosen);
    add_validate(app, common, chosen);
    add_calibrate(app, common, chosen);
    ErlangCommand erlang;
    add_erlang(app, erlang, common);
    common.language = language_asked_for(arguments);
    if (const auto ended = parsed(app, arguments, common)) return *ended;
    if (erlang.asked) return guarded(common, [&] { return run_erlang(erlang, common); });
    return guarded(common, chosen);
}

}  // namespace freiton::cli
