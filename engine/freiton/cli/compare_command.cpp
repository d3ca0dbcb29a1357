// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/report/comparison_report.hpp"
#include "freiton/study/compare.hpp"

namespace freiton::cli {

namespace {

// A change of one way of working stands beside it as it is; of several they stand side by side, all changed.
Comparison compared(const ScenarioChoice& choice, const CommonOptions& common) {
    const Scenario scenario = open_scenario(choice, common);
    const bool one_way = scenario.parts().organisations.empty() || !choice.organisation.empty();
    if (common.changes.empty() || !one_way) {
        watch_for_interrupt();
        return study::compare(scenario, {.control = run_control(common)});
    }
    const Scenario as_it_is = open_scenario(choice, common, {});
    watch_for_interrupt();
    return study::compare_change(as_it_is, scenario, {.control = run_control(common)});
}

ExitCode run_compare(const ScenarioChoice& choice, const CommonOptions& common) {
    const Comparison comparison = with_place(choice.path, [&] { return compared(choice, common); });
    if (!common.csv_directory.empty()) {
        for (const OrganisationResult& one : comparison.organisations)
            write_all(common.csv_directory / one.name, report::plan_csv(one.scenario, one.result));
        write_all(common.csv_directory, {{"comparison.csv", report::comparison_csv(comparison)}});
    }
    deliver(
        report::comparison_document(comparison, common.language), [&] { return report::comparison_json(comparison); },
        common,
        [&](const report::Document& report) {
            return report::comparison_workbook(report, comparison,
                                               input::resolved_scenario(open_scenario(choice, common)));
        });
    if (interrupted()) return ExitCode::interrupted;
    return comparison.met() || !comparison.planned ? ExitCode::done : ExitCode::target_missed;
}

}  // namespace

void add_compare(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto choice = std::make_shared<ScenarioChoice>();
    CLI::App* compare =
        app.add_subcommand("compare", "every organisation, or a change and the scenario as it is, side by side");
    compare->add_option("SCENARIO", choice->path, "scenario file (YAML)")->required();
    CLI::Option* set = add_changes(*compare, common);
    add_organisation(*compare, *choice)->needs(set);
    add_method(*compare, *choice, common);
    add_common(*compare, common);
    add_report_files(*compare, common);
    compare->callback(
        [choice, &common, &chosen] { chosen = [choice, &common] { return run_compare(*choice, common); }; });
}

}  // namespace freiton::cli
