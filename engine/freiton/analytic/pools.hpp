// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::analytic {

/// Contacts of one kind that are planned together: those of one site where they stay there, else all.
struct Stream {
    WorkIndex work{};
    std::optional<std::string> site{};  // none: from everywhere; an empty name: from no site
    std::vector<double> arrivals{};     // by interval
    std::vector<double> factors{};      // of the mean handling time, by interval, where a table states means
    double opening_backlog = 0.0;
    std::vector<double> caused{};  // of the arrivals, what other contacts lead to

    double factor(std::size_t interval) const { return factors.empty() ? 1.0 : factors[interval]; }
};

/// Teams that share their work as if they were one.
struct Pool {
    std::vector<std::size_t> teams;
    std::vector<double> weights{};  // the teams' shares of the pool's people over the horizon; empty: equal
    std::vector<Stream> calls;
    std::vector<Stream> post;
    double parts = 1.0;  // into so many equal groups falls the pool where items belong to persons
    int most = std::numeric_limits<int>::max();  // people for whom there is something to do: owners, if all has one
};

struct Pools {
    std::vector<Pool> pools;
    std::vector<Warning> warnings;  // where the pools are not quite what the routing says
};

/// Who may take what, by routing and skills. Teams with different skills share nothing: each kind of work stays with
/// those that prefer it, unless they all can do all of it.
Pools pools_of(const Scenario& scenario);

/// Gives the pool's teams the weights of their people, by team of the pool and interval; equal ones where nobody is.
void weigh_teams(Pool& pool, const std::vector<std::vector<int>>& people);

/// Whether some team of the pool handles some of its work at a pace of its own: only then do weights matter.
bool paces_differ(const Scenario& scenario, const Pool& pool);

/// How long people of a pool are busy with one contact of a work: the team's own law where it has one, the
/// mixture by weights where teams differ (contacts in proportion to people: what routing to the longest idle gives
/// under light load; under heavy load the quick ones take more, so that the mixture errs to the slow side).
BusyTime busy_time_in(const Scenario& scenario, const Pool& pool, std::size_t work);

/// What all teams of a pool have in common, or their middle.
double absence_share(const Scenario& scenario, const Pool& pool);

/// Whether it is one team that only chats, so that the chain of who holds how many tells how the chats fare.
bool only_chats(const Scenario& scenario, const Pool& pool);
std::optional<double> occupancy_limit(const Scenario& scenario, const Pool& pool, IntervalIndex interval);
std::vector<std::optional<double>> occupancy_limits(const Scenario& scenario, const Pool& pool);  // by interval

}  // namespace freiton::analytic
