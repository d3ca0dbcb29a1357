// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/text.hpp"
#include "freiton/model/table_warnings.hpp"
#include "freiton/report/check_report.hpp"
#include "freiton/report/warning_text.hpp"

namespace freiton::report {

namespace {

Phrase kind_phrase(WorkKind kind) {
    switch (kind) {
        case WorkKind::call:
            return {"calls", "Anrufe"};
        case WorkKind::chat:
            return {"chats", "Chats"};
        case WorkKind::outbound:
            return {"call list", "Anrufliste"};
        case WorkKind::backlog:
            break;
    }
    return {"items", "Vorgänge"};
}

std::string counted(std::size_t count, const Phrase& one, const Phrase& several, Language language) {
    return std::to_string(count) + " " + in(count == 1 ? one : several, language);
}

Table volumes_table(const Scenario& scenario, Language language) {
    Table table{.caption = in({"Kinds of work", "Arten von Arbeit"}, language),
                .columns = {{in({"work", "Arbeit"}, language), Column::Holds::words},
                            {in({"kind", "Art"}, language), Column::Holds::words},
                            {in({"over the horizon", "im Zeitraum"}, language)},
                            {in({"handling time", "Bearbeitungszeit"}, language)}}};
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        const FirstAndCaused contacts = contacts_of(scenario, w);
        const Cell volume = work.arrivals.unlimited ? Cell{in({"unlimited", "unbegrenzt"}, language)}
                                                    : Cell{Figure::number(contacts.first, 1)};
        if (contacts.caused > 0.0)
            table.notes.push_back(filled(in({"{0}: other contacts lead to up to {1} more.",
                                             "{0}: Andere Kontakte führen zu bis zu {1} weiteren."},
                                            language),
                                         {work.name, decimal(contacts.caused, 1, language)}));
        table.row({work.name, in(kind_phrase(work.kind), language), volume,
                   Figure::seconds(work.handling_time.mean_duration().count())});
    }
    return table;
}

Table skills_table(const Scenario& scenario, Language language) {
    Table table{.caption = in({"Teams", "Teams"}, language),
                .columns = {{in({"team", "Team"}, language), Column::Holds::words},
                            {in({"site", "Standort"}, language), Column::Holds::words},
                            {in({"handles", "bearbeitet"}, language), Column::Holds::words}}};
    for (const Team& team : scenario.teams()) {
        std::string handles;
        for (const std::string& name : team.handles) handles += (handles.empty() ? "" : ", ") + name;
        table.row({team.name, team.site.value_or("-"), handles});
    }
    return table;
}

}  // namespace

FirstAndCaused contacts_of(const Scenario& scenario, WorkIndex work) {
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    FirstAndCaused contacts;
    for (const double all : scenario.arrivals(work)) contacts.first += all;
    for (const std::string& site : sites)
        for (const double caused : scenario.caused_arrivals_of_site(work, site)) contacts.caused += caused;
    contacts.first -= contacts.caused;
    return contacts;
}

Document check_document(const Scenario& scenario, Language language) {
    const Calendar& calendar = scenario.calendar();
    Document document{language};
    document.heading(scenario.title());
    document.say(
        filled(in({"The scenario is in order: {0}, {1} open, {2}.",
                   "Das Szenario ist in Ordnung: {0}, davon {1} geöffnet, {2}."},
                  language),
               {counted(static_cast<std::size_t>(calendar.days()), {"calendar day", "Kalendertag"},
                        {"calendar days", "Kalendertage"}, language),
                std::to_string(calendar.open_days()),
                counted(scenario.intervals(), {"interval", "Intervall"}, {"intervals", "Intervalle"}, language)}));
    document.add(volumes_table(scenario, language));
    document.add(skills_table(scenario, language));
    for (const Warning& warning : warnings_about_input(scenario))
        document.say(in({"Note", "Hinweis"}, language), warning_text(warning, language));
    return document;
}

Document study_check_document(const std::string& title, std::size_t variations, Language language) {
    Document document{language};
    document.heading(title);
    document.say(filled(in({"The study is in order: {0}.", "Die Studie ist in Ordnung: {0}."}, language),
                        {counted(variations, {"variation", "Variante"}, {"variations", "Varianten"}, language)}));
    return document;
}

}  // namespace freiton::report
