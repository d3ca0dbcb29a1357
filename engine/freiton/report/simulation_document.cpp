// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/report/report_parts.hpp"
#include "freiton/report/simulation_report.hpp"
#include "freiton/report/told_quantiles.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

constexpr int most_day_rows = 31;

// Which columns a kind of work has, and their units: the same in all rows.
struct CallLayout {
    const Work& work;
    std::vector<QuantileFigure<CallFigures>> quantiles;  // the tail, and what is asked for
    CallLayout(const ReportContext& c, const Work& of, const Course<CallFigures>&)
        : work{of}, quantiles{told_quantiles(wait_quantiles(c.scenario.quantiles()), "p95")} {}

    std::vector<std::string> titles(const ReportContext& c) const {
        const bool chat = work.kind == WorkKind::chat;
        std::vector<std::string> titles = {c.text(chat ? Phrase{"chats", "Chats"} : Phrase{"calls", "Anrufe"}),
                                           service_level_title(work), "ASA"};
        for (const auto& quantile : quantiles)
            titles.push_back(filled(c.text({"wait {0}", "Warten {0}"}), {quantile_title(quantile.name, c.language)}));
        if (work.may_give_up()) titles.push_back(c.text({"abandoned", "aufgelegt"}));
        if (work.lines) titles.push_back(c.text({"blocked", "abgewiesen"}));
        titles.push_back(c.text({"busy", "belegt"}));
        return titles;
    }
    std::vector<Figure> figures(const Measured<CallFigures>& f) const {
        std::vector<Figure> figures = {Figure::number(f.offered),
                                       Figure::share(f.service_level).with(f.half_width->service_level),
                                       Figure::seconds(f.asa_s).with(f.half_width->asa_s)};
        for (const auto& quantile : quantiles) figures.push_back(Figure::seconds(f.*quantile.member));
        if (work.may_give_up()) figures.push_back(Figure::share(f.abandoned_share).with(f.half_width->abandoned_share));
        if (work.lines) figures.push_back(Figure::share(f.blocked_share).with(f.half_width->blocked_share));
        figures.push_back(Figure::number(f.busy_mean, 1));
        return figures;
    }
    std::string note(const ReportContext& c, const CallFigures& all) const {
        std::string text = note_of_redials(c, all);
        const auto say = [&](bool said, const Phrase& phrase, double value, int decimals) {
            if (!said) return;
            if (!text.empty()) text += ' ';
            text += filled(c.text(phrase), {decimal(value, decimals, c.language)});
        };
        say(all.caused > 0.0,
            {"Other contacts led to {0} of these calls.", "Zu {0} dieser Anrufe führten andere Kontakte."}, all.caused,
            0);
        say(work.short_wait_s() > 0.0,
            {"{0} hung up so early that they count in no share.",
             "{0} legten so früh auf, dass sie in keinem Anteil zählen."},
            all.short_abandoned, 0);
        say(work.wrap_up.has_value(),
            {"Of those who are busy {0} wrap up on average.", "Von den Belegten sind im Mittel {0} in der Nacharbeit."},
            all.wrap_up_mean, 1);
        say(work.leads_warm(),
            {"Of those who are busy {0} wait on average until somebody answers a call that they transfer.",
             "Von den Belegten warten im Mittel {0}, bis jemand einen Anruf annimmt, den sie weiterverbinden."},
            all.holding_mean, 1);
        say(work.kind == WorkKind::chat,
            {"They hold {0} of these chats on average.", "Sie führen im Mittel {0} dieser Chats."},
            all.conversations_mean, 1);
        if (work.callback && all.callbacks > 0.0)
            text += (text.empty() ? "" : " ") +
                    filled(c.text({"{0} hung up to be called back: {1} of them were called in time, {2} reached.",
                                   "{0} legten auf, um zurückgerufen zu werden: {1} davon wurden rechtzeitig "
                                   "angerufen, {2} erreicht."}),
                           {decimal(all.callbacks, 0, c.language), percent(all.called_back_share, 1, c.language),
                            percent(all.callbacks_reached / all.callbacks, 1, c.language)});
        return text;
    }

  private:
    // Where people try again, calls are more than people.
    std::string note_of_redials(const ReportContext& c, const CallFigures& all) const {
        if (!work.redial || work.redial->as) return {};
        return filled(c.text({"Every attempt counts as a call: {0} people called, and {1} of them were answered in the "
                              "end.",
                              "Jeder Versuch zählt als Anruf: {0} Personen riefen an, {1} davon wurden am Ende "
                              "angenommen."}),
                      {decimal(all.customers_offered, 0, c.language),
                       percent(all.customers_answered / all.customers_offered, 1, c.language)});
    }
};

struct BacklogLayout {
    const Course<BacklogFigures>& course;
    std::vector<QuantileFigure<BacklogFigures>> quantiles;
    BacklogLayout(const ReportContext& c, const Work&, const Course<BacklogFigures>& of)
        : course{of}, quantiles{told_quantiles(turnaround_quantiles(c.scenario.quantiles()), "p95")} {}

    std::vector<std::string> titles(const ReportContext& c) const {
        std::vector<std::string> titles = {c.text({"items", "Vorgänge"}), c.text({"done in time", "rechtzeitig"}),
                                           c.text({"turnaround", "Durchlaufzeit"})};
        for (const auto& quantile : quantiles) titles.push_back(quantile_title(quantile.name, c.language));
        titles.push_back(c.text({"left at end", "Rest am Ende"}));
        titles.push_back(c.text({"busy", "belegt"}));
        return titles;
    }
    // A column is in minutes where the whole is less than an hour.
    Figure time(const BacklogFigures& f, double BacklogFigures::*member) const {
        return course.total.*member < 1.0 ? Figure::minutes(f.*member * 60.0) : Figure::hours(f.*member);
    }
    std::vector<Figure> figures(const Measured<BacklogFigures>& f) const {
        const double unit = course.total.turnaround_mean_h < 1.0 ? 60.0 : 1.0;
        std::vector<Figure> figures = {
            Figure::number(f.offered), Figure::share(f.done_in_time_share).with(f.half_width->done_in_time_share),
            time(f, &BacklogFigures::turnaround_mean_h).with(f.half_width->turnaround_mean_h * unit)};
        for (const auto& quantile : quantiles) figures.push_back(time(f, quantile.member));
        figures.push_back(Figure::number(f.backlog_at_end, 1));
        figures.push_back(Figure::number(f.busy_mean, 1));
        return figures;
    }
    static std::string note(const ReportContext& c, const BacklogFigures& all) {
        std::string text;
        if (all.caused > 0.0)
            text = filled(c.text({"Other contacts led to {0} of these items.",
                                  "Zu {0} dieser Vorgänge führten andere Kontakte."}),
                          {decimal(all.caused, 0, c.language)});
        if (!(all.attempts > 0.0)) return text;
        return text + (text.empty() ? "" : " ") +
               filled(
                   c.text({"In {0} calls {1} of the list were tried, {2} of it in time, and {3} reached, {4} in time.",
                           "In {0} Anrufen wurden {1} der Liste versucht, {2} der Liste rechtzeitig, und {3} "
                           "erreicht, {4} rechtzeitig."}),
                   {decimal(all.attempts, 0, c.language), decimal(all.tried, 0, c.language),
                    percent(all.tried_in_time_share, 1, c.language), decimal(all.reached, 0, c.language),
                    percent(all.reached_in_time_share, 1, c.language)});
    }
};

// By interval for a single day, else by day; then each site, then the whole.
template <class Layout, class Figures>
Table course_table(const ReportContext& c, const Work& work, const Course<Figures>& course,
                   const std::map<std::string, Course<Figures>>& by_site) {
    const Layout layout{c, work, course};
    Table table{.caption = work.name, .columns = {{work.name, Column::Holds::words}}};
    for (std::string& title : layout.titles(c)) table.columns.push_back({std::move(title)});
    const auto add = [&](std::string label, const Measured<Figures>& figures, Row::Kind kind) {
        std::vector<Cell> cells = {std::move(label)};
        for (const Figure& figure : layout.figures(figures)) cells.emplace_back(figure);
        table.row(std::move(cells), kind);
    };
    if (c.calendar().open_days() == 1) {
        for (std::size_t i = 0; i < course.by_interval.size(); ++i)
            add(clock_text(c.calendar().intervals()[i].start), course.by_interval[i], Row::Kind::plain);
    } else if (c.calendar().open_days() <= most_day_rows) {
        for (int day = 0; day < c.calendar().days(); ++day)
            if (c.calendar().is_open(day))
                add(day_text(c.calendar().date(day), c.language), course.by_day[static_cast<std::size_t>(day)],
                    Row::Kind::plain);
    } else {
        table.notes.push_back(filled(c.text({"{0}: {1} open days, too many to be shown here; --csv has each of them.",
                                             "{0}: {1} offene Tage, zu viele für diese Tabelle; --csv enthält jeden."}),
                                     {work.name, std::to_string(c.calendar().open_days())}));
    }
    for (const std::string& site : c.scenario.sites())
        if (const auto found = by_site.find(site); found != by_site.end())
            add(site, found->second.total, Row::Kind::sum);
    add(c.text({"all", "gesamt"}), course.total, Row::Kind::sum);
    if (std::string note = layout.note(c, course.total); !note.empty()) table.notes.push_back(std::move(note));
    return table;
}

Table simulated_teams_table(const ReportContext& c) {
    const auto& all_work = c.scenario.work();
    const bool mixed = std::any_of(all_work.begin(), all_work.end(),
                                   [&](const Work& work) { return work.kind != all_work.front().kind; });
    Table table{.caption = c.text({"Teams", "Teams"}),
                .columns = {{c.text({"team", "Team"}), Column::Holds::words},
                            {c.text({"staffed", "besetzt"})},
                            {c.text({"on duty", "anwesend"})},
                            {c.text({"occupancy", "Auslastung"})}}};
    if (mixed) table.columns.push_back({c.text({"of it calls", "davon Anrufe"})});
    table.columns.push_back({c.text({"overtime", "Überstunden"})});
    const double none = CallFigures::none;
    for (std::size_t t = 0; t < c.result.performance.teams.size(); ++t) {
        const TeamPerformance& team = c.result.performance.teams[t];
        std::vector<Cell> cells = {c.scenario.teams()[t].name, Figure::hours(team.agent_hours),
                                   Figure::hours(team.on_duty_hours.value_or(none)),
                                   Figure::share(team.occupancy).with(team.occupancy_half_width.value_or(none))};
        if (mixed)
            cells.emplace_back(
                Figure::share(team.occupancy_calls).with(team.occupancy_calls_half_width.value_or(none)));
        const double overtime = team.overtime_hours.value_or(0.0);
        cells.emplace_back(Figure::minutes(overtime > 0.0 ? overtime * 60.0 : none)
                               .with(team.overtime_hours_half_width.value_or(none) * 60.0));
        table.row(std::move(cells));
        if (team.occupancy_slots)
            table.notes.push_back(
                filled(c.text({"{0}: of all that its people could hold at once {1} was taken.",
                               "{0}: Von allem, was die Personen zugleich führen könnten, war {1} belegt."}),
                       {c.scenario.teams()[t].name, percent(*team.occupancy_slots, 1, c.language)}));
    }
    return table;
}

std::string headroom_text(const HeadroomScale& headroom, Language language) {
    if (headroom.scale <= 0.0)
        return in({"With these people the targets are missed at any volume.",
                   "Mit dieser Besetzung werden die Ziele bei keiner Menge erreicht."},
                  language);
    return filled(headroom.at_least ? in({"All targets are met up to at least {0} of these volumes.",
                                          "Alle Ziele werden bis mindestens {0} der Menge erreicht."},
                                         language)
                                    : in({"All targets are met up to {0} of these volumes.",
                                          "Alle Ziele werden bis {0} der Menge erreicht."},
                                         language),
                  {percent(headroom.scale, 1, language)});
}

}  // namespace

Document simulation_document(const Scenario& scenario, const PlanResult& result,
                             const std::optional<HeadroomScale>& headroom, Language language) {
    const ReportContext c{scenario, result, language};
    Document document{language};
    add_heading(c,
                simulated_text(c) + c.text({"; ± is the doubt about a mean (95 %)",
                                            "; ± ist die Unsicherheit eines Mittelwerts (95 %)"}),
                document);
    add_headline(c, document);
    add_pictures(c, document);
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const WorkPerformance& work = result.performance.work[w];
        document.add(scenario.work()[w].answered_now()
                         ? course_table<CallLayout>(c, scenario.work()[w], work.calls, work.calls_by_site)
                         : course_table<BacklogLayout>(c, scenario.work()[w], work.backlog, work.backlog_by_site));
    }
    document.add(simulated_teams_table(c));
    add_single_days(c, document);
    add_targets(c, document);
    add_notes(c, document);
    if (headroom) document.say(c.text({"Headroom", "Reserve"}), headroom_text(*headroom, language));
    return document;
}

}  // namespace freiton::report
