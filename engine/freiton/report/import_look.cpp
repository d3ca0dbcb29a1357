// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/import_report.hpp"
#include "freiton/report/problem_text.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t most_open = 20;

std::string source_text(const LogReading& reading, Language language) {
    const auto phrase = [&](Phrase one) { return one.in(language); };
    if (!reading.sheet.empty()) return filled(phrase({"sheet {0}", "Blatt {0}"}), {reading.sheet});
    const std::string sign =
        reading.separator == '\t' ? in({"tabs", "Tabulatoren"}, language) : std::string(1, reading.separator);
    return filled(phrase({"{0}, cells parted by {1}", "{0}, Zellen getrennt durch {1}"}), {reading.encoding, sign});
}

// A row as it was read, in the words of whoever looks.
class RowText {
  public:
    RowText(const CallLog& log, Language language) : log_{log}, language_{language} {}

    void begin(Date date, const std::string& clock, std::size_t queue) {
        text_ = date_text(date) + " " + clock;
        const std::string& name = log_.queues[queue];
        if (!name.empty()) add(filled(in({"queue {0}", "Warteschlange {0}"}, language_), {name}));
    }
    void add(const std::string& part) { text_.append(", ").append(part); }
    void count(Phrase name, const std::optional<double>& count) {
        if (count) add(in(name, language_) + " " + figure(*count));
    }
    void time(Phrase name, const std::optional<double>& seconds) {
        if (seconds) add(in(name, language_) + " " + figure(*seconds) + " s");
    }
    const std::string& text() const { return text_; }

  private:
    std::string figure(double value) const { return decimal(value, value == std::floor(value) ? 0 : 2, language_); }

    const CallLog& log_;
    Language language_;
    std::string text_;
};

constexpr Phrase wait_name{"wait", "Wartezeit"};
constexpr Phrase handling_name{"handling time", "Bearbeitungszeit"};

std::vector<std::string> rows_as_read(const CallLog& log, Language language) {
    std::vector<std::string> rows;
    RowText row{log, language};
    const bool waits =
        std::any_of(log.calls.begin(), log.calls.end(), [](const auto& call) { return call.wait_s > 0.0; });
    for (std::size_t i = 0; i < std::min(looked_at_rows, log.calls.size()); ++i) {
        const LoggedCall& call = log.calls[i];
        constexpr Phrase ends[] = {
            {"answered", "angenommen"}, {"abandoned", "aufgelegt"}, {"turned away", "abgewiesen"}};
        row.begin(call.date, clock_seconds_text(Seconds{call.arrival_s}), call.queue);
        row.add(in(ends[static_cast<std::size_t>(call.end)], language));
        if (waits && call.wait_known) row.time(wait_name, call.wait_s);
        row.time(handling_name, call.handling_s);
        rows.push_back(row.text());
    }
    for (std::size_t i = 0; i < std::min(looked_at_rows, log.intervals.size()); ++i) {
        const LoggedInterval& one = log.intervals[i];
        row.begin(one.date, clock_text(one.start), one.queue);
        row.count({"offered", "angeboten"}, one.offered);
        row.count({"answered", "angenommen"}, one.answered);
        row.count({"abandoned", "aufgelegt"}, one.abandoned);
        row.time(wait_name, one.asa_s);
        row.time(handling_name, one.handling_s);
        rows.push_back(row.text());
    }
    for (std::size_t i = 0; i < std::min(looked_at_rows, log.items.size()); ++i) {
        const LoggedItem& item = log.items[i];
        row.begin(item.date, clock_seconds_text(Seconds{item.arrival_s}), item.queue);
        row.time({"first response after", "erste Antwort nach"}, item.response_after_s);
        row.time({"done after", "erledigt nach"}, item.resolved_after_s);
        row.time(handling_name, item.handling_s);
        rows.push_back(row.text());
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
    for (const std::string& row : rows_as_read(log, language)) text.append("  ").append(row).append("\n");
    for (const LogNote& note : reading.notes)
        if (note.kind != LogNoteKind::columns_unused) text.append(note_text(note, language)).append("\n");
    if (!problems.empty()) text += in({"Still open\n", "Noch offen\n"}, language);
    for (std::size_t i = 0; i < std::min(most_open, problems.size()); ++i)
        text.append("  ").append(problem_text(problems[i], language)).append("\n");
    if (problems.size() > most_open) text.append("  ...\n");
    return text + in({"Nothing was written.\n", "Es wurde nichts geschrieben.\n"}, language);
}

}  // namespace freiton::report
