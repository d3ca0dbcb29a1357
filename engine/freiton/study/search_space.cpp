// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/search_space.hpp"

#include <algorithm>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/promises.hpp"

namespace freiton::study {

namespace {

// Erlangs of a team if every kind of work were split evenly among those who may take it.
std::vector<double> shares_of_load(const Scenario& scenario) {
    std::vector<double> load(scenario.teams().size(), 1e-6);
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        std::vector<std::string> sites = scenario.sites();
        sites.emplace_back();
        for (const std::string& site : sites) {
            double items = 0.0;
            for (const double arrivals : scenario.arrivals_of_site(w, site)) items += arrivals;
            std::vector<TeamIndex> takers;
            for (TeamIndex t{0}; t < load.size(); ++t)
                if (may_take(scenario, t, work, site) && (site.empty() || scenario.teams()[t].site == site))
                    takers.push_back(t);
            if (takers.empty())
                for (TeamIndex t{0}; t < load.size(); ++t)
                    if (may_take(scenario, t, work, site)) takers.push_back(t);
            for (const TeamIndex t : takers)
                load[t] += items * busy_time(work).mean.count() / static_cast<double>(takers.size());
        }
    }
    return load;
}

bool helps(const Scenario& scenario, const Promise& promise, TeamIndex team) {
    if (promise.team) return *promise.team == team;
    const Work& work = scenario.work()[*promise.work];
    if (promise.site) return may_take(scenario, team, work, *promise.site);
    if (may_take(scenario, team, work, "")) return true;
    return std::any_of(scenario.sites().begin(), scenario.sites().end(), [&](const std::string& site) {
        return scenario.comes_from(*promise.work, site) && may_take(scenario, team, work, site);
    });
}

// Paid money of an interval, else agent hours. Where people are placed by load, money decides only among teams of one
// site: whoever sits at the dearer site counts like the others.
std::vector<double> costs(const Scenario& scenario) {
    const double hours = Hours{scenario.calendar().interval_length()}.count();
    const bool priced = std::all_of(scenario.teams().begin(), scenario.teams().end(),
                                    [](const Team& team) { return team.cost_per_hour.has_value(); });
    std::vector<double> costs;
    const auto paid = [&](const Team& team) {
        return *team.cost_per_hour * hours * paid_per_hour(team, scenario.calendar());
    };
    for (const Team& team : scenario.teams()) {
        double least = priced ? paid(team) : hours;  // of its site
        for (const Team& other : scenario.teams())
            if (priced && other.site == team.site) least = std::min(least, paid(other));
        costs.push_back(!priced                                        ? hours
                        : scenario.parts().plan.locate == Locate::free ? paid(team)
                                                                       : hours * paid(team) / least);
    }
    return costs;
}

}  // namespace

staffing::SearchSpace search_space(const Scenario& scenario) {
    staffing::SearchSpace space;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) {
        StaffBounds bounds = staff_bounds(scenario, t);
        space.least.push_back(std::move(bounds.least));
        space.most.push_back(std::move(bounds.most));
    }
    space.cost = costs(scenario);
    space.share = shares_of_load(scenario);
    for (const Promise& promise : promises_of(scenario)) {
        std::vector<bool>& row = space.helps.emplace_back();
        for (TeamIndex t{0}; t < scenario.teams().size(); ++t) row.push_back(helps(scenario, promise, t));
    }
    for (const Interval& interval : scenario.calendar().intervals()) space.day_of_interval.push_back(interval.day);
    return space;
}

}  // namespace freiton::study
