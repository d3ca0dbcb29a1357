// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include "freiton/model/table_warnings.hpp"
#include "freiton/report/check_report.hpp"
#include "freiton/report/warning_text.hpp"

namespace freiton::report {

namespace {

std::string work_line(const Scenario& scenario, WorkIndex w, Language language) {
    const Work& work = scenario.work()[w];
    const std::vector<double>& arrivals = scenario.arrivals(w);
    const std::string kind = std::string{
        (work.kind == WorkKind::call ? Phrase{"calls", "Anrufe"} : Phrase{"items", "Vorgänge"}).in(language)};
    const std::string count = work.arrivals.unlimited
                                  ? std::string{Phrase{"unlimited", "unbegrenzt viele"}.in(language)}
                                  : decimal(std::accumulate(arrivals.begin(), arrivals.end(), 0.0), 1, language);
    return filled(
        Phrase{"  {0}: {1} {2} over the horizon, {3} each\n", "  {0}: {1} {2} im Zeitraum, je {3}\n"}.in(language),
        {work.name, count, kind, seconds(work.handling_time.mean_duration().count(), language)});
}

std::string team_line(const Team& team, Language language) {
    std::string handles;
    for (const std::string& name : team.handles) handles += (handles.empty() ? "" : ", ") + name;
    const std::string site = team.site ? " (" + *team.site + ")" : "";
    return filled(Phrase{"  {0}{1} handles {2}\n", "  {0}{1} bearbeitet {2}\n"}.in(language),
                  {team.name, site, handles});
}

}  // namespace

std::string check_text(const Scenario& scenario, Language language) {
    const Calendar& calendar = scenario.calendar();
    std::string text = scenario.title().empty() ? "" : scenario.title() + "\n";
    text += filled(
        Phrase{"The scenario is well: {0} calendar days, {1} of them open, {2} intervals.\n",
               "Das Szenario ist in Ordnung: {0} Kalendertage, davon {1} geöffnet, {2} Intervalle.\n"}
            .in(language),
        {std::to_string(calendar.days()), std::to_string(calendar.open_days()), std::to_string(scenario.intervals())});
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) text += work_line(scenario, w, language);
    for (const Team& team : scenario.teams()) text += team_line(team, language);
    for (const auto& about : {warnings_about_volumes(scenario), warnings_about_staff(scenario)})
        for (const Warning& warning : about)
            text += filled(Phrase{"Note: {0}\n", "Hinweis: {0}\n"}.in(language), {warning_text(warning, language)});
    return text;
}

std::string study_check_text(const std::string& title, std::size_t variations, Language language) {
    return (title.empty() ? "" : title + "\n") +
           filled(Phrase{"The study is well: {0} variations.\n", "Die Studie ist in Ordnung: {0} Variationen.\n"}.in(
                      language),
                  {std::to_string(variations)});
}

}  // namespace freiton::report
