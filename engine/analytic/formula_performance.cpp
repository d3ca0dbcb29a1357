// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <span>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/model/call_sums.hpp"

namespace freiton::analytic {

namespace {

// What one interval contributes.
struct IntervalCalls {
    CallQueue queue;
    double offered;
    double admitted;
};

CallSums sums_of(const IntervalCalls& calls, const CallDemand& demand, Seconds within, Seconds length) {
    const CallQueue& queue = calls.queue;
    const double n = calls.offered;
    CallSums sums{.offered = n, .load_s = demand.load().value() * length.count(), .open_s = length.count()};
    if (n == 0.0) return sums;
    sums.answered = n * queue.answered_share();
    sums.abandoned = n * queue.abandoned_share();
    sums.blocked = n * queue.blocked_share();
    sums.in_time = n * queue.answered_within(within);
    sums.level_base = n;
    sums.waited = n * queue.wait_probability();
    sums.answered_wait_s = sums.answered > 0.0 ? sums.answered * queue.asa().count() : 0.0;
    sums.admitted_wait_s = calls.admitted > 0.0 ? calls.admitted * queue.wait_all().count() : 0.0;
    sums.queue_s = queue.queue_mean() * length.count();
    sums.busy_s = queue.busy_mean() * length.count();
    return sums;
}

// Smallest t with P(wait <= t) >= p over all admitted calls of the intervals.
double wait_quantile(std::span<const IntervalCalls> intervals, double p) {
    double admitted = 0.0;
    for (const IntervalCalls& calls : intervals) admitted += calls.admitted;
    if (admitted == 0.0) return CallFigures::none;
    const auto excess = [&](double t) {
        double waiting = 0.0;
        for (const IntervalCalls& calls : intervals)
            if (calls.admitted > 0.0) waiting += calls.admitted * calls.queue.waiting_after(Seconds{t});
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

WorkPerformance work_performance(const Scenario& scenario, const StaffingPlan& plan, std::size_t work) {
    const Calendar& calendar = scenario.calendar();
    std::vector<IntervalCalls> intervals;
    std::vector<CallSums> sums;
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        const CallDemand demand = call_demand(scenario, work, i);
        const CallQueue queue{demand, Agents{static_cast<double>(plan.agents[0][i])}};
        const double offered = scenario.arrivals(work)[i];
        intervals.push_back({queue, offered, offered * (1.0 - (offered > 0.0 ? queue.blocked_share() : 0.0))});
        sums.push_back(
            sums_of(intervals.back(), demand, *scenario.work()[work].target.within, calendar.interval_length()));
    }
    const std::span all_sums{sums};
    const std::span all_intervals{intervals};
    WorkPerformance result;
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
                                 const WorkPerformance& work) {
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
    result.paid_hours = result.agent_hours / (1.0 - team.shrinkage.value());
    result.paid_fte = result.paid_hours / scenario.calendar().hours_per_fte().count();
    return result;
}

TargetResult answered_target(const Work& work, const WorkPerformance& performance) {
    TargetResult result{.work = work.name,
                        .kind = "answered",
                        .scope = "interval",
                        .within_s = work.target.within->count(),
                        .wanted = work.target.answered->value(),
                        .reached = CallFigures::none,
                        .worst_interval = std::nullopt};
    for (std::size_t i = 0; i < performance.by_interval.size(); ++i) {
        const double level = performance.by_interval[i].service_level;
        if (std::isnan(level) || (result.worst_interval && level >= result.reached)) continue;
        result.reached = level;
        result.worst_interval = i;
    }
    result.met = !result.worst_interval || result.reached >= result.wanted;
    return result;
}

bool overloaded_anywhere(const Scenario& scenario, const StaffingPlan& plan, std::size_t work) {
    if (scenario.work()[work].patience) return false;
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        const double load = call_demand(scenario, work, i).load().value();
        if (load > 0.0 && load >= plan.agents[0][i]) return true;
    }
    return false;
}

}  // namespace

Performance performance(const Scenario& scenario, const StaffingPlan& plan) {
    EXPECTS(plan.agents.size() == 1 && plan.agents[0].size() == scenario.intervals());
    Performance result;
    const Work& work = scenario.work()[0];
    result.work.push_back(work_performance(scenario, plan, 0));
    result.teams.push_back(team_performance(scenario, plan.agents[0], scenario.teams()[0], result.work[0]));
    result.targets.push_back(answered_target(work, result.work[0]));
    result.warnings.push_back({"steady_state", {}});
    if (overloaded_anywhere(scenario, plan, 0)) result.warnings.push_back({"overload", {work.name}});
    return result;
}

}  // namespace freiton::analytic
