// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/report/contract_parts.hpp"
#include "freiton/report/picture_parts.hpp"
#include "freiton/report/target_text.hpp"

namespace freiton::report {

namespace {

template <class Sums>
void add_capacity_picture(const Sums& sums, const Phrase& title, Language language, Document& document) {
    if (sums.empty()) return;
    Bars bars;
    for (const ServiceSum& sum : sums) bars.names.push_back(sum_name(sum, language));
    for (const ServiceFigure& figure : service_figures()) {
        if (figure.key != "paid_fte" && figure.key != "cost" && figure.key != "cost_per_contact") continue;
        Bars::Measure measure{.title = in(figure.title, language)};
        for (const ServiceSum& sum : sums) measure.figures.push_back(figure.figure(sum));
        add_measure(bars, std::move(measure));
    }
    document.add({.title = in(title, language), .description = bars_description(language), .shape = std::move(bars)});
}

template <class Is>
bool any_price(const Contract& contract, const Is& is) {
    return std::any_of(contract.services.begin(), contract.services.end(), [&](const Service& service) {
        return std::any_of(service.prices.begin(), service.prices.end(), is);
    });
}

std::string prices_description(const Contract& contract, Language language) {
    std::string what =
        in({"What the plan takes more with another promise for that one service; to the left of the line of nothing it "
            "takes less. A promise that cannot be kept has no bar.",
            "Was der Plan mit einer anderen Zusage für diese eine Leistung mehr braucht; links der Nulllinie braucht "
            "er weniger. Eine Zusage, die nicht zu halten ist, hat keinen Balken."},
           language);
    if (!any_price(contract, [](const PromisePrice& price) { return price.met && price.expected; })) return what;
    return what.append(in(
        {" Some are only expected, as the price list says.", " Manche sind nur zu erwarten, wie die Preisliste sagt."},
        language));
}

void add_price_picture(const Contract& contract, Language language, Document& document) {
    const bool has_cost = any_price(contract, [](const PromisePrice& price) { return price.cost.has_value(); });
    const PriceFigure& shown = price_figure(has_cost ? "cost_difference" : "paid_fte_difference");
    Bars bars;
    std::vector<const Service*> priced;
    for (const Service& service : contract.services)
        if (!service.prices.empty()) priced.push_back(&service);
    if (priced.empty()) return;
    for (const Service* service : priced) bars.names.push_back(service->name);
    for (const PriceStep step : {PriceStep::looser, PriceStep::tighter, PriceStep::without}) {
        Bars::Measure measure{.title = in(shown.title, language) + ": " + price_step_text(step, language)};
        for (const Service* service : priced) {
            const auto found = std::find_if(service->prices.begin(), service->prices.end(),
                                            [&](const PromisePrice& price) { return price.step == step; });
            measure.figures.push_back(found == service->prices.end() ? Figure{} : shown.figure(*found));
        }
        add_measure(bars, std::move(measure));
    }
    if (bars.measures.empty()) return;
    document.add({.title = in({"The price of each promise", "Der Preis jeder Zusage"}, language),
                  .description = prices_description(contract, language),
                  .shape = std::move(bars)});
}

std::string kept_promises_text(const Contract& contract, Language language) {
    const Performance& performance = contract.plan.performance;
    const auto& targets = performance.targets;
    if (targets.empty()) return in({"Nothing is promised.", "Zugesagt ist nichts."}, language);
    if (performance.interrupted) return in({"Stopped ", "Abgebrochen "}, language) + stopped_text(language);
    const auto kept = std::count_if(targets.begin(), targets.end(),
                                    [](const TargetResult& one) { return one.met && !one.expected(); });
    if (performance.expected())
        return in({"All promises should be kept, but the formulas cannot vouch for it.",
                   "Alle Zusagen dürften gehalten werden, aber die Formeln können nicht dafür einstehen."},
                  language);
    if (kept == static_cast<std::ptrdiff_t>(targets.size()))
        return in({"All promises are kept.", "Alle Zusagen werden gehalten."}, language);
    return filled(in({"{0} of {1} promises are kept.", "{0} von {1} Zusagen werden gehalten."}, language),
                  {std::to_string(kept), std::to_string(targets.size())});
}

// Of which the people would be spared first.
std::string dearest_text(const Contract& contract, Language language) {
    const Service* dearest = nullptr;
    bool expected = false;
    double most = 0.0;
    for (const Service& service : contract.services)
        for (const PromisePrice& price : service.prices)
            if (price.step == PriceStep::without && price.met && -price.paid_fte > most) {
                most = -price.paid_fte;
                expected = price.expected;
                dearest = &service;
            }
    if (dearest == nullptr) return {};
    const Phrase& does = expected ? Phrase{"The promise that takes most beside the others: {0}; without it {1} FTE "
                                           "fewer should do.",
                                           "Die Zusage, die neben den anderen am meisten bindet: {0}; ohne sie dürften "
                                           "{1} VZK weniger genügen."}
                                  : Phrase{"The promise that takes most beside the others: {0}; without it {1} FTE "
                                           "fewer would do.",
                                           "Die Zusage, die neben den anderen am meisten bindet: {0}; ohne sie "
                                           "genügten {1} VZK weniger."};
    return filled(in(does, language), {dearest->name, decimal(most, 1, language)});
}

}  // namespace

void add_contract_headline(const Contract& contract, Language language, Document& document) {
    const ServiceSum total = contract.total();
    Headline headline;
    headline.numbers = {
        {Figure::number(static_cast<double>(contract.services.size())), in({"services", "Leistungen"}, language)},
        {Figure::number(total.capacity.agent_hours, 1), in({"agent hours", "Personenstunden"}, language)},
        {Figure::number(total.capacity.paid_fte, 1), in({"paid FTE", "bezahlte VZK"}, language)}};
    if (total.capacity.cost)
        headline.numbers.push_back({Figure::number(*total.capacity.cost), in({"cost", "Kosten"}, language)});
    for (std::string sentence : {kept_promises_text(contract, language), dearest_text(contract, language)})
        if (!sentence.empty()) headline.sentences.push_back(std::move(sentence));
    document.add(std::move(headline));
}

void add_contract_pictures(const Contract& contract, Language language, Document& document) {
    add_capacity_picture(contract.services, {"Services side by side", "Leistungen nebeneinander"}, language, document);
    add_capacity_picture(contract.by_customer(), {"Customers side by side", "Kunden nebeneinander"}, language,
                         document);
    add_price_picture(contract, language, document);
}

}  // namespace freiton::report
