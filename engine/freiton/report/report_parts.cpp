// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/report_parts.hpp"

#include "freiton/core/text.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/report/warning_text.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

void add_heading(const ReportContext& c, const std::string& how, Document& document) {
    document.heading(c.scenario.title());
    std::string text = period_text(c.calendar(), c.language);
    text += filled(c.text({", intervals of {0} min", ", Intervalle von {0} min"}),
                   {number_text(c.calendar().interval_length().count() / 60.0)});
    if (!c.result.organisation.empty()) text += c.text({"; organisation ", "; Organisation "}) + c.result.organisation;
    document.say(text);
    document.say(how);
}

std::string simulated_text(const ReportContext& c) {
    return filled(c.text({"Simulated {0} times", "{0} Durchläufe simuliert"}),
                  {std::to_string(c.result.performance.replications)});
}

std::string clock_span_text(const Calendar& calendar, IntervalIndex interval) {
    const Minutes start = calendar.intervals()[interval].start;
    return clock_text(start) + "-" + clock_text(start + calendar.parts().interval);
}

std::string service_level_title(const Work& work) {
    return "SL " + number_text(work.service_threshold().count()) + " s";
}

void add_targets(const ReportContext& c, Document& document) {
    if (c.result.performance.interrupted) document.say(c.text({"STOPPED", "ABBRUCH"}), stopped_text(c.language));
    for (const TargetResult& target : c.result.performance.targets)
        document.say(c.text({"Target", "Ziel"}), target_text(c.scenario, target, c.language) + ".");
}

void add_notes(const ReportContext& c, Document& document) {
    for (const Warning& warning : c.result.performance.warnings)
        document.say(c.text({"Note", "Hinweis"}), warning_text(warning, c.language));
}

}  // namespace freiton::report
