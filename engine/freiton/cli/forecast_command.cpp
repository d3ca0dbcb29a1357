// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "freiton/cli/log_options.hpp"
#include "freiton/cli/option_values.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/quantity_text.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/report/forecast_report.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/study/forecast.hpp"
#include "freiton/study/forecast_scenario.hpp"

namespace freiton::cli {

namespace {

struct ForecastCommand {
    std::filesystem::path history{};
    std::filesystem::path out{};  // empty: no scenario is written
    std::string name = "forecast";
    std::optional<Seconds> handling_time{};
    std::shared_ptr<input::LogOptions> reading{};
    study::ForecastOptions asked{};
};

// Writes a scenario of the expected days, one of low and one of high days, and says what it took for them.
std::string write_scenarios(const ForecastCommand& command, const CommonOptions& common, const CallLog& log,
                            const Forecast& forecast) {
    std::vector<report::NamedBytes> files;
    std::vector<std::filesystem::path> scenarios;
    std::vector<std::filesystem::path> written;
    LogSummary summary;
    for (const ForecastScene scene : all_forecast_scenes) {
        const study::ImportedLog imported =
            study::forecast_scenario(log, command.history.string(), forecast,
                                     {.title = "Forecast from " + command.history.filename().string(),
                                      .interval = command.asked.interval,
                                      .handling_time = command.handling_time},
                                     scene);
        if (scene == ForecastScene::expected) summary = imported.summary;
        files.push_back({command.name + scene_suffix(scene) + ".yaml", input::scenario_text(imported.parts)});
        files.push_back({"volumes" + scene_suffix(scene) + ".csv", report::volumes_csv(imported.parts.work)});
        scenarios.push_back(command.out / files[files.size() - 2].name);
    }
    std::vector<std::string> names;
    for (const report::NamedBytes& file : files) {
        written.push_back(command.out / file.name);
        names.push_back(written.back().string());
    }
    refuse_to_overwrite(written);
    write_all(command.out, files);
    for (const std::filesystem::path& scenario : scenarios)
        input::read_scenario(scenario);  // what was written reads well
    return import_answer(summary, names, common);
}

ExitCode run_forecast(const ForecastCommand& command, const CommonOptions& common) {
    const CallLog log = input::read_call_log(command.history, *command.reading);
    const Forecast forecast = study::forecast(log, command.history.string(), command.asked);
    const bool with_tables = !common.csv_directory.empty();
    const std::string scenario = command.out.empty() ? "" : write_scenarios(command, common, log, forecast);
    if (with_tables) write_all(common.csv_directory, report::forecast_csv(forecast));
    deliver(
        report::forecast_document(forecast, with_tables, common.language),
        [&] { return report::forecast_json(forecast, scenario); }, common,
        [&](const report::Document& report) { return report::forecast_workbook(report, forecast); });
    if (!common.json && !scenario.empty()) print("\n" + scenario);
    return ExitCode::done;
}

// "2026-12-24,2026-12-31"
std::vector<Date> read_dates(const std::string& option, std::string_view text, Problems& problems) {
    std::vector<Date> dates;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        if (const auto date = read_date(option, std::string{trimmed(text.substr(from, comma - from))}, problems))
            dates.push_back(*date);
        from = comma + 1;
    }
    return dates;
}

void read_event(const std::string& text, study::ForecastOptions& asked, Problems& problems) {
    const std::size_t equals = text.find('=');
    const std::string name{trimmed(std::string_view{text}.substr(0, equals))};
    if (equals == std::string::npos || name.empty()) {
        problems.push_back(Problem{Rule::usage_wrong}.on("--event").got(text).with({"NAME=DATE,..."}));
        return;
    }
    const bool taken =
        std::any_of(asked.events.begin(), asked.events.end(), [&](const auto& event) { return event.name == name; });
    if (taken) problems.push_back(Problem{Rule::name_twice}.on("--event").got(name));
    std::vector<Date> dates = read_dates("--event", std::string_view{text}.substr(equals + 1), problems);
    if (name == holiday_event)  // as --holidays
        asked.holidays.insert(asked.holidays.end(), dates.begin(), dates.end());
    else
        asked.events.push_back({name, std::move(dates)});
}

void add_quantile(CLI::App& command, const std::string& name, double least, double most, Problems& problems,
                  double& quantile, const std::string& description) {
    const auto read = [name, least, most, &problems, &quantile](const std::string& text) {
        const input::Reading<double> share = input::read_share(text);
        Problem problem = share.value ? Problem{*share.value <= least ? Rule::greater_than : Rule::less_than}.with(
                                            {input::share_text(*share.value <= least ? least : most)})
                                      : Problem{share.rule}.with(share.arguments).meant(share.suggestion);
        if (share.value && *share.value > least && *share.value < most)
            quantile = *share.value;
        else
            problems.push_back(std::move(problem).on(name).got(text));
    };
    command.add_option_function<std::string>(name, read, description)->type_name("SHARE");
}

void add_days_asked(CLI::App& command, study::ForecastOptions& asked, Problems& problems) {
    constexpr int days_a_week = 7;
    add_whole_number(
        command, "--weeks", {1, 53}, problems,
        [&asked](std::int64_t weeks) { asked.days = static_cast<int>(weeks) * days_a_week; }, "how many weeks")
        ->default_str("2");
    add_date(
        command, "--from", problems, [&asked](Date date) { asked.from = date; },
        "the first day; the one after the history unless given");
    add_quantile(command, "--low", 0.0, 0.5, problems, asked.low_quantile, "quantile of the low scenario; 10 %");
    add_quantile(command, "--high", 0.5, 1.0, problems, asked.high_quantile, "quantile of the high scenario; 90 %");
}

void add_dates_known(CLI::App& command, study::ForecastOptions& asked, Problems& problems) {
    command
        .add_option_function<std::vector<std::string>>(
            "--holidays",
            [&asked, &problems](const std::vector<std::string>& texts) {
                for (const std::string& text : texts)
                    for (const Date date : read_dates("--holidays", text, problems)) asked.holidays.push_back(date);
            },
            "holidays of the past and to come; they are closed unless those of the past had calls")
        ->type_name("DATE,...")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command
        .add_option_function<std::vector<std::string>>(
            "--event",
            [&asked, &problems](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) read_event(text, asked, problems);
            },
            "days with a name, past and to come: what they and the days beside them bring is learnt")
        ->type_name("NAME=DATE,...")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace

void add_forecast(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<ForecastCommand>();
    CLI::App* command =
        app.add_subcommand("forecast", "volumes and handling times of the coming weeks, with their doubt");
    command->add_option("HISTORY", options->history, "what import reads: calls, intervals, volumes, tickets")
        ->required();
    add_days_asked(*command, options->asked, common.wrong_values);
    add_dates_known(*command, options->asked, common.wrong_values);
    add_interval(*command, options->asked.interval, common.wrong_values);
    command
        ->add_option("--out", options->out,
                     "write a scenario of these days, of low and of high ones, into this directory")
        ->type_name("DIR");
    add_file_name(*command, "--name", common.wrong_values, options->name, "name of its file, without .yaml");
    add_duration(
        *command, "--handling-time,--aht", common.wrong_values,
        [options](Seconds time) { options->handling_time = time; },
        "mean handling time of the scenario, where the history has none");
    options->reading = add_log_options(*command, common.wrong_values);
    options->reading->handling_time_given = true;  // a forecast of volumes needs none
    add_output(*command, common);
    add_report_files(*command, common);
    command->footer("Columns and the titles by which they are known, whatever their case, signs and units:\n" +
                    input::log_columns_help());
    command->callback([options, command, &common, &chosen] {
        for (const char* option : {"--name", "--handling-time"})
            if (options->out.empty() && command->count(option) > 0)
                common.wrong_values.push_back(Problem{Rule::goes_with}.on(option).with({"--out"}));
        chosen = [options, &common] { return run_forecast(*options, common); };
    });
}

}  // namespace freiton::cli
