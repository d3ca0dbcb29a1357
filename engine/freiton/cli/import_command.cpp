// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "freiton/cli/option_values.hpp"
#include "freiton/cli/scenario_commands.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/meant_text.hpp"
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
    bool look = false;
    std::optional<Minutes> interval{};
    std::optional<Seconds> handling_time{};
    input::LogOptions reading{};
};

ExitCode run_look(const ImportOptions& options, const CommonOptions& common) {
    const input::LogLook look = input::look_at_call_log(options.log, options.reading);
    print(common.json ? report::look_json(look.log, look.problems)
                      : report::look_text(look.log, look.problems, common.language));
    return ExitCode::done;
}

// Never overwrites: what stands there may have been edited since.
ExitCode run_import(const ImportOptions& options, const CommonOptions& common) {
    Problems problems;
    const std::filesystem::path scenario = options.out / (options.name + ".yaml");
    const std::filesystem::path volumes = options.out / "volumes.csv";
    for (const auto& path : {scenario, volumes})
        if (std::filesystem::exists(path)) problems.push_back(Problem{Rule::file_exists}.at({path.string(), 0}));
    if (!problems.empty()) throw InputError{std::move(problems)};
    const CallLog log = input::read_call_log(options.log, options.reading);
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

// "offered=Angeboten,queue=Gruppe"; a title may hold commas where no other NAME= follows one.
void read_columns(const std::string& text, ImportOptions& options, Problems& problems) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t equals = text.find('=', from);
        if (equals == std::string::npos || equals == from) {
            problems.push_back(Problem{Rule::usage_wrong}.on("--columns").got(text).with({"NAME=TITLE"}));
            return;
        }
        const std::size_t next = text.find('=', equals + 1);
        const std::size_t comma = next == std::string::npos ? text.size() : text.rfind(',', next);
        const std::size_t end = comma == std::string::npos || comma < equals ? text.size() : comma;
        options.reading.columns.emplace_back(trimmed(std::string_view{text}.substr(from, equals - from)),
                                             trimmed(std::string_view{text}.substr(equals + 1, end - equals - 1)));
        from = end + 1;
    }
}

void add_first_day(CLI::App& command, const std::shared_ptr<ImportOptions>& options, Problems& problems) {
    const auto read = [options, &problems](const std::string& text) {
        const ParsedDate parsed = parse_date(text);
        options->reading.first_day = parsed.date;
        if (parsed.date) return;
        const bool exists = parsed.error != DateError::does_not_exist;
        problems.push_back(Problem{exists ? Rule::date_expected : Rule::date_does_not_exist}
                               .on("--first-day")
                               .got(text)
                               .meant(input::meant_date(text)));
    };
    command.add_option_function<std::string>("--first-day", read, "the day of rows without a date")->type_name("DATE");
}

// Hours of one day over which a count can be spread by half hours.
std::optional<OpenSpan> half_hours(const std::string& text) {
    constexpr Minutes step{30};
    const auto span = input::parse_span(text);
    const bool whole = span && span->from % step == Minutes{0} && span->to % step == Minutes{0};
    return whole && span->from < span->to ? span : std::nullopt;
}

void add_open(CLI::App& command, const std::shared_ptr<ImportOptions>& options, Problems& problems) {
    const auto read = [options, &problems](const std::string& text) {
        options->reading.open = half_hours(text);
        if (options->reading.open) return;
        const std::string meant = input::meant_hours(text);
        problems.push_back(
            Problem{Rule::half_hours_expected}.on("--open").got(text).meant(half_hours(meant) ? meant : std::string{}));
    };
    command
        .add_option_function<std::string>("--open", read,
                                          "hours over which counts of whole days are spread, 08:00-18:00")
        ->type_name("HOURS");
}

void add_reading(CLI::App& command, const std::shared_ptr<ImportOptions>& options, Problems& problems) {
    command
        .add_option_function<std::vector<std::string>>(
            "--columns",
            [options, &problems](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) read_columns(text, *options, problems);
            },
            "what columns hold that are not known by their titles: offered=Angeboten,... (names below; ignore=TITLE)")
        ->type_name("NAME=TITLE,...");
    add_word(
        command, "--dates", {"day-first", "month-first"}, problems,
        [options](std::size_t index) {
            options->reading.dates = index == 0 ? input::DateOrder::day_first : input::DateOrder::month_first;
        },
        "how 03/04/2026 begins, where no other date of the log tells");
    add_word(
        command, "--decimal", {"point", "comma"}, problems,
        [options](std::size_t index) {
            options->reading.decimal = index == 0 ? input::DecimalSign::point : input::DecimalSign::comma;
        },
        "what parts the fraction of 1.010, where no other number of the log tells");
    const std::vector<double> units{1.0, 60.0, 3600.0, 0.001};
    add_word(
        command, "--unit", {"s", "min", "h", "ms"}, problems,
        [options, units](std::size_t index) { options->reading.unit_s = units[index]; },
        "unit of durations, where their titles do not say it; seconds unless given");
    command.add_option("--sheet", options->reading.sheet, "sheet of a workbook; else the first with a table");
    command.add_option("--time-zone", options->reading.time_zone,
                       "zone of the office (Europe/Berlin): moments in UTC are put on its clocks");
    add_first_day(command, options, problems);
    add_open(command, options, problems);
}

}  // namespace

void add_import(CLI::App& app, CommonOptions& common, Chosen& chosen) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        app.add_subcommand("import", "a scenario from a call log, an ACD export, a workbook or tickets");
    command->add_option("LOG", options->log, "CSV or .xlsx: calls, intervals, events or tickets")->required();
    command->add_option("--out", options->out, "directory to write into")->capture_default_str();
    command->add_option("--name", options->name, "name of the scenario file, without .yaml")->capture_default_str();
    command->add_flag("--look", options->look, "show how the file is understood, and write nothing");
    const std::vector<std::string> minutes{"5", "6", "10", "12", "15", "20", "30", "60"};  // divisors of the hour
    add_word(
        *command, "--interval", minutes, common.wrong_values,
        [options, minutes](std::size_t index) { options->interval = Minutes{std::stoi(minutes[index])}; },
        "planning interval in minutes; as long as the rows are unless given");
    add_duration(
        *command, "--handling-time,--aht", common.wrong_values,
        [options](Seconds time) { options->handling_time = time; }, "mean handling time, where the log has none");
    add_reading(*command, options, common.wrong_values);
    command->footer("Columns and the titles by which they are known, whatever their case, signs and units:\n" +
                    input::log_columns_help());
    command->callback([options, &common, &chosen] {
        options->reading.handling_time_given = options->handling_time.has_value();
        chosen = [options, &common] {
            return options->look ? run_look(*options, common) : run_import(*options, common);
        };
    });
}

}  // namespace freiton::cli
