// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/report/report_parts.hpp"
#include "freiton/report/told_quantiles.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

const Course<CallFigures>& calls_of(const ReportContext& c) { return c.result.performance.work[0].calls; }

std::vector<QuantileFigure<CallFigures>> asked_quantiles(const ReportContext& c) {
    return told_quantiles(wait_quantiles(c.scenario.quantiles()));
}

// What every row of the tables ends with.
std::vector<Column> with_service(const ReportContext& c, std::vector<Column> columns) {
    std::vector<std::string> titles = {c.text({"calls", "Anrufe"}), service_level_title(c.scenario.work()[0]), "ASA"};
    for (const auto& quantile : asked_quantiles(c))
        titles.push_back(filled(c.text({"wait {0}", "Warten {0}"}), {quantile_title(quantile.name, c.language)}));
    titles.insert(titles.end(), {c.text({"abandoned", "aufgelegt"}), c.text({"occupancy", "Auslastung"})});
    for (std::string& title : titles) columns.push_back({std::move(title)});
    return columns;
}

std::vector<Cell> with_service(const ReportContext& c, std::vector<Cell> cells, const CallFigures& calls,
                               double occupancy) {
    for (const Figure& figure :
         {Figure::number(calls.offered), Figure::share(calls.service_level), Figure::seconds(calls.asa_s)})
        cells.emplace_back(figure);
    for (const auto& quantile : asked_quantiles(c)) cells.emplace_back(Figure::seconds(calls.*quantile.member));
    cells.emplace_back(Figure::share(calls.abandoned_share));
    cells.emplace_back(Figure::share(occupancy, 0));
    return cells;
}

struct StaffSums {
    int peak = 0;
    double agent_hours = 0.0;
    double busy_hours = 0.0;
};

StaffSums staff_sums(const ReportContext& c, std::size_t from, std::size_t to) {
    const double hours = Hours{c.calendar().interval_length()}.count();
    StaffSums sums;
    for (std::size_t i = from; i < to; ++i) {
        sums.peak = std::max(sums.peak, c.result.plan.agents[0][i]);
        sums.agent_hours += c.result.plan.agents[0][i] * hours;
        sums.busy_hours += calls_of(c).by_interval[i].busy_mean * hours;
    }
    return sums;
}

// The chain through the day knows who waits longer than the promise, and no other waits.
void explain_missing_quantiles(const ReportContext& c, Table& table) {
    if (c.result.performance.source == Source::transient && !asked_quantiles(c).empty())
        table.notes.push_back(c.text({"This method tells no quantiles of waits; --method formula and simulation do.",
                                      "Dieses Verfahren nennt keine Quantile der Wartezeit; --method formula und "
                                      "simulation nennen sie."}));
}

}  // namespace

Table hotline_day_table(const ReportContext& c) {
    Table table{.caption = c.text({"People and service by interval", "Personen und Service nach Intervall"}),
                .columns = with_service(c, {{c.text({"time", "Zeit"}), Column::Holds::words},
                                            {c.text({"agents", "Personen"})},
                                            {"", Column::Holds::pictures}})};
    const TeamPerformance& team = c.result.performance.teams[0];
    for (IntervalIndex i{0}; i < c.scenario.intervals(); ++i) {
        const double agents = c.result.plan.agents[0][i];
        table.row(with_service(c,
                               {clock_span_text(c.calendar(), i), Figure::number(agents),
                                Bar{agents, static_cast<double>(team.peak_agents)}},
                               calls_of(c).by_interval[i], team.occupancy_by_interval[i]));
    }
    table.row(with_service(c, {c.text({"day (peak)", "Tag (Spitze)"}), Figure::number(team.peak_agents), ""},
                           calls_of(c).total, team.occupancy),
              Row::Kind::sum);
    explain_missing_quantiles(c, table);
    return table;
}

Table hotline_days_table(const ReportContext& c) {
    Table table{.caption = c.text({"People and service by day", "Personen und Service nach Tag"}),
                .columns = with_service(c, {{c.text({"day", "Tag"}), Column::Holds::words},
                                            {c.text({"peak", "Spitze"})},
                                            {c.text({"agent hours", "Personenstunden"})},
                                            {c.text({"people", "Personen"}), Column::Holds::pictures}})};
    const std::vector<int>& agents = c.result.plan.agents[0];
    const double most = c.result.performance.teams[0].peak_agents;
    const auto add = [&](std::string label, std::size_t from, std::size_t to, const CallFigures& calls,
                         Row::Kind kind) {
        const StaffSums staff = staff_sums(c, from, to);
        const auto at = [&](std::size_t i) { return agents.begin() + static_cast<std::ptrdiff_t>(i); };
        const Cell course = kind == Row::Kind::sum ? Cell{""} : Cell{Curve{{at(from), at(to)}, most}};
        table.row(with_service(
                      c, {std::move(label), Figure::number(staff.peak), Figure::number(staff.agent_hours, 1), course},
                      calls, staff.busy_hours / staff.agent_hours),
                  kind);
    };
    for (int day = 0; day < c.calendar().days(); ++day)
        if (c.calendar().is_open(day))
            add(day_text(c.calendar().date(day), c.language), c.calendar().first_interval(day),
                c.calendar().first_interval(day + 1), calls_of(c).by_day[static_cast<std::size_t>(day)],
                Row::Kind::plain);
    add(c.text({"all days", "alle Tage"}), 0, c.scenario.intervals(), calls_of(c).total, Row::Kind::sum);
    explain_missing_quantiles(c, table);
    return table;
}

}  // namespace freiton::report
