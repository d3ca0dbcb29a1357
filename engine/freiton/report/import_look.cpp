// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/report/problem_text.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t first_rows = 3;
constexpr std::size_t most_open = 20;

std::string source_text(const LogReading& reading, Language language) {
    const auto phrase = [&](Phrase one) { return one.in(language); };
    if (!reading.sheet.empty()) return filled(phrase({"sheet {0}", "Blatt {0}"}), {reading.sheet});
    const std::string sign =
        reading.separator == '\t' ? in({"tabs", "Tabulatoren"}, language) : std::string(1, reading.separator);
    return filled(phrase({"{0}, cells parted by {1}", "{0}, Zellen getrennt durch {1}"}), {reading.encoding, sign});
}

std::string second_text(double second) {
    const double whole = std::floor(second);
    const auto clock = clock_text(Minutes{static_cast<int>(whole / 60.0)});
    const int rest = static_cast<int>(std::fmod(whole, 60.0));
    return clock + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

std::string with_value(const char* name, const std::optional<double>& value) {
    return value ? std::string{", "} + name + " " + number_text(*value) : std::string{};
}

std::vector<std::string> rows_as_read(const CallLog& log) {
    std::vector<std::string> rows;
    const auto queue = [&](std::size_t index) {
        const std::string& name = log.queues[index];
        return name.empty() ? name : ", queue " + name;
    };
    for (std::size_t i = 0; i < std::min(first_rows, log.calls.size()); ++i) {
        const LoggedCall& call = log.calls[i];
        constexpr const char* ends[] = {", answered", ", abandoned", ", turned away"};
        rows.push_back(date_text(call.date) + " " + second_text(call.arrival_s) + queue(call.queue) +
                       ends[static_cast<std::size_t>(call.end)] + with_value("wait_s", call.wait_s) +
                       with_value("handling_time_s", call.handling_s));
    }
    for (std::size_t i = 0; i < std::min(first_rows, log.intervals.size()); ++i) {
        const LoggedInterval& row = log.intervals[i];
        rows.push_back(date_text(row.date) + " " + clock_text(row.start) + queue(row.queue) +
                       with_value("offered", row.offered) + with_value("answered", row.answered) +
                       with_value("abandoned", row.abandoned) + with_value("wait_s", row.asa_s) +
                       with_value("handling_time_s", row.handling_s));
    }
    for (std::size_t i = 0; i < std::min(first_rows, log.items.size()); ++i) {
        const LoggedItem& item = log.items[i];
        rows.push_back(date_text(item.date) + " " + second_text(item.arrival_s) + queue(item.queue) +
                       with_value("first_response_after_s", item.response_after_s) +
                       with_value("resolved_after_s", item.resolved_after_s) +
                       with_value("handling_time_s", item.handling_s));
    }
    return rows;
}

}  // namespace

std::string look_text(const CallLog& log, const Problems& problems, Language language) {
    const auto phrase = [&](Phrase one) { return one.in(language); };
    const LogReading& reading = log.reading;
    std::string text =
        filled(phrase({"Read as        {0}; {1} rows; {2}\n", "Gelesen als    {0}; {1} Zeilen; {2}\n"}),
               {shape_text(reading.shape, language), std::to_string(reading.rows), source_text(reading, language)});
    text += reading.titles_line > 0 ? filled(phrase({"Titles         in line {0}\n", "Spaltentitel   in Zeile {0}\n"}),
                                             {std::to_string(reading.titles_line)})
                                    : in({"Titles         none\n", "Spaltentitel   keine\n"}, language);
    text += in({"Columns\n", "Spalten\n"}, language);
    for (const LogReading::Column& column : reading.columns) {
        const std::string unit = column.unit.empty() ? "" : " (" + column.unit + ")";
        const std::string taken =
            column.taken_for.empty() ? in({"not used", "nicht benutzt"}, language) : column.taken_for + unit;
        text.append("  ").append(column.title.empty() ? "-" : column.title).append(" = ").append(taken);
        if (!column.example.empty())
            text.append(in({", as in ", ", etwa "}, language)).append("\"").append(column.example).append("\"");
        text += '\n';
    }
    text += in({"First rows as read\n", "Erste Zeilen, wie gelesen\n"}, language);
    for (const std::string& row : rows_as_read(log)) text.append("  ").append(row).append("\n");
    for (const LogNote& note : reading.notes)
        if (note.kind != LogNoteKind::columns_unused) text.append(note_text(note, language)).append("\n");
    if (!problems.empty()) text += in({"Still open\n", "Noch offen\n"}, language);
    for (std::size_t i = 0; i < std::min(most_open, problems.size()); ++i)
        text.append("  ").append(problem_text(problems[i], language)).append("\n");
    if (problems.size() > most_open) text.append("  ...\n");
    return text + in({"Nothing was written.\n", "Es wurde nichts geschrieben.\n"}, language);
}

}  // namespace freiton::report
