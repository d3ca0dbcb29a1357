// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/dates.hpp"
#include "freiton/core/text.hpp"
#include "freiton/model/alike.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/report/report_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

// As the hours of the plan had it, where it changes through the week.
double paid_per_agent_hour(const TeamPerformance& people, const Team& team, const Calendar& calendar) {
    return people.agent_hours > 0.0 ? people.paid_hours / people.agent_hours : paid_per_hour(team, calendar);
}

std::string people_text(const ReportContext& c, std::size_t t) {
    const Team& team = c.scenario.teams()[t];
    const TeamPerformance& people = c.result.performance.teams[t];
    std::string text = c.scenario.teams().size() > 1 ? team.name + ": " : "";
    text += filled(
        c.text(
            {"{0} at the peak, {1} agent hours; at {2} shrinkage {3} paid hours = {4} FTE of {5} h a week of {6} open "
             "days",
             "{0} in der Spitze, {1} Personenstunden; bei {2} Shrinkage (Ausfallzeiten) {3} bezahlte "
             "Stunden = {4} VZK zu {5} h je Woche mit {6} offenen Tagen"}),
        {std::to_string(people.peak_agents), decimal(people.agent_hours, 1, c.language),
         percent(1.0 - 1.0 / paid_per_agent_hour(people, team, c.calendar()), 0, c.language),
         decimal(people.paid_hours, 1, c.language), decimal(people.paid_fte, 1, c.language),
         number_text(c.calendar().parts().contract_week.count()), std::to_string(c.calendar().open_days_a_week())});
    if (people.cost) text += c.text({"; cost ", "; Kosten "}) + decimal(*people.cost, 0, c.language);
    return text + ".";
}

std::string all_people_text(const ReportContext& c) {
    const StaffTotals totals = staff_totals(c.result.performance);
    std::string text = filled(c.text({"all teams: {0} agent hours, {1} paid hours = {2} FTE",
                                      "alle Teams: {0} Personenstunden, {1} bezahlte Stunden = {2} VZK"}),
                              {decimal(totals.agent_hours, 1, c.language), decimal(totals.paid_hours, 1, c.language),
                               decimal(totals.paid_fte, 1, c.language)});
    if (totals.cost) text += c.text({"; cost ", "; Kosten "}) + decimal(*totals.cost, 0, c.language);
    return text + ".";
}

// Weekdays of plan.alike on which the horizon is open.
std::string alike_days_text(const ReportContext& c) {
    std::string days;
    for (const std::size_t weekday : c.scenario.parts().plan.alike) {
        bool open = false;
        for (int day = 0; day < c.calendar().days(); ++day)
            open = open || (c.calendar().is_open(day) && weekday_index(c.calendar().date(day)) == weekday);
        if (open) days.append(days.empty() ? "" : ", ").append(weekday_text(weekday, c.language));
    }
    return days;
}

bool is_alike(const ReportContext& c) {
    for (const auto& group : alike_intervals(c.calendar(), c.scenario.parts().plan.alike))
        for (const std::size_t i : group)
            for (const std::vector<int>& agents : c.result.plan.agents)
                if (agents[i] != agents[group.front()]) return false;
    return true;
}

// What it costs that some weekdays have the same numbers.
std::string alike_text(const ReportContext& c) {
    const StaffTotals totals = staff_totals(c.result.performance);
    const PlanResult::OwnNumbers& own = *c.result.own_numbers;
    const double more = totals.agent_hours - own.agent_hours;
    std::string text = alike_days_text(c) + c.text({" have the same numbers", " haben dieselben Zahlen"});
    if (!is_alike(c))
        text +=
            c.text({" where limits and given staff let them", ", wo Grenzen und vorgegebene Besetzung es zulassen"});
    // Of two plans that cost the same, or where prices differ, that with numbers of its own may have more hours.
    if (std::abs(more) < seen_hours)
        text += filled(c.text({", which takes as many agent hours as numbers of their own ({0}",
                               "; das sind so viele Personenstunden wie mit eigenen ({0}"}),
                       {decimal(own.agent_hours, 1, c.language)});
    else
        text += filled(c.text({", which takes {0} agent hours {1} than numbers of their own ({2}",
                               "; das sind {0} Personenstunden {1} als mit eigenen ({2}"}),
                       {decimal(std::abs(more), 1, c.language),
                        more < 0.0 ? c.text({"less", "weniger"}) : c.text({"more", "mehr"}),
                        decimal(own.agent_hours, 1, c.language)});
    if (own.cost && totals.cost)
        text += filled(c.text({"; cost {0} instead of {1}", "; Kosten {0} statt {1}"}),
                       {decimal(*totals.cost, 0, c.language), decimal(*own.cost, 0, c.language)});
    return text + ").";
}

}  // namespace

void add_people(const ReportContext& c, Document& document) {
    std::vector<std::string> sentences;
    for (std::size_t t = 0; t < c.scenario.teams().size(); ++t) sentences.push_back(people_text(c, t));
    if (sentences.size() > 1) sentences.push_back(all_people_text(c));
    if (c.result.own_numbers) sentences.push_back(alike_text(c));
    document.say(c.text({"People", "Personal"}), std::move(sentences));
}

}  // namespace freiton::report
