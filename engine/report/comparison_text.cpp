// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/report/comparison_report.hpp"
#include "freiton/report/table.hpp"
#include "freiton/report/target_text.hpp"

namespace freiton::report {

namespace {

using Align = Table::Align;

struct Totals {
    double hours = 0.0, fte = 0.0, cost = 0.0;
    int peak = 0;
};

Totals totals_of(const Performance& performance) {
    Totals totals;
    for (const TeamPerformance& team : performance.teams) {
        totals.hours += team.agent_hours;
        totals.fte += team.paid_fte;
        totals.cost += team.cost.value_or(CallFigures::none);
        totals.peak += team.peak_agents;
    }
    return totals;
}

std::string in(Phrase phrase, Language language) { return std::string{phrase.in(language)}; }

std::string people_table(const Comparison& comparison, Language language) {
    Table table{{{in({"organisation", "Organisation"}, language), Align::left},
                 {in({"peak", "Spitze"}, language)},
                 {in({"agent hours", "Personenstunden"}, language)},
                 {in({"FTE", "VZK"}, language)},
                 {in({"cost", "Kosten"}, language)},
                 {in({"targets", "Ziele"}, language), Align::left}}};
    for (const OrganisationResult& one : comparison.organisations) {
        const Totals totals = totals_of(one.result.performance);
        const auto& targets = one.result.performance.targets;
        const auto missed =
            std::count_if(targets.begin(), targets.end(), [](const TargetResult& target) { return !target.met; });
        table.row({one.name, std::to_string(totals.peak), decimal(totals.hours, 1, language),
                   decimal(totals.fte, 1, language), decimal(totals.cost, 0, language),
                   missed == 0 ? in({"all met", "alle erreicht"}, language)
                               : std::to_string(missed) + in({" missed", " verfehlt"}, language)});
    }
    return table.text() + "\n";
}

// What each kind of work gets: the share in time, and the share that another site handles.
std::string service_table(const Comparison& comparison, Language language) {
    std::vector<Table::Column> columns = {{in({"in time (away)", "rechtzeitig (auswärts)"}, language), Align::left}};
    const auto& work = comparison.organisations.front().scenario.work();
    for (const Work& one : work) columns.push_back({one.name});
    Table table{columns};
    for (const OrganisationResult& one : comparison.organisations) {
        std::vector<std::string> cells = {one.name};
        for (std::size_t w = 0; w < work.size(); ++w) {
            const WorkPerformance& performance = one.result.performance.work[w];
            const bool call = work[w].kind == WorkKind::call;
            const double in_time =
                call ? performance.calls.total.service_level : performance.backlog.total.done_in_time_share;
            const double away = call ? performance.calls.total.away_share : performance.backlog.total.away_share;
            cells.push_back(percent(in_time, 1, language) +
                            (std::isnan(away) || away == 0.0 ? "" : " (" + percent(away, 0, language) + ")"));
        }
        table.row(std::move(cells));
    }
    return table.text() + "\n";
}

const Difference* find(const Comparison& comparison, const std::string& a, const std::string& b,
                       const std::string& figure) {
    for (const Difference& d : comparison.differences)
        if (d.a == a && d.b == b && d.figure == figure) return &d;
    return nullptr;
}

std::string signed_text(double value, int decimals, Language language) {
    return (value > 0.0 ? "+" : "") + decimal(value, decimals, language);
}

// Each organisation against the first: people, money, and every service figure that surely differs.
std::string difference_lines(const Comparison& comparison, Language language) {
    std::string text;
    const std::string& first = comparison.organisations.front().name;
    for (std::size_t k = 1; k < comparison.organisations.size(); ++k) {
        const std::string& name = comparison.organisations[k].name;
        text.append(name).append(in({" against ", " gegen "}, language)).append(first).append(": ");
        if (const Difference* hours = find(comparison, first, name, "agent_hours"))
            text += signed_text(hours->difference, 1, language) + in({" agent hours", " Personenstunden"}, language);
        if (const Difference* fte = find(comparison, first, name, "paid_fte"))
            text += ", " + signed_text(fte->difference, 1, language) + in({" FTE", " VZK"}, language);
        if (const Difference* cost = find(comparison, first, name, "cost"))
            text += in({", cost ", ", Kosten "}, language) + signed_text(cost->difference, 0, language);
        for (const Difference& d : comparison.differences) {
            const bool share = d.figure.ends_with("service_level") || d.figure.ends_with("done_in_time_share");
            if (d.a != first || d.b != name || !share || !d.half_width || std::isnan(*d.half_width)) continue;
            if (std::abs(d.difference) <= *d.half_width) continue;
            const std::string work = d.figure.substr(5, d.figure.rfind('.') - 5);
            text += "; " + work + " " + signed_text(d.difference * 100.0, 1, language) + " ± " +
                    decimal(*d.half_width * 100.0, 1, language) + in({" points", " Punkte"}, language);
        }
        text += "\n";
    }
    return text;
}

// Where working together costs people or service it is said, with what usually makes it so.
std::string harm_lines(const Comparison& comparison, Language language) {
    std::string text;
    const std::string& first = comparison.organisations.front().name;
    for (std::size_t k = 1; k < comparison.organisations.size(); ++k) {
        const std::string& name = comparison.organisations[k].name;
        const Difference* hours = find(comparison, first, name, "agent_hours");
        bool worse = hours != nullptr && hours->difference > 0.0;
        for (const Difference& d : comparison.differences)
            worse = worse || (!comparison.planned && d.a == first && d.b == name && d.half_width &&
                              (d.figure.ends_with("service_level") || d.figure.ends_with("done_in_time_share")) &&
                              d.difference < -*d.half_width);
        if (worse)
            text += filled(in({"Note     {0} is worse than {1} here; usual reasons: different handling times in one "
                               "queue, long items that block calls, lost ownership\n",
                               "Hinweis  {0} ist hier schlechter als {1}; übliche Gründe: verschiedene "
                               "Bearbeitungszeiten in einer Schlange, lange Vorgänge, die Anrufe aufhalten, fehlende "
                               "Zuständigkeit\n"},
                              language),
                           {name, first});
    }
    return text;
}

}  // namespace

std::string comparison_text(const Comparison& comparison, Language language) {
    if (comparison.organisations.empty()) return {};
    std::string text = comparison.organisations.front().scenario.title() + "\n";
    text += comparison.planned
                ? in({"each organisation planned for itself, on the same random numbers\n\n",
                      "jede Organisation für sich geplant, mit denselben Zufallszahlen\n\n"},
                     language)
                : in({"the given staff under each organisation, on the same random numbers\n\n",
                      "die angegebene Besetzung unter jeder Organisation, mit denselben Zufallszahlen\n\n"},
                     language);
    text += people_table(comparison, language) + service_table(comparison, language);
    text += difference_lines(comparison, language) + harm_lines(comparison, language);
    for (const OrganisationResult& one : comparison.organisations)
        for (const TargetResult& target : one.result.performance.targets)
            if (!target.met) text += one.name + ": " + target_text(one.scenario, target, language) + "\n";
    return text;
}

}  // namespace freiton::report
