// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/contract.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace freiton {

namespace {

void add_service_to(ServiceSum& sum, const Service& service) {
    sum.offered += service.offered;
    sum.capacity += service.capacity;
}

std::vector<ServiceSum> sums_by(const Contract& contract, std::optional<std::string> Work::*key) {
    std::vector<ServiceSum> sums;
    bool any = false;
    for (const Service& service : contract.services) {
        const auto& stated = contract.scenario.work()[service.work].*key;
        any = any || stated;
        const std::string name = stated.value_or("");
        auto found = std::find_if(sums.begin(), sums.end(), [&](const ServiceSum& sum) { return sum.name == name; });
        if (found == sums.end()) found = sums.insert(sums.end(), ServiceSum{.name = name});
        add_service_to(*found, service);
    }
    return any ? sums : std::vector<ServiceSum>{};
}

}  // namespace

Capacity& Capacity::operator+=(const Capacity& other) {
    agent_hours += other.agent_hours;
    busy_hours += other.busy_hours;
    idle_hours += other.idle_hours;
    absent_hours += other.absent_hours;
    paid_hours += other.paid_hours;
    paid_fte += other.paid_fte;
    cost = cost && other.cost ? std::optional{*cost + *other.cost} : std::nullopt;
    return *this;
}

std::string_view price_step_name(PriceStep step) {
    constexpr std::array<std::string_view, 3> names = {"looser", "tighter", "without"};
    return names[static_cast<std::size_t>(step)];
}

std::optional<double> ServiceSum::cost_per_contact() const {
    if (!capacity.cost || !(offered > 0.0)) return std::nullopt;
    return *capacity.cost / offered;
}

std::vector<ServiceSum> Contract::by_customer() const { return sums_by(*this, &Work::customer); }

std::vector<ServiceSum> Contract::by_segment() const { return sums_by(*this, &Work::segment); }

ServiceSum Contract::total() const {
    ServiceSum sum;
    for (const Service& service : services) add_service_to(sum, service);
    return sum;
}

std::vector<TargetResult> Contract::targets_of(WorkIndex work) const {
    std::vector<TargetResult> targets;
    std::copy_if(plan.performance.targets.begin(), plan.performance.targets.end(), std::back_inserter(targets),
                 [&](const TargetResult& target) { return target.promise.work == work; });
    return targets;
}

}  // namespace freiton
