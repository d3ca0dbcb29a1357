// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_parts.hpp"
#include "freiton/report/target_text.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t most_points = 1000;  // beside the best ones: more would only blacken the page

// What was varied, as "3: arrivals.scale 0.9, handling_time.mean 210 s".
std::string variation_text(const StudyTable& table, const std::vector<std::string>& names, std::size_t row) {
    std::string text = std::to_string(table.rows[row].variation + 1) + ": ";
    for (std::size_t k = 0; k < table.inputs.size(); ++k)
        text.append(k == 0 ? "" : ", ").append(names[k]).append(" ").append(table.settings[row][k].text);
    return text;
}

bool is_best(const StudySummary& summary, std::size_t variation) {
    return std::any_of(summary.tradeoff.begin(), summary.tradeoff.end(),
                       [&](const StudyTradeoff& one) { return one.variation == variation; });
}

// Beyond what formulas only expect.
bool keeps_all(const StudyRow& row) { return !row.failed() && row.met && !row.expected(); }

std::size_t expected_of(const StudyTable& table) {
    return static_cast<std::size_t>(std::count_if(table.rows.begin(), table.rows.end(),
                                                  [](const StudyRow& row) { return !row.failed() && row.expected(); }));
}

// By rising cost, as the line runs through the best ones.
std::vector<Scatter::Point> points_of(const StudyTable& table, const StudySummary& summary) {
    const std::vector<std::string> names = short_names(table.inputs);
    std::vector<Scatter::Point> points;
    std::size_t others = 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const StudyRow& row = table.rows[r];
        const double cost = row.value(summary.cost);
        const double service = row.value(study_service);
        if (row.failed() || !std::isfinite(cost) || !std::isfinite(service)) continue;
        const bool best = is_best(summary, row.variation);
        if (!best && ++others > most_points) continue;
        points.push_back({.name = variation_text(table, names, r),
                          .x = Figure::number(cost, summary.cost == "cost" ? 0 : 1),
                          .y = Figure::share(service),
                          .met = keeps_all(row),
                          .best = best});
    }
    std::stable_sort(points.begin(), points.end(),
                     [](const Scatter::Point& a, const Scatter::Point& b) { return a.x.value < b.x.value; });
    return points;
}

}  // namespace

void add_study_picture(const StudyTable& table, const StudySummary& summary, Language language, Document& document) {
    Scatter scatter{.x_title = cost_title(summary, language),
                    .y_title = in({"in time", "rechtzeitig"}, language),
                    .met_title = in({"all met", "alle erreicht"}, language),
                    .missed_title = expected_of(table) > 0
                                        ? in({"missed, or only expected", "verfehlt oder nur erwartet"}, language)
                                        : in({"missed", "verfehlt"}, language),
                    .best_title = in({"best trade-offs", "bestes Verhältnis"}, language),
                    .points = points_of(table, summary)};
    if (scatter.points.empty()) return;
    std::string how = in({"Each point is a variation. On the line no other is both cheaper and more often in time.",
                          "Jeder Punkt ist eine Variante. Auf der Linie ist keine andere zugleich billiger und "
                          "pünktlicher."},
                         language);
    if (scatter.points.size() < table.rows.size() - table.failed())
        how += filled(in({" {0} of {1} variations are drawn.", " {0} von {1} Varianten sind gezeichnet."}, language),
                      {std::to_string(scatter.points.size()), std::to_string(table.rows.size())});
    document.add({.title = in({"Cost against service", "Kosten gegen Service"}, language),
                  .description = std::move(how),
                  .shape = std::move(scatter)});
}

void add_study_headline(const StudyTable& table, const StudySummary& summary, Language language, Document& document) {
    const StudyRow* cheapest = nullptr;
    std::size_t met = 0;
    for (const StudyRow& row : table.rows) {
        if (!keeps_all(row)) continue;
        ++met;
        if (cheapest == nullptr || row.value(summary.cost) < cheapest->value(summary.cost)) cheapest = &row;
    }
    Headline headline;
    headline.sentences.push_back(filled(
        in({"{0} of {1} variations keep all promises.", "{0} von {1} Varianten halten alle Versprechen."}, language),
        {std::to_string(met), std::to_string(table.rows.size())}));
    if (const std::size_t expected = expected_of(table))
        headline.sentences.push_back(only_expected_text(expected, language));
    if (cheapest != nullptr) {
        const auto row = static_cast<std::size_t>(cheapest - table.rows.data());
        headline.sentences.push_back(
            filled(in({"The cheapest of those is number {0}.", "Die günstigste davon ist Nummer {0}."}, language),
                   {variation_text(table, short_names(table.inputs), row)}));
        headline.numbers = {{Figure::number(cheapest->value(summary.cost), summary.cost == "cost" ? 0 : 1),
                             cost_title(summary, language)},
                            {Figure::share(cheapest->value(study_service)), in({"in time", "rechtzeitig"}, language)}};
    }
    document.add(std::move(headline));
}

}  // namespace freiton::report
