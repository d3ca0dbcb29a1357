// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/contract.hpp"
#include "report/small_plan.hpp"

namespace freiton::test {

/// small_plan() as a contract of one service; figures are made up so that each is recognised where it is printed.
inline Contract small_contract() {
    ScenarioParts parts = one_hour_of_sales();
    parts.work[0].customer = "Field; sales";
    parts.work[0].segment = "=Trade";
    parts.work[0].description = "Takes <orders> by telephone.";
    Contract contract{.scenario = Scenario{std::move(parts)}, .plan = small_plan()};
    Service service;
    service.name = "sales";
    service.offered = 30.0;
    service.capacity = {.agent_hours = 3.0,
                        .busy_hours = 1.5,
                        .idle_hours = 1.25,
                        .absent_hours = 0.25,
                        .paid_hours = 3.75,
                        .paid_fte = 0.46875,
                        .cost = 150.0};
    const auto promise = [](double wanted) {
        return Promise{.work = WorkIndex{0}, .wanted = wanted, .within = Seconds{20}};
    };
    service.prices = {
        {.step = PriceStep::looser, .promises = {promise(0.75)}, .agent_hours = -1.5, .paid_fte = -0.25, .cost = -75.0},
        {.step = PriceStep::tighter, .promises = {promise(0.85)}, .agent_hours = 99.0, .met = false},
        {.step = PriceStep::without, .agent_hours = -2.0, .paid_fte = -0.4, .cost = -100.0, .expected = true}};
    contract.services.push_back(std::move(service));
    return contract;
}

}  // namespace freiton::test
