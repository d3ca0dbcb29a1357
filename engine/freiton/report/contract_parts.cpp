// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/contract_parts.hpp"

#include <algorithm>

#include "freiton/report/target_text.hpp"

namespace freiton::report {

namespace {

constexpr double unknown = CallFigures::none;

}  // namespace

const std::vector<ServiceFigure>& service_figures() {
    using Sum = ServiceSum;
    static const Figure plain = Figure::number(0.0);
    static const Figure tenths = Figure::number(0.0, 1);
    static const Figure cents = Figure::number(0.0, 2);
    static const std::vector<ServiceFigure> figures = {
        {"offered", {"offered", "Anfall"}, plain, [](const Sum& sum) { return sum.offered; }},
        {"agent_hours",
         {"agent hours", "Personenstunden"},
         tenths,
         [](const Sum& sum) { return sum.capacity.agent_hours; }},
        {"busy_hours", {"busy", "tätig"}, tenths, [](const Sum& sum) { return sum.capacity.busy_hours; }},
        {"idle_hours", {"idle", "bereit"}, tenths, [](const Sum& sum) { return sum.capacity.idle_hours; }},
        {"absent_hours", {"absent", "abwesend"}, tenths, [](const Sum& sum) { return sum.capacity.absent_hours; }},
        {"paid_hours",
         {"paid hours", "bezahlte Stunden"},
         tenths,
         [](const Sum& sum) { return sum.capacity.paid_hours; }},
        {"paid_fte", {"FTE", "VZK"}, tenths, [](const Sum& sum) { return sum.capacity.paid_fte; }},
        {"cost", {"cost", "Kosten"}, plain, [](const Sum& sum) { return sum.capacity.cost.value_or(unknown); }},
        {"cost_per_contact", {"per contact", "je Kontakt"}, cents, [](const Sum& sum) {
             return sum.cost_per_contact().value_or(unknown);
         }}};
    return figures;
}

const std::vector<PriceFigure>& price_figures() {
    using Price = PromisePrice;
    static const Figure plain = Figure::number(0.0);
    static const Figure tenths = Figure::number(0.0, 1);
    static const std::vector<PriceFigure> figures = {
        {"agent_hours_difference",
         {"more agent hours", "mehr Personenstunden"},
         tenths,
         [](const Price& price) { return price.agent_hours; }},
        {"paid_fte_difference", {"more FTE", "mehr VZK"}, tenths, [](const Price& price) { return price.paid_fte; }},
        {"cost_difference", {"more cost", "mehr Kosten"}, plain, [](const Price& price) {
             return price.cost.value_or(unknown);
         }}};
    return figures;
}

const PriceFigure& price_figure(std::string_view key) {
    const auto& all = price_figures();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PriceFigure& one) { return one.key == key; });
    EXPECTS(found != all.end());
    return *found;
}

Figure in_time_figure(const Contract& contract, const Service& service) {
    const WorkPerformance& work = contract.plan.performance.work[service.work];
    const auto share = [](const auto& measured, auto member) {
        const Figure figure = Figure::share(measured.*member);
        return measured.half_width ? figure.with(*measured.half_width.*member) : figure;
    };
    return contract.scenario.work()[service.work].answered_now()
               ? share(work.calls.total, &CallFigures::service_level)
               : share(work.backlog.total, &BacklogFigures::done_in_time_share);
}

std::string promises_text(const std::vector<Promise>& promises, Language language) {
    std::vector<std::string> told;
    for (const Promise& promise : promises) {
        std::string text = promise_text(promise, language);
        if (std::find(told.begin(), told.end(), text) == told.end()) told.push_back(std::move(text));
    }
    std::string all;
    for (const std::string& text : told) all.append(all.empty() ? "" : ", ").append(text);
    return all;
}

std::string agreed_text(const Contract& contract, const Service& service, Language language) {
    const std::vector<TargetResult> targets = contract.targets_of(service.work);
    std::vector<Promise> promises;
    promises.reserve(targets.size());
    for (const TargetResult& target : targets) promises.push_back(target.promise);
    return promises_text(promises, language);
}

std::string price_step_text(PriceStep step, Language language) {
    constexpr Phrase texts[] = {{"looser", "lockerer"}, {"tighter", "strenger"}, {"no promise", "ohne Zusage"}};
    return in(texts[static_cast<std::size_t>(step)], language);
}

std::string price_verdict_text(const PromisePrice& price, Language language) {
    if (!price.met) return in({"cannot be kept", "nicht zu halten"}, language);
    return price.expected ? in({"expected", "erwartet"}, language) : "";
}

std::string sum_name(const ServiceSum& sum, Language language) {
    return sum.name.empty() ? in({"none stated", "ohne Angabe"}, language) : sum.name;
}

}  // namespace freiton::report
