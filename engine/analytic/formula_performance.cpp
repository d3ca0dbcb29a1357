// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <span>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/model/call_sums.hpp"
#include "freiton/model/target_results.hpp"

namespace freiton::analytic {

namespace {

constexpr Seconds default_threshold{20.0};  // of a service level that nobody promised

// What one interval contributes.
struct IntervalCalls {
    DemandParts parts;
    Seconds length;
    double admitted;
};

// Smallest t with P(wait <= t) >= p over all admitted calls of the intervals.
double wait_quantile(std::span<const IntervalCalls> intervals, double p) {
    double admitted = 0.0;
    for (const IntervalCalls& calls : intervals) admitted += calls.admitted;
    if (admitted == 0.0) return CallFigures::none;
    const auto excess = [&](double t) {
        double waiting = 0.0;
        for (const IntervalCalls& calls : intervals)
            if (calls.admitted > 0.0) waiting += calls.parts.waiting_after(calls.length, Seconds{t});
        return waiting / admitted - (1.0 - p);
    };
    if (excess(0.0) <= 0.0) return 0.0;
    double high = 16.0;
    constexpr double never = 1e9;  // seconds: a queue that grows for ever
    while (excess(high) > 0.0)
        if ((high *= 4.0) > never) return std::numeric_limits<double>::infinity();
    std::uintmax_t steps = 100;
    const auto [below, above] =
        boost::math::tools::toms748_solve(excess, 0.0, high, boost::math::tools::eps_tolerance<double>(40), steps);
    return 0.5 * (below + above);
}

void add_quantiles(CallFigures& figures, std::span<const IntervalCalls> intervals) {
    figures.wait_p50_s = wait_quantile(intervals, 0.50);
    figures.wait_p90_s = wait_quantile(intervals, 0.90);
    figures.wait_p95_s = wait_quantile(intervals, 0.95);
}

CallFigures figures_of(std::span<const CallSums> sums, std::span<const IntervalCalls> intervals) {
    CallSums all;
    for (const CallSums& part : sums) all += part;
    CallFigures figures = all.figures();
    add_quantiles(figures, intervals);
    return figures;
}

Course<CallFigures> work_performance(const Scenario& scenario, const StaffingPlan& plan, std::size_t work) {
    const Calendar& calendar = scenario.calendar();
    const Seconds length = calendar.interval_length();
    const CallTarget target = call_target(scenario, work);
    std::vector<IntervalCalls> intervals;
    std::vector<CallSums> sums;
    for (const CallDemand& demand : call_demands(scenario, work)) {
        const DemandParts parts{demand, Agents{static_cast<double>(plan.agents[0][intervals.size()])}};
        sums.push_back(parts.sums(length, target.within.value_or(default_threshold), target.counting));
        intervals.push_back({parts, length, parts.admitted(length)});
    }
    const std::span all_sums{sums};
    const std::span all_intervals{intervals};
    Course<CallFigures> result;
    for (std::size_t i = 0; i < sums.size(); ++i)
        result.by_interval.push_back(figures_of(all_sums.subspan(i, 1), all_intervals.subspan(i, 1)));
    for (int day = 0; day < calendar.days(); ++day) {
        const std::size_t first = calendar.first_interval(day);
        const std::size_t count = calendar.first_interval(day + 1) - first;
        result.by_day.push_back(figures_of(all_sums.subspan(first, count), all_intervals.subspan(first, count)));
    }
    result.total = figures_of(all_sums, all_intervals);
    return result;
}

TeamPerformance team_performance(const Scenario& scenario, const std::vector<int>& agents, const Team& team,
                                 const Course<CallFigures>& work) {
    TeamPerformance result;
    const double hours = Hours{scenario.calendar().interval_length()}.count();
    double busy_hours = 0.0;
    for (std::size_t i = 0; i < agents.size(); ++i) {
        const double on_duty = agents[i];
        result.agent_hours += on_duty * hours;
        busy_hours += work.by_interval[i].busy_mean * hours;
        result.peak_agents = std::max(result.peak_agents, agents[i]);
        result.occupancy_by_interval.push_back(on_duty > 0 ? work.by_interval[i].busy_mean / on_duty
                                                           : CallFigures::none);
    }
    if (result.agent_hours > 0.0) result.occupancy = busy_hours / result.agent_hours;
    result.occupancy_calls = result.occupancy;
    result.occupancy_calls_by_interval = result.occupancy_by_interval;
    result.paid_hours = result.agent_hours / (1.0 - team.shrinkage.value());
    result.paid_fte = result.paid_hours / scenario.calendar().hours_per_fte().count();
    if (team.cost_per_hour) result.cost = result.paid_hours * *team.cost_per_hour;
    return result;
}

// Whether even the mean day brings more than the people can do, and nobody gives up or is turned away.
bool overloaded_anywhere(const Scenario& scenario, const StaffingPlan& plan, std::size_t work) {
    if (scenario.work()[work].patience || scenario.work()[work].lines) return false;
    const std::vector<CallDemand> demands = call_demands(scenario, work);
    for (std::size_t i = 0; i < demands.size(); ++i) {
        const double load = demands[i].first_attempts.load().value();
        if (load > 0.0 && load >= plan.agents[0][i]) return true;
    }
    return false;
}

std::vector<Warning> warnings_of(const Scenario& scenario, const StaffingPlan& plan, std::size_t w) {
    const Work& work = scenario.work()[w];
    const bool endless = !work.patience && !work.lines;
    std::vector<Warning> warnings = {{"steady_state", {}}};
    if (work.handling_time.variation() != 1.0) warnings.push_back({"handling_time_stretched", {work.name}});
    if (work.patience && work.patience->variation() != 1.0) warnings.push_back({"patience_exponential", {work.name}});
    if (work.redial) warnings.push_back({"redial_at_once", {work.name}});
    if (work.arrivals.day_cv > 0.0 && endless) warnings.push_back({"mean_wait_infinite", {work.name}});
    const Team& team = scenario.teams()[0];
    if (work.call_target && work.call_target->over != Scope::interval)
        warnings.push_back({"over_every_interval", {work.name}});
    if (scenario.parts().plan.assurance_days) warnings.push_back({"assurance_mean", {}});
    if (team.staff) warnings.push_back({"staff_not_used", {team.name}});
    if (team.absence) warnings.push_back({"absence_not_used", {team.name}});
    if (!team.handling_time.empty()) warnings.push_back({"team_handling_time_not_used", {team.name}});
    if (overloaded_anywhere(scenario, plan, w)) warnings.push_back({"overload", {work.name}});
    return warnings;
}

}  // namespace

Performance performance(const Scenario& scenario, const StaffingPlan& plan) {
    EXPECTS(plan.agents.size() == 1 && plan.agents[0].size() == scenario.intervals());
    Performance result;
    result.work.push_back({.calls = work_performance(scenario, plan, 0)});
    result.teams.push_back(team_performance(scenario, plan.agents[0], scenario.teams()[0], result.work[0].calls));
    result.targets = target_results(scenario, result.work, result.teams);
    result.warnings = warnings_of(scenario, plan, 0);
    return result;
}

}  // namespace freiton::analytic
