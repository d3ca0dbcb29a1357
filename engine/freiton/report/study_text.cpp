// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/report/table.hpp"

namespace freiton::report {

namespace {

using Align = Table::Align;

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
    if (row.met) return in({"all met", "alle erreicht"}, language);
    return decimal(row.value("targets_missed"), 0, language) + in({" missed", " verfehlt"}, language);
}

std::string cost_title(const StudySummary& summary, Language language) {
    return summary.cost == "cost" ? in({"cost", "Kosten"}, language) : in({"paid hours", "bezahlte Stunden"}, language);
}

// Rows of the table, by their place in it.
std::string rows_table(const StudyTable& table, const StudySummary& summary, const std::vector<std::size_t>& rows,
                       Language language) {
    std::vector<Table::Column> columns = {{in({"no.", "Nr."}, language)}};
    for (const std::string& name : short_names(table.inputs)) columns.push_back({name});
    for (const std::string& title : {in({"agent hours", "Personenstunden"}, language), cost_title(summary, language),
                                     in({"in time", "rechtzeitig"}, language)})
        columns.push_back({title});
    columns.push_back({in({"targets", "Ziele"}, language), Align::left});
    Table shown_rows{columns};
    for (const std::size_t r : rows) {
        const StudyRow& row = table.rows[r];
        std::vector<std::string> cells = {std::to_string(row.variation + 1)};
        for (std::size_t k = 0; k < table.inputs.size(); ++k) cells.push_back(shown(table, r, k, language));
        cells.push_back(decimal(row.value("agent_hours"), 1, language));
        cells.push_back(decimal(row.value(summary.cost), summary.cost == "cost" ? 0 : 1, language));
        cells.push_back(percent(row.value(study_service), 1, language));
        cells.push_back(row.failed() ? in({"failed", "gescheitert"}, language) : targets_cell(row, language));
        shown_rows.row(std::move(cells));
    }
    return shown_rows.text();
}

std::string effect_text(const StudyEffect& effect, Language language) {
    if (effect.measure == StudyEffect::Measure::rank_correlation)
        return (effect.value > 0.0 ? "+" : "") + decimal(effect.value, 2, language);
    return percent(effect.value, 0, language);
}

std::string range_text(const StudyEffect& effect, Language language) {
    if (effect.output == "cost" || effect.output == "paid_hours")
        return decimal(effect.least_mean, 0, language) + " - " + decimal(effect.most_mean, 0, language);
    return percent(effect.least_mean, 1, language) + " - " + percent(effect.most_mean, 1, language);
}

std::string output_title(const std::string& output, Language language) {
    if (output == "cost") return in({"cost", "Kosten"}, language);
    if (output == "paid_hours") return in({"paid hours", "bezahlte Stunden"}, language);
    if (output == study_service) return in({"in time", "rechtzeitig"}, language);
    return output;
}

// Outputs that no input moves as far as can be shown are left out: shares of next to nothing.
std::vector<StudyEffect> shown_effects(const StudySummary& summary, Language language) {
    const auto moves = [&](const StudyEffect& effect) {
        StudyEffect least = effect;
        least.most_mean = least.least_mean;
        return range_text(effect, language) != range_text(least, language);
    };
    std::set<std::string> moved;
    for (const StudyEffect& effect : summary.effects)
        if (moves(effect)) moved.insert(effect.output);
    std::vector<StudyEffect> effects = summary.effects;
    std::erase_if(effects, [&](const StudyEffect& effect) { return !moved.contains(effect.output); });
    return effects;
}

// Each output with its inputs, the strongest first.
std::string effects_table(const StudyTable& table, const StudySummary& summary, Language language) {
    const std::vector<StudyEffect> all = shown_effects(summary, language);
    if (all.empty()) return {};
    const std::vector<std::string> names = short_names(table.inputs);
    const bool correlated = all.front().measure == StudyEffect::Measure::rank_correlation;
    const bool has_totals = all.front().total.has_value();
    std::vector<Table::Column> columns = {{in({"effect on", "Wirkung auf"}, language), Align::left},
                                          {in({"of", "von"}, language), Align::left},
                                          {correlated ? in({"rank correlation", "Rangkorrelation"}, language)
                                                      : in({"share of variance", "Anteil der Varianz"}, language)}};
    if (has_totals) columns.push_back({in({"with interplay", "mit Zusammenspiel"}, language)});
    columns.push_back({in({"means", "Mittelwerte"}, language)});
    Table effects{columns};
    std::string last;
    for (const StudyEffect& effect : all) {
        const auto input = std::find_if(table.inputs.begin(), table.inputs.end(),
                                        [&](const StudyInput& one) { return one.key == effect.input; });
        std::vector<std::string> cells = {effect.output == last ? "" : output_title(effect.output, language),
                                          names[static_cast<std::size_t>(input - table.inputs.begin())],
                                          effect_text(effect, language)};
        if (has_totals) cells.push_back(percent(effect.total.value_or(CallFigures::none), 0, language));
        cells.push_back(range_text(effect, language));
        effects.row(std::move(cells));
        last = effect.output;
    }
    std::string below;
    if (summary.left_out > 0)
        below = filled(in({"effects of the part of the grid that is complete; {0} rows beside it are left out\n",
                           "Wirkungen des vollständigen Teils des Gitters; {0} Zeilen daneben bleiben außen vor\n"},
                          language),
                       {std::to_string(summary.left_out)});
    return "\n" + effects.text() + below;
}

std::string tradeoff_table(const StudyTable& table, const StudySummary& summary, Language language) {
    if (summary.tradeoff.empty()) return {};
    std::vector<std::size_t> rows;
    std::size_t r = 0;
    for (const StudyTradeoff& one : summary.tradeoff) {
        for (r = 0; table.rows[r].variation != one.variation;) ++r;
        if (rows.size() < most_rows) rows.push_back(r);
    }
    std::string text =
        in({"\nCost against service: no other variation is both cheaper and more often in time\n",
            "\nKosten gegen Service: keine andere Variation ist zugleich billiger und öfter rechtzeitig\n"},
           language);
    return text + rows_table(table, summary, rows, language);
}

}  // namespace

std::string study_text(const StudyTable& table, const StudySummary& summary, Language language) {
    std::string text = table.title.empty() ? "" : table.title + "\n";
    text +=
        filled(table.question == "plan" ? in({"{0} of {1} variations, each planned, on the same random numbers",
                                              "{0} von {1} Variationen, jede geplant, mit denselben Zufallszahlen"},
                                             language)
                                        : in({"{0} of {1} variations, each simulated, on the same random numbers",
                                              "{0} von {1} Variationen, jede simuliert, mit denselben Zufallszahlen"},
                                             language),
               {std::to_string(table.rows.size()), std::to_string(table.variations)});
    if (table.failed() > 0)
        text += filled(in({"; {0} failed", "; {0} gescheitert"}, language), {std::to_string(table.failed())});
    text += "\n\n";
    std::vector<std::size_t> rows;
    const std::size_t shown_rows = table.rows.size() > most_rows ? first_rows : table.rows.size();
    for (std::size_t r = 0; r < shown_rows; ++r) rows.push_back(r);
    text += rows_table(table, summary, rows, language);
    if (shown_rows < table.rows.size())
        text += filled(in({"... and {0} more; --out or --csv write them all\n",
                           "... und {0} weitere; --out oder --csv schreiben alle\n"},
                          language),
                       {std::to_string(table.rows.size() - shown_rows)});
    text += effects_table(table, summary, language) + tradeoff_table(table, summary, language);
    std::size_t told = 0;
    for (const StudyRow& row : table.rows)
        if (row.failed() && ++told <= first_rows)
            text += (told == 1 ? "\n" : "") + std::to_string(row.variation + 1) + ": " + row.error + "\n";
    return text;
}

}  // namespace freiton::report
