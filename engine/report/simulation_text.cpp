// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/simulation_report.hpp"
#include "freiton/report/table.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/report/warning_text.hpp"

namespace freiton::report {

namespace {

constexpr int most_day_rows = 31;

struct Context {
    const Scenario& scenario;
    const PlanResult& result;
    Language language;
    std::string text(Phrase phrase) const { return std::string{phrase.in(language)}; }

    std::string with_spread(double value, double half_width, bool share) const {
        const auto shown = [&](double number) {
            return share ? percent(number, 1, language) : seconds(number, language);
        };
        if (std::isnan(value)) return "-";
        return shown(value) + (std::isnan(half_width) ? std::string{} : " ± " + shown(half_width));
    }
    std::string hours(double value) const { return std::isnan(value) ? "-" : decimal(value, 1, language) + " h"; }
    std::string hours(double value, double half_width) const {
        return hours(value) + (std::isnan(value) || std::isnan(half_width) ? "" : " ± " + hours(half_width));
    }
};

using Cells = std::vector<std::string>;

Cells cells_of(const Context& c, const Measured<CallFigures>& f) {
    return {decimal(f.offered, 0, c.language),
            c.with_spread(f.service_level, f.half_width->service_level, true),
            c.with_spread(f.asa_s, f.half_width->asa_s, false),
            seconds(f.wait_p95_s, c.language),
            c.with_spread(f.abandoned_share, f.half_width->abandoned_share, true),
            decimal(f.busy_mean, 1, c.language)};
}

Cells cells_of(const Context& c, const Measured<BacklogFigures>& f) {
    return {decimal(f.offered, 0, c.language),
            c.with_spread(f.done_in_time_share, f.half_width->done_in_time_share, true),
            c.hours(f.turnaround_mean_h, f.half_width->turnaround_mean_h),
            c.hours(f.turnaround_p95_h),
            decimal(f.backlog_at_end, 1, c.language),
            decimal(f.busy_mean, 1, c.language)};
}

std::string level_title(const Work& work) {
    const Seconds within = work.call_target && work.call_target->within ? *work.call_target->within : Seconds{20.0};
    return "SL " + number_text(within.count()) + " s";
}

std::vector<Table::Column> columns_of(const Context& c, const Work& work) {
    using Align = Table::Align;
    if (work.kind == WorkKind::call)
        return {{work.name, Align::left},
                {c.text({"calls", "Anrufe"})},
                {level_title(work)},
                {"ASA"},
                {c.text({"wait p95", "Warten p95"})},
                {c.text({"abandoned", "Aufleger"})},
                {c.text({"busy", "belegt"})}};
    return {{work.name, Align::left},
            {c.text({"items", "Vorgänge"})},
            {c.text({"done in time", "rechtzeitig"})},
            {c.text({"turnaround", "Durchlaufzeit"})},
            {c.text({"p95", "p95"})},
            {c.text({"left at end", "Rest am Ende"})},
            {c.text({"busy", "belegt"})}};
}

// By interval for a single day, else by day; then each site, then the whole.
template <class Figures>
std::string course_table(const Context& c, const Work& work, const Course<Figures>& course,
                         const std::map<std::string, Course<Figures>>& by_site) {
    Table table{columns_of(c, work)};
    const Calendar& calendar = c.scenario.calendar();
    const auto add = [&](const std::string& label, const Measured<Figures>& figures) {
        Cells cells = {label};
        for (std::string& cell : cells_of(c, figures)) cells.push_back(std::move(cell));
        table.row(std::move(cells));
    };
    if (calendar.open_days() == 1) {
        for (std::size_t i = 0; i < course.by_interval.size(); ++i)
            add(clock_text(calendar.intervals()[i].start), course.by_interval[i]);
    } else if (calendar.open_days() <= most_day_rows) {
        for (int day = 0; day < calendar.days(); ++day)
            if (calendar.is_open(day)) add(date_text(calendar.date(day)), course.by_day[static_cast<std::size_t>(day)]);
    }
    table.rule();
    for (const auto& [site, of_site] : by_site) add(site, of_site.total);
    add(c.text({"all", "gesamt"}), course.total);
    return table.text() + "\n";
}

std::string teams_table(const Context& c) {
    Table table{{{c.text({"team", "Team"}), Table::Align::left},
                 {c.text({"staffed", "besetzt"})},
                 {c.text({"on duty", "anwesend"})},
                 {c.text({"occupancy", "Auslastung"})},
                 {c.text({"of it calls", "davon Anrufe"})},
                 {c.text({"overtime", "Überzeit"})}}};
    for (std::size_t t = 0; t < c.result.performance.teams.size(); ++t) {
        const TeamPerformance& team = c.result.performance.teams[t];
        table.row({c.scenario.teams()[t].name, c.hours(team.agent_hours), c.hours(team.on_duty_hours.value_or(0.0)),
                   percent(team.occupancy, 1, c.language), percent(team.occupancy_calls, 1, c.language),
                   decimal(team.overtime_hours.value_or(0.0), 2, c.language) + " h"});
    }
    return table.text() + "\n";
}

std::string heading(const Context& c) {
    const Calendar& calendar = c.scenario.calendar();
    std::string text = c.scenario.title().empty() ? "" : c.scenario.title() + "\n";
    text += date_text(calendar.date(0));
    if (calendar.days() > 1) text += c.text({" to ", " bis "}) + date_text(calendar.date(calendar.days() - 1));
    return text + filled(c.text({", simulated {0} times; ± is the half-width of a 95 % interval\n\n",
                                 ", {0}-mal simuliert; ± ist die halbe Breite eines 95-%-Intervalls\n\n"}),
                         {std::to_string(c.result.performance.replications)});
}

}  // namespace

std::string simulation_text(const Scenario& scenario, const PlanResult& result, Language language) {
    const Context c{scenario, result, language};
    std::string text = heading(c);
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const WorkPerformance& work = result.performance.work[w];
        text += scenario.work()[w].kind == WorkKind::call
                    ? course_table(c, scenario.work()[w], work.calls, work.calls_by_site)
                    : course_table(c, scenario.work()[w], work.backlog, work.backlog_by_site);
    }
    text += teams_table(c);
    for (const TargetResult& target : result.performance.targets)
        text += c.text({"Target   ", "Ziel     "}) + target_text(scenario, target, language) + "\n";
    for (const Warning& warning : result.performance.warnings)
        text += c.text({"Note     ", "Hinweis  "}) + warning_text(warning, language) + "\n";
    return text;
}

std::string headroom_text(double scale, bool at_least, Language language) {
    if (scale <= 0.0)
        return std::string{Phrase{"Headroom none: no scale of the arrivals keeps every target with this staff\n",
                                  "Reserve  keine: bei keiner Menge hält diese Besetzung alle Ziele\n"}
                               .in(language)};
    return filled(Phrase{"Headroom every target still holds at {0}{1} of these arrivals\n",
                         "Reserve  alle Ziele halten noch bei {0}{1} dieser Mengen\n"}
                      .in(language),
                  {at_least ? "≥ " : "", percent(scale, 1, language)});
}

}  // namespace freiton::report
