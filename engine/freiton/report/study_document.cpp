// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "freiton/core/text.hpp"
#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_parts.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t most_rows = 40;  // of which the first are shown, where there are more
constexpr std::size_t first_rows = 20;

// As a planner wrote it, a drawn value with four digits.
std::string shown(const StudyTable& table, std::size_t row, std::size_t input, Language language) {
    const std::string& text = table.settings[row][input].text;
    const auto end = text.find(' ');
    const auto value = parse_number(text.substr(0, end));
    if (!table.inputs[input].numeric || !value || text.substr(0, end).size() <= 6) return text;
    const double size = std::abs(*value);
    const std::string unit = end == std::string::npos ? "" : text.substr(end);
    return decimal(*value, size >= 1000.0 ? 0 : size >= 100.0 ? 1 : size >= 10.0 ? 2 : 3, language) + unit;
}

std::string targets_cell(const StudyRow& row, Language language) {
    if (row.expected()) return in({"expected", "erwartet"}, language);
    if (row.met) return in({"all met", "alle erreicht"}, language);
    return decimal(row.value("targets_missed"), 0, language) + in({" missed", " verfehlt"}, language);
}

// Rows of the table, by their place in it.
Table rows_table(const StudyTable& table, const StudySummary& summary, const std::vector<std::size_t>& rows,
                 Language language) {
    Table result{.caption = in({"Variations", "Varianten"}, language), .columns = {{in({"no.", "Nr."}, language)}}};
    for (const std::string& name : short_names(table.inputs)) result.columns.push_back({name});
    for (const std::string& title : {in({"agent hours", "Personenstunden"}, language), cost_title(summary, language),
                                     in({"in time", "rechtzeitig"}, language)})
        result.columns.push_back({title});
    result.columns.push_back({in({"targets", "Ziele"}, language), Column::Holds::words});
    for (const std::size_t r : rows) {
        const StudyRow& row = table.rows[r];
        std::vector<Cell> cells = {Figure::number(static_cast<double>(row.variation + 1))};
        for (std::size_t k = 0; k < table.inputs.size(); ++k) cells.emplace_back(shown(table, r, k, language));
        cells.emplace_back(Figure::number(row.value("agent_hours"), 1));
        cells.emplace_back(Figure::number(row.value(summary.cost), summary.cost == "cost" ? 0 : 1));
        cells.emplace_back(Figure::share(row.value(study_service)));
        cells.emplace_back(row.failed() ? in({"failed", "gescheitert"}, language) : targets_cell(row, language));
        result.row(std::move(cells));
    }
    return result;
}

void add_tradeoff(const StudyTable& table, const StudySummary& summary, Language language, Document& document) {
    if (summary.tradeoff.empty()) return;
    std::vector<std::size_t> rows;
    std::size_t r = 0;
    for (const StudyTradeoff& one : summary.tradeoff) {
        for (r = 0; table.rows[r].variation != one.variation;) ++r;
        if (rows.size() < most_rows) rows.push_back(r);
    }
    document.heading(in({"Best trade-offs: no other variation is both cheaper and more often in time",
                         "Bestes Verhältnis: keine Variante ist zugleich billiger und pünktlicher"},
                        language),
                     2);
    document.add(rows_table(table, summary, rows, language));
}

std::string done_text(const StudyTable& table, Language language) {
    std::string text =
        filled(table.question == "plan" ? in({"{0} of {1} variations, each planned, on the same random numbers",
                                              "{0} von {1} Varianten, jede geplant, mit denselben Zufallszahlen"},
                                             language)
                                        : in({"{0} of {1} variations, each simulated, on the same random numbers",
                                              "{0} von {1} Varianten, jede simuliert, mit denselben Zufallszahlen"},
                                             language),
               {std::to_string(table.rows.size()), std::to_string(table.variations)});
    if (table.failed() > 0)
        text += filled(in({"; {0} failed", "; {0} gescheitert"}, language), {std::to_string(table.failed())});
    return text + ".";
}

}  // namespace

std::string cost_title(const StudySummary& summary, Language language) {
    return summary.cost == "cost" ? in({"cost", "Kosten"}, language) : in({"paid hours", "bezahlte Stunden"}, language);
}

Document study_document(const StudyTable& table, const StudySummary& summary, Language language) {
    Document document{language};
    document.heading(table.title);
    document.say(done_text(table, language));
    add_study_headline(table, summary, language, document);
    add_study_picture(table, summary, language, document);
    add_study_effects_picture(table, summary, language, document);
    std::vector<std::size_t> rows(table.rows.size() > most_rows ? first_rows : table.rows.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    Table shown_rows = rows_table(table, summary, rows, language);
    if (rows.size() < table.rows.size())
        shown_rows.notes.push_back(filled(in({"... and {0} more; --out and --csv write them all",
                                              "... und {0} weitere; --out und --csv schreiben alle"},
                                             language),
                                          {std::to_string(table.rows.size() - rows.size())}));
    document.add(std::move(shown_rows));
    add_study_effects(table, summary, language, document);
    add_tradeoff(table, summary, language, document);
    std::size_t told = 0;
    for (const StudyRow& row : table.rows)
        if (row.failed() && ++told <= first_rows) document.say(std::to_string(row.variation + 1) + ": " + row.error);
    return document;
}

}  // namespace freiton::report
