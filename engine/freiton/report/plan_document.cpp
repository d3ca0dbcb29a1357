// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/model/law_parameters.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/report_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

bool is_one_hotline(const Scenario& scenario) {
    return scenario.work().size() == 1 && scenario.teams().size() == 1 && scenario.work()[0].answered_now();
}

std::string how_text(const ReportContext& c) {
    if (c.result.performance.source == Source::simulation) return simulated_text(c);
    if (!is_one_hotline(c.scenario)) return c.text({"Planned by formula", "Nach Formeln geplant"});
    const Work& calls = c.scenario.work()[0];
    if (c.result.performance.source == Source::transient)
        return calls.patience
                   ? c.text({"Queues carried through the day; callers hang up when their patience ends",
                             "Warteschlangen durch den Tag getragen; Anrufer legen auf, wenn ihre Geduld endet"})
                   : c.text({"Queues carried through the day; callers wait until they are answered",
                             "Warteschlangen durch den Tag getragen; Anrufer warten, bis sie angenommen werden"});
    const bool any_law =
        calls.kind == WorkKind::call && calls.patience && !is_exponential(*calls.patience) && !calls.lines;
    const std::string model = any_law ? "M/M/n+G" : "Erlang A";
    if (calls.balk.value() > 0.0)
        return calls.patience
                   ? model + c.text({": callers hang up at once where nobody is free, or when their patience ends",
                                     ": Anrufer legen sofort auf, wenn niemand frei ist, oder wenn ihre Geduld endet"})
                   : c.text({"Erlang C: callers hang up at once where nobody is free, or wait until they are "
                             "answered",
                             "Erlang C: Anrufer legen sofort auf, wenn niemand frei ist, oder warten, bis sie "
                             "angenommen werden"});
    return calls.patience ? model + c.text({": callers hang up when their patience ends",
                                            ": Anrufer legen auf, wenn ihre Geduld endet"})
                          : c.text({"Erlang C: callers wait until they are answered",
                                    "Erlang C: Anrufer warten, bis sie angenommen werden"});
}

// People of one team by time of day and date.
Table people_grid(const ReportContext& c, TeamIndex team) {
    const std::string& name = c.scenario.teams()[team].name;
    Table table{
        .caption = filled(c.text({"People in {0} by day and time", "Personen in {0} nach Tag und Uhrzeit"}), {name}),
        .columns = {{name, Column::Holds::words}}};
    std::vector<int> days;
    for (int day = 0; day < c.calendar().days(); ++day) {
        if (!c.calendar().is_open(day)) continue;
        days.push_back(day);
        table.columns.push_back({day_text(c.calendar().date(day), c.language)});
    }
    for (const Minutes start : times_of_day(c.calendar())) {
        std::vector<Cell> cells = {clock_text(start)};
        for (const int day : days) {
            const auto at = c.calendar().interval_at(c.calendar().date(day), start);
            if (at)
                cells.emplace_back(Figure::number(c.result.plan.agents[team][*at]), driver_letter(c, team, *at));
            else
                cells.emplace_back("");
        }
        table.row(std::move(cells));
    }
    return table;
}

void add_legend(const ReportContext& c, Document& document) {
    if (c.result.drivers.empty()) return;
    document.say(
        c.text({"What asked for the people: c = calls, p = post, l = least staff, x = most staff (more are "
                "needed), g = given.",
                "Grund für die Besetzung: a = Anrufe, p = Post, m = Mindestbesetzung, h = Höchstbesetzung "
                "(mehr wären nötig), g = vorgegeben."}));
}

void add_hotline(const ReportContext& c, Document& document) {
    if (c.calendar().open_days() == 1) {
        document.add(hotline_day_table(c));
        return;
    }
    if (c.calendar().open_days() <= most_grid_days) document.add(people_grid(c, TeamIndex{0}));
    document.add(hotline_days_table(c));
}

void add_mixed(const ReportContext& c, Document& document) {
    if (c.calendar().open_days() == 1) {
        document.add(mixed_day_table(c));
        add_legend(c, document);
    } else {
        if (c.calendar().open_days() <= most_grid_days) {
            for (TeamIndex t{0}; t < c.scenario.teams().size(); ++t) document.add(people_grid(c, t));
            add_legend(c, document);
        }
        document.add(mixed_days_table(c));
    }
    add_work_tables(c, document);
}

}  // namespace

std::string driver_letter(const ReportContext& c, TeamIndex team, IntervalIndex interval) {
    if (c.result.drivers.empty() || is_one_hotline(c.scenario)) return "";
    switch (c.result.drivers[team][interval]) {
        case Driver::calls:
            return c.text({"c", "a"});
        case Driver::post:
            return "p";
        case Driver::least:
            return c.text({"l", "m"});
        case Driver::most:
            return c.text({"x", "h"});
        case Driver::given:
            return "g";
        case Driver::nothing:
            return " ";
    }
    return "";
}

Document plan_document(const Scenario& scenario, const PlanResult& result, Language language) {
    const ReportContext c{scenario, result, language};
    Document document{language};
    add_heading(c, how_text(c), document);
    add_headline(c, document);
    add_pictures(c, document);
    if (is_one_hotline(scenario))
        add_hotline(c, document);
    else
        add_mixed(c, document);
    add_single_days(c, document);
    add_targets(c, document);
    add_people(c, document);
    add_explanation(c, document);
    add_notes(c, document);
    return document;
}

}  // namespace freiton::report
