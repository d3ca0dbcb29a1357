// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/plan_parts.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/table.hpp"

namespace freiton::report {

namespace {

using Align = Table::Align;

constexpr int bar_width = 26;

// Everything a section of the report needs to know.
struct PlanContext {
    const Scenario& scenario;
    const PlanResult& result;
    Language language;

    const CallFigures& calls(std::size_t interval) const {
        return result.performance.work[0].calls.by_interval[interval];
    }
    int agents(std::size_t interval) const { return result.plan.agents[0][interval]; }
    std::string text(Phrase phrase) const { return std::string{phrase.in(language)}; }
};

std::string threshold_label(const PlanContext& c) {
    return number_text(c.scenario.work()[0].service_threshold().count()) + " s";
}

// Service level, ASA, abandoned and occupancy: what every line of the report ends with.
std::vector<std::string> service_cells(const PlanContext& c, const CallFigures& calls, double occupancy) {
    return {decimal(calls.offered, 0, c.language), percent(calls.service_level, 1, c.language),
            seconds(calls.asa_s, c.language), percent(calls.abandoned_share, 1, c.language),
            percent(occupancy, 0, c.language)};
}

std::vector<Table::Column> service_columns(const PlanContext& c, std::vector<Table::Column> first) {
    first.push_back({c.text({"calls", "Anrufe"})});
    first.push_back({"SL " + threshold_label(c)});
    first.push_back({"ASA"});
    first.push_back({c.text({"abandoned", "Aufleger"})});
    first.push_back({c.text({"occupancy", "Auslastung"})});
    return first;
}

std::string heading(const PlanContext& c) {
    const Calendar& calendar = c.scenario.calendar();
    std::string text = c.scenario.title();
    if (!text.empty()) text += '\n';
    text += date_label(calendar.date(0), c.language);
    if (calendar.days() > 1)
        text.append(" ")
            .append(c.text({"to", "bis"}))
            .append(" ")
            .append(date_label(calendar.date(calendar.days() - 1), c.language));
    text += ", " + number_text(calendar.interval_length().count() / 60.0) + " min; ";
    if (c.result.performance.source == Source::simulation) return text + c.text({"simulated", "simuliert"}) + "\n\n";
    text += c.scenario.work()[0].patience
                ? c.text({"Erlang A: callers give up when their patience ends",
                          "Erlang A: Anrufer legen auf, wenn ihre Geduld endet"})
                : c.text({"Erlang C: callers wait for ever", "Erlang C: Anrufer warten beliebig lange"});
    return text + "\n\n";
}

std::string one_day_table(const PlanContext& c) {
    Table table{service_columns(
        c, {{c.text({"time", "Zeit"}), Align::left}, {c.text({"agents", "Personen"})}, {"", Align::left}})};
    const TeamPerformance& team = c.result.performance.teams[0];
    const Calendar& calendar = c.scenario.calendar();
    for (std::size_t i = 0; i < c.scenario.intervals(); ++i) {
        const Minutes start = calendar.intervals()[i].start;
        std::vector<std::string> cells = {clock_text(start) + "-" + clock_text(start + calendar.parts().interval),
                                          std::to_string(c.agents(i)), bar(c.agents(i), team.peak_agents, bar_width)};
        for (std::string& cell : service_cells(c, c.calls(i), team.occupancy_by_interval[i]))
            cells.push_back(std::move(cell));
        table.row(std::move(cells));
    }
    table.rule();
    std::vector<std::string> cells = {c.text({"whole day", "ganzer Tag"}), std::to_string(team.peak_agents),
                                      c.text({"<- at the peak", "<- in der Spitze"})};
    for (std::string& cell : service_cells(c, c.result.performance.work[0].calls.total, team.occupancy))
        cells.push_back(std::move(cell));
    table.row(std::move(cells));
    return table.text();
}

// Agents by time of day and date, for a week at a glance.
std::string agents_grid(const PlanContext& c) {
    const Calendar& calendar = c.scenario.calendar();
    std::vector<Table::Column> columns = {{c.text({"agents at", "Personen um"}), Align::left}};
    std::vector<int> days;
    std::vector<Minutes> starts;
    for (int day = 0; day < calendar.days(); ++day) {
        if (!calendar.is_open(day)) continue;
        days.push_back(day);
        columns.push_back(
            {weekday_text(calendar.date(day), c.language) + " " + date_text(calendar.date(day)).substr(5)});
        for (std::size_t i = calendar.first_interval(day); i < calendar.first_interval(day + 1); ++i)
            starts.push_back(calendar.intervals()[i].start);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    Table table{columns};
    for (const Minutes start : starts) {
        std::vector<std::string> cells = {clock_text(start)};
        for (const int day : days) {
            const auto interval = calendar.interval_at(calendar.date(day), start);
            cells.push_back(interval ? std::to_string(c.agents(*interval)) : "");
        }
        table.row(std::move(cells));
    }
    return table.text() + "\n";
}

std::string days_table(const PlanContext& c) {
    const Calendar& calendar = c.scenario.calendar();
    const double hours = Hours{calendar.interval_length()}.count();
    Table table{service_columns(c, {{c.text({"day", "Tag"}), Align::left},
                                    {c.text({"peak", "Spitze"})},
                                    {c.text({"agent hours", "Personenstunden"})}})};
    const auto add = [&](std::string label, std::size_t from, std::size_t to, const CallFigures& calls) {
        int peak = 0;
        double agent_hours = 0.0;
        double busy_hours = 0.0;
        for (std::size_t i = from; i < to; ++i) {
            peak = std::max(peak, c.agents(i));
            agent_hours += c.agents(i) * hours;
            busy_hours += c.calls(i).busy_mean * hours;
        }
        std::vector<std::string> cells = {std::move(label), std::to_string(peak), decimal(agent_hours, 1, c.language)};
        for (std::string& cell : service_cells(c, calls, busy_hours / agent_hours)) cells.push_back(std::move(cell));
        table.row(std::move(cells));
    };
    for (int day = 0; day < calendar.days(); ++day)
        if (calendar.is_open(day))
            add(date_label(calendar.date(day), c.language), calendar.first_interval(day),
                calendar.first_interval(day + 1),
                c.result.performance.work[0].calls.by_day[static_cast<std::size_t>(day)]);
    table.rule();
    add(c.text({"all days", "alle Tage"}), 0, c.scenario.intervals(), c.result.performance.work[0].calls.total);
    return table.text();
}

}  // namespace

std::string plan_text(const Scenario& scenario, const PlanResult& result, Language language) {
    const bool one_hotline =
        scenario.work().size() == 1 && scenario.teams().size() == 1 && scenario.work()[0].kind == WorkKind::call;
    if (!one_hotline) return overview_text(scenario, result, language);
    const PlanContext c{scenario, result, language};
    const Calendar& calendar = scenario.calendar();
    std::string text = heading(c);
    if (calendar.open_days() == 1) {
        text += one_day_table(c);
    } else {
        if (calendar.open_days() <= most_grid_days) text += agents_grid(c);
        text += days_table(c);
    }
    text += "\n";
    return text + closing_text(scenario, result, language);
}

}  // namespace freiton::report
