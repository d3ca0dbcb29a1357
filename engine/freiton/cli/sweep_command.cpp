// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "freiton/cli/scenario_commands.hpp"
#include "freiton/cli/watch.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/study/study_summary.hpp"
#include "freiton/study/sweep.hpp"

namespace freiton::cli {

namespace {

struct SweepOptions {
    ScenarioChoice study{};
    std::filesystem::path out{};
    bool resume = false;
};

std::string whole_csv(const StudyTable& table) {
    std::string csv;
    report::study_csv(table, [&](std::string_view bytes) { csv += bytes; });
    return csv;
}

void say_interrupted(const StudyTable& table, const SweepOptions& options, report::Language language) {
    using report::Phrase;
    const Phrase kept{"Stopped: {0} of {1} variations are done and kept in {2}; --resume goes on.\n",
                      "Angehalten: {0} von {1} Variationen sind fertig und in {2} aufgehoben; --resume setzt fort.\n"};
    const Phrase lost{"Stopped: {0} of {1} variations are done. With --out they would have been kept.\n",
                      "Angehalten: {0} von {1} Variationen sind fertig. Mit --out wären sie aufgehoben worden.\n"};
    const std::string text =
        report::filled((options.out.empty() ? lost : kept).in(language),
                       {std::to_string(table.rows.size()), std::to_string(table.variations), options.out.string()});
    std::fputs(text.c_str(), stderr);
}

// The progress bar is gone when this returns.
StudyTable swept(const study::Variations& variations, const SweepOptions& options, const CommonOptions& common) {
    RunControl control = run_control(common);
    control.may_take_hours = true;  // what is done so far is kept
    return study::sweep(variations, {.directory = options.out, .resume = options.resume, .control = control});
}

ExitCode run_sweep(const SweepOptions& options, const CommonOptions& common) {
    const study::Variations variations{
        input::read_study(options.study.path, common.seed, changes_of(options.study, common))};
    watch_for_interrupt();
    const StudyTable table = swept(variations, options, common);
    if (table.interrupted && !common.quiet) say_interrupted(table, options, common.language);
    const StudySummary summary = study::summary_of(table);
    if (!common.csv_directory.empty())
        write_all(common.csv_directory, {{"table.csv", whole_csv(table)},
                                         {"effects.csv", report::effects_csv(summary)},
                                         {"tradeoff.csv", report::tradeoff_csv(table, summary)}});
    deliver(
        report::study_document(table, summary, common.language), [&] { return report::study_json(table, summary); },
        common, [&](const report::Document& report) { return report::study_workbook(report, table); });
    return table.interrupted ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace

void add_sweep(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<SweepOptions>();
    CLI::App* sweep = app.add_subcommand("sweep", "a table of what-ifs: every variation of a study");
    sweep->add_option("STUDY", options->study.path, "study file (YAML)")->required();
    add_changes(*sweep, common);
    CLI::Option* out =
        sweep->add_option("--out", options->out, "keep what is done there as it is done, and the table in the end")
            ->type_name("DIR");
    sweep->add_flag("--resume", options->resume, "go on with the run that --out holds")->needs(out);
    add_common(*sweep, common);
    add_report_files(*sweep, common);
    sweep->callback(
        [options, &common, &chosen] { chosen = [options, &common] { return run_sweep(*options, common); }; });
}

}  // namespace freiton::cli
