// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/log_options.hpp"

#include <CLI/CLI.hpp>

#include "freiton/cli/option_values.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::cli {

namespace {

// "offered=Angeboten,queue=Gruppe"; a title may hold commas where no other NAME= follows one.
void read_columns(const std::string& text, input::LogOptions& options, Problems& problems) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t equals = text.find('=', from);
        if (equals == std::string::npos || equals == from) {
            problems.push_back(Problem{Rule::usage_wrong}.on("--columns").got(text).with({"NAME=TITLE"}));
            return;
        }
        const std::size_t next = text.find('=', equals + 1);
        const std::size_t comma = next == std::string::npos ? text.size() : text.rfind(',', next);
        const std::size_t end = comma == std::string::npos || comma < equals ? text.size() : comma;
        options.columns.emplace_back(trimmed(std::string_view{text}.substr(from, equals - from)),
                                     trimmed(std::string_view{text}.substr(equals + 1, end - equals - 1)));
        from = end + 1;
    }
}

// Hours of one day over which a count can be spread by half hours.
std::optional<OpenSpan> half_hours(const std::string& text) {
    constexpr Minutes step{30};
    const auto span = input::parse_span(text);
    const bool whole = span && span->from % step == Minutes{0} && span->to % step == Minutes{0};
    return whole && span->from < span->to ? span : std::nullopt;
}

void add_open(CLI::App& command, const std::shared_ptr<input::LogOptions>& options, Problems& problems) {
    const auto read = [options, &problems](const std::string& text) {
        options->open = half_hours(text);
        if (options->open) return;
        const std::string meant = input::meant_hours(text);
        problems.push_back(
            Problem{Rule::half_hours_expected}.on("--open").got(text).meant(half_hours(meant) ? meant : std::string{}));
    };
    command
        .add_option_function<std::string>("--open", read,
                                          "hours over which counts of whole days are spread, 08:00-18:00")
        ->type_name("HOURS");
}

}  // namespace

std::shared_ptr<input::LogOptions> add_log_options(CLI::App& command, Problems& problems) {
    auto options = std::make_shared<input::LogOptions>();
    command
        .add_option_function<std::vector<std::string>>(
            "--columns",
            [options, &problems](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) read_columns(text, *options, problems);
            },
            "what columns hold that are not known by their titles: offered=Angeboten,... (names below; ignore=TITLE; "
            "handling_time_min=AHT says its unit, talk_sum=Talk Time that it is a sum, offered=#4 the fourth column)")
        ->type_name("NAME=TITLE,...");
    add_word(
        command, "--dates", {"day-first", "month-first"}, problems,
        [options](std::size_t index) {
            options->dates = index == 0 ? input::DateOrder::day_first : input::DateOrder::month_first;
        },
        "how 03/04/2026 begins, where no other date of the log tells");
    add_word(
        command, "--decimal", {"point", "comma"}, problems,
        [options](std::size_t index) {
            options->decimal = index == 0 ? input::DecimalSign::point : input::DecimalSign::comma;
        },
        "what parts the fraction of 1.010, where no other number of the log tells");
    const std::vector<double> units{1.0, 60.0, 3600.0, 0.001};
    add_word(
        command, "--unit", {"s", "min", "h", "ms"}, problems,
        [options, units](std::size_t index) { options->unit_s = units[index]; },
        "unit of durations, where their titles do not say it; seconds unless given");
    command.add_option("--sheet", options->sheet, "sheet of a workbook; else the first with a table");
    command.add_option("--time-zone", options->time_zone,
                       "zone of the office (Europe/Berlin): moments in UTC are put on its clocks");
    add_date(
        command, "--first-day", problems, [options](Date date) { options->first_day = date; },
        "the day of rows without a date");
    add_open(command, options, problems);
    return options;
}

std::shared_ptr<input::LogOptions> add_against(CLI::App& command, std::filesystem::path& log, Problems& problems) {
    command.add_option("--against", log, "what came: calls one by one or counts by interval, as import reads")
        ->type_name("LOG")
        ->required();
    auto options = add_log_options(command, problems);
    options->handling_time_given = true;  // who has none is not held against it
    command.footer("Columns and the titles by which they are known, whatever their case, signs and units:\n" +
                   input::log_columns_help());
    return options;
}

void add_interval(CLI::App& command, std::optional<Minutes>& interval, Problems& problems) {
    const std::vector<std::string> minutes{"5", "6", "10", "12", "15", "20", "30", "60"};  // divisors of the hour
    add_word(
        command, "--interval", minutes, problems,
        [&interval, minutes](std::size_t index) { interval = Minutes{std::stoi(minutes[index])}; },
        "planning interval in minutes; as long as the rows are unless given");
}

}  // namespace freiton::cli
