// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "freiton/cli/option_values.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/change_scenario.hpp"
#include "freiton/input/read_scenario.hpp"

namespace freiton::cli {

namespace {

constexpr std::int64_t largest_seed = 999'999'999'999'999'999;  // 18 digits

}  // namespace

void add_output(CLI::App& command, CommonOptions& common) {
    command.add_flag("--json", common.json, "machine output on stdout, nothing else there");
    command.add_option("--csv", common.csv_directory, "write tables into this directory")->type_name("DIR");
    add_language(command, common);
    command.add_flag("--quiet", common.quiet, "no messages on stderr");
}

void add_common(CLI::App& command, CommonOptions& common) {
    add_output(command, common);
    add_whole_number(
        command, "--seed", {0, largest_seed}, common.wrong_values,
        [&common](std::int64_t seed) { common.seed = static_cast<std::uint64_t>(seed); },
        "seed of every random number, in place of the scenario's");
    add_whole_number(
        command, "--threads", {0, 1024}, common.wrong_values,
        [&common](std::int64_t threads) { common.threads = static_cast<int>(threads); },
        "threads; 0: as many as the machine runs at once")
        ->default_str("0");
}

void add_report_files(CLI::App& command, CommonOptions& common) {
    command.add_option("--html", common.html_file, "write the report as a page that opens in any browser")
        ->type_name("FILE");
    command.add_option("--xlsx", common.xlsx_file, "write the report and all its figures as a workbook")
        ->type_name("FILE");
}

void add_language(CLI::App& command, CommonOptions& common) {
    add_word(
        command, "--lang", {"en", "de"}, common.wrong_values,
        [&common](std::size_t index) { common.language = index == 1 ? report::Language::de : report::Language::en; },
        "language of tables and messages");
}

void add_method(CLI::App& command, ScenarioChoice& choice, CommonOptions& common) {
    add_word(
        command, "--method", {"formula", "transient", "simulation"}, common.wrong_values,
        [&choice](std::size_t index) {
            choice.method = std::array{Method::formula, Method::transient, Method::simulation}[index];
        },
        "how to find staffing, in place of what the scenario says");
    command.add_flag("--long", common.may_take_hours, "begin even what will take more than an hour");
}

void add_scenario_options(CLI::App& command, ScenarioChoice& choice, CommonOptions& common) {
    command.add_option("SCENARIO", choice.path, "scenario file (YAML)")->required();
    add_changes(command, common);
    add_organisation(command, choice);
}

CLI::Option* add_organisation(CLI::App& command, ScenarioChoice& choice) {
    return command.add_option("--organisation", choice.organisation, "one of the scenario's organisations")
        ->type_name("NAME");
}

CLI::Option* add_changes(CLI::App& command, CommonOptions& common) {
    return command
        .add_option("--set", common.changes,
                    "another value for any key, as work.*.arrivals.scale=1.15; may be given again for other keys")
        ->type_name("KEY=VALUE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::vector<input::Change> changes_of(const ScenarioChoice& choice, const CommonOptions& common) {
    std::vector<input::Change> changes = input::typed_changes(common.changes);
    if (common.seed) refuse_beside(changes, "--seed", {"simulation.seed"});
    if (choice.method) refuse_beside(changes, "--method", {"plan.method"});
    return changes;
}

void refuse_beside(const std::vector<input::Change>& changes, const std::string& option,
                   const std::vector<std::string>& keys) {
    Problems problems;
    for (const input::Change& change : changes)
        for (const std::string& key : keys)
            if (input::states(change, key))
                problems.push_back(Problem{Rule::keys_exclusive}
                                       .at({"--set " + change.path, 0})
                                       .with({option + ", --set " + change.path}));
    if (!problems.empty()) throw InputError{without_repetitions(std::move(problems))};
}

Scenario open_scenario(const ScenarioChoice& choice, const CommonOptions& common) {
    return open_scenario(choice, common, changes_of(choice, common));
}

Scenario open_scenario(const ScenarioChoice& choice, const CommonOptions& common,
                       const std::vector<input::Change>& changes) {
    ScenarioParts parts = input::read_changed_scenario(choice.path, changes).parts();
    if (common.seed) parts.simulation.seed = *common.seed;
    if (choice.method) parts.plan.method = *choice.method;
    if (!choice.organisation.empty()) {
        std::vector<std::string> names;
        for (const Organisation& organisation : parts.organisations) names.push_back(organisation.name);
        const auto found = std::find(names.begin(), names.end(), choice.organisation);
        if (found == names.end())
            throw InputError{Problem{Rule::organisation_unknown}
                                 .at({choice.path.string(), 0})
                                 .on("organisations")
                                 .got(choice.organisation)
                                 .meant(nearest_word(choice.organisation, names).value_or(""))};
        return Scenario{std::move(parts)}.organised_as(*found);
    }
    return Scenario{std::move(parts)};
}

void add_staffed_scenario(CLI::App& command, StaffedChoice& choice, CommonOptions& common) {
    add_scenario_options(command, choice.scenario, common);
    command.add_option("--staff", choice.staff, "people by date, start and team, as `plan --csv` writes them")
        ->type_name("FILE.csv");
}

Scenario open_staffed_scenario(const StaffedChoice& choice, const CommonOptions& common) {
    const std::vector<input::Change> changes = changes_of(choice.scenario, common);
    Scenario scenario = open_scenario(choice.scenario, common, changes);
    if (choice.staff.empty()) return scenario;
    std::vector<std::string> decided;
    for (const Team& team : scenario.teams()) decided.push_back("teams." + team.name + ".staff");
    refuse_beside(changes, "--staff", decided);
    return input::with_staff_table(scenario, choice.staff);
}

}  // namespace freiton::cli
