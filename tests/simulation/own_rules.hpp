// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/eligibility.hpp"
#include "freiton/model/scenario.hpp"
#include "model/random_values.hpp"

namespace freiton::test {

/// The same office, in which contacts lead to others, calls are wrapped up and grow more urgent, teams keep people for
/// some work and lose time between kinds: whatever the number lets stand. Nothing where none of that goes with it.
inline std::optional<Scenario> with_own_rules(const Scenario& scenario, std::uint64_t number) {
    using namespace std::chrono_literals;
    RandomValues draw{number + 55'000};
    ScenarioParts parts = scenario.parts();
    const auto any_work = [&] {
        return parts.work[static_cast<std::size_t>(draw.below(static_cast<int>(parts.work.size())))].name;
    };
    for (Work& work : parts.work) {
        const bool call = work.kind == WorkKind::call;
        if (draw.chance(3)) work.ages = draw.one_of<Seconds>({10s, 60s, 600s});
        if (call && draw.chance(2)) work.wrap_up = DurationLaw{.mean = draw.one_of<Seconds>({30s, 300s})};
        if (work.may_give_up() && call && draw.chance(2)) {
            if (!work.call_target) work.call_target = CallTarget{.answered = Share{0.8}, .within = 20s};
            work.call_target->short_wait = draw.one_of<Seconds>({5s, 20s, 90s});
        }
        if (work.redial && draw.chance(2)) work.redial->as = any_work();
        if (work.backlog_target && draw.chance(2))
            work.chased = Chased{any_work(), Share{draw.one_of({0.2, 1.0})}, draw.one_of<Seconds>({600s, 7200s})};
        if (draw.chance(2))
            work.leads_to.push_back({.work = any_work(),
                                     .share = Share{draw.one_of({0.1, 0.3, 0.6})},
                                     .after = draw.one_of<Seconds>({0s, 0s, 120s, 3000s, 20'000s})});
    }
    for (Team& team : parts.teams) {
        if (draw.chance(2)) team.switching = draw.one_of<Seconds>({5s, 60s});
        if (draw.chance(2))
            team.reserved.push_back({.work = team.handles.front(), .people = 1 + draw.below(2), .hours = std::nullopt});
        if (team.handles.size() > 1 && draw.chance(3)) {
            Reservation one{.work = team.handles.back(), .people = 1, .hours = parts.calendar.open};
            for (OpenHours& hours : *one.hours)
                if (!hours.empty()) hours = {{hours.front().from, hours.front().from + parts.calendar.interval}};
            team.reserved.push_back(std::move(one));
        }
    }
    // Rule by rule what does not go with the rest is left out.
    for (Team& team : parts.teams)
        if (team.handles.size() < 2) team.switching = 0s, team.reserved.clear();
    for (bool again = true; again;) {
        again = false;
        for (const Problem& problem : Scenario::check(parts))
            for (Work& work : parts.work)
                if (problem.key.starts_with("work." + work.name) && !consequences_of(work).empty()) {
                    work.leads_to.clear();
                    work.chased.reset();
                    if (work.redial) work.redial->as.reset();
                    again = true;
                }
    }
    for (const Problem& problem : Scenario::check(parts))
        for (Team& team : parts.teams)
            if (problem.key == "teams." + team.name + ".reserved") team.reserved.clear();
    RandomValues warmth{number + 56'000};
    for (Work& work : parts.work)
        for (LeadsTo& lead : work.leads_to) {
            const Work& to = parts.work[place_of(parts.work, lead.work)];
            const bool calls = work.kind == WorkKind::call && to.kind == WorkKind::call;
            lead.warm = calls && lead.after.count() == 0.0 && !warmth.chance(4);
        }
    if (parts == scenario.parts() || !Scenario::check(parts).empty()) return std::nullopt;
    return Scenario{std::move(parts)};
}

}  // namespace freiton::test
