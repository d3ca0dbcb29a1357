// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/log_options.hpp"
#include "freiton/cli/option_values.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/validation_report.hpp"
#include "freiton/study/validate.hpp"

namespace freiton::cli {

namespace {

struct ValidateCommand {
    StaffedChoice scenario{};
    std::filesystem::path log{};
    std::shared_ptr<input::LogOptions> reading{};
    study::ValidateOptions asked{};
};

ExitCode run_validate(const ValidateCommand& command, const CommonOptions& common) {
    const Scenario scenario = open_staffed_scenario(command.scenario, common);
    command.reading->held_against = input::horizon_of(scenario);
    const CallLog log = input::read_call_log(command.log, *command.reading);
    watch_for_interrupt();
    Validation result = with_place(command.scenario.scenario.path, [&] {
        return study::validate(scenario, log, command.log.string(), command.asked, run_control(common));
    });
    result.predicted.organisation = command.scenario.scenario.organisation;
    const bool with_tables = !common.csv_directory.empty();
    if (with_tables) write_all(common.csv_directory, report::validation_csv(result));
    deliver(
        report::validation_document(result, common.language), [&] { return report::validation_json(result); }, common,
        [&](const report::Document& report) {
            return report::validation_workbook(report, result, input::resolved_scenario(result.scenario));
        });
    return interrupted() ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace

void add_validate(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<ValidateCommand>();
    CLI::App* command = app.add_subcommand("validate", "predicted beside actual: what a log says of a scenario");
    add_staffed_scenario(*command, options->scenario, common);
    options->reading = add_against(*command, options->log, common.wrong_values);
    add_duration(
        *command, "--wrap-up", common.wrong_values, [options](Seconds time) { options->asked.wrap_up = time; },
        "what the log's handling times leave out, added to each");
    add_common(*command, common);
    add_report_files(*command, common);
    command->callback(
        [options, &common, &chosen] { chosen = [options, &common] { return run_validate(*options, common); }; });
}

}  // namespace freiton::cli
