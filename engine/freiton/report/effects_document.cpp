// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "freiton/report/explanation_parts.hpp"
#include "freiton/report/explanation_report.hpp"

namespace freiton::report {

namespace {

// One team's table, in which promises have numbers that the note under it explains.
class EffectsTable {
  public:
    EffectsTable(const WhyContext& why, TeamIndex team) : why_{why}, team_{team} {}

    Table table() {
        const std::string& name = why_.scenario.teams()[team_].name;
        Table table{.caption = filled(why_.text({"What one person less or more in {0} would do",
                                                 "Was eine Person weniger oder mehr in {0} bewirkt"}),
                                      {name}),
                    .columns = {{name, Column::Holds::words},
                                {why_.text({"people", "Personen"})},
                                {why_.text({"one less", "eine weniger"}), Column::Holds::words},
                                {why_.text({"one more", "eine mehr"}), Column::Holds::words}}};
        for (IntervalIndex i{0}; i < why_.scenario.intervals(); ++i) {
            const auto& fewer = why_.why.one_fewer[team_][i];
            const auto& more = why_.why.one_more[team_][i];
            if (!fewer && !more) continue;
            const Interval& interval = why_.calendar().intervals()[i];
            table.row({day_text(why_.calendar().date(interval.day), why_.language) + " " + clock_text(interval.start),
                       Figure::number(why_.result.plan.agents[team_][i]), fewer ? text_of(*fewer, true) : "",
                       more ? text_of(*more, false) : ""});
        }
        for (const auto& [target, number] : numbers_)
            table.notes.push_back(std::to_string(number) + " = " + why_.name(why_.target(target)) + ".");
        return table;
    }

  private:
    // Of one less what it comes to and whether that is enough; of one more what it comes to.
    std::string text_of(const Effect& effect, bool judged) {
        const auto number = numbers_.emplace(effect.target, numbers_.size() + 1).first->second;
        const TargetResult& target = why_.target(effect.target);
        const std::string before = why_.value(target, effect.before);
        const std::string reached = why_.value(target, effect.reached);
        std::string text = std::to_string(number) + ": ";
        text += before == reached ? reached : before + " → " + reached;
        if (!judged) return text;
        return text + (is_clearly_missed(effect) ? why_.text({", missed", ", verfehlt"})
                                                 : why_.text({", not sure", ", nicht sicher"}));
    }

    const WhyContext& why_;
    TeamIndex team_;
    std::map<std::size_t, std::size_t> numbers_{};  // by target, as it first comes
};

}  // namespace

void add_effects(const Scenario& scenario, const PlanResult& result, Language language, Document& document) {
    const ReportContext c{scenario, result, language};
    if (!result.explanation) {
        document.say(
            c.text({"Effects", "Wirkung"}),
            c.text({"What one person less or more would do is known of plans by simulation only.",
                    "Was eine Person weniger oder mehr bewirkt, ist nur von Plänen bekannt, die durch Simulation "
                    "gefunden wurden."}));
        return;
    }
    const WhyContext why{c, *result.explanation};
    bool any = false;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) {
        Table table = EffectsTable{why, t}.table();
        if (table.rows.empty()) continue;
        document.add(std::move(table));
        any = true;
    }
    if (!any)
        document.say(c.text({"Effects", "Wirkung"}),
                     c.text({"What one person less or more would do was not found out: all people are given, or the "
                             "search was ended early.",
                             "Was eine Person weniger oder mehr bewirkt, wurde nicht ermittelt: Alle Personen sind "
                             "vorgegeben, oder die Suche wurde vorzeitig beendet."}));
    else if (!scenario.parts().plan.alike.empty())
        document.say(c.text({"Effects", "Wirkung"}),
                     c.text({"Of days that have the same numbers one person less is shown where it is missed; on the "
                             "others people are there because the days are alike.",
                             "Bei Tagen mit gleichen Zahlen steht eine Person weniger dort, wo sie fehlen würde; an "
                             "den anderen sind Personen da, weil die Tage gleich sind."}));
}

}  // namespace freiton::report
