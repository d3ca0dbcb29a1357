// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <optional>

#include "freiton/report/report_parts.hpp"
#include "freiton/report/when_text.hpp"

namespace freiton::report {

namespace {

// "80.1 % to 86.2 %", nothing where too few days have a value.
std::string band_text(const ReportContext& c, const Figure& from, const Figure& to) {
    if (std::isnan(from.value)) return "-";
    return filled(c.text({"{0} to {1}", "{0} bis {1}"}), {figure_text(from, c.language), figure_text(to, c.language)});
}

std::string share_band(const ReportContext& c, const Band& band) {
    return band_text(c, Figure::share(band.p05), Figure::share(band.p95));
}

std::string hours_band(const ReportContext& c, const Band& band) {
    if (band.p95 < 1.0) return band_text(c, Figure::minutes(band.p05 * 60.0), Figure::minutes(band.p95 * 60.0));
    return band_text(c, Figure::hours(band.p05), Figure::hours(band.p95));
}

// The open day of which `worse(a, b)` says of no other that it is worse; of those without a value only if all are.
template <class Worse>
std::size_t weakest_day(const ReportContext& c, Worse worse) {
    std::optional<std::size_t> weakest;
    for (std::size_t day = 0; day < static_cast<std::size_t>(c.calendar().days()); ++day)
        if (c.calendar().is_open(static_cast<int>(day)) && (!weakest || worse(day, *weakest))) weakest = day;
    return weakest.value_or(0);
}

// What is not known is not worse than anything.
bool is_less(double a, double b) { return a < b || (std::isnan(b) && !std::isnan(a)); }
bool is_more(double a, double b) { return a > b || (std::isnan(b) && !std::isnan(a)); }

// "sales", or of several days "sales, Mon 2 Mar".
std::string name_on(const ReportContext& c, const std::string& name, std::size_t day) {
    return c.calendar().open_days() == 1 ? name
                                         : name + ", " + day_text(c.calendar().date(static_cast<int>(day)), c.language);
}

Table single_days_table(const ReportContext& c, const Phrase& caption, std::vector<std::string> figures) {
    Table table{.caption = c.text(caption),
                .columns = {{c.text({"9 of 10 days", "9 von 10 Tagen"}), Column::Holds::words}}};
    for (std::string& figure : figures) table.columns.push_back({std::move(figure)});
    return table;
}

template <class Visit>
void for_each_work_of(const ReportContext& c, WorkKind kind, Visit visit) {
    for (std::size_t w = 0; w < c.scenario.work().size(); ++w)
        if (c.scenario.work()[w].answered_now() == is_answered_now(kind))
            visit(c.scenario.work()[w], c.result.performance.work[w]);
}

template <class Figures>
Band band_on(const Course<Figures>& course, std::size_t day, double Figures::*member) {
    return course.by_day[day].band(member).value_or(Band{});
}

Table calls_on_single_days(const ReportContext& c) {
    bool patience = false;
    std::string level;  // the same threshold everywhere, or none in the title
    for_each_work_of(c, WorkKind::call, [&](const Work& work, const WorkPerformance&) {
        patience = patience || work.may_give_up();
        const std::string title = service_level_title(work);
        level = level.empty() || level == title ? title : c.text({"in time", "rechtzeitig"});
    });
    std::vector<std::string> titles = {level, "ASA"};
    if (patience) titles.push_back(c.text({"abandoned", "aufgelegt"}));
    Table table = single_days_table(c, {"Calls on single days", "Anrufe an einzelnen Tagen"}, std::move(titles));
    for_each_work_of(c, WorkKind::call, [&](const Work& work, const WorkPerformance& performance) {
        const auto on = [&](std::size_t day, double CallFigures::*member) {
            return band_on(performance.calls, day, member);
        };
        const std::size_t day = weakest_day(c, [&](std::size_t a, std::size_t b) {
            return is_less(on(a, &CallFigures::service_level).p05, on(b, &CallFigures::service_level).p05);
        });
        const Band answered_after = on(day, &CallFigures::asa_s);
        std::vector<Cell> cells = {
            name_on(c, work.name, day), share_band(c, on(day, &CallFigures::service_level)),
            band_text(c, Figure::seconds(answered_after.p05), Figure::seconds(answered_after.p95))};
        if (work.may_give_up()) cells.emplace_back(share_band(c, on(day, &CallFigures::abandoned_share)));
        table.row(std::move(cells));
    });
    return table;
}

Table post_on_single_days(const ReportContext& c) {
    Table table = single_days_table(c, {"Post on single days", "Post an einzelnen Tagen"},
                                    {c.text({"done in time", "rechtzeitig"}), c.text({"turnaround", "Durchlaufzeit"}),
                                     c.text({"oldest item", "ältester Vorgang"})});
    for_each_work_of(c, WorkKind::backlog, [&](const Work& work, const WorkPerformance& performance) {
        const auto on = [&](std::size_t day, double BacklogFigures::*member) {
            return band_on(performance.backlog, day, member);
        };
        const std::size_t day = weakest_day(c, [&](std::size_t a, std::size_t b) {
            const double done_a = on(a, &BacklogFigures::done_in_time_share).p05;
            const double done_b = on(b, &BacklogFigures::done_in_time_share).p05;
            if (is_less(done_a, done_b) || is_less(done_b, done_a)) return is_less(done_a, done_b);
            return is_more(on(a, &BacklogFigures::oldest_max_h).p95, on(b, &BacklogFigures::oldest_max_h).p95);
        });
        table.row({name_on(c, work.name, day), share_band(c, on(day, &BacklogFigures::done_in_time_share)),
                   hours_band(c, on(day, &BacklogFigures::turnaround_mean_h)),
                   hours_band(c, on(day, &BacklogFigures::oldest_max_h))});
    });
    return table;
}

Table teams_on_single_days(const ReportContext& c) {
    Table table = single_days_table(c, {"Teams on single days", "Teams an einzelnen Tagen"},
                                    {c.text({"occupancy", "Auslastung"})});
    for (std::size_t t = 0; t < c.scenario.teams().size(); ++t) {
        const auto& bands = c.result.performance.teams[t].occupancy_single_days_by_day;
        const std::size_t day = weakest_day(
            c, [&](std::size_t a, std::size_t b) { return is_more(band_at(bands, a).p95, band_at(bands, b).p95); });
        table.row({name_on(c, c.scenario.teams()[t].name, day), share_band(c, band_at(bands, day))});
    }
    table.notes.push_back(c.text({"One day in twenty lies below these figures, one in twenty above.",
                                  "Ein Tag von zwanzig liegt unter diesen Werten, einer von zwanzig darüber."}));
    if (c.calendar().open_days() > 1)
        table.notes.push_back(c.text({"Of several days each row has the one that may go worst.",
                                      "Von mehreren Tagen steht in jeder Zeile der, der am schlechtesten ausgehen "
                                      "kann."}));
    return table;
}

}  // namespace

void add_single_days(const ReportContext& c, Document& document) {
    const Performance& performance = c.result.performance;
    if (performance.single_days < least_single_days) return;
    for (Table table : {calls_on_single_days(c), post_on_single_days(c), teams_on_single_days(c)})
        if (!table.rows.empty()) document.add(std::move(table));
}

}  // namespace freiton::report
