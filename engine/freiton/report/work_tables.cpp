// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/report/report_parts.hpp"
#include "freiton/report/told_quantiles.hpp"

namespace freiton::report {

namespace {

using WaitQuantiles = std::vector<QuantileFigure<CallFigures>>;
using TurnaroundQuantiles = std::vector<QuantileFigure<BacklogFigures>>;

void add_calls(std::string name, const CallFigures& figures, const WaitQuantiles& quantiles, Row::Kind kind,
               Table& table) {
    std::vector<Cell> cells = {std::move(name), Figure::number(figures.offered), Figure::share(figures.service_level),
                               Figure::seconds(figures.asa_s)};
    for (const auto& quantile : quantiles) cells.emplace_back(Figure::seconds(figures.*quantile.member));
    cells.emplace_back(Figure::share(figures.abandoned_share));
    cells.emplace_back(Figure::number(figures.load_erlang, 1));
    table.row(std::move(cells), kind);
}

void add_post(std::string name, const BacklogFigures& figures, const TurnaroundQuantiles& quantiles, Row::Kind kind,
              Table& table) {
    std::vector<Cell> cells = {std::move(name), Figure::number(figures.offered),
                               Figure::share(figures.done_in_time_share), Figure::hours(figures.turnaround_mean_h)};
    for (const auto& quantile : quantiles) cells.emplace_back(Figure::hours(figures.*quantile.member));
    cells.emplace_back(Figure::number(figures.load_erlang, 1));
    table.row(std::move(cells), kind);
}

Table work_table(const ReportContext& c, const Phrase& title, std::vector<std::string> figures) {
    Table table{.caption = filled(c.text({"{0} in total", "{0} insgesamt"}), {c.text(title)}),
                .columns = {{c.text(title), Column::Holds::words}}};
    for (std::string& figure : figures) table.columns.push_back({std::move(figure)});
    return table;
}

}  // namespace

std::string quantile_title(std::string name, Language language) {
    if (language == Language::de) std::replace(name.begin(), name.end(), '.', ',');
    return name;
}

// By site only where the contacts stay at theirs.
void add_work_tables(const ReportContext& c, Document& document) {
    const std::string offered = c.text({"offered", "angeboten"});
    const std::string in_time = c.text({"in time", "rechtzeitig"});
    const WaitQuantiles waits = told_quantiles(wait_quantiles(c.scenario.quantiles()));
    const TurnaroundQuantiles turnarounds = told_quantiles(turnaround_quantiles(c.scenario.quantiles()), "p95");
    std::vector<std::string> of_calls = {offered, in_time, "ASA"};
    for (const auto& quantile : waits)
        of_calls.push_back(filled(c.text({"wait {0}", "Warten {0}"}), {quantile_title(quantile.name, c.language)}));
    of_calls.insert(of_calls.end(), {c.text({"abandoned", "aufgelegt"}), "Erlang"});
    std::vector<std::string> of_post = {offered, in_time, c.text({"turnaround", "Durchlaufzeit"})};
    for (const auto& quantile : turnarounds) of_post.push_back(quantile_title(quantile.name, c.language));
    of_post.emplace_back("Erlang");
    Table calls = work_table(c, {"calls", "Anrufe"}, std::move(of_calls));
    Table post = work_table(c, {"post", "Post"}, std::move(of_post));
    for (std::size_t w = 0; w < c.scenario.work().size(); ++w) {
        const Work& work = c.scenario.work()[w];
        const WorkPerformance& performance = c.result.performance.work[w];
        if (work.answered_now()) {
            add_calls(work.name, performance.calls.total, waits, Row::Kind::plain, calls);
            for (const auto& [site, course] : performance.calls_by_site)
                add_calls(site, course.total, waits, Row::Kind::part, calls);
        } else {
            add_post(work.name, performance.backlog.total, turnarounds, Row::Kind::plain, post);
            for (const auto& [site, course] : performance.backlog_by_site)
                add_post(site, course.total, turnarounds, Row::Kind::part, post);
        }
    }
    for (Table* table : {&calls, &post})
        if (!table->rows.empty()) document.add(std::move(*table));
}

}  // namespace freiton::report
