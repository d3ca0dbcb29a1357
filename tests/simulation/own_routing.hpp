// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"
#include "model/random_values.hpp"

namespace freiton::test {

/// The same office, in which kinds of work and teams say for themselves who takes what, after which wait and at which
/// pace: whatever the number lets stand. Nothing where none of that goes with the office.
inline std::optional<Scenario> with_own_routing(const Scenario& scenario, std::uint64_t number) {
    RandomValues draw{number + 77'000};
    ScenarioParts parts = scenario.parts();
    using namespace std::chrono_literals;
    for (Work& work : parts.work) {
        if (draw.chance(3)) work.reach = draw.one_of({Reach::all, Reach::team, Reach::site, Reach::owner});
        if (draw.chance(3)) work.prefer = draw.one_of({Prefer::none, Prefer::site});
        if (draw.chance(3)) work.after = draw.one_of<Seconds>({0s, 30s, 400s});
        if (work.reach == Reach::owner && !work.owners) work.reach.reset();
    }
    for (Team& team : parts.teams) {
        if (draw.chance(3)) team.after.all = draw.one_of<Seconds>({0s, 45s, 700s});
        if (draw.chance(3)) team.after.by_work[team.handles.front()] = draw.one_of<Seconds>({15s, 45s, 900s});
        if (team.site && draw.chance(2)) team.away.handling_time = draw.one_of({0.8, 1.25, 2.0});
    }
    if (parts == scenario.parts() || !Scenario::check(parts).empty()) return std::nullopt;
    return Scenario{std::move(parts)};
}

}  // namespace freiton::test
