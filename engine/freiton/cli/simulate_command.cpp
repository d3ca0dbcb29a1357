// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/plan_workbook.hpp"
#include "freiton/report/simulation_report.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::cli {

namespace {

struct SimulateOptions {
    StaffedChoice scenario{};
    std::filesystem::path trace{};
    bool headroom = false;
};

void print_result(const Scenario& scenario, const PlanResult& result, const std::optional<study::Headroom>& headroom,
                  const CommonOptions& common) {
    if (!common.csv_directory.empty()) write_all(common.csv_directory, report::plan_csv(scenario, result));
    std::optional<report::HeadroomScale> scale;
    if (headroom) scale = {headroom->scale, headroom->at_least};
    deliver(
        report::simulation_document(scenario, result, scale, common.language),
        [&] { return report::plan_json(scenario, result, scale); }, common,
        [&](const report::Document& report) {
            return report::plan_workbook(report, scenario, result, input::resolved_scenario(scenario));
        });
}

void write_trace(const std::filesystem::path& path, const Scenario& scenario, const StaffingPlan& plan) {
    const RunControl control{.stop = &interrupted()};
    write_file(path, report::trace_csv(study::trace(scenario, plan, control), control));
}

struct Answer {
    PlanResult result;
    std::optional<study::Headroom> headroom{};
};

// The progress bar is gone when this returns.
Answer simulated(const Scenario& scenario, const StaffingPlan& plan, bool headroom, const CommonOptions& common) {
    const RunControl control = run_control(common);
    Answer answer{study::simulate(scenario, plan, headroom ? control.part(0.0, 0.1) : control)};
    if (headroom) answer.headroom = study::headroom_beside(answer.result, scenario, control.part(0.1, 1.0));
    return answer;
}

ExitCode run_simulate(const SimulateOptions& options, const CommonOptions& common) {
    const Scenario scenario = open_staffed_scenario(options.scenario, common);
    const StaffingPlan plan =
        with_place(options.scenario.scenario.path, [&] { return study::given_staffing(scenario); });
    watch_for_interrupt();
    if (!options.trace.empty()) write_trace(options.trace, scenario, plan);
    const Answer answer = simulated(scenario, plan, options.headroom, common);
    print_result(scenario, answer.result, answer.headroom, common);
    return interrupted() ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace

void add_simulate(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<SimulateOptions>();
    CLI::App* simulate = app.add_subcommand("simulate", "how given staffing performs, day by day");
    add_staffed_scenario(*simulate, options->scenario, common);
    simulate->add_option("--trace", options->trace, "write every contact of one simulated horizon")->type_name("FILE");
    simulate->add_flag("--headroom", options->headroom, "the largest scale of arrivals at which all targets hold");
    add_common(*simulate, common);
    add_report_files(*simulate, common);
    simulate->callback(
        [options, &common, &chosen] { chosen = [options, &common] { return run_simulate(*options, common); }; });
}

}  // namespace freiton::cli
