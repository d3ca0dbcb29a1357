// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/comparison.hpp"

#include <algorithm>

namespace freiton {

namespace {

struct People {
    double hours = 0.0;
    double fte = 0.0;
    std::optional<double> cost = 0.0;
};

People people_of(const OrganisationResult& one) {
    People people;
    for (const TeamPerformance& team : one.result.performance.teams) {
        people.hours += team.agent_hours;
        people.fte += team.paid_fte;
        people.cost = people.cost && team.cost ? std::optional{*people.cost + *team.cost} : std::nullopt;
    }
    return people;
}

}  // namespace

std::vector<PoolEffect> Comparison::pool_effects() const {
    std::vector<PoolEffect> effects;
    const auto answered = [](const OrganisationResult& one) {
        return one.result.met() && !one.result.performance.interrupted;
    };
    if (!planned || organisations.empty() || !answered(organisations.front())) return effects;
    const People first = people_of(organisations.front());
    for (std::size_t k = 1; k < organisations.size(); ++k) {
        if (!answered(organisations[k])) continue;
        const People other = people_of(organisations[k]);
        PoolEffect effect{.organisation = organisations[k].name,
                          .against = organisations.front().name,
                          .agent_hours = first.hours - other.hours,
                          .paid_fte = first.fte - other.fte};
        if (first.cost && other.cost && first.hours > 0.0) {
            effect.cost = effect.agent_hours * *first.cost / first.hours;
            if (organisations[k].scenario.parts().plan.locate == Locate::free)
                effect.relocation = *first.cost - *other.cost - *effect.cost;
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

std::vector<Promise> Comparison::common_promises() const {
    const auto by_site = [](const std::vector<Promise>& promises) {
        return std::count_if(promises.begin(), promises.end(), [](const Promise& one) { return one.site.has_value(); });
    };
    std::vector<Promise> finest;
    bool alike = true;
    for (const OrganisationResult& one : organisations) {
        std::vector<Promise> promises = promises_of(one.scenario);
        alike = alike && (finest.empty() || by_site(promises) == by_site(finest));
        if (finest.empty() || by_site(promises) > by_site(finest)) finest = std::move(promises);
    }
    return alike ? std::vector<Promise>{} : finest;
}

bool Comparison::expected() const {
    return met() && std::any_of(organisations.begin(), organisations.end(),
                                [](const OrganisationResult& one) { return one.result.performance.expected(); });
}

bool Comparison::met() const {
    return std::all_of(organisations.begin(), organisations.end(),
                       [](const OrganisationResult& one) { return one.result.met(); });
}

}  // namespace freiton
