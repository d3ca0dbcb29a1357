// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/comparison_table.hpp"

#include <algorithm>

#include "freiton/core/contracts.hpp"
#include "freiton/core/csv.hpp"
#include "freiton/core/csv_cells.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/model/target_results.hpp"
#include "freiton/report/comparison_parts.hpp"
#include "freiton/report/comparison_report.hpp"

namespace freiton::report {

namespace {

// One organisation of a comparison, as rows.
class OrganisationRows {
  public:
    OrganisationRows(const Comparison& comparison, const OrganisationResult& one)
        : comparison_{comparison}, one_{one}, targets_{one.result.performance.targets} {
        const auto alike = results_by(comparison.common_promises(), one.result.performance);
        if (!alike) return;
        const std::vector<TargetResult> own = targets_;
        for (const TargetResult& target : *alike)
            if (std::none_of(own.begin(), own.end(), [&](const TargetResult& known) {
                    return known.promise.work == target.promise.work && known.promise.site == target.promise.site;
                }))
                targets_.push_back(target);
    }

    std::vector<ComparisonRow> rows() {
        add_people("", staff_totals(one_.result.performance));
        for (const std::string& site : one_.scenario.sites())
            add_people(site, staff_totals_at(one_.scenario, one_.result.performance, site));
        for (WorkIndex w{0}; w < one_.scenario.work().size(); ++w) {
            const WorkPerformance& work = one_.result.performance.work[w];
            if (one_.scenario.work()[w].answered_now())
                add_work(w, work.calls, work.calls_by_site, "service_level", &CallFigures::service_level);
            else
                add_work(w, work.backlog, work.backlog_by_site, "done_in_time_share",
                         &BacklogFigures::done_in_time_share);
        }
        return std::move(rows_);
    }

  private:
    void add_people(const std::string& site, const StaffTotals& totals) {
        start(site, "");
        put("peak_agents", totals.peak_agents);
        put("agent_hours", totals.agent_hours);
        put("paid_hours", totals.paid_hours);
        put("paid_fte", totals.paid_fte);
        put("cost", totals.cost.value_or(CallFigures::none));
        const std::string place = site.empty() ? "" : "by_site." + site + ".";
        for (const char* figure : {"agent_hours", "paid_fte", "cost"})
            put_difference(std::string{place}.append(figure), std::string{figure}.append("_difference"));
        if (site.empty())  // of everything that this organisation promises
            count_promises([](const Promise&) { return true; }, one_.result.performance.targets);
    }

    template <class Figures>
    void add_work(WorkIndex w, const Course<Figures>& all, const std::map<std::string, Course<Figures>>& by_site,
                  const std::string& name, double Figures::*in_time) {
        const std::string key = "work." + one_.scenario.work()[w].name + ".";
        add_service(w, "", all.total, key + name, in_time);
        for (const auto& [site, course] : by_site)
            add_service(w, site, course.total,
                        std::string{key}.append("by_site.").append(site).append(".").append(name), in_time);
    }

    template <class Figures>
    void add_service(WorkIndex w, const std::string& site, const Measured<Figures>& figures, const std::string& figure,
                     double Figures::*in_time) {
        start(site, one_.scenario.work()[w].name);
        put("offered", figures.offered);
        put("in_time_share", figures.*in_time);
        if (figures.half_width) put("in_time_share_half_width", *figures.half_width.*in_time);
        put("away_share", figures.away_share);
        put_difference(figure, "in_time_share_difference");
        const auto is_here = [&](const Promise& promise) {
            return promise.work == w && promise.site.value_or("") == site;
        };
        count_promises(is_here, targets_);
        for (const TargetResult& target : targets_) {
            if (!is_here(target.promise) || target.promise.each_day || !target.promise.at_least()) continue;
            put("promised_share", target.promise.wanted);
            put("reached_share", target.reached);
        }
    }

    template <class Concerns>
    void count_promises(Concerns concerns, const std::vector<TargetResult>& targets) {
        double count = 0.0;
        double kept = 0.0;
        for (const TargetResult& target : targets) {
            if (!concerns(target.promise)) continue;
            count += 1.0;
            if (target.met && !target.expected()) kept += 1.0;
        }
        if (count == 0.0) return;
        put("promises", count);
        put("promises_kept", kept);
    }

    void put_difference(const std::string& figure, const std::string& column) {
        const std::string& first = comparison_.organisations.front().name;
        for (const Difference& d : comparison_.differences) {
            if (d.a != first || d.b != one_.name || d.figure != figure) continue;
            put(column, d.difference);
            if (d.half_width) put(column + "_half_width", *d.half_width);
        }
    }

    void start(const std::string& site, const std::string& work) {
        rows_.push_back({one_.name, site, work, std::vector<double>(comparison_columns().size(), CallFigures::none)});
    }

    void put(std::string_view column, double value) {
        const auto& columns = comparison_columns();
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const ComparisonColumn& known) { return known.key == column; });
        EXPECTS(found != columns.end());
        rows_.back().values[static_cast<std::size_t>(found - columns.begin())] = value;
    }

    const Comparison& comparison_;
    const OrganisationResult& one_;
    std::vector<TargetResult> targets_;
    std::vector<ComparisonRow> rows_;
};

}  // namespace

const std::vector<ComparisonColumn>& comparison_columns() {
    static const Figure share = Figure::share(0.0);
    static const Figure plain = Figure::number(0.0);
    static const Figure tenths = Figure::number(0.0, 1);
    static const std::vector<ComparisonColumn> columns = {
        {"peak_agents", {"people at the teams' peaks", "Personen in den Spitzen der Teams"}, plain},
        {"agent_hours", {"agent hours", "Personenstunden"}, tenths},
        {"paid_hours", {"paid hours", "bezahlte Stunden"}, tenths},
        {"paid_fte", {"paid FTE", "bezahlte VZK"}, tenths},
        {"cost", {"cost", "Kosten"}, plain},
        {"offered", {"offered", "angekommen"}, plain},
        {"in_time_share", {"in time", "rechtzeitig"}, share},
        {"in_time_share_half_width", {"± in time", "± rechtzeitig"}, share},
        {"away_share", {"at another site", "an anderem Standort"}, share},
        {"promised_share", {"promised", "versprochen"}, share},
        {"reached_share", {"reached where it is tightest", "erreicht, wo es am knappsten ist"}, share},
        {"promises", {"promises", "Versprechen"}, plain},
        {"promises_kept", {"promises kept", "Versprechen gehalten"}, plain},
        {"agent_hours_difference", {"difference in agent hours", "Unterschied Personenstunden"}, tenths},
        {"paid_fte_difference", {"difference in FTE", "Unterschied VZK"}, tenths},
        {"cost_difference", {"difference in cost", "Unterschied Kosten"}, plain},
        {"in_time_share_difference", {"difference in time", "Unterschied rechtzeitig"}, share},
        {"in_time_share_difference_half_width", {"± difference in time", "± Unterschied rechtzeitig"}, share}};
    return columns;
}

std::vector<ComparisonRow> comparison_rows(const Comparison& comparison) {
    std::vector<ComparisonRow> rows;
    for (const OrganisationResult& one : comparison.organisations)
        for (ComparisonRow& row : OrganisationRows{comparison, one}.rows()) rows.push_back(std::move(row));
    return rows;
}

std::string comparison_csv(const Comparison& comparison) {
    std::vector<std::string> header = {"organisation", "site", "work"};
    for (const ComparisonColumn& column : comparison_columns()) header.emplace_back(column.key);
    std::string csv = csv_line(header);
    for (const ComparisonRow& row : comparison_rows(comparison)) {
        std::vector<std::string> cells = {row.organisation, row.site, row.work};
        for (const double value : row.values) cells.push_back(number_cell(value));
        csv += csv_line(cells);
    }
    return csv;
}

}  // namespace freiton::report
