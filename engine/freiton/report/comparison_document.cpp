// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/model/staff_totals.hpp"
#include "freiton/model/target_results.hpp"
#include "freiton/report/comparison_parts.hpp"
#include "freiton/report/comparison_report.hpp"

namespace freiton::report {

namespace {

std::string targets_text(const std::vector<TargetResult>& targets, Language language) {
    const auto missed =
        std::count_if(targets.begin(), targets.end(), [](const TargetResult& target) { return !target.met; });
    const bool expected =
        std::any_of(targets.begin(), targets.end(), [](const TargetResult& target) { return target.expected(); });
    if (missed == 0 && expected) return in({"expected", "erwartet"}, language);
    return missed == 0 ? in({"all met", "alle erreicht"}, language)
                       : std::to_string(missed) + in({" missed", " verfehlt"}, language);
}

// Where some are judged by site and others in total, all are judged by site beside it.
Table organisations_table(const Comparison& comparison, Language language) {
    Table table{.caption = in({"People and cost by organisation", "Personal und Kosten nach Organisation"}, language),
                .columns = {{in({"organisation", "Organisation"}, language), Column::Holds::words},
                            {in({"peak", "Spitze"}, language)},
                            {in({"agent hours", "Personenstunden"}, language)},
                            {"", Column::Holds::pictures},
                            {in({"FTE", "VZK"}, language)},
                            {in({"cost", "Kosten"}, language)},
                            {in({"targets", "Ziele"}, language), Column::Holds::words}}};
    const std::vector<Promise> common = comparison.common_promises();
    if (!common.empty()) table.columns.push_back({in({"at each site", "je Standort"}, language), Column::Holds::words});
    double most_hours = 0.0;
    for (const OrganisationResult& one : comparison.organisations)
        most_hours = std::max(most_hours, staff_totals(one.result.performance).agent_hours);
    for (const OrganisationResult& one : comparison.organisations) {
        const Performance& performance = one.result.performance;
        const StaffTotals totals = staff_totals(performance);
        std::vector<Cell> cells = {one.name,
                                   Figure::number(totals.peak_agents),
                                   Figure::number(totals.agent_hours, 1),
                                   Bar{totals.agent_hours, most_hours},
                                   Figure::number(totals.paid_fte, 1),
                                   Figure::number(totals.cost.value_or(CallFigures::none))};
        cells.emplace_back(performance.interrupted ? in({"stopped", "abgebrochen"}, language)
                                                   : targets_text(performance.targets, language));
        if (!common.empty()) {
            const auto alike = results_by(common, performance);
            cells.emplace_back(alike ? targets_text(*alike, language) : "-");
        }
        table.row(std::move(cells));
    }
    return table;
}

Cell in_time_cell(double in_time, double away, Language language) {
    return {Figure::share(in_time), std::isnan(away) || away == 0.0 ? "" : "(" + percent(away, 0, language) + ")"};
}

// The share in time of each kind of work, and the share that another site handles; of one site, or of all.
std::vector<Cell> service_row(const OrganisationResult& one, const std::string& site, Language language) {
    std::vector<Cell> cells = {site.empty() ? one.name : site};
    for (std::size_t w = 0; w < one.scenario.work().size(); ++w) {
        const WorkPerformance& work = one.result.performance.work[w];
        const CallFigures* calls = nullptr;
        const BacklogFigures* items = nullptr;
        if (one.scenario.work()[w].answered_now())
            calls = figures_of(work.calls, work.calls_by_site, site);
        else
            items = figures_of(work.backlog, work.backlog_by_site, site);
        cells.push_back(calls != nullptr   ? in_time_cell(calls->service_level, calls->away_share, language)
                        : items != nullptr ? in_time_cell(items->done_in_time_share, items->away_share, language)
                                           : Cell{""});
    }
    return cells;
}

bool has_figures(const std::vector<Cell>& cells) {
    return std::any_of(cells.begin(), cells.end(),
                       [](const Cell& cell) { return std::holds_alternative<Figure>(cell.content); });
}

Table service_table(const Comparison& comparison, Language language) {
    Table table{
        .caption = in({"Share in time, and the share handled at another site",
                       "Anteil rechtzeitig, und an einem anderen Standort bearbeitet"},
                      language),
        .columns = {{in({"in time (other site)", "rechtzeitig (anderer Standort)"}, language), Column::Holds::words}}};
    for (const Work& one : comparison.organisations.front().scenario.work()) table.columns.push_back({one.name});
    for (const OrganisationResult& one : comparison.organisations) {
        table.row(service_row(one, "", language));
        for (const std::string& site : one.scenario.sites())
            if (std::vector<Cell> cells = service_row(one, site, language); has_figures(cells))
                table.row(std::move(cells), Row::Kind::part);
    }
    return table;
}

std::string comparison_how(const Comparison& comparison, Language language) {
    if (comparison.changed)
        return comparison.planned
                   ? in({"The scenario as it is and as it was changed, each planned, on the same random numbers.",
                         "Das Szenario wie es ist und wie es geändert wurde, beide geplant, mit denselben "
                         "Zufallszahlen."},
                        language)
                   : in({"The given staff works in the scenario as it is and as it was changed, on the same random "
                         "numbers.",
                         "Die vorgegebene Besetzung arbeitet im Szenario wie es ist und wie es geändert wurde, mit "
                         "denselben Zufallszahlen."},
                        language);
    return comparison.planned ? in({"Each organisation is planned by itself, on the same random numbers.",
                                    "Jede Organisation ist für sich geplant, mit denselben Zufallszahlen."},
                                   language)
                              : in({"The given staff works under each organisation, on the same random numbers.",
                                    "Die vorgegebene Besetzung arbeitet unter jeder Organisation, mit denselben "
                                    "Zufallszahlen."},
                                   language);
}

}  // namespace

Document comparison_document(const Comparison& comparison, Language language) {
    Document document{language};
    if (comparison.interrupted)
        document.say(in({"STOPPED", "ABBRUCH"}, language),
                     in({"before it was done; organisations, figures or differences are missing or unsure.",
                         "vor dem Ende; Organisationen, Zahlen oder Unterschiede fehlen oder sind unsicher."},
                        language));
    if (comparison.organisations.empty()) return document;
    document.heading(comparison.organisations.front().scenario.title());
    document.say(comparison_how(comparison, language));
    add_comparison_headline(comparison, language, document);
    add_comparison_pictures(comparison, language, document);
    document.add(organisations_table(comparison, language));
    document.add(service_table(comparison, language));
    add_verdicts(comparison, language, document);
    return document;
}

}  // namespace freiton::report
