// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/locate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

namespace {

// Hours of work that come from a team's site, shared with the other teams there.
std::vector<double> offered_hours(const Scenario& scenario, const Pool& pool) {
    std::vector<double> hours(pool.teams.size(), 0.0);
    const auto share = [&](const std::string& site, double amount) {
        std::vector<std::size_t> there;
        for (std::size_t t = 0; t < pool.teams.size(); ++t)
            if (!site.empty() && scenario.teams()[pool.teams[t]].site == site) there.push_back(t);
        if (there.empty()) {
            there.resize(pool.teams.size());
            std::iota(there.begin(), there.end(), std::size_t{0});
        }
        for (const std::size_t t : there) hours[t] += amount / static_cast<double>(there.size());
    };
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (const auto* streams : {&pool.calls, &pool.post})
        for (const Stream& stream : *streams) {
            const double item_h = Hours{busy_time_in(scenario, pool, stream.work).mean}.count();
            for (const std::string& site : sites) {
                if (stream.site && *stream.site != site) continue;
                const std::vector<double> arrivals = scenario.arrivals_of_site(stream.work, site);
                double items = 0.0;
                for (std::size_t i = 0; i < arrivals.size(); ++i) items += arrivals[i] * stream.factor(i);
                share(site, items * item_h);
            }
        }
    return hours;
}

// Order in which teams are filled when people go where they cost least.
std::vector<std::size_t> by_cost(const Scenario& scenario, const Pool& pool) {
    std::vector<std::size_t> order(pool.teams.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto cost = [&](std::size_t t) { return cost_on_duty(scenario, pool.teams[t]); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return cost(a) < cost(b); });
    return order;
}

// Whole people near wanted.size() wishes that add up to `all`, within bounds: floors, then the largest remainders.
std::vector<int> rounded(const std::vector<double>& wanted, int all, const std::vector<int>& least,
                         const std::vector<int>& most) {
    std::vector<int> people;
    for (std::size_t t = 0; t < wanted.size(); ++t)
        people.push_back(std::clamp(static_cast<int>(std::floor(wanted[t] + 1e-9)), least[t], most[t]));
    int missing = all - std::accumulate(people.begin(), people.end(), 0);
    for (; missing != 0; missing += missing > 0 ? -1 : 1) {
        std::optional<std::size_t> best;
        for (std::size_t t = 0; t < wanted.size(); ++t) {
            const bool possible = missing > 0 ? people[t] < most[t] : people[t] > least[t];
            if (!possible) continue;
            const double need = (wanted[t] - people[t]) * (missing > 0 ? 1.0 : -1.0);
            if (!best || need > (wanted[*best] - people[*best]) * (missing > 0 ? 1.0 : -1.0) + 1e-9) best = t;
        }
        if (!best) break;
        people[*best] += missing > 0 ? 1 : -1;
    }
    return people;
}

}  // namespace

double cost_on_duty(const Scenario& scenario, std::size_t team) {
    const Team& one = scenario.teams()[team];
    return one.cost_per_hour.value_or(0.0) * paid_per_hour(one, scenario.calendar());
}

StaffBounds bounds_of(const Scenario& scenario, const Pool& pool) {
    StaffBounds all{std::vector<int>(scenario.intervals(), 0), std::vector<int>(scenario.intervals(), 0)};
    for (const std::size_t t : pool.teams) {
        const StaffBounds own = staff_bounds(scenario, TeamIndex{t});
        for (std::size_t i = 0; i < scenario.intervals(); ++i) {
            all.least[i] += own.least[i];
            all.most[i] = std::min(most_people, all.most[i] + own.most[i]);
        }
    }
    for (std::size_t i = 0; i < scenario.intervals(); ++i)
        all.most[i] = std::max(all.least[i], std::min(all.most[i], pool.most));
    return all;
}

Placement::Placement(const Scenario& scenario, const Pool& pool)
    : by_load_{scenario.parts().plan.locate == Locate::load},
      share_{offered_hours(scenario, pool)},
      cheapest_{by_cost(scenario, pool)} {
    const double sum = std::accumulate(share_.begin(), share_.end(), 0.0);
    for (double& part : share_) part = sum > 0.0 ? part / sum : 1.0 / static_cast<double>(share_.size());
}

std::vector<int> Placement::of(int people, const std::vector<int>& least, const std::vector<int>& most) const {
    std::vector<double> wanted(share_.size(), 0.0);
    double rest = people;
    for (const std::size_t t : cheapest_) {
        wanted[t] = by_load_ ? share_[t] * people : std::min<double>(rest, most[t]);
        rest -= wanted[t];
    }
    return rounded(wanted, people, least, most);
}

std::vector<std::vector<int>> located(const Scenario& scenario, const Pool& pool, const std::vector<int>& agents) {
    if (pool.teams.size() == 1) return {agents};
    const Placement placement{scenario, pool};
    std::vector<StaffBounds> bounds;
    for (const std::size_t t : pool.teams) bounds.push_back(staff_bounds(scenario, TeamIndex{t}));
    std::vector<std::vector<int>> people(pool.teams.size(), std::vector<int>(agents.size(), 0));
    for (std::size_t i = 0; i < agents.size(); ++i) {
        std::vector<int> least;
        std::vector<int> most;
        for (const StaffBounds& own : bounds) {
            least.push_back(own.least[i]);
            most.push_back(own.most[i]);
        }
        const std::vector<int> here = placement.of(agents[i], least, most);
        for (std::size_t t = 0; t < here.size(); ++t) people[t][i] = here[t];
    }
    return people;
}

}  // namespace freiton::analytic
