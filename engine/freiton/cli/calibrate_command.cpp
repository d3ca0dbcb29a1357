// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/log_options.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/calibration_report.hpp"
#include "freiton/study/calibrate.hpp"

namespace freiton::cli {

namespace {

struct CalibrateCommand {
    StaffedChoice scenario{};
    std::filesystem::path log{};
    std::filesystem::path scenario_file{};  // to be written
    std::shared_ptr<input::LogOptions> reading{};
};

ExitCode run_calibrate(const CalibrateCommand& command, const CommonOptions& common) {
    const Scenario scenario = open_staffed_scenario(command.scenario, common);
    if (!command.scenario_file.empty()) refuse_to_overwrite({command.scenario_file});
    command.reading->held_against = input::horizon_of(scenario);
    const CallLog log = input::read_call_log(command.log, *command.reading);
    watch_for_interrupt();
    const Calibration result = with_place(command.scenario.scenario.path, [&] {
        return study::calibrate(scenario, log, command.log.string(), run_control(common));
    });
    const std::string calibrated = input::resolved_scenario(result.scenario);
    if (!command.scenario_file.empty()) write_file(command.scenario_file, calibrated);
    if (!common.csv_directory.empty()) write_all(common.csv_directory, report::calibration_csv(result));
    deliver(
        report::calibration_document(result, common.language), [&] { return report::calibration_json(result); }, common,
        [&](const report::Document& report) { return report::calibration_workbook(report, result, calibrated); });
    return interrupted() ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace

void add_calibrate(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<CalibrateCommand>();
    CLI::App* command =
        app.add_subcommand("calibrate", "what a log does not say outright: patience, variation, wrap-up");
    add_staffed_scenario(*command, options->scenario, common);
    options->reading = add_against(*command, options->log, common.wrong_values);
    command->add_option("--write", options->scenario_file, "a new file: the scenario with what was found in it")
        ->type_name("FILE");
    add_common(*command, common);
    add_report_files(*command, common);
    command->callback(
        [options, &common, &chosen] { chosen = [options, &common] { return run_calibrate(*options, common); }; });
}

}  // namespace freiton::cli
