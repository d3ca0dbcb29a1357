// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/work_left.hpp"

#include <cmath>
#include <numeric>

#include "freiton/core/text.hpp"
#include "freiton/model/eligibility.hpp"

namespace freiton {

namespace {

constexpr double least_items = 0.5;

double items_at_begin(const Work& work) {
    const BySite<double>& backlog = work.opening_backlog;
    return std::accumulate(backlog.sites.begin(), backlog.sites.end(), backlog.everywhere.value_or(0.0),
                           [](double sum, const auto& entry) { return sum + entry.second; });
}

double doubt_of(const Measured<BacklogFigures>& figures, double BacklogFigures::*member) {
    if (!figures.half_width) return 0.0;
    const double half_width = *figures.half_width.*member;
    return std::isnan(half_width) ? 0.0 : half_width;
}

std::string one_decimal(double value) { return number_text(std::round(value * 10.0) / 10.0); }

void warn_of_left(const Scenario& scenario, const Work& work, const Measured<BacklogFigures>& all,
                  std::vector<Warning>& warnings) {
    if (scenario.calendar().parts().repeats) return;  // what piles up without end is told by falls_behind
    const double more = all.backlog_at_end - items_at_begin(work);
    if (!(more >= least_items && more > doubt_of(all, &BacklogFigures::backlog_at_end))) return;
    const double hours = more * Hours{busy_time(work).mean}.count();
    const double fte = paid_fte(scenario, work, hours);
    warnings.push_back(
        {WarningCode::work_left, {work.name, number_text(std::round(more)), one_decimal(hours), one_decimal(fte)}});
}

void warn_of_turnaround(const Work& work, const Measured<BacklogFigures>& all, std::vector<Warning>& warnings) {
    const double never_done = all.offered - all.done;
    if (std::isnan(all.turnaround_mean_h)) return;
    if (!(never_done >= least_items && never_done > doubt_of(all, &BacklogFigures::done))) return;
    warnings.push_back({WarningCode::turnaround_leaves_out,
                        {work.name, number_text(std::round(never_done)), number_text(std::round(all.offered))}});
}

}  // namespace

double paid_fte(const Scenario& scenario, const Work& work, double hours) {
    const Calendar& calendar = scenario.calendar();
    for (const Team& team : scenario.teams()) {
        if (!preference_of(team, work.name)) continue;
        const double there = team.absence ? 1.0 - team.absence->share.value() : 1.0;
        return hours / there * paid_per_hour(team, calendar) / calendar.hours_per_fte().count();
    }
    return hours / calendar.hours_per_fte().count();
}

std::vector<Warning> warnings_about_work_left(const Scenario& scenario, const Performance& performance) {
    std::vector<Warning> warnings;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        if (work.answered_now() || work.arrivals.unlimited) continue;
        const Measured<BacklogFigures>& all = performance.work[w].backlog.total;
        warn_of_left(scenario, work, all, warnings);
        warn_of_turnaround(work, all, warnings);
    }
    return warnings;
}

}  // namespace freiton
