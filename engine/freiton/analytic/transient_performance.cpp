// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_effects.hpp"
#include "freiton/analytic/transient_office.hpp"
#include "freiton/analytic/transient_plan.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/model/target_results.hpp"

namespace freiton::analytic {

namespace {

CallFigures transient_figures(const TransientEffects& day, std::size_t first, std::size_t end) {
    CallSums all;
    for (std::size_t i = first; i < end; ++i) all += day.at(i).sums;
    CallFigures figures = all.figures();
    if (end > first) figures.queue_at_end = day.at(end - 1).queue_at_end;
    return figures;
}

Course<CallFigures> transient_course(const Calendar& calendar, const TransientEffects& day) {
    Course<CallFigures> course;
    const std::size_t intervals = calendar.intervals().size();
    for (std::size_t i = 0; i < intervals; ++i) course.by_interval.emplace_back(transient_figures(day, i, i + 1));
    for (int d = 0; d < calendar.days(); ++d)
        course.by_day.emplace_back(transient_figures(day, calendar.first_interval(d), calendar.first_interval(d + 1)));
    course.total = transient_figures(day, 0, intervals);
    return course;
}

TeamPerformance transient_team(const Scenario& scenario, const TransientEffects& day) {
    const Team& team = scenario.teams().front();
    TeamPerformance result;
    double busy_s = 0.0;
    double idle_s = 0.0;
    for (std::size_t i = 0; i < day.agents().size(); ++i) {
        const TransientInterval& interval = day.at(i);
        const double there_s = interval.sums.busy_s + interval.idle_s;
        busy_s += interval.sums.busy_s;
        idle_s += interval.idle_s;
        result.occupancy_by_interval.push_back(there_s > 0.0 ? interval.sums.busy_s / there_s : CallFigures::none);
    }
    result.occupancy_calls_by_interval = result.occupancy_by_interval;
    if (busy_s + idle_s > 0.0) result.occupancy = result.occupancy_calls = busy_s / (busy_s + idle_s);
    set_staff_figures(scenario, team, day.agents(), result);
    return result;
}

}  // namespace

Performance transient_performance(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control) {
    const TransientDay day = transient_day_of(scenario);
    const TransientEffects horizon{day, plan.agents.front(), TransientDepth::whole, control};
    Performance result;
    result.source = Source::transient;
    result.work.resize(1);
    result.work.front().calls = transient_course(scenario.calendar(), horizon);
    result.teams.push_back(transient_team(scenario, horizon));
    result.targets = target_results(scenario, result.work, result.teams);
    result.warnings = transient_warnings(scenario);
    return result;
}

}  // namespace freiton::analytic
