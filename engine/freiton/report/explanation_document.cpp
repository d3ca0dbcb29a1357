// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "freiton/report/explanation_parts.hpp"

namespace freiton::report {

namespace {

// Which target needs the people, and in how many intervals.
std::vector<std::string> binding_sentences(const WhyContext& c) {
    struct Count {
        int missed = 0;
        int unsure = 0;
    };
    std::map<std::size_t, Count> intervals_of;
    int all = 0;
    for (TeamIndex t{0}; t < c.scenario.teams().size(); ++t) {
        const std::vector<int> least = staff_bounds(c.scenario, t).least;
        for (std::size_t i = 0; i < c.scenario.intervals(); ++i) {
            all += c.result.plan.agents[t][i] > least[i] ? 1 : 0;  // where somebody might be spared
            const auto& effect = c.why.one_fewer[t][i];
            if (!effect) continue;
            Count& count = intervals_of[effect->target];
            ++(is_clearly_missed(*effect) ? count.missed : count.unsure);
        }
    }
    if (intervals_of.empty()) return {};
    std::vector<std::string> sentences = {
        c.text({"With one person fewer a target would be missed or not sure:",
                "Bei einer Person weniger wäre ein Ziel verfehlt oder nicht sicher:"})};
    const std::string of_all =
        c.scenario.teams().size() > 1
            ? c.text({"{0} (missed in {1}, not sure in {2} of {3} intervals, each team's counted).",
                      "{0} (verfehlt in {1}, nicht sicher in {2} von {3} Intervallen, je Team gezählt)."})
            : c.text({"{0} (missed in {1}, not sure in {2} of {3} intervals).",
                      "{0} (verfehlt in {1}, nicht sicher in {2} von {3} Intervallen)."});
    for (const auto& [target, intervals] : intervals_of)
        sentences.push_back(filled(of_all, {c.name(c.target(target)), std::to_string(intervals.missed),
                                            std::to_string(intervals.unsure), std::to_string(all)}));
    return sentences;
}

// Of hundreds of places one seems to help by chance; twice the half-width, 3.9 standard errors, is passed by one in
// twenty thousand.
constexpr double clear_of_many = 2.0;

// Where one person more does most, in points or seconds.
std::vector<std::string> one_more_sentence(const WhyContext& c) {
    const Effect* best = nullptr;
    bool any = false;
    TeamIndex team;
    IntervalIndex interval;
    double most = 0.0;
    for (TeamIndex t{0}; t < c.why.one_more.size(); ++t)
        for (IntervalIndex i{0}; i < c.why.one_more[t].size(); ++i) {
            const auto& effect = c.why.one_more[t][i];
            if (!effect) continue;
            any = true;
            const Promise& promise = c.target(effect->target).promise;
            const double better =
                promise.at_least() ? effect->reached - effect->before : effect->before - effect->reached;
            const double gain = better / std::max(1.0, promise.wanted);
            if (better <= clear_of_many * effect->change_half_width || (best != nullptr && gain <= most)) continue;
            best = &*effect;
            most = gain;
            team = t;
            interval = i;
        }
    std::vector<std::string> nowhere = {
        c.text({"One person more nowhere changes a target by clearly more than chance may.",
                "Eine Person mehr ändert nirgends ein Ziel deutlich stärker, als der Zufall es kann."})};
    if (best == nullptr) return any ? nowhere : std::vector<std::string>{};
    const TargetResult& target = c.target(best->target);
    const std::string before = c.value(target, best->before);
    const std::string reached = c.value(target, best->reached);
    if (before == reached) return nowhere;
    const Phrase phrase{"One person more does most {0}: {1}, {3} instead of {2}.",
                        "Eine Person mehr bringt am meisten {0}: {1}, {3} statt {2}."};
    return {filled(c.text(phrase), {c.place(team, interval), c.name(target), before, reached})};
}

// "all met", or which are missed and what they come to.
std::string outcome(const WhyContext& c, const Counterfactual& change) {
    std::vector<std::string> missed;
    for (const TargetResult& target : change.targets)
        if (!target.met) missed.push_back(c.name(target) + ": " + c.value(target, target.reached));
    if (missed.empty()) return c.text({"all targets met", "alle Ziele erreicht"});
    constexpr std::size_t most_listed = 3;
    const std::size_t count = missed.size();
    missed.resize(std::min(count, most_listed));
    return filled(c.text({"{0} of {1} targets missed ({2})", "{0} von {1} Zielen verfehlt ({2})"}),
                  {std::to_string(count), std::to_string(change.targets.size()),
                   listed(missed, "; ") + (count > most_listed ? "; ..." : "")});
}

std::vector<std::string> demand_sentences(const WhyContext& c) {
    std::vector<std::string> sentences;
    if (c.why.more_contacts)
        sentences.push_back(c.text({"With 5 % more contacts and the same people: ",
                                    "Bei 5 % mehr Vorgängen und gleicher Besetzung: "}) +
                            outcome(c, *c.why.more_contacts) + ".");
    if (c.why.fewer_contacts)
        sentences.push_back(c.text({"With 5 % fewer: ", "Bei 5 % weniger: "}) + outcome(c, *c.why.fewer_contacts) +
                            ".");
    return sentences;
}

// What is required, what is on duty, and what the difference costs.
std::vector<std::string> absence_sentences(const WhyContext& c) {
    std::vector<std::string> sentences;
    if (!c.why.nobody_absent) return sentences;
    for (std::size_t t = 0; t < c.scenario.teams().size(); ++t) {
        const TeamPerformance& team = c.result.performance.teams[t];
        if (!c.scenario.teams()[t].absence || !team.on_duty_hours || team.agent_hours <= 0.0) continue;
        const double lost_h = team.agent_hours - *team.on_duty_hours;
        sentences.push_back(
            filled(c.text({"{0}: {1} agent hours planned, {2} of them on duty; {3} are lost = {4} FTE.",
                           "{0}: {1} Personenstunden geplant, {2} davon anwesend; {3} fallen aus = {4} VZK."}),
                   {c.scenario.teams()[t].name, decimal(team.agent_hours, 1, c.language),
                    decimal(*team.on_duty_hours, 1, c.language), decimal(lost_h, 1, c.language),
                    decimal(team.paid_fte * lost_h / team.agent_hours, 1, c.language)}));
    }
    std::vector<std::string> gains;
    for (std::size_t k = 0; k < c.why.nobody_absent->targets.size(); ++k) {
        const TargetResult& without = c.why.nobody_absent->targets[k];
        const TargetResult& with = c.target(k);
        const double spread = with.half_width.value_or(0.0) + without.half_width.value_or(0.0);
        const std::string reached = c.value(with, without.reached);
        if (!(std::abs(without.reached - with.reached) > spread) || reached == c.value(with, with.reached)) continue;
        gains.push_back(filled(c.text({"{0}: {1} instead of {2}", "{0}: {1} statt {2}"}),
                               {c.name(with), reached, c.value(with, with.reached)}));
    }
    if (!gains.empty())
        sentences.push_back(c.text({"With nobody absent: ", "Ohne Abwesenheit: "}) + listed(gains, "; ") + ".");
    return sentences;
}

std::vector<std::string> search_sentences(const WhyContext& c) {
    return {filled(c.text({"{0} horizons simulated for these figures, {1} plans tried{2}.",
                           "{0} Durchläufe für diese Zahlen simuliert, {1} Pläne versucht{2}."}),
                   {std::to_string(c.result.performance.replications), std::to_string(c.why.plans_tried),
                    c.why.proven ? c.text({"; nothing cheaper holds", "; nichts Günstigeres hält"}) : ""}),
            c.text({"A person is spared only where the target stays safely met afterwards.",
                    "Personen werden nur eingespart, wenn das Ziel danach sicher erreicht bleibt."}),
            c.text({"FTE assume that shifts can be divided as the plan asks.",
                    "VZK setzen voraus, dass sich Dienste so teilen lassen, wie der Plan verlangt."})};
}

}  // namespace

void add_explanation(const ReportContext& c, Document& document) {
    if (!c.result.explanation) return;
    const WhyContext why{c, *c.result.explanation};
    std::vector<std::string> reasons_for_people = binding_sentences(why);
    for (std::string& sentence : one_more_sentence(why)) reasons_for_people.push_back(std::move(sentence));
    document.say(c.text({"Why", "Warum"}), std::move(reasons_for_people));
    document.say(c.text({"Demand", "Menge"}), demand_sentences(why));
    document.say(c.text({"Absence", "Abwesend"}), absence_sentences(why));
    document.say(c.text({"Formula", "Formel"}), formula_sentences(why));
    document.say(c.text({"Search", "Suche"}), search_sentences(why));
}

}  // namespace freiton::report
