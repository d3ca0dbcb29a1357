// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/comparison.hpp"

#include <algorithm>

#include "freiton/model/staff_totals.hpp"

namespace freiton {

std::vector<PoolEffect> Comparison::pool_effects() const {
    std::vector<PoolEffect> effects;
    const auto answered = [](const OrganisationResult& one) {
        return one.result.met() && !one.result.performance.interrupted;
    };
    if (!planned || changed || organisations.empty() || !answered(organisations.front())) return effects;
    const StaffTotals first = staff_totals(organisations.front().result.performance);
    for (std::size_t k = 1; k < organisations.size(); ++k) {
        if (!answered(organisations[k])) continue;
        const StaffTotals other = staff_totals(organisations[k].result.performance);
        PoolEffect effect{.organisation = organisations[k].name,
                          .against = organisations.front().name,
                          .agent_hours = first.agent_hours - other.agent_hours,
                          .paid_fte = first.paid_fte - other.paid_fte};
        if (first.cost && other.cost && first.agent_hours > 0.0) {
            effect.cost = effect.agent_hours * *first.cost / first.agent_hours;
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
