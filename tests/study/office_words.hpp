// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "freiton/model/staffing_plan.hpp"

namespace freiton::test {

/// What a scenario has of which a formula may know little, as words for a table.
inline std::vector<std::string> words_of(const Scenario& scenario, const StaffingPlan& plan) {
    std::vector<std::string> words;
    const auto add = [&](bool holds, const std::string& word) {
        if (holds && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    };
    const Routing& routing = scenario.routing();
    bool calls = false;
    for (const Work& work : scenario.work()) {
        add(work.redial.has_value(), "redial");
        add(work.arrivals.day_cv > 0.0, "day_cv");
        add(work.lines.has_value(), "lines");
        add(work.kind == WorkKind::call && !work.patience, "endless patience");
        add(work.arrivals.file.has_value(), "table");
        add(work.handling_time.variation() != 1.0, "handling cv");
        add(work.patience && work.patience->variation() != 1.0, "patience cv");
        add(work.kind == WorkKind::call && work.priority, "priority of calls");
        const bool urgent = work.kind == WorkKind::backlog && work.urgency() < 100;
        add(work.kind == WorkKind::backlog, "post");
        add(urgent, "urgent post");
        const bool stays =
            std::find(routing.interrupt.begin(), routing.interrupt.end(), work.name) == routing.interrupt.end();
        add(work.kind == WorkKind::backlog && stays, "post that stays");
        add(work.kind == WorkKind::call && calls, "several calls");
        calls = calls || work.kind == WorkKind::call;
        add(work.balk.value() > 0.0, "balk");
        add(work.wrap_up.has_value(), "wrap-up");
        add(work.handling_time.day_cv > 0.0, "handling day_cv");
        add(!work.handling_time.by_interval.empty(), "handling by interval");
        add(work.patience && !work.patience->by_interval.empty(), "patience by interval");
        add(work.arrivals.interval_cv > 0.0, "interval_cv");
        add(work.arrivals.around_the_clock, "around the clock");
        add(work.open.has_value(), "hours of work");
        add(work.call_target && work.call_target->short_wait.count() > 0.0, "short");
        add(work.ages.has_value(), "ages");
        add(work.kind == WorkKind::chat, "chat");
        add(work.kind == WorkKind::outbound, "outbound");
        add(work.callback.has_value(), "callback");
        add(!work.leads_to.empty(), "leads to");
        add(work.leads_warm(), "warm");
        add(work.redial && work.redial->as, "redial as");
        add(work.chased.has_value(), "chased");
        add(work.reach || work.prefer || work.after, "routing of work");
        if (work.call_target) {
            add(work.call_target->over == Scope::interval, "over interval");
            add(work.call_target->over == Scope::day, "over day");
            add(work.call_target->over == Scope::horizon, "over horizon");
            add(work.call_target->average_wait.has_value(), "average wait");
        }
    }
    int most = 0;
    for (const Team& team : scenario.teams()) {
        add(team.absence.has_value(), "absence");
        add(!team.most.empty(), "most");
        add(team.staff.has_value(), "given staff");
        add(!team.handling_time.empty(), "handling by team");
        add(team.handles.size() < scenario.work().size(), "skills");
        add(!team.max_occupancy.empty(), "max occupancy");
        add(team.open.has_value(), "hours of team");
        add(!team.reserved.empty(), "reserved");
        add(team.switching.count() > 0.0, "switching");
        add(team.after.all.has_value(), "after of team");
        add(team.away.handling_time != 1.0, "away");
    }
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        int people = 0;
        for (const auto& team : plan.agents) people += team[i];
        most = std::max(most, people);
    }
    add(most <= 6, "six people at most");
    add(scenario.teams().size() > 1, "several teams");
    add(routing.reach == Reach::site, "reach site");
    add(routing.reach == Reach::team, "reach team");
    add(routing.reach == Reach::owner, "reach owner");
    add(routing.after.count() > 0.0, "after");
    add(routing.prefer == Prefer::site, "prefer");
    add(routing.keep_free > 0, "keep free");
    add(routing.when_staff_drops == WhenStaffDrops::hand_back, "hand back");
    add(routing.at_close == AtClose::drop, "drop");
    add(scenario.calendar().parts().time_zone.has_value(), "clock change");
    add(scenario.parts().plan.assurance_days.has_value(), "assurance");
    if (words.empty()) words.emplace_back("plain");
    return words;
}

}  // namespace freiton::test
