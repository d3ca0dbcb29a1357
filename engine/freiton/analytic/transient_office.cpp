// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_office.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/formula_warnings.hpp"
#include "freiton/analytic/pool_work.hpp"
#include "freiton/analytic/pools.hpp"
#include "freiton/analytic/two_phases.hpp"
#include "freiton/core/text.hpp"
#include "freiton/model/beyond_horizon.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/law_functions.hpp"
#include "freiton/model/law_parameters.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::analytic {

namespace {

constexpr double greatest_cv_of_best = 1.25;  // beyond it the doubt is no smaller than a simulation's

PhasesOfLaw phases_in(const Scenario& scenario) {
    return phases_of(handling_law(scenario.teams().front(), scenario.work().front()));
}

// Time between intervals, by interval; the last one is followed by endless closed time.
std::vector<double> closed_after(const Calendar& calendar) {
    const std::vector<Interval>& intervals = calendar.intervals();
    std::vector<double> closed_s(intervals.size(), infinity);
    for (std::size_t i = 0; i + 1 < intervals.size(); ++i)
        closed_s[i] = std::max(
            0.0, (intervals[i + 1].since_start - intervals[i].since_start - calendar.interval_length()).count());
    return closed_s;
}

}  // namespace

Problems transient_obstacles(const Scenario& scenario) {
    Problems obstacles;
    const auto obstacle = [&](const std::string& key) {
        obstacles.push_back(Problem{Rule::not_for_transient}.on(key));
    };
    if (scenario.work().size() > 1) obstacle("work");
    if (scenario.teams().size() > 1) obstacle("teams");
    const Work& work = scenario.work().front();
    const Team& team = scenario.teams().front();
    const std::string of_work = "work." + work.name + ".";
    if (work.kind != WorkKind::call) obstacle(of_work + "kind");
    const PhasesOfLaw phases = phases_in(scenario);
    if (!phases.exact && phases.cv > greatest_cv)
        obstacle(team.handling_time.contains(work.name) ? "teams." + team.name + ".handling_time." + work.name
                                                        : of_work + "handling_time");
    if (phases.second && scenario.routing().when_staff_drops == WhenStaffDrops::hand_back)
        obstacle("routing.when_staff_drops");
    if (!work.handling_time.by_interval.empty()) obstacle(of_work + "handling_time.by_interval");
    const auto& file = work.arrivals.file;
    if (file && std::any_of(file->rows.begin(), file->rows.end(),
                            [](const VolumeRow& row) { return row.handling_time_s.has_value(); }))
        obstacle(of_work + "arrivals.file (handling_time_s)");
    if (work.wrap_up) obstacle(of_work + "wrap_up");
    if (work.callback) obstacle(of_work + "callback");
    if (work.redial) obstacle(of_work + "redial");
    if (!work.leads_to.empty()) obstacle(of_work + "leads_to");
    if (work.balk.value() > 0.0) obstacle(of_work + "balk");
    if (work.patience && !work.patience->by_interval.empty()) obstacle(of_work + "patience.by_interval");
    if (work.handling_time.day_cv > 0.0) obstacle(of_work + "handling_time.day_cv");
    if (is_owned(scenario, work)) obstacle(of_work + "owners");
    if (work.arrivals.day_cv > 0.0) obstacle(of_work + "arrivals.day_cv");
    if (work.arrivals.interval_cv > 0.0) obstacle(of_work + "arrivals.interval_cv");
    if (work.arrivals.recorded) obstacle(of_work + "arrivals.recorded");
    if (work.arrivals.at) obstacle(of_work + "arrivals.at");
    if (work.call_target && work.call_target->counting == Counting::virtual_wait) obstacle(of_work + "target.counting");
    if (work.short_wait_s() > 0.0) obstacle(of_work + "target.short");
    if (team.absence) obstacle("teams." + team.name + ".absence");
    if (scenario.parts().plan.assurance_days) obstacle("plan.assurance");
    if (scenario.calendar().parts().repeats && never_closes(scenario.calendar())) obstacle("calendar.repeats");
    const Reach reach = reach_of(scenario, work);
    if ((reach == Reach::site || reach == Reach::owner || helped_late(scenario)) && !scenario.sites().empty())
        obstacle("routing.reach");
    return obstacles;
}

std::vector<Warning> transient_warnings(const Scenario& scenario) {
    std::vector<Warning> warnings;
    const Work& work = scenario.work().front();
    if (const PhasesOfLaw phases = phases_in(scenario); !phases.exact) {
        const PointsOff off = points_off(phases.cv);
        warnings.push_back({phases.equal ? WarningCode::handling_time_two_equal_phases  //
                                         : WarningCode::handling_time_two_phases,
                            {work.name, number_text(off.usual), number_text(off.jumping)}});
    }
    if (work.patience && !is_exponential(*work.patience))
        warnings.push_back({WarningCode::patience_exponential, {work.name}});
    return warnings;
}

double transient_seconds(const Scenario& scenario) {
    constexpr double of_a_state = 1.5e-5;  // for each call, times a power of the load
    if (!phases_in(scenario).second) return 0.0;
    const double length_s = scenario.calendar().interval_length().count();
    const double mean_s = law_mean(handling_law(scenario.teams().front(), scenario.work().front()));
    double seconds = 0.0;
    for (const double calls : scenario.arrivals(WorkIndex{0}))
        seconds += of_a_state * calls * std::pow(1.0 + calls * mean_s / length_s, 1.2);
    return seconds * (scenario.work().front().patience ? 1.0 : 4.0);
}

bool transient_is_best(const Scenario& scenario) {
    constexpr double quick_s = 30.0;
    if (!transient_obstacles(scenario).empty()) return false;
    const auto known = [](const Warning& warning) { return warning.code == WarningCode::handling_time_two_phases; };
    const std::vector<Warning> warnings = transient_warnings(scenario);
    if (!std::all_of(warnings.begin(), warnings.end(), known)) return false;
    const PhasesOfLaw phases = phases_in(scenario);
    return (phases.exact || phases.cv <= greatest_cv_of_best) && transient_seconds(scenario) <= quick_s;
}

TransientDay transient_day_of(const Scenario& scenario) {
    EXPECTS(transient_obstacles(scenario).empty());
    const Pools pools = pools_of(scenario);
    EXPECTS(pools.pools.size() == 1 && pools.pools.front().calls.size() == 1);
    const Pool& pool = pools.pools.front();
    const RunControl control;
    const PoolCalls calls{scenario, pool, control};
    const CallKind& kind = calls.demand(0).kinds.front();
    const Routing& routing = scenario.routing();
    return TransientDay{{.interval_s = scenario.calendar().interval_length().count(),
                         .arrivals = pool.calls.front().arrivals,
                         .closed_s = closed_after(scenario.calendar()),
                         .handling_time = kind.first_attempts.handling_time,
                         .second_phase = phases_in(scenario).second,
                         .patience = kind.first_attempts.patience,
                         .lines = kind.first_attempts.lines,
                         .threshold = kind.threshold,
                         .counting = kind.counting,
                         .when_staff_drops = routing.when_staff_drops,
                         .at_close = routing.at_close}};
}

}  // namespace freiton::analytic
