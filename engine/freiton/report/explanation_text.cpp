// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "freiton/core/contracts.hpp"
#include "freiton/report/explanation_report.hpp"
#include "freiton/report/table.hpp"
#include "freiton/report/target_text.hpp"

namespace freiton::report {

namespace {

struct Reason {
    LeftOut what;
    Phrase text;
};

constexpr Reason reasons[] = {
    {LeftOut::queues_carried_over,
     {"queues carried from one interval into the next", "Schlangen, die ins nächste Intervall hinüberreichen"}},
    {LeftOut::redials, {"redials that come later", "Wiederanrufe, die später kommen"}},
    {LeftOut::mixed_handling_times,
     {"different handling times in one queue", "verschiedene Bearbeitungszeiten in einer Schlange"}},
    {LeftOut::items_block_calls, {"items that block calls", "Vorgänge, die Anrufe aufhalten"}},
    {LeftOut::absence, {"that who is absent is missing all day", "dass, wer fehlt, den ganzen Tag fehlt"}},
    {LeftOut::post_after_calls,
     {"how post and calls share the minutes", "wie sich Post und Anrufe die Minuten teilen"}},
    {LeftOut::help_after_a_wait, {"help from elsewhere after a wait", "Hilfe von anderswo nach einer Wartezeit"}},
};

constexpr std::string_view next_line = ";\n         ";

struct WhyContext {
    const Scenario& scenario;
    const PlanResult& result;
    const Explanation& why;
    Language language;

    std::string text(Phrase phrase) const { return std::string{phrase.in(language)}; }
    const TargetResult& target(std::size_t k) const { return result.performance.targets[k]; }
    std::string name(const TargetResult& target) const {
        return promised_by(scenario, target.promise) + ": " + promise_text(target.promise, language);
    }
    std::string value(const TargetResult& target, double value) const {
        return target.promise.kind == PromiseKind::average_wait ? seconds(value, language)
                                                                : percent(value, 1, language);
    }
    std::string place(TeamIndex team, IntervalIndex interval) const {
        std::string place = scenario.calendar().start_text(interval).substr(0, 16);
        place[10] = ' ';
        return scenario.teams().size() > 1 ? scenario.teams()[team].name + ", " + place : place;
    }
};

std::string listed(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
    return text;
}

// Which target needs the people, and in how many intervals.
std::string binding_line(const WhyContext& c) {
    struct Count {
        int missed = 0;
        int unsure = 0;
    };
    std::map<std::size_t, Count> intervals_of;
    int all = 0;
    for (std::size_t t = 0; t < c.scenario.teams().size(); ++t)
        for (std::size_t i = 0; i < c.scenario.intervals(); ++i) {
            all += c.result.plan.agents[t][i] > 0 ? 1 : 0;
            const auto& effect = c.why.one_fewer[t][i];
            if (!effect) continue;
            Count& count = intervals_of[effect->target];
            ++(!effect->met && effect->sure ? count.missed : count.unsure);
        }
    if (intervals_of.empty()) return "";
    std::vector<std::string> parts;
    parts.reserve(intervals_of.size());
    for (const auto& [target, intervals] : intervals_of)
        parts.push_back(filled(c.text({"{0} (missed in {1}, not sure in {2} of {3} intervals)",
                                       "{0} (verfehlt in {1}, nicht sicher in {2} von {3} Intervallen)"}),
                               {c.name(c.target(target)), std::to_string(intervals.missed),
                                std::to_string(intervals.unsure), std::to_string(all)}));
    return c.text({"Why      with one person fewer: ", "Warum    mit einer Person weniger: "}) +
           listed(parts, next_line) + "\n";
}

// Where one person more does most, in points or seconds.
std::string one_more_line(const WhyContext& c) {
    const Effect* best = nullptr;
    TeamIndex team;
    IntervalIndex interval;
    double most = 0.0;
    for (TeamIndex t{0}; t < c.why.one_more.size(); ++t)
        for (IntervalIndex i{0}; i < c.why.one_more[t].size(); ++i) {
            const auto& effect = c.why.one_more[t][i];
            if (!effect) continue;
            const double wanted = c.target(effect->target).promise.wanted;
            const double gain = std::abs(effect->reached - effect->before) / (wanted > 1.0 ? wanted : 1.0);
            if (best != nullptr && gain <= most) continue;
            best = &*effect;
            most = gain;
            team = t;
            interval = i;
        }
    if (best == nullptr) return "";
    const TargetResult& target = c.target(best->target);
    if (c.scenario.parts().plan.assurance_days && !target.promise.team)
        return filled(
            c.text({"         one person more does most at {0}: {1}, kept on {3} instead of {2} of the days\n",
                    "         eine Person mehr bringt am meisten um {0}: {1}, an {3} statt {2} der Tage "
                    "gehalten\n"}),
            {c.place(team, interval), c.name(target), percent(best->before, 1, c.language),
             percent(best->reached, 1, c.language)});
    return filled(
        c.text({"         one person more does most at {0}: {1}, from {2} to {3}\n",
                "         eine Person mehr bringt am meisten um {0}: {1}, von {2} auf {3}\n"}),
        {c.place(team, interval), c.name(target), c.value(target, best->before), c.value(target, best->reached)});
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

std::string contacts_lines(const WhyContext& c) {
    std::string text;
    if (c.why.more_contacts)
        text +=
            c.text({"Demand   5 % more contacts, same people: ", "Menge    5 % mehr Vorgänge, gleiche Personen: "}) +
            outcome(c, *c.why.more_contacts) + "\n";
    if (c.why.fewer_contacts)
        text += c.text({"         5 % fewer: ", "         5 % weniger: "}) + outcome(c, *c.why.fewer_contacts) + "\n";
    return text;
}

// What is required, what is on duty, and what the difference costs.
std::string absence_lines(const WhyContext& c) {
    std::string text;
    if (!c.why.nobody_absent) return text;
    for (std::size_t t = 0; t < c.scenario.teams().size(); ++t) {
        const TeamPerformance& team = c.result.performance.teams[t];
        if (!c.scenario.teams()[t].absence || !team.on_duty_hours || team.agent_hours <= 0.0) continue;
        const double lost_h = team.agent_hours - *team.on_duty_hours;
        text += filled(c.text({"Absence  {0}: {1} agent hours required, {2} on duty; {3} lost = {4} FTE\n",
                               "Abwesend {0}: {1} Personenstunden gebraucht, {2} da; {3} fehlen = {4} VZK\n"}),
                       {c.scenario.teams()[t].name, decimal(team.agent_hours, 1, c.language),
                        decimal(*team.on_duty_hours, 1, c.language), decimal(lost_h, 1, c.language),
                        decimal(team.paid_fte * lost_h / team.agent_hours, 1, c.language)});
    }
    std::vector<std::string> gains;
    for (std::size_t k = 0; k < c.why.nobody_absent->targets.size(); ++k) {
        const TargetResult& without = c.why.nobody_absent->targets[k];
        const TargetResult& with = c.target(k);
        const double spread = with.half_width.value_or(0.0) + without.half_width.value_or(0.0);
        if (!(std::abs(without.reached - with.reached) > spread)) continue;
        gains.push_back(filled(c.text({"{0}: {1} instead of {2}", "{0}: {1} statt {2}"}),
                               {c.name(with), c.value(with, without.reached), c.value(with, with.reached)}));
    }
    if (!gains.empty())
        text += c.text({"         with nobody absent: ", "         wenn niemand fehlte: "}) + listed(gains, next_line) +
                "\n";
    return text;
}

std::string formula_lines(const WhyContext& c) {
    if (!c.why.formula) return "";
    const FormulaView& view = *c.why.formula;
    double hours = 0.0;
    for (const TeamPerformance& team : c.result.performance.teams) hours += team.agent_hours;
    const double more = view.agent_hours - hours;
    std::string text = filled(c.text({"Formula  the formulas ask for {0} agent hours, {1} {2}; they leave out ",
                                      "Formel   die Formeln verlangen {0} Personenstunden, {1} {2}; sie lassen weg: "}),
                              {decimal(view.agent_hours, 1, c.language), decimal(std::abs(more), 1, c.language),
                               more >= 0.0 ? c.text({"more", "mehr"}) : c.text({"fewer", "weniger"})});
    std::vector<std::string> left_out;
    for (const LeftOut what : view.left_out) {
        const auto* found =
            std::find_if(std::begin(reasons), std::end(reasons), [&](const Reason& one) { return one.what == what; });
        EXPECTS(found != std::end(reasons));
        left_out.push_back(c.text(found->text));
    }
    text += listed(left_out, ", ") + "\n";
    std::vector<std::string> apart;
    for (std::size_t w = 0; w < view.in_time.size(); ++w) {
        const double difference = view.in_time[w] - view.in_time_simulated[w];
        if (!(std::abs(difference) >= 0.005)) continue;
        apart.push_back(filled(c.text({"{0} {1} (simulated {2})", "{0} {1} (simuliert {2})"}),
                               {c.scenario.work()[w].name, percent(view.in_time[w], 1, c.language),
                                percent(view.in_time_simulated[w], 1, c.language)}));
    }
    if (!apart.empty())
        text += c.text({"         of this plan they expect in time: ",
                        "         von diesem Plan erwarten sie rechtzeitig: "}) +
                listed(apart, ", ") + "\n";
    return text;
}

std::string search_line(const WhyContext& c) {
    return filled(
               c.text({"Sure     {0} horizons simulated for these figures, {1} plans tried{2}; people are kept where "
                       "a target would hold by less than 2.5 standard errors\n",
                       "Sicher   {0} Zeiträume für diese Zahlen simuliert, {1} Pläne versucht{2}; Personen bleiben, "
                       "wo ein Ziel um weniger als 2,5 Standardfehler gehalten würde\n"}),
               {std::to_string(c.result.performance.replications), std::to_string(c.why.plans_tried),
                c.why.proven ? c.text({", nothing cheaper holds", ", nichts Günstigeres hält"}) : ""}) +
           c.text({"         FTE assume that shifts can be divided as the plan asks\n",
                   "         VZK setzen voraus, dass sich Dienste so teilen lassen, wie der Plan verlangt\n"});
}

}  // namespace

std::string explanation_text(const Scenario& scenario, const PlanResult& result, Language language) {
    if (!result.explanation) return {};
    const WhyContext c{scenario, result, *result.explanation, language};
    return binding_line(c) + one_more_line(c) + contacts_lines(c) + absence_lines(c) + formula_lines(c) +
           search_line(c);
}

}  // namespace freiton::report
