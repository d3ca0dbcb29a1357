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

struct SimulationContext {
    const Scenario& scenario;
    const PlanResult& result;
    Language language;
    std::string text(Phrase phrase) const { return std::string{phrase.in(language)}; }
};

using Cells = std::vector<std::string>;
using Columns = std::vector<Table::Column>;

// Which columns a kind of work has, and their units: the same in all rows.
struct CallLayout {
    const Work& work;
    CallLayout(const Work& of, const Course<CallFigures>&) : work{of} {}

    Columns columns(const SimulationContext& c) const {
        Columns columns = {{work.name, Table::Align::left},
                           {c.text({"calls", "Anrufe"})},
                           {"SL " + number_text(work.service_threshold().count()) + " s"},
                           {"ASA"},
                           {c.text({"wait p95", "Warten p95"})}};
        if (work.patience) columns.push_back({c.text({"abandoned", "Aufleger"})});
        if (work.lines) columns.push_back({c.text({"blocked", "abgewiesen"})});
        columns.push_back({c.text({"busy", "belegt"})});
        return columns;
    }
    void add_cells(const SimulationContext& c, const Measured<CallFigures>& f, Cells& cells) const {
        cells.push_back(decimal(f.offered, 0, c.language));
        cells.push_back(percent_spread(f.service_level, f.half_width->service_level, c.language));
        cells.push_back(seconds_spread(f.asa_s, f.half_width->asa_s, c.language));
        cells.push_back(seconds(f.wait_p95_s, c.language));
        if (work.patience)
            cells.push_back(percent_spread(f.abandoned_share, f.half_width->abandoned_share, c.language));
        if (work.lines) cells.push_back(percent_spread(f.blocked_share, f.half_width->blocked_share, c.language));
        cells.push_back(decimal(f.busy_mean, 1, c.language));
    }
    // Where people try again, calls are more than people.
    std::string below(const SimulationContext& c, const CallFigures& all) const {
        if (!work.redial) return {};
        return filled(
            c.text({"calls count every attempt: {0} people called, and {1} of them were answered in the end\n",
                    "Anrufe zählen jeden Versuch: {0} Personen riefen an, {1} davon wurden am Ende "
                    "angenommen\n"}),
            {decimal(all.customers_offered, 0, c.language),
             percent(all.customers_answered / all.customers_offered, 1, c.language)});
    }
};

struct BacklogLayout {
    const Work& work;
    bool mean_in_minutes;
    bool p95_in_minutes;
    BacklogLayout(const Work& of, const Course<BacklogFigures>& course)
        : work{of},
          mean_in_minutes{course.total.turnaround_mean_h < 1.0},
          p95_in_minutes{course.total.turnaround_p95_h < 1.0} {}

    Columns columns(const SimulationContext& c) const {
        return {{work.name, Table::Align::left},
                {c.text({"items", "Vorgänge"})},
                {c.text({"done in time", "rechtzeitig"})},
                {c.text({"turnaround", "Durchlaufzeit"})},
                {"p95"},
                {c.text({"left at end", "Rest am Ende"})},
                {c.text({"busy", "belegt"})}};
    }
    void add_cells(const SimulationContext& c, const Measured<BacklogFigures>& f, Cells& cells) const {
        const auto time = [&](bool minutes, double value, double half_width) {
            return minutes ? minutes_spread(value, half_width, c.language)
                           : hours_spread(value, half_width, c.language);
        };
        cells.push_back(decimal(f.offered, 0, c.language));
        cells.push_back(percent_spread(f.done_in_time_share, f.half_width->done_in_time_share, c.language));
        cells.push_back(time(mean_in_minutes, f.turnaround_mean_h, f.half_width->turnaround_mean_h));
        cells.push_back(time(p95_in_minutes, f.turnaround_p95_h, BacklogFigures::none));
        cells.push_back(decimal(f.backlog_at_end, 1, c.language));
        cells.push_back(decimal(f.busy_mean, 1, c.language));
    }
    static std::string below(const SimulationContext&, const BacklogFigures&) { return {}; }
};

// By interval for a single day, else by day; then each site, then the whole.
template <class Layout, class Figures>
std::string course_table(const SimulationContext& c, const Work& work, const Course<Figures>& course,
                         const std::map<std::string, Course<Figures>>& by_site) {
    const Layout layout{work, course};
    Table table{layout.columns(c)};
    const Calendar& calendar = c.scenario.calendar();
    const auto add = [&](const std::string& label, const Measured<Figures>& figures) {
        Cells cells = {label};
        layout.add_cells(c, figures, cells);
        table.row(std::move(cells));
    };
    if (calendar.open_days() == 1) {
        for (std::size_t i = 0; i < course.by_interval.size(); ++i)
            add(clock_text(calendar.intervals()[i].start), course.by_interval[i]);
        table.rule();
    } else if (calendar.open_days() <= most_day_rows) {
        for (int day = 0; day < calendar.days(); ++day)
            if (calendar.is_open(day)) add(date_text(calendar.date(day)), course.by_day[static_cast<std::size_t>(day)]);
        table.rule();
    }
    for (const std::string& site : c.scenario.sites())
        if (const auto found = by_site.find(site); found != by_site.end()) add(site, found->second.total);
    add(c.text({"all", "gesamt"}), course.total);
    return table.text() + layout.below(c, course.total) + "\n";
}

std::string teams_table(const SimulationContext& c) {
    const auto& all_work = c.scenario.work();
    const bool mixed = std::any_of(all_work.begin(), all_work.end(),
                                   [&](const Work& work) { return work.kind != all_work.front().kind; });
    Columns columns = {{c.text({"team", "Team"}), Table::Align::left},
                       {c.text({"staffed", "besetzt"})},
                       {c.text({"on duty", "anwesend"})},
                       {c.text({"occupancy", "Auslastung"})}};
    if (mixed) columns.push_back({c.text({"of it calls", "davon Anrufe"})});
    columns.push_back({c.text({"overtime", "Überzeit"})});
    Table table{columns};
    for (std::size_t t = 0; t < c.result.performance.teams.size(); ++t) {
        const TeamPerformance& team = c.result.performance.teams[t];
        const double none = CallFigures::none;
        Cells cells = {c.scenario.teams()[t].name, decimal(team.agent_hours, 1, c.language) + " h",
                       decimal(team.on_duty_hours.value_or(none), 1, c.language) + " h",
                       percent_spread(team.occupancy, team.occupancy_half_width.value_or(none), c.language)};
        if (mixed)
            cells.push_back(
                percent_spread(team.occupancy_calls, team.occupancy_calls_half_width.value_or(none), c.language));
        const double overtime = team.overtime_hours.value_or(0.0);
        cells.push_back(
            overtime > 0.0 ? minutes_spread(overtime, team.overtime_hours_half_width.value_or(none), c.language) : "-");
        table.row(std::move(cells));
    }
    return table.text() + "\n";
}

std::string heading(const SimulationContext& c) {
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
    const SimulationContext c{scenario, result, language};
    std::string text = heading(c);
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const WorkPerformance& work = result.performance.work[w];
        text += scenario.work()[w].kind == WorkKind::call
                    ? course_table<CallLayout>(c, scenario.work()[w], work.calls, work.calls_by_site)
                    : course_table<BacklogLayout>(c, scenario.work()[w], work.backlog, work.backlog_by_site);
    }
    text += teams_table(c);
    text += stopped_text(result.performance, language);
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
