// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/report/picture_parts.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

struct Peak {
    double people = 0.0;
    IntervalIndex at{};
};

Peak peak_of(const ReportContext& c) {
    Peak peak;
    for (IntervalIndex i{0}; i < c.scenario.intervals(); ++i) {
        double people = 0.0;
        for (const auto& agents : c.result.plan.agents) people += agents[i];
        if (people > peak.people) peak = {people, i};
    }
    return peak;
}

// How far from its promise, as a share of it; below 0: missed.
double room_of(const TargetResult& target) {
    const double wanted = target.promise.wanted;
    const double ahead = target.promise.at_least() ? target.reached - wanted : wanted - target.reached;
    return wanted > 0.0 ? ahead / wanted : ahead;
}

const TargetResult* nearest_target(const ReportContext& c) {
    const TargetResult* nearest = nullptr;
    for (const TargetResult& target : c.result.performance.targets) {
        if (std::isnan(target.reached)) continue;
        const bool worse = nearest == nullptr || (!target.met && nearest->met) ||
                           (target.met == nearest->met && room_of(target) < room_of(*nearest));
        if (worse) nearest = &target;
    }
    return nearest;
}

std::string kept_sentence(const ReportContext& c) {
    const auto& targets = c.result.performance.targets;
    const auto kept = std::count_if(targets.begin(), targets.end(),
                                    [](const TargetResult& target) { return target.met && !target.expected(); });
    if (c.result.performance.interrupted) return {};  // not the last word
    if (targets.empty()) return c.text({"Nothing was promised.", "Versprochen ist nichts."});
    const TargetResult* nearest = nearest_target(c);
    std::string text = c.result.performance.expected()
                           ? c.text({"All promises should be kept, but the formulas cannot vouch for it",
                                     "Alle Versprechen dürften gehalten werden, aber die Formeln können nicht dafür "
                                     "einstehen"})
                       : kept == static_cast<std::ptrdiff_t>(targets.size())
                           ? c.text({"All promises are kept", "Alle Versprechen werden gehalten"})
                           : filled(c.text({"{0} of {1} promises are kept", "{0} von {1} Versprechen werden gehalten"}),
                                    {std::to_string(kept), std::to_string(targets.size())});
    if (nearest == nullptr) return text + ".";
    text +=
        nearest->met ? c.text({"; the nearest: ", "; am knappsten: "}) : c.text({"; the worst: ", "; am weitesten: "});
    return text + target_text(c.scenario, *nearest, c.language) + ".";
}

// What asked for the people, by the intervals in which somebody is needed.
std::string binding_sentence(const ReportContext& c) {
    constexpr std::array<std::pair<Driver, Phrase>, 5> names = {{{Driver::calls, {"calls", "Anrufe"}},
                                                                 {Driver::post, {"post", "Post"}},
                                                                 {Driver::least, {"least staff", "Mindestbesetzung"}},
                                                                 {Driver::most, {"most staff", "Höchstbesetzung"}},
                                                                 {Driver::given, {"given staff", "Vorgabe"}}}};
    std::array<std::size_t, 6> counts{};
    std::size_t all = 0;
    for (const auto& team : c.result.drivers)
        for (const Driver driver : team) {
            ++counts[static_cast<std::size_t>(driver)];
            all += driver == Driver::nothing ? 0 : 1;
        }
    std::string text;
    for (const auto& [driver, name] : names) {
        const std::size_t count = counts[static_cast<std::size_t>(driver)];
        if (count == 0) continue;
        text.append(text.empty() ? "" : ", ").append(c.text(name)).append(" ");
        text.append(percent(static_cast<double>(count) / static_cast<double>(all), 0, c.language));
    }
    if (text.empty()) return {};
    return c.text({"What asks for the people, by intervals: ",
                   "Wofür die Personen gebraucht werden, nach Intervallen: "}) +
           text + ".";
}

std::string doubt_sentence(const ReportContext& c) {
    const Performance& performance = c.result.performance;
    if (performance.interrupted) return c.text({"Stopped ", "Abgebrochen "}) + stopped_text(c.language);
    if (performance.source == Source::transient)
        return c.text({"By the exact chain of the day: means, without a statistical doubt.",
                       "Nach der exakten Kette des Tages: Mittelwerte, ohne statistische Unsicherheit."});
    if (performance.source == Source::formula)
        return c.text({"By formulas: means, without a statistical doubt; what they leave out stands in the notes.",
                       "Nach Formeln: Mittelwerte, ohne statistische Unsicherheit; was sie auslassen, steht in den "
                       "Hinweisen."});
    const auto sure = std::count_if(performance.targets.begin(), performance.targets.end(),
                                    [](const TargetResult& target) { return target.sure(); });
    return filled(
        c.text({"Simulated {0} times; {1} of {2} verdicts are beyond the doubt of their mean (95 %).",
                "{0} Durchläufe simuliert; {1} von {2} Urteilen sind sicherer als die Unsicherheit ihres "
                "Mittelwerts (95 %)."}),
        {std::to_string(performance.replications), std::to_string(sure), std::to_string(performance.targets.size())});
}

std::vector<Headline::Number> numbers_of(const ReportContext& c, const Peak& peak) {
    const StaffTotals totals = staff_totals(c.result.performance);
    std::vector<Headline::Number> numbers = {
        {Figure::number(peak.people), c.text({"people at the peak", "Personen in der Spitze"})},
        {Figure::number(totals.agent_hours, 1), c.text({"agent hours", "Personenstunden"})},
        {Figure::number(totals.paid_fte, 1), c.text({"paid FTE", "bezahlte VZK"})}};
    if (totals.cost) numbers.push_back({Figure::number(*totals.cost), c.text({"cost", "Kosten"})});
    return numbers;
}

}  // namespace

void add_headline(const ReportContext& c, Document& document) {
    const Peak peak = peak_of(c);
    Headline headline{.numbers = numbers_of(c, peak)};
    if (peak.people > 0.0)
        headline.sentences.push_back(
            filled(c.text({"At most {0} people are on duty at once, first {1}.",
                           "Höchstens {0} Personen sind zugleich im Dienst, zuerst {1}."}),
                   {decimal(peak.people, 0, c.language), at_moment_text(c.calendar(), peak.at, c.language)}));
    for (std::string sentence : {kept_sentence(c), binding_sentence(c), doubt_sentence(c)})
        if (!sentence.empty()) headline.sentences.push_back(std::move(sentence));
    document.add(std::move(headline));
}

void add_pictures(const ReportContext& c, Document& document) {
    const Timeline timeline = timeline_of(c);
    add_people_pictures(c, timeline, document);
    add_service_pictures(c, timeline, document);
    add_effects_pictures(c, timeline, document);
}

}  // namespace freiton::report
