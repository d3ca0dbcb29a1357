// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
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

/// A value, as it would stand in a file, under a key path such as "teams.office.handles".
struct KeyChange {
    std::string path{};
    std::string value{};
    friend bool operator==(const KeyChange&, const KeyChange&) = default;
};

struct ScenarioParts;

/// The same work organised otherwise: some keys of the routing are replaced, or any others.
struct Organisation {
    std::string name{};
    Routing routing{};
    std::vector<KeyChange> changes{};              // of keys outside the routing
    std::shared_ptr<const ScenarioParts> parts{};  // where there are such: the whole scenario that comes of it

    friend bool operator==(const Organisation& a, const Organisation& b) {  // `parts` follow from the rest of the file
        return a.name == b.name && a.routing == b.routing && a.changes == b.changes;
    }
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
    std::vector<std::size_t> alike{};  // weekdays that get the same numbers, 0: Monday
    friend bool operator==(const PlanOptions&, const PlanOptions&) = default;
};

}  // namespace freiton
