// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"
#include "freiton/model/volumes.hpp"
#include "model/random_values.hpp"

namespace freiton::test {

/// The same office, in which some callers hang up at once, and handling times and patience differ by interval and day.
/// Nothing where none of that goes with the office.
inline std::optional<Scenario> with_own_callers(const Scenario& scenario, std::uint64_t number) {
    RandomValues draw{number + 99'000};
    ScenarioParts parts = scenario.parts();
    const auto factors = [&] {
        std::size_t longest = 0;
        for (const OpenHours& hours : parts.calendar.open)
            longest = std::max(longest, values_of_day(hours, parts.calendar.interval));
        std::vector<double> list;
        while (list.size() < longest) list.push_back(draw.one_of({0.5, 1.0, 1.5}));
        return list;
    };
    for (Work& work : parts.work) {
        if (draw.chance(3)) work.handling_time.day_cv = 0.3;
        if (!work.arrivals.file && draw.chance(3)) work.handling_time.by_interval = factors();
        if (work.kind != WorkKind::call) continue;
        if (draw.chance(2)) work.balk = Share{draw.one_of({0.1, 0.5, 1.0})};
        if (work.patience && draw.chance(2)) work.patience->by_interval = factors();
    }
    if (parts == scenario.parts() || !Scenario::check(parts).empty()) return std::nullopt;
    return Scenario{std::move(parts)};
}

}  // namespace freiton::test
