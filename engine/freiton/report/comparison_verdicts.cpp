// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/model/eligibility.hpp"
#include "freiton/report/comparison_parts.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/report/warning_text.hpp"

namespace freiton::report {

namespace {

const Difference* find(const Comparison& comparison, const std::string& a, const std::string& b,
                       const std::string& figure) {
    for (const Difference& d : comparison.differences)
        if (d.a == a && d.b == b && d.figure == figure) return &d;
    return nullptr;
}

std::string signed_text(double value, int decimals, Language language) {
    return (value > 0.0 ? "+" : "") + decimal(value, decimals, language);
}

// Of a kind of work over all sites.
bool is_service(const Difference& d) {
    if (d.figure.find(".by_site.") != std::string::npos) return false;
    return d.figure.ends_with("service_level") || d.figure.ends_with("done_in_time_share");
}

// An organisation against the first: people, money, and every service figure that surely differs.
std::string difference_text(const Comparison& comparison, const std::string& name, Language language) {
    const std::string& first = comparison.organisations.front().name;
    std::string text = name + in({" against ", " gegen "}, language) + first + ": ";
    if (const Difference* hours = find(comparison, first, name, "agent_hours"))
        text += signed_text(hours->difference, 1, language) + in({" agent hours", " Personenstunden"}, language);
    if (const Difference* fte = find(comparison, first, name, "paid_fte"))
        text += ", " + signed_text(fte->difference, 1, language) + in({" FTE", " VZK"}, language);
    if (const Difference* cost = find(comparison, first, name, "cost"))
        text += in({", cost ", ", Kosten "}, language) + signed_text(cost->difference, 0, language);
    for (const Difference& d : comparison.differences) {
        if (d.a != first || d.b != name || !is_service(d) || !d.half_width || std::isnan(*d.half_width)) continue;
        if (std::abs(d.difference) <= *d.half_width) continue;
        const std::string work = d.figure.substr(5, d.figure.rfind('.') - 5);
        text += "; " + work + " " + signed_text(d.difference * 100.0, 1, language) + " ± " +
                decimal(*d.half_width * 100.0, 1, language) + in({" points", " Punkte"}, language);
    }
    return text + ".";
}

// What the others save against the first, in people and in money; cheaper sites are no effect of a pool.
std::vector<std::string> pool_sentences(const Comparison& comparison, Language language) {
    std::vector<std::string> sentences;
    for (const PoolEffect& effect : comparison.pool_effects()) {
        std::string text = filled(
            in({"{0} saves {1} agent hours = {2} FTE", "{0} spart {1} Personenstunden = {2} VZK"}, language),
            {effect.organisation, decimal(effect.agent_hours, 1, language), decimal(effect.paid_fte, 1, language)});
        if (effect.cost)
            text += filled(
                in({", worth {0} at the mean price of {1}", ", beim mittleren Preis von {1} sind das {0}"}, language),
                {decimal(*effect.cost, 0, language), comparison.organisations.front().name});
        if (effect.relocation)
            text += in({"; cheaper sites save another ", "; günstigere Standorte sparen weitere "}, language) +
                    decimal(*effect.relocation, 0, language);
        sentences.push_back(text + ".");
    }
    if (!comparison.planned || comparison.changed) return sentences;
    for (const OrganisationResult& one : comparison.organisations)
        if (!one.result.met())  // saves nothing that can be had
            sentences.push_back(filled(
                in({"{0} misses a target: no saving is shown.", "{0} verfehlt ein Ziel: keine Ersparnis gezeigt."},
                   language),
                {one.name}));
    return sentences;
}

// Each note once, with those that it holds for.
void add_comparison_notes(const Comparison& comparison, Language language, Document& document) {
    std::vector<std::pair<std::string, std::string>> notes;  // sentence, organisations
    for (const OrganisationResult& one : comparison.organisations)
        for (const Warning& warning : one.result.performance.warnings) {
            const std::string sentence = warning_text(warning, language);
            const auto told =
                std::find_if(notes.begin(), notes.end(), [&](const auto& note) { return note.first == sentence; });
            if (told == notes.end())
                notes.emplace_back(sentence, one.name);
            else
                told->second += ", " + one.name;
        }
    for (const auto& [sentence, names] : notes)
        document.say(in({"Note", "Hinweis"}, language), std::string{names}.append(": ").append(sentence));
}

// Where working together costs people or service it is said, with what usually makes it so.
bool is_worse_than_first(const Comparison& comparison, const std::string& name) {
    if (comparison.changed) return false;  // the change is the reason
    const std::string& first = comparison.organisations.front().name;
    const Difference* hours = find(comparison, first, name, "agent_hours");
    if (hours != nullptr && hours->difference > 0.0) return true;
    return !comparison.planned &&
           std::any_of(comparison.differences.begin(), comparison.differences.end(), [&](const Difference& d) {
               return d.a == first && d.b == name && d.half_width && is_service(d) && d.difference < -*d.half_width;
           });
}

// Working together less evens out less of what chance does; working together more costs in other ways.
std::string worse_text(const OrganisationResult& worse, const OrganisationResult& first, Language language) {
    bool narrower = false;
    for (WorkIndex w{0}; w < first.scenario.work().size(); ++w)  // Reach goes from all to the owner
        narrower = narrower || reach_of(worse.scenario, worse.scenario.work()[w]) >
                                   reach_of(first.scenario, first.scenario.work()[w]);
    return filled(
        narrower
            ? in({"{0} is worse than {1} here. Usual reason: fewer people may help each other, so that one waits for "
                  "work while another has too much.",
                  "{0} ist hier schlechter als {1}. Üblicher Grund: Weniger Personen können einander helfen, so dass "
                  "die "
                  "eine auf Arbeit wartet, während die andere zu viel hat."},
                 language)
            : in({"{0} is worse than {1} here. Usual reasons: different handling times in one queue, "
                  "long items that hold up calls, nobody in charge.",
                  "{0} ist hier schlechter als {1}. Übliche Gründe: verschiedene Bearbeitungszeiten "
                  "in einer Warteschlange, lange Vorgänge, die Anrufe aufhalten, fehlende "
                  "Zuständigkeit."},
                 language),
        {worse.name, first.name});
}

}  // namespace

void add_verdicts(const Comparison& comparison, Language language, Document& document) {
    const auto& all = comparison.organisations;
    for (std::size_t k = 1; k < all.size(); ++k) document.say(difference_text(comparison, all[k].name, language));
    document.say(in({"Pool", "Verbund"}, language), pool_sentences(comparison, language));
    for (std::size_t k = 1; k < all.size(); ++k)
        if (is_worse_than_first(comparison, all[k].name))
            document.say(in({"Note", "Hinweis"}, language), worse_text(all[k], all.front(), language));
    for (const OrganisationResult& one : all)
        for (const TargetResult& target : one.result.performance.targets)
            if (!target.met)
                document.say(in({"Missed", "Verfehlt"}, language),
                             one.name + ", " + target_text(one.scenario, target, language) + ".");
    add_comparison_notes(comparison, language, document);
}

}  // namespace freiton::report
