// SPDX-License-Identifier: Apache-2.0
#include "asked.hpp"

#include "freiton/input/read_scenario.hpp"

namespace freiton::python {

namespace {

// Problems that show only when a scenario is used have a key, but no file.
InputError with_file(const InputError& error, const std::string& file) {
    Problems problems = error.problems();
    for (Problem& problem : problems)
        if (problem.place.file.empty()) problem.place.file = file;
    return InputError{std::move(problems)};
}

Scenario with_numbers(const Scenario& scenario, const Changes& changes) {
    ScenarioParts parts = scenario.parts();
    SimulationOptions& simulation = parts.simulation;
    if (changes.seed) simulation.seed = *changes.seed;
    if (changes.half_width_shares || changes.half_width_times) simulation.replications.reset();
    if (changes.half_width_shares) simulation.half_width_shares = Share{*changes.half_width_shares};
    if (changes.half_width_times) simulation.half_width_times = Share{*changes.half_width_times};
    if (changes.replications) simulation.replications = changes.replications;
    return Scenario{std::move(parts)};
}

Scenario with_staff(const Scenario& scenario, const std::pair<std::string, std::string>& staff) {
    const auto& [name, csv] = staff;
    return input::with_staff_table(scenario, csv.empty() ? CsvTable::read(name) : CsvTable::parse(csv, name));
}

}  // namespace

std::string asked(const LoadedScenario& loaded, const Changes& changes,
                  const std::function<std::string(const Scenario&)>& question) {
    try {
        const Scenario scenario = with_numbers(loaded.read.scenario, changes);
        return question(changes.staff ? with_staff(scenario, *changes.staff) : scenario);
    } catch (const InputError& error) {
        throw with_file(error, loaded.file);
    }
}

}  // namespace freiton::python
