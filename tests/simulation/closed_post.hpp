// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"
#include "model/random_values.hpp"

namespace freiton::test {

/// The same office, in which post comes round the clock or at a moment when it is closed, and which may come again and
/// again. Nothing where that does not go with the office.
inline std::optional<Scenario> with_closed_post(const Scenario& scenario, std::uint64_t number) {
    RandomValues draw{number + 88'000};
    ScenarioParts parts = scenario.parts();
    using namespace std::chrono_literals;
    bool closed = false;
    for (Work& work : parts.work) {
        if (work.kind == WorkKind::call || !work.arrivals.per_day) continue;
        closed = true;
        work.arrivals.at.reset();
        if (draw.chance(4)) work.arrivals.interval_cv = 0.4;
        if (draw.chance(2))
            work.arrivals.around_the_clock = true;
        else
            work.arrivals.at = draw.one_of<Minutes>({0min, 6h, 12h, 20h + 30min, 23h + 59min});
    }
    parts.calendar.repeats = draw.chance(2);
    if (parts.calendar.repeats) {
        parts.simulation.warm_up_days = 1;  // one horizon: the oracle is slow
        for (Work& work : parts.work) work.opening_backlog = {};
    }
    if (!closed || !Scenario::check(parts).empty()) return std::nullopt;
    return Scenario{std::move(parts)};
}

}  // namespace freiton::test
