// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/report_parts.hpp"

namespace freiton::report {

namespace {

void add_calls(std::string name, const CallFigures& figures, Row::Kind kind, Table& table) {
    table.row({std::move(name), Figure::number(figures.offered), Figure::share(figures.service_level),
               Figure::seconds(figures.asa_s), Figure::share(figures.abandoned_share),
               Figure::number(figures.load_erlang, 1)},
              kind);
}

void add_post(std::string name, const BacklogFigures& figures, Row::Kind kind, Table& table) {
    table.row({std::move(name), Figure::number(figures.offered), Figure::share(figures.done_in_time_share),
               Figure::hours(figures.turnaround_mean_h), Figure::hours(figures.turnaround_p95_h),
               Figure::number(figures.load_erlang, 1)},
              kind);
}

Table work_table(const ReportContext& c, const Phrase& title, std::vector<std::string> figures) {
    Table table{.caption = filled(c.text({"{0} in total", "{0} insgesamt"}), {c.text(title)}),
                .columns = {{c.text(title), Column::Holds::words}}};
    for (std::string& figure : figures) table.columns.push_back({std::move(figure)});
    return table;
}

}  // namespace

// By site only where the contacts stay at theirs.
void add_work_tables(const ReportContext& c, Document& document) {
    const std::string offered = c.text({"offered", "angeboten"});
    const std::string in_time = c.text({"in time", "rechtzeitig"});
    Table calls =
        work_table(c, {"calls", "Anrufe"}, {offered, in_time, "ASA", c.text({"abandoned", "aufgelegt"}), "Erlang"});
    Table post =
        work_table(c, {"post", "Post"}, {offered, in_time, c.text({"turnaround", "Durchlaufzeit"}), "p95", "Erlang"});
    for (std::size_t w = 0; w < c.scenario.work().size(); ++w) {
        const Work& work = c.scenario.work()[w];
        const WorkPerformance& performance = c.result.performance.work[w];
        if (work.answered_now()) {
            add_calls(work.name, performance.calls.total, Row::Kind::plain, calls);
            for (const auto& [site, course] : performance.calls_by_site)
                add_calls(site, course.total, Row::Kind::part, calls);
        } else {
            add_post(work.name, performance.backlog.total, Row::Kind::plain, post);
            for (const auto& [site, course] : performance.backlog_by_site)
                add_post(site, course.total, Row::Kind::part, post);
        }
    }
    for (Table* table : {&calls, &post})
        if (!table->rows.empty()) document.add(std::move(*table));
}

}  // namespace freiton::report
