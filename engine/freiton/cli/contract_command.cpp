// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/report/contract_report.hpp"
#include "freiton/study/contract.hpp"

namespace freiton::cli {

namespace {

ExitCode run_contract(const ScenarioChoice& choice, const CommonOptions& common) {
    const Scenario scenario = open_scenario(choice, common);
    watch_for_interrupt();
    Contract contract = with_place(choice.path, [&] { return study::contract(scenario, run_control(common)); });
    contract.plan.organisation = choice.organisation;
    if (!common.csv_directory.empty()) {
        write_all(common.csv_directory, report::plan_csv(scenario, contract.plan));
        write_all(common.csv_directory, report::contract_csv(contract));
    }
    deliver(
        report::contract_document(contract, common.language), [&] { return report::contract_json(contract); }, common,
        [&](const report::Document& report) {
            return report::contract_workbook(report, contract, input::resolved_scenario(scenario));
        });
    if (interrupted()) return ExitCode::interrupted;
    return contract.plan.met() ? ExitCode::done : ExitCode::target_missed;
}

}  // namespace

void add_contract(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto choice = std::make_shared<ScenarioChoice>();
    CLI::App* contract =
        app.add_subcommand("contract", "services, customers and promises: what each takes and costs, to be agreed on");
    add_scenario_options(*contract, *choice, common);
    add_method(*contract, *choice, common);
    add_common(*contract, common);
    add_report_files(*contract, common);
    contract->callback(
        [choice, &common, &chosen] { chosen = [choice, &common] { return run_contract(*choice, common); }; });
}

}  // namespace freiton::cli
