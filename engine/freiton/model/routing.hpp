// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "freiton/core/units.hpp"

namespace freiton {

enum class Reach { all, site, team, owner };
enum class Prefer { none, site };
enum class WhenStaffDrops { finish, hand_back };
enum class AtClose { serve, drop };

/// Who may take what, and when.
struct Routing {
    Reach reach = Reach::all;
    Prefer prefer = Prefer::none;
    Seconds after{};                       // other sites only after this wait
    int backup = 0;                        // persons that stand in for an absent owner
    std::vector<std::string> interrupt{};  // work that is put aside when a call finds nobody idle
    int keep_free = 0;                     // idle agents that a backlog item must leave
    WhenStaffDrops when_staff_drops = WhenStaffDrops::finish;
    AtClose at_close = AtClose::serve;
    friend bool operator==(const Routing&, const Routing&) = default;
};

/// The same work and teams with some keys of the routing replaced.
struct Organisation {
    std::string name{};
    Routing routing{};
    friend bool operator==(const Organisation&, const Organisation&) = default;
};

/// How long to simulate.
struct SimulationOptions {
    std::optional<int> replications{};  // none: until the half-widths are reached
    Share half_width_shares{0.01};
    Share half_width_times{0.02};  // relative
    std::uint64_t seed = 1;
    int warm_up_days = 0;
    friend bool operator==(const SimulationOptions&, const SimulationOptions&) = default;
};

/// How staffing is found: by formula with each interval in steady state, by the chain that carries the queue through
/// the day, or by simulation.
enum class Method { automatic, formula, transient, simulation };
enum class Locate { load, free };

/// How to plan.
struct PlanOptions {
    Method method = Method::automatic;
    std::optional<Share> assurance_days{};  // none: the mean must keep the promise; else this share of days
    Locate locate = Locate::load;
    friend bool operator==(const PlanOptions&, const PlanOptions&) = default;
};

}  // namespace freiton
