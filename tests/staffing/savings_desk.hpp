// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <numeric>
#include <utility>

#include "freiton/staffing/spare.hpp"
#include "staffing/made_up_office.hpp"

namespace freiton::staffing {

// Everything that takes savings needs, from a plan that was found so far.
struct Desk {
    Desk(const SearchSpace& searched, Ask asked, SearchResult found, std::function<bool()> stop = never)
        : space{searched},
          ask{std::move(asked)},
          look_at{looks_by(ask)},
          shape{found.plan},
          result{std::move(found)},
          stopped{std::move(stop)} {}

    const SearchSpace& space;
    Ask ask;
    LookAt look_at;
    StaffingPlan shape;
    SearchResult result;
    std::function<bool()> stopped;
    SavingsTaker taker{space, ask, look_at, shape, result, stopped};

    void spare() { staffing::spare(space, ask, taker, result, stopped); }
    bool trade() { return staffing::trade(space, taker, result); }
    bool exchange() { return staffing::exchange(space, taker); }
};

inline Desk desk_of(Office& made, Agents agents) {
    return {made.space, made.ask(), found_so_far(made, std::move(agents))};
}

inline int people(const StaffingPlan& plan) {
    int sum = 0;
    for (const auto& team : plan.agents) sum += std::accumulate(team.begin(), team.end(), 0);
    return sum;
}

}  // namespace freiton::staffing
