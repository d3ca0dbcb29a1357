// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>

#include "freiton/core/contracts.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/report/explanation_parts.hpp"

namespace freiton::report {

namespace {

struct Reason {
    LeftOut what;
    Phrase text;
};

constexpr Reason reasons[] = {
    {LeftOut::queues_carried_over,
     {"queues carried from one interval into the next", "Warteschlangen, die ins nächste Intervall reichen"}},
    {LeftOut::redials, {"redials that come later", "Wiederanrufe, die später kommen"}},
    {LeftOut::mixed_handling_times,
     {"different handling times in one queue", "verschiedene Bearbeitungszeiten in einer Warteschlange"}},
    {LeftOut::items_block_calls, {"items that block calls", "Vorgänge, die Anrufe aufhalten"}},
    {LeftOut::absence, {"people who are absent all day", "Abwesenheit für ganze Tage"}},
    {LeftOut::post_after_calls, {"how post and calls share the time", "wie sich Post und Anrufe die Zeit teilen"}},
    {LeftOut::help_after_a_wait,
     {"help from other sites after a wait", "Hilfe anderer Standorte nach einer Wartezeit"}},
    {LeftOut::causes, {"when what contacts lead to comes", "wann kommt, wozu Kontakte führen"}},
    {LeftOut::rules_between_kinds,
     {"what grows urgent, people who are kept, and time lost between kinds of work",
      "was dringend wird, freigehaltene Personen und Zeit, die beim Wechsel der Arbeit verloren geht"}},
    {LeftOut::lines_held,
     {"how long callers are held who are transferred", "wie lange gehalten wird, wer weiterverbunden wird"}},
    {LeftOut::ways,
     {"chats held beside other work, callbacks, and when lists are called",
      "Chats neben anderer Arbeit, Rückrufe, und wann Listen angerufen werden"}},
};

}  // namespace

std::vector<std::string> formula_sentences(const WhyContext& c) {
    if (!c.why.formula) return {};
    const FormulaView& view = *c.why.formula;
    const double more = view.agent_hours - staff_totals(c.result.performance).agent_hours;
    const std::string compared = std::abs(more) < seen_hours
                                     ? c.text({"just as many", "ebenso viele"})
                                     : decimal(std::abs(more), 1, c.language) +
                                           (more > 0.0 ? c.text({" more", " mehr"}) : c.text({" fewer", " weniger"}));
    std::vector<std::string> sentences = {filled(
        c.text({"The formulas ask for {0} agent hours, {1}.", "Die Formeln verlangen {0} Personenstunden, {1}."}),
        {decimal(view.agent_hours, 1, c.language), compared})};
    std::vector<std::string> left_out;
    for (const LeftOut what : view.left_out) {
        const auto* found =
            std::find_if(std::begin(reasons), std::end(reasons), [&](const Reason& one) { return one.what == what; });
        EXPECTS(found != std::end(reasons));
        left_out.push_back(c.text(found->text));
    }
    if (!left_out.empty())
        sentences.push_back(c.text({"They leave out: ", "Nicht berücksichtigt sind: "}) + listed(left_out, "; ") + ".");
    std::vector<std::string> apart;
    for (std::size_t w = 0; w < view.in_time.size(); ++w) {
        const double difference = view.in_time[w] - view.in_time_simulated[w];
        if (!(std::abs(difference) >= 0.005)) continue;
        apart.push_back(filled(c.text({"{0} {1} (simulated {2})", "{0} {1} (simuliert {2})"}),
                               {c.scenario.work()[w].name, percent(view.in_time[w], 1, c.language),
                                percent(view.in_time_simulated[w], 1, c.language)}));
    }
    if (!apart.empty())
        sentences.push_back(
            c.text({"By formula this plan would be in time: ", "Nach Formel wären mit diesem Plan rechtzeitig: "}) +
            listed(apart, ", ") + ".");
    return sentences;
}

}  // namespace freiton::report
