// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>

#include "freiton/cli/scenario_commands.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/read_scenario.hpp"

namespace freiton::cli {

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
    command.add_option("--seed", common.seed, "seed of every random number, in place of the scenario's")
        ->check(CLI::Validator(
            [](const std::string& text) {
                const bool whole =
                    !text.empty() && text.size() <= 18 && text.find_first_not_of("0123456789") == std::string::npos;
                return whole ? std::string{} : "must be a whole number from 0: " + text;
            },
            "NUMBER"));
    command.add_option("--threads", common.threads, "threads; 0: as many as the machine runs at once")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command.add_flag("--quiet", common.quiet, "no messages on stderr");
}

void add_scenario_options(CLI::App& command, ScenarioChoice& choice) {
    command.add_option("SCENARIO", choice.path, "scenario file (YAML)")->required();
    command.add_option("--organisation", choice.organisation, "one of the scenario's organisations")->type_name("NAME");
}

Scenario open_scenario(const ScenarioChoice& choice, const CommonOptions& common) {
    const Scenario scenario = input::read_scenario(choice.path);
    ScenarioParts parts = scenario.parts();
    if (common.seed) parts.simulation.seed = *common.seed;
    if (!choice.method.empty()) parts.plan.method = choice.method == "formula" ? Method::formula : Method::simulation;
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
        parts.routing = parts.organisations[static_cast<std::size_t>(found - names.begin())].routing;
    }
    return Scenario{std::move(parts)};
}

}  // namespace freiton::cli
