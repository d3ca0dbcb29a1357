// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/model/target_results.hpp"
#include "freiton/report/comparison_report.hpp"
#include "freiton/report/table.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/report/warning_text.hpp"

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

std::string met_text(const std::vector<TargetResult>& targets, Language language) {
    const auto missed =
        std::count_if(targets.begin(), targets.end(), [](const TargetResult& target) { return !target.met; });
    return missed == 0 ? in({"all met", "alle erreicht"}, language)
                       : std::to_string(missed) + in({" missed", " verfehlt"}, language);
}

// Where some are judged by site and others in total, all are judged by site beside it.
std::string people_table(const Comparison& comparison, Language language) {
    std::vector<Table::Column> columns = {{in({"organisation", "Organisation"}, language), Align::left},
                                          {in({"peak", "Spitze"}, language)},
                                          {in({"agent hours", "Personenstunden"}, language)},
                                          {in({"FTE", "VZK"}, language)},
                                          {in({"cost", "Kosten"}, language)},
                                          {in({"targets", "Ziele"}, language), Align::left}};
    const std::vector<Promise> common = comparison.common_promises();
    if (!common.empty()) columns.push_back({in({"at each site", "je Standort"}, language), Align::left});
    Table table{columns};
    for (const OrganisationResult& one : comparison.organisations) {
        const Totals totals = totals_of(one.result.performance);
        const Performance& performance = one.result.performance;
        std::vector<std::string> cells = {one.name, std::to_string(totals.peak), decimal(totals.hours, 1, language),
                                          decimal(totals.fte, 1, language), decimal(totals.cost, 0, language)};
        cells.push_back(performance.interrupted ? in({"stopped", "abgebrochen"}, language)
                                                : met_text(performance.targets, language));
        if (!common.empty()) {
            const auto alike = results_by(common, performance);
            cells.push_back(alike ? met_text(*alike, language) : "-");
        }
        table.row(std::move(cells));
    }
    return table.text() + "\n";
}

std::string in_time_cell(double in_time, double away, Language language) {
    return percent(in_time, 1, language) +
           (std::isnan(away) || away == 0.0 ? "" : " (" + percent(away, 0, language) + ")");
}

// The share in time of each kind of work, and the share that another site handles; of one site, or of all.
std::vector<std::string> service_row(const OrganisationResult& one, const std::string& site, Language language) {
    std::vector<std::string> cells = {site.empty() ? one.name : "  " + site};
    for (std::size_t w = 0; w < one.scenario.work().size(); ++w) {
        const WorkPerformance& work = one.result.performance.work[w];
        if (one.scenario.work()[w].kind == WorkKind::call) {
            const auto of_site = work.calls_by_site.find(site);
            const bool known = site.empty() || of_site != work.calls_by_site.end();
            const CallFigures& calls = site.empty() || !known ? work.calls.total : of_site->second.total;
            cells.push_back(known ? in_time_cell(calls.service_level, calls.away_share, language) : "");
        } else {
            const auto of_site = work.backlog_by_site.find(site);
            const bool known = site.empty() || of_site != work.backlog_by_site.end();
            const BacklogFigures& items = site.empty() || !known ? work.backlog.total : of_site->second.total;
            cells.push_back(known ? in_time_cell(items.done_in_time_share, items.away_share, language) : "");
        }
    }
    return cells;
}

std::string service_table(const Comparison& comparison, Language language) {
    std::vector<Table::Column> columns = {{in({"in time (away)", "rechtzeitig (auswärts)"}, language), Align::left}};
    for (const Work& one : comparison.organisations.front().scenario.work()) columns.push_back({one.name});
    Table table{columns};
    for (const OrganisationResult& one : comparison.organisations) {
        table.row(service_row(one, "", language));
        for (const std::string& site : one.scenario.sites()) {
            std::vector<std::string> cells = service_row(one, site, language);
            if (std::any_of(cells.begin() + 1, cells.end(), [](const std::string& cell) { return !cell.empty(); }))
                table.row(std::move(cells));
        }
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

// Who misses a target saves nothing that can be had.
std::string no_saving_lines(const Comparison& comparison, Language language) {
    std::string text;
    if (!comparison.planned) return text;
    for (const OrganisationResult& one : comparison.organisations)
        if (!one.result.met())
            text += filled(in({"Pool     {0} misses a target: no saving is shown\n",
                               "Verbund  {0} verfehlt ein Ziel: keine Ersparnis gezeigt\n"},
                              language),
                           {one.name});
    return text;
}

// Each note once, with those that it holds for.
std::string note_lines(const Comparison& comparison, Language language) {
    std::vector<std::pair<std::string, std::string>> notes;  // sentence, organisations
    for (const OrganisationResult& one : comparison.organisations)
        for (const Warning& warning : one.result.performance.warnings) {
            const std::string sentence = warning_text(warning, language);
            const auto known =
                std::find_if(notes.begin(), notes.end(), [&](const auto& n) { return n.first == sentence; });
            if (known == notes.end())
                notes.emplace_back(sentence, one.name);
            else
                known->second += ", " + one.name;
        }
    std::string text;
    for (const auto& [sentence, names] : notes)
        text += in({"Note     ", "Hinweis  "}, language) + names + ": " + sentence + "\n";
    return text;
}

// What the others save against the first, in people and in money; cheaper sites are no effect of a pool.
std::string pool_lines(const Comparison& comparison, Language language) {
    std::string text;
    for (const PoolEffect& effect : comparison.pool_effects()) {
        text += filled(
            in({"Pool     {0} saves {1} agent hours = {2} FTE", "Verbund  {0} spart {1} Personenstunden = {2} VZK"},
               language),
            {effect.organisation, decimal(effect.agent_hours, 1, language), decimal(effect.paid_fte, 1, language)});
        if (effect.cost) text += in({", worth ", ", das sind "}, language) + decimal(*effect.cost, 0, language);
        if (effect.relocation)
            text += in({"; cheaper sites save ", "; günstigere Standorte sparen "}, language) +
                    decimal(*effect.relocation, 0, language);
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
    std::string text;
    if (comparison.interrupted)
        text += in({"STOPPED before it was done: organisations, figures or differences are missing or unsure\n",
                    "ABGEBROCHEN: Organisationen, Zahlen oder Unterschiede fehlen oder sind unsicher\n"},
                   language);
    if (comparison.organisations.empty()) return text;
    text += comparison.organisations.front().scenario.title() + "\n";
    text += comparison.planned
                ? in({"each organisation planned for itself, on the same random numbers\n\n",
                      "jede Organisation für sich geplant, mit denselben Zufallszahlen\n\n"},
                     language)
                : in({"the given staff under each organisation, on the same random numbers\n\n",
                      "die angegebene Besetzung unter jeder Organisation, mit denselben Zufallszahlen\n\n"},
                     language);
    text += people_table(comparison, language) + service_table(comparison, language);
    text += difference_lines(comparison, language) + pool_lines(comparison, language) +
            no_saving_lines(comparison, language) + harm_lines(comparison, language);
    for (const OrganisationResult& one : comparison.organisations)
        for (const TargetResult& target : one.result.performance.targets)
            if (!target.met) text += one.name + ": " + target_text(one.scenario, target, language) + "\n";
    return text + note_lines(comparison, language);
}

}  // namespace freiton::report
