// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_call_log.hpp"

#include "freiton/core/text.hpp"
#include "freiton/input/table_row.hpp"

namespace freiton::input {

namespace {

// The first of several spellings that the table has, or -1.
int column_of(const CsvTable& table, std::initializer_list<const char*> spellings) {
    for (const char* name : spellings)
        if (const int column = table.column(name); column >= 0) return column;
    return -1;
}

int start_column(const CsvTable& table) { return column_of(table, {"interval", "start", "time"}); }

int offered_column(const CsvTable& table) { return column_of(table, {"offered", "calls", "arrivals"}); }

std::optional<double> optional_number(TableRow& cells, int column) {
    if (column < 0 || cells.cell(column).empty()) return std::nullopt;
    return cells.not_negative(column);
}

// answered, abandoned or phantom; complains about any other word.
enum class Outcome { answered, abandoned, phantom, unknown };
Outcome read_outcome(const CsvTable& table, const CsvTable::Row& row, int column, Problems& problems) {
    const std::string word = lower_case(row.cells[static_cast<std::size_t>(column)]);
    if (word == "answered" || word == "agent") return Outcome::answered;
    if (word == "abandoned" || word == "hang") return Outcome::abandoned;
    if (word == "phantom") return Outcome::phantom;
    problems.push_back(Problem{Rule::word_unknown}
                           .at({table.file_name(), row.line, column + 1})
                           .on("outcome")
                           .got(word)
                           .with({"answered, abandoned, phantom"})
                           .meant(suggested_word(word, {"answered", "abandoned", "phantom"}, problems)));
    return Outcome::unknown;
}

void read_calls(const CsvTable& table, CallLog& log, Problems& problems) {
    if (!has_columns(table, {"date", "arrival_s", "queue_wait_s", "outcome"}, problems)) return;
    const int date = table.column("date");
    const int arrival = table.column("arrival_s");
    const int wait = table.column("queue_wait_s");
    const int outcome = table.column("outcome");
    const int handling = column_of(table, {"handling_time_s", "service_s"});
    for (const CsvTable::Row& row : table.rows()) {
        if (are_enough(problems)) return;
        if (!is_whole(table, row, {date, arrival, wait, outcome}, problems)) continue;
        TableRow cells{table, row, problems};
        const Outcome ended = read_outcome(table, row, outcome, problems);
        const auto day = cells.date(date);
        const auto arrived = cells.not_negative(arrival);
        if (arrived && *arrived >= 86'400.0) cells.complain(arrival, Rule::less_than, {"86400 (the seconds of a day)"});
        const auto waited = cells.not_negative(wait);
        const auto handled = optional_number(cells, handling);
        log.phantoms += ended == Outcome::phantom ? 1 : 0;
        if (!day || !arrived || !waited || ended == Outcome::phantom || ended == Outcome::unknown) continue;
        log.calls.push_back(
            {*day, *arrived, *waited, ended == Outcome::answered, ended == Outcome::answered ? handled : std::nullopt});
    }
}

void read_intervals(const CsvTable& table, CallLog& log, Problems& problems) {
    const int date = table.column("date");
    const int start = start_column(table);
    const int offered = offered_column(table);
    for (const auto& [column, name] : {std::pair{date, "date"}, {start, "interval"}, {offered, "offered"}})
        if (column < 0)
            problems.push_back(
                Problem{Rule::column_missing}.at({table.file_name(), 1}).on(name).with({columns_text(table)}));
    if (!problems.empty()) return;
    const int handling = column_of(table, {"aht", "aht_s", "handling_time_s"});
    const int abandoned = table.column("abandoned");
    const int asa = column_of(table, {"asa", "asa_s"});
    for (const CsvTable::Row& row : table.rows()) {
        if (are_enough(problems)) return;
        if (!is_whole(table, row, {date, start, offered}, problems)) continue;
        TableRow cells{table, row, problems};
        const auto day = cells.date(date);
        const auto begin = cells.clock(start);
        const auto calls = cells.not_negative(offered);
        const LoggedInterval interval{day.value_or(Date{}),
                                      begin.value_or(Minutes{}),
                                      calls.value_or(0.0),
                                      optional_number(cells, handling),
                                      optional_number(cells, abandoned),
                                      optional_number(cells, asa)};
        if (calls && interval.abandoned && *interval.abandoned > *calls)
            cells.complain(abandoned, Rule::at_most, {"offered: " + number_text(*calls)});
        if (day && begin && calls) log.intervals.push_back(interval);
    }
}

}  // namespace

namespace {

CallLog log_of(const CsvTable& table) {
    CallLog log;
    Problems problems;
    if (table.column("arrival_s") >= 0 || table.column("outcome") >= 0)
        read_calls(table, log, problems);
    else if (start_column(table) >= 0 || offered_column(table) >= 0)
        read_intervals(table, log, problems);
    else
        problems.push_back(Problem{Rule::log_unknown}.at({table.file_name(), 1}).with({columns_text(table)}));
    if (!problems.empty()) throw InputError{std::move(problems)};
    return log;
}

}  // namespace

CallLog read_call_log(const std::filesystem::path& path) { return log_of(CsvTable::read(path)); }

CallLog parse_call_log(std::string text, const std::string& file_name) {
    return log_of(CsvTable::parse(std::move(text), file_name));
}

}  // namespace freiton::input
