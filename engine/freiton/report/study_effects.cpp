// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/report/picture_parts.hpp"
#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_parts.hpp"

namespace freiton::report {

namespace {

bool is_correlation(const StudyEffect& effect) { return effect.measure == StudyEffect::Measure::rank_correlation; }

Figure effect_figure(const StudyEffect& effect) {
    return is_correlation(effect) ? Figure::number(effect.value, 2) : Figure::share(effect.value, 0);
}

Cell effect_cell(const StudyEffect& effect, Language language) {
    if (!is_correlation(effect)) return effect_figure(effect);
    return (effect.value > 0.0 ? "+" : "") + decimal(effect.value, 2, language);
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

std::vector<Column> effect_columns(const StudyEffect& first, Language language) {
    const bool correlated = is_correlation(first);
    std::vector<Column> columns = {{in({"effect on", "Wirkung auf"}, language), Column::Holds::words},
                                   {in({"of", "von"}, language), Column::Holds::words},
                                   {correlated ? in({"rank correlation", "Rangkorrelation"}, language)
                                               : in({"share of variance", "Anteil der Varianz"}, language)}};
    if (first.total) columns.push_back({in({"with interplay", "mit Zusammenspiel"}, language)});
    columns.push_back({in({"means", "Mittelwerte"}, language)});
    return columns;
}

std::string effects_note(const StudyEffect& first, Language language) {
    return is_correlation(first)
               ? in({"Rank correlation: +1 the output always rises with the input, -1 always falls, 0 neither.",
                     "Rangkorrelation: +1 steigt immer mit dem Eingang, -1 fällt immer, 0 weder noch."},
                    language)
               : in({"Share of variance: how much of the differences between variations this input makes.",
                     "Anteil der Varianz: wie viel der Unterschiede zwischen den Varianten daher kommt."},
                    language);
}

}  // namespace

// Each output with its inputs, the strongest first.
void add_study_effects(const StudyTable& table, const StudySummary& summary, Language language, Document& document) {
    const std::vector<StudyEffect> all = shown_effects(summary, language);
    if (all.empty()) return;
    const std::vector<std::string> names = short_names(table.inputs);
    Table effects{.caption = in({"What moves the results", "Was die Ergebnisse bewegt"}, language),
                  .columns = effect_columns(all.front(), language),
                  .notes = {effects_note(all.front(), language)}};
    std::string last;
    for (const StudyEffect& effect : all) {
        const auto input = std::find_if(table.inputs.begin(), table.inputs.end(),
                                        [&](const StudyInput& one) { return one.key == effect.input; });
        std::vector<Cell> cells = {effect.output == last ? "" : output_title(effect.output, language),
                                   names[static_cast<std::size_t>(input - table.inputs.begin())],
                                   effect_cell(effect, language)};
        if (all.front().total) cells.emplace_back(Figure::share(effect.total.value_or(CallFigures::none), 0));
        cells.emplace_back(range_text(effect, language));
        effects.row(std::move(cells));
        last = effect.output;
    }
    if (summary.left_out > 0)
        effects.notes.push_back(
            filled(in({"Effects of the complete part of the grid; {0} rows outside it are left out.",
                       "Wirkungen des vollständigen Teils des Gitters; {0} Zeilen außerhalb bleiben "
                       "unberücksichtigt."},
                      language),
                   {std::to_string(summary.left_out)}));
    document.add(std::move(effects));
}

void add_study_effects_picture(const StudyTable& table, const StudySummary& summary, Language language,
                               Document& document) {
    const std::vector<StudyEffect> all = shown_effects(summary, language);
    if (all.empty()) return;
    Bars bars{.names = short_names(table.inputs)};
    std::vector<std::string> outputs;
    for (const StudyEffect& effect : all)
        if (outputs.empty() || outputs.back() != effect.output) outputs.push_back(effect.output);
    for (const std::string& output : outputs) {
        Bars::Measure alone{.title = output_title(output, language)};
        Bars::Measure together{.title = alone.title + in({", with interplay", ", mit Zusammenspiel"}, language)};
        for (const StudyInput& input : table.inputs) {
            const auto effect = std::find_if(all.begin(), all.end(), [&](const StudyEffect& one) {
                return one.output == output && one.input == input.key;
            });
            alone.figures.push_back(effect == all.end() ? Figure{} : effect_figure(*effect));
            const bool is_told = effect != all.end() && effect->total;
            together.figures.push_back(Figure::share(is_told ? *effect->total : CallFigures::none, 0));
        }
        add_measure(bars, std::move(alone));
        add_measure(bars, std::move(together));
    }
    document.add(
        {.title = in({"What moves the results", "Was die Ergebnisse bewegt"}, language),
         .description = in({"A frame for each result, a bar for each input that was varied. ",
                            "Ein Feld für jedes Ergebnis, ein Balken für jeden Eingang, der verändert wurde. "},
                           language) +
                        effects_note(all.front(), language),
         .shape = std::move(bars)});
}

}  // namespace freiton::report
