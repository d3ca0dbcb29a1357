// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/option_values.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/input/read_call_log.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/study/import_log.hpp"

namespace freiton::cli {

namespace {

struct ImportOptions {
    std::filesystem::path log;
    std::filesystem::path out = ".";
    std::string name = "imported";
    std::optional<Minutes> interval{};
    std::optional<Seconds> handling_time{};
    input::DateOrder dates = input::DateOrder::unknown;
};

// Never overwrites: what stands there may have been edited since.
ExitCode run_import(const ImportOptions& options, const CommonOptions& common) {
    Problems problems;
    const std::filesystem::path scenario = options.out / (options.name + ".yaml");
    const std::filesystem::path volumes = options.out / "volumes.csv";
    for (const auto& path : {scenario, volumes})
        if (std::filesystem::exists(path)) problems.push_back(Problem{Rule::file_exists}.at({path.string(), 0}));
    if (!problems.empty()) throw InputError{std::move(problems)};
    const CallLog log = input::read_call_log(options.log, options.dates);
    const study::ImportedLog imported = study::import_log(log, options.log.string(),
                                                          {.title = "Imported from " + options.log.filename().string(),
                                                           .interval = options.interval,
                                                           .handling_time = options.handling_time});
    write_all(options.out, {{"volumes.csv", report::volumes_csv(imported.parts.work)},
                            {scenario.filename().string(), input::scenario_text(imported.parts)}});
    input::read_scenario(scenario);  // what was written reads well
    print(common.json ? report::import_json(imported.summary, {scenario.string(), volumes.string()})
                      : report::import_text(imported.summary, common.language) + scenario.string() + ", " +
                            volumes.string() + "\n");
    return ExitCode::done;
}

}  // namespace

void add_import(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* command = app.add_subcommand("import", "a scenario from a call log or an ACD export");
    command->add_option("LOG", options->log, "CSV: calls one by one, or intervals")->required();
    command->add_option("--out", options->out, "directory to write into")->capture_default_str();
    command->add_option("--name", options->name, "name of the scenario file, without .yaml")->capture_default_str();
    const std::vector<std::string> minutes{"5", "6", "10", "12", "15", "20", "30", "60"};  // divisors of the hour
    add_word(
        *command, "--interval", minutes, common.wrong_values,
        [options, minutes](std::size_t index) { options->interval = Minutes{std::stoi(minutes[index])}; },
        "planning interval in minutes; as long as the rows are unless given");
    add_word(
        *command, "--dates", {"dmy", "mdy"}, common.wrong_values,
        [options](std::size_t index) {
            options->dates = index == 0 ? input::DateOrder::day_first : input::DateOrder::month_first;
        },
        "whether 03/04/2026 begins with the day or the month, where no other date of the log tells");
    add_duration(
        *command, "--aht", common.wrong_values, [options](Seconds time) { options->handling_time = time; },
        "mean handling time, where the log has none");
    command->callback(
        [options, &common, &chosen] { chosen = [options, &common] { return run_import(*options, common); }; });
}

}  // namespace freiton::cli
