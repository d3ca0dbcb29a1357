// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/log_options.hpp"
#include "freiton/cli/option_values.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/study/import_log.hpp"

namespace freiton::cli {

namespace {

struct ImportOptions {
    std::filesystem::path log;
    std::filesystem::path out = ".";
    std::string name = "imported";
    bool look = false;
    std::optional<Minutes> interval{};
    std::optional<Seconds> handling_time{};
    std::shared_ptr<input::LogOptions> reading{};
};

ExitCode run_look(const ImportOptions& options, const CommonOptions& common) {
    const input::LogLook look = input::look_at_call_log(options.log, *options.reading);
    print(common.json ? report::look_json(look.log, look.problems)
                      : report::look_text(look.log, look.problems, common.language));
    return ExitCode::done;
}

ExitCode run_import(const ImportOptions& options, const CommonOptions& common) {
    const std::filesystem::path scenario = options.out / (options.name + ".yaml");
    const std::filesystem::path volumes = options.out / "volumes.csv";
    refuse_to_overwrite({scenario, volumes});
    // The log is given up before what was made of it is read again: both together would be the most memory of all.
    study::ImportedLog imported =
        study::import_log(input::read_call_log(options.log, *options.reading), options.log.string(),
                          {.title = "Imported from " + options.log.filename().string(),
                           .interval = options.interval,
                           .handling_time = options.handling_time});
    const std::string text = input::scenario_text(imported.parts);
    const input::TableTexts tables{{"volumes.csv", report::volumes_csv(imported.parts.work)}};
    imported.parts = {};
    input::scenario_from_tree(input::parse_yaml(text, scenario.string()), scenario.string(), options.out,
                              tables);  // only what reads well is written
    write_files(options.out, {{"volumes.csv", tables.at("volumes.csv")}, {scenario.filename().string(), text}});
    print(import_answer(imported.summary, {scenario.string(), volumes.string()}, common));
    return ExitCode::done;
}

}  // namespace

void add_import(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        app.add_subcommand("import", "a scenario from a call log, an ACD export, a workbook or tickets");
    command->add_option("LOG", options->log, "CSV or .xlsx: calls, intervals, events or tickets")->required();
    command->add_option("--out", options->out, "directory to write into")->capture_default_str();
    add_file_name(*command, "--name", common.wrong_values, options->name, "name of the scenario file, without .yaml");
    command->add_flag("--look", options->look, "show how the file is understood, and write nothing");
    add_interval(*command, options->interval, common.wrong_values);
    add_duration(
        *command, "--handling-time,--aht", common.wrong_values,
        [options](Seconds time) { options->handling_time = time; }, "mean handling time, where the log has none");
    options->reading = add_log_options(*command, common.wrong_values);
    command->footer("Columns and the titles by which they are known, whatever their case, signs and units:\n" +
                    input::log_columns_help());
    command->callback([options, &common, &chosen] {
        options->reading->handling_time_given = options->handling_time.has_value();
        chosen = [options, &common] {
            return options->look ? run_look(*options, common) : run_import(*options, common);
        };
    });
}

}  // namespace freiton::cli
