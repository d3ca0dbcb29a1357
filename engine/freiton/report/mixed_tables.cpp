// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/report/report_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

// Sums over kinds of work in one day or interval.
struct WorkSums {
    double calls = 0.0;
    double in_time = 0.0;
    double abandoned = 0.0;
    double items = 0.0;
    double done = 0.0;
    double left = 0.0;
    double due = 0.0;

    double of_calls(double count) const { return calls > 0.0 ? count / calls : CallFigures::none; }
};

double known(double value) { return std::isnan(value) ? 0.0 : value; }

// `pick` takes a course and gives the figures of the day or interval in question.
template <class Pick>
WorkSums sums_of(const ReportContext& c, const Pick& pick) {
    WorkSums sum;
    for (std::size_t w = 0; w < c.scenario.work().size(); ++w) {
        const WorkPerformance& work = c.result.performance.work[w];
        if (c.scenario.work()[w].answered_now()) {
            const CallFigures& figures = pick(work.calls);
            sum.calls += figures.offered;
            sum.in_time += figures.offered * known(figures.service_level);
            sum.abandoned += figures.abandoned;
        } else {
            const BacklogFigures& figures = pick(work.backlog);
            sum.items += figures.offered;
            sum.done += known(figures.completed);
            sum.left += known(figures.backlog_at_end);
            sum.due += known(figures.due);
        }
    }
    return sum;
}

WorkSums of_interval(const ReportContext& c, std::size_t i) {
    return sums_of(
        c, [i](const auto& course) -> const auto& { return course.by_interval[i]; });
}

WorkSums of_day(const ReportContext& c, int day) {
    return sums_of(
        c, [day](const auto& course) -> const auto& { return course.by_day[static_cast<std::size_t>(day)]; });
}

// A simulated report says more of what was done than fits beside it, and shows what is due as a picture.
bool shows_due(const ReportContext& c) { return c.result.performance.source == Source::formula; }

std::vector<Column> with_work(const ReportContext& c, std::vector<Column> columns) {
    for (const Phrase& title :
         {Phrase{"calls", "Anrufe"}, Phrase{"in time", "rechtzeitig"}, Phrase{"abandoned", "aufgelegt"},
          Phrase{"post", "Post"}, Phrase{"done", "erledigt"}, Phrase{"left", "übrig"}})
        columns.push_back({c.text(title)});
    if (shows_due(c)) columns.push_back({c.text({"due", "fällig"})});
    return columns;
}

std::vector<Cell> with_work(const ReportContext& c, std::vector<Cell> cells, const WorkSums& sum) {
    for (const Figure& figure : {Figure::number(sum.calls), Figure::share(sum.of_calls(sum.in_time)),
                                 Figure::share(sum.of_calls(sum.abandoned)), Figure::number(sum.items),
                                 Figure::number(sum.done), Figure::number(sum.left)})
        cells.emplace_back(figure);
    if (shows_due(c)) cells.emplace_back(Figure::number(sum.due));
    return cells;
}

// Items left at the end of every interval, of all kinds of work.
std::vector<double> left_by_interval(const ReportContext& c) {
    std::vector<double> left;
    for (std::size_t i = 0; i < c.scenario.intervals(); ++i) left.push_back(of_interval(c, i).left);
    return left;
}

}  // namespace

Table mixed_day_table(const ReportContext& c) {
    std::vector<Column> columns = {{c.text({"time", "Zeit"}), Column::Holds::words}};
    for (const Team& team : c.scenario.teams()) columns.push_back({team.name});
    Table table{.caption = c.text({"People, calls and post by interval", "Personen, Anrufe und Post nach Intervall"}),
                .columns = with_work(c, std::move(columns))};
    for (IntervalIndex i{0}; i < c.scenario.intervals(); ++i) {
        std::vector<Cell> cells = {clock_span_text(c.calendar(), i)};
        for (TeamIndex t{0}; t < c.scenario.teams().size(); ++t)
            cells.emplace_back(Figure::number(c.result.plan.agents[t][i]), driver_letter(c, t, i));
        table.row(with_work(c, std::move(cells), of_interval(c, i)));
    }
    return table;
}

Table mixed_days_table(const ReportContext& c) {
    Table table{.caption = c.text({"Calls and post by day", "Anrufe und Post nach Tag"}),
                .columns = with_work(c, {{c.text({"day", "Tag"}), Column::Holds::words}})};
    table.columns.push_back({c.text({"left by time", "übrig im Verlauf"}), Column::Holds::pictures});
    const std::vector<double> left = left_by_interval(c);
    const double most = *std::max_element(left.begin(), left.end());
    for (int day = 0; day < c.calendar().days(); ++day) {
        if (!c.calendar().is_open(day)) continue;
        std::vector<Cell> cells = with_work(c, {day_text(c.calendar().date(day), c.language)}, of_day(c, day));
        const auto at = [&](int of) {
            return left.begin() + static_cast<std::ptrdiff_t>(c.calendar().first_interval(of));
        };
        cells.emplace_back(Curve{{at(day), at(day + 1)}, most});
        table.row(std::move(cells));
    }
    return table;
}

}  // namespace freiton::report
