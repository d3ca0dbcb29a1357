// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/text.hpp"
#include "freiton/report/explanation_report.hpp"
#include "freiton/report/plan_parts.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/report/warning_text.hpp"

namespace freiton::report {

namespace {

std::string text_of(Phrase phrase, Language language) { return std::string{phrase.in(language)}; }

std::string people_line(const Scenario& scenario, const PlanResult& result, std::size_t t, Language language) {
    const Team& team = scenario.teams()[t];
    const TeamPerformance& people = result.performance.teams[t];
    const double week = scenario.calendar().parts().contract_week.count();
    std::string text = text_of({"People   ", "Personal "}, language);
    if (scenario.teams().size() > 1) text += team.name + ": ";
    text += filled(text_of({"peak {0}, {1} agent hours; with {2} shrinkage {3} paid hours = {4} FTE of {5} h a week "
                            "of {6} open days",
                            "Spitze {0}, {1} Personenstunden; mit {2} Ausfallplanung {3} bezahlte Stunden = {4} VZK zu "
                            "{5} h je Woche mit {6} offenen Tagen"},
                           language),
                   {std::to_string(people.peak_agents), decimal(people.agent_hours, 1, language),
                    percent(team.shrinkage.value(), 0, language), decimal(people.paid_hours, 1, language),
                    decimal(people.paid_fte, 1, language), number_text(week),
                    std::to_string(scenario.calendar().open_days_a_week())});
    if (people.cost)
        text += filled(text_of({"; cost {0}", "; Kosten {0}"}, language), {decimal(*people.cost, 0, language)});
    return text + "\n";
}

std::string all_people_line(const PlanResult& result, Language language) {
    double agent_hours = 0.0;
    double paid_hours = 0.0;
    double fte = 0.0;
    for (const TeamPerformance& people : result.performance.teams) {
        agent_hours += people.agent_hours;
        paid_hours += people.paid_hours;
        fte += people.paid_fte;
    }
    return text_of({"Together ", "Zusammen "}, language) +
           filled(text_of({"{0} agent hours, {1} paid hours = {2} FTE\n",
                           "{0} Personenstunden, {1} bezahlte Stunden = {2} VZK\n"},
                          language),
                  {decimal(agent_hours, 1, language), decimal(paid_hours, 1, language), decimal(fte, 1, language)});
}

}  // namespace

std::string weekday_text(Date date, Language language) {
    constexpr Phrase names[] = {{"Mon", "Mo"}, {"Tue", "Di"}, {"Wed", "Mi"}, {"Thu", "Do"},
                                {"Fri", "Fr"}, {"Sat", "Sa"}, {"Sun", "So"}};
    return std::string{names[weekday_index(date)].in(language)};
}

std::string date_label(Date date, Language language) { return weekday_text(date, language) + " " + date_text(date); }

std::string closing_text(const Scenario& scenario, const PlanResult& result, Language language) {
    std::string text = stopped_text(result.performance, language);
    for (const TargetResult& target : result.performance.targets)
        text += text_of({"Target   ", "Ziel     "}, language) + target_text(scenario, target, language) + "\n";
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) text += people_line(scenario, result, t, language);
    if (scenario.teams().size() > 1) text += all_people_line(result, language);
    text += explanation_text(scenario, result, language);
    for (const Warning& warning : result.performance.warnings)
        text += text_of({"Note     ", "Hinweis  "}, language) + warning_text(warning, language) + "\n";
    return text;
}

}  // namespace freiton::report
