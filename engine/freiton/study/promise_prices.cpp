// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/promise_prices.hpp"

#include <algorithm>

#include "freiton/model/staff_totals.hpp"
#include "freiton/study/plan.hpp"
#include "freiton/study/plan_by_simulation.hpp"
#include "freiton/study/price_steps.hpp"

namespace freiton::study {

namespace {

// What a plan takes, and whether it keeps what was asked of it.
struct Offer {
    StaffTotals totals{};
    bool met = true;
    bool expected = false;

    bool cheaper_than(const Offer& other) const {
        if (totals.cost && other.totals.cost) return *totals.cost < *other.totals.cost;
        return totals.agent_hours < other.totals.agent_hours;
    }
};

struct PricedStep {
    WorkIndex work{};
    PriceStep step = PriceStep::looser;
    std::vector<Promise> promises{};
    Offer offer{};
};

// What formulas only expect stands in for nothing that is sure.
const Offer& cheaper(const Offer& a, const Offer& b) {
    const bool as_sure = a.met && (!a.expected || !b.met || b.expected);
    return as_sure && (!b.met || a.cheaper_than(b)) ? a : b;
}

Method method_of(Source source) {
    switch (source) {
        case Source::formula:
            return Method::formula;
        case Source::transient:
            return Method::transient;
        case Source::simulation:
            break;
    }
    return Method::simulation;
}

// By the method that found the plan.
PlanResult planned_alike(const Scenario& scenario, const PlanResult& agreed, const RunControl& control) {
    if (agreed.performance.source == Source::simulation) return plan_by_simulation(scenario, agreed.plan, control);
    return plan(scenario, {.control = control});
}

// All that the agreed plan keeps, and what was asked of this work.
bool keeps_as_much(const Performance& agreed, const Performance& changed, WorkIndex work) {
    return std::all_of(changed.targets.begin(), changed.targets.end(), [&](const TargetResult& target) {
        const auto same = std::find_if(agreed.targets.begin(), agreed.targets.end(), [&](const TargetResult& one) {
            return one.promise.work == target.promise.work && one.promise.team == target.promise.team &&
                   one.promise.is_like(target.promise);
        });
        const bool was_missed = same != agreed.targets.end() && !same->met && target.promise.work != work;
        return target.met || was_missed;
    });
}

PricedStep priced(const Scenario& changed, WorkIndex work, PriceStep step, const PlanResult& agreed,
                  const RunControl& control) {
    const PlanResult other = planned_alike(changed, agreed, control);
    PricedStep found{
        .work = work,
        .step = step,
        .promises = {},
        .offer = {staff_totals(other.performance), keeps_as_much(agreed.performance, other.performance, work),
                  other.performance.expected()}};
    for (const TargetResult& target : other.performance.targets)
        if (target.promise.work == work) found.promises.push_back(target.promise);
    return found;
}

struct AskedStep {
    WorkIndex work{};
    PriceStep step = PriceStep::looser;
    Work changed{};
};

std::vector<AskedStep> asked_steps(const Scenario& scenario) {
    std::vector<AskedStep> asked;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        for (const PriceStep step : {PriceStep::looser, PriceStep::tighter, PriceStep::without})
            if (auto changed = with_price_step(scenario.work()[w], step))
                asked.push_back({w, step, *std::move(changed)});
    return asked;
}

std::vector<PricedStep> all_priced(const Scenario& scenario, const PlanResult& agreed, const RunControl& control) {
    const std::vector<AskedStep> asked = asked_steps(scenario);
    ScenarioParts parts = scenario.parts();
    parts.plan.method = method_of(agreed.performance.source);
    const double part = 1.0 / static_cast<double>(asked.size());
    std::vector<PricedStep> found;
    for (std::size_t k = 0; k < asked.size() && !control.stopped(); ++k) {
        const auto& [work, step, changed] = asked[k];
        const double begun = static_cast<double>(k) * part;
        parts.work[work] = changed;
        try {
            PricedStep one = priced(Scenario{parts}, work, step, agreed, control.part(begun, begun + part));
            if (!control.stopped()) found.push_back(std::move(one));
        } catch (const Stopped&) {  // among formulas; what there is stays
        }
        parts.work[work] = scenario.work()[work];
    }
    return found;
}

// Who keeps the tighter promise keeps the looser one too.
void settle(const Offer& agreed, std::vector<PricedStep>& steps) {
    const Offer* looser = nullptr;
    for (PricedStep& one : steps) {
        if (one.step == PriceStep::looser) looser = &one.offer;
        if (one.step == PriceStep::tighter) continue;
        one.offer = cheaper(one.offer, agreed);
        if (one.step == PriceStep::without && looser != nullptr) one.offer = cheaper(one.offer, *looser);
        if (one.step == PriceStep::without) looser = nullptr;
    }
}

PromisePrice price_of(PricedStep&& found, const Offer& agreed) {
    PromisePrice price{.step = found.step,
                       .promises = std::move(found.promises),
                       .agent_hours = found.offer.totals.agent_hours - agreed.totals.agent_hours,
                       .paid_fte = found.offer.totals.paid_fte - agreed.totals.paid_fte,
                       .met = found.offer.met,
                       .expected = found.offer.expected};
    if (found.offer.totals.cost && agreed.totals.cost) price.cost = *found.offer.totals.cost - *agreed.totals.cost;
    return price;
}

}  // namespace

std::size_t price_questions(const Scenario& scenario) { return asked_steps(scenario).size(); }

void add_prices(Contract& contract, const RunControl& control) {
    const Performance& performance = contract.plan.performance;
    const Offer plan_itself{staff_totals(performance), performance.met(), performance.expected()};
    std::vector<PricedStep> steps = all_priced(contract.scenario, contract.plan, control);
    Offer agreed = plan_itself;
    for (const PricedStep& one : steps)
        if (one.step == PriceStep::tighter && performance.met()) agreed = cheaper(one.offer, agreed);
    if (performance.met()) settle(agreed, steps);
    if (agreed.cheaper_than(plan_itself))
        contract.spared = Spared{plan_itself.totals.agent_hours - agreed.totals.agent_hours,
                                 plan_itself.totals.cost && agreed.totals.cost
                                     ? std::optional{*plan_itself.totals.cost - *agreed.totals.cost}
                                     : std::nullopt,
                                 agreed.expected};
    for (PricedStep& one : steps) {
        Service& service = contract.services[one.work];
        service.prices.push_back(price_of(std::move(one), agreed));
    }
}

}  // namespace freiton::study
