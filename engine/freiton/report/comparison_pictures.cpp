// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/report/comparison_parts.hpp"
#include "freiton/report/picture_parts.hpp"
#include "freiton/report/target_text.hpp"

namespace freiton::report {

namespace {

Bars bars_of(const Comparison& comparison) {
    Bars bars;
    for (const OrganisationResult& one : comparison.organisations) bars.names.push_back(one.name);
    return bars;
}

void add_people_and_money(const Comparison& comparison, Language language, Document& document) {
    Bars bars = bars_of(comparison);
    Bars::Measure peak{.title = in({"people at the teams' peaks", "Personen in den Spitzen der Teams"}, language)};
    Bars::Measure hours{.title = in({"agent hours", "Personenstunden"}, language)};
    Bars::Measure fte{.title = in({"paid FTE", "bezahlte VZK"}, language)};
    Bars::Measure cost{.title = in({"cost", "Kosten"}, language)};
    for (const OrganisationResult& one : comparison.organisations) {
        const StaffTotals totals = staff_totals(one.result.performance);
        peak.figures.push_back(Figure::number(totals.peak_agents));
        hours.figures.push_back(Figure::number(totals.agent_hours, 1));
        fte.figures.push_back(Figure::number(totals.paid_fte, 1));
        cost.figures.push_back(Figure::number(totals.cost.value_or(CallFigures::none)));
    }
    for (Bars::Measure* measure : {&peak, &hours, &fte, &cost}) add_measure(bars, std::move(*measure));
    document.add({.title = in({"People and money", "Personal und Geld"}, language),
                  .description = bars_description(language),
                  .shape = std::move(bars)});
}

// The share in time of one kind of work, of one site or (empty) of all.
Figure share_in_time(const OrganisationResult& one, WorkIndex w, const std::string& site) {
    const auto share = [&](const auto& all, const auto& by_site, auto member) {
        const auto* figures = figures_of(all, by_site, site);
        if (figures == nullptr) return Figure::share(CallFigures::none);
        const Figure figure = Figure::share(figures->*member);
        return figures->half_width ? figure.with(*figures->half_width.*member) : figure;
    };
    const WorkPerformance& work = one.result.performance.work[w];
    return one.scenario.work()[w].answered_now()
               ? share(work.calls, work.calls_by_site, &CallFigures::service_level)
               : share(work.backlog, work.backlog_by_site, &BacklogFigures::done_in_time_share);
}

// Where all organisations that promise something promise the same.
std::optional<Figure> promised_share(const Comparison& comparison, WorkIndex w) {
    std::optional<double> wanted;
    for (const OrganisationResult& one : comparison.organisations)
        for (const TargetResult& target : one.result.performance.targets) {
            const Promise& promise = target.promise;
            if (promise.work != w || promise.each_day || !promise.at_least()) continue;
            if (wanted && *wanted != promise.wanted) return {};
            wanted = promise.wanted;
        }
    if (!wanted) return {};
    return Figure::share(*wanted, 0);
}

void add_service(const Comparison& comparison, Language language, Document& document) {
    Bars bars = bars_of(comparison);
    const Scenario& scenario = comparison.organisations.front().scenario;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        std::vector<std::string> places = {""};
        places.insert(places.end(), scenario.sites().begin(), scenario.sites().end());
        for (const std::string& site : places) {
            Bars::Measure measure{.title = scenario.work()[w].name + (site.empty() ? "" : ", " + site),
                                  .promise = promised_share(comparison, w)};
            for (const OrganisationResult& one : comparison.organisations)
                measure.figures.push_back(share_in_time(one, w, site));
            add_measure(bars, std::move(measure));
        }
    }
    if (bars.measures.empty()) return;
    document.add(
        {.title = in({"Share in time, by work and site", "Rechtzeitig, nach Arbeit und Standort"}, language),
         .description =
             in({"Every bar out of 100 %, over all days. The dotted line is what was promised; the whisker is the "
                 "doubt about a mean (95 %), where it was simulated.",
                 "Jeder Balken von 100 %, über alle Tage. Gepunktet: was versprochen ist; der Strich durch ein "
                 "Balkenende ist die Unsicherheit eines Mittelwerts (95 %), wo simuliert wurde."},
                language),
         .shape = std::move(bars)});
}

void add_pool(const Comparison& comparison, Language language, Document& document) {
    const std::vector<PoolEffect> effects = comparison.pool_effects();
    if (effects.empty()) return;
    Bars bars;
    Bars::Measure hours{.title = in({"agent hours saved", "gesparte Personenstunden"}, language)};
    Bars::Measure fte{.title = in({"FTE saved", "gesparte VZK"}, language)};
    Bars::Measure cost{.title = in({"money saved by the pool", "durch den Verbund gespartes Geld"}, language)};
    Bars::Measure moved{.title = in({"money saved by cheaper sites", "durch günstigere Standorte gespart"}, language)};
    for (const PoolEffect& effect : effects) {
        bars.names.push_back(effect.organisation);
        hours.figures.push_back(Figure::number(effect.agent_hours, 1));
        fte.figures.push_back(Figure::number(effect.paid_fte, 1));
        cost.figures.push_back(Figure::number(effect.cost.value_or(CallFigures::none)));
        moved.figures.push_back(Figure::number(effect.relocation.value_or(CallFigures::none)));
    }
    for (Bars::Measure* measure : {&hours, &fte, &cost, &moved}) add_measure(bars, std::move(*measure));
    document.add(
        {.title = filled(in({"What is saved against {0}", "Was gegenüber {0} gespart wird"}, language),
                         {effects.front().against}),
         .description = in({"A bar to the left of the line of nothing is a loss. Who misses a promise saves nothing "
                            "and is not shown.",
                            "Ein Balken links der Nulllinie ist ein Verlust. Wer ein Versprechen verfehlt, spart "
                            "nichts und fehlt hier."},
                           language),
         .shape = std::move(bars)});
}

}  // namespace

void add_comparison_headline(const Comparison& comparison, Language language, Document& document) {
    Headline headline;
    if (comparison.interrupted)
        headline.sentences.push_back(in({"Stopped ", "Abgebrochen "}, language) + stopped_text(language));
    const OrganisationResult* least = nullptr;
    std::size_t kept = 0;
    std::size_t expected = 0;
    for (const OrganisationResult& one : comparison.organisations) {
        const Performance& performance = one.result.performance;
        if (!performance.met() || performance.interrupted) continue;
        if (performance.expected()) {
            ++expected;
            continue;
        }
        ++kept;
        if (least == nullptr ||
            staff_totals(performance).agent_hours < staff_totals(least->result.performance).agent_hours)
            least = &one;
    }
    headline.sentences.push_back(filled(
        comparison.changed
            ? in({"{0} of {1} keep all promises.", "{0} von {1} halten alle Versprechen."}, language)
            : in({"{0} of {1} organisations keep all promises.", "{0} von {1} Organisationen halten alle Versprechen."},
                 language),
        {std::to_string(kept), std::to_string(comparison.organisations.size())}));
    if (expected > 0) headline.sentences.push_back(only_expected_text(expected, language));
    if (least != nullptr && comparison.planned) {
        const StaffTotals totals = staff_totals(least->result.performance);
        headline.numbers = {{Figure::number(totals.peak_agents),
                             in({"people at the teams' peaks", "Personen in den Spitzen der Teams"}, language)},
                            {Figure::number(totals.agent_hours, 1), in({"agent hours", "Personenstunden"}, language)},
                            {Figure::number(totals.paid_fte, 1), in({"paid FTE", "bezahlte VZK"}, language)}};
        headline.sentences.push_back(filled(in({"The fewest agent hours of those: {0}, with the numbers above.",
                                                "Mit den wenigsten Personenstunden davon: {0}, mit den Zahlen oben."},
                                               language),
                                            {least->name}));
    }
    document.add(std::move(headline));
}

void add_comparison_pictures(const Comparison& comparison, Language language, Document& document) {
    add_people_and_money(comparison, language, document);
    add_pool(comparison, language, document);
    add_service(comparison, language, document);
}

}  // namespace freiton::report
