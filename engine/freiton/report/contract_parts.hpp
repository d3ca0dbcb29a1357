// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/contract.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// A figure of a service, or of several together; what it is called in files and for people.
struct ServiceFigure {
    std::string_view key;
    Phrase title;
    Figure like;  // unit and decimals
    double (*of)(const ServiceSum& sum);

    Figure figure(const ServiceSum& sum) const {
        Figure figure = like;
        figure.value = of(sum);
        return figure;
    }
};
const std::vector<ServiceFigure>& service_figures();

/// By how much another promise changes the plan.
struct PriceFigure {
    std::string_view key;
    Phrase title;
    Figure like;
    double (*of)(const PromisePrice& price);

    /// Nothing where the promise cannot be kept: the best that was found is no price.
    Figure figure(const PromisePrice& price) const {
        Figure figure = like;
        figure.value = price.met ? of(price) : CallFigures::none;
        return figure;
    }
};
const std::vector<PriceFigure>& price_figures();
const PriceFigure& price_figure(std::string_view key);  // one of them

/// The share in time over the horizon, of all sites, with its half-width where it was simulated.
Figure in_time_figure(const Contract& contract, const Service& service);

/// All that is promised of a work, sites told once: "80 % answered within 20 s, at most 5 % abandoned"; empty: nothing.
std::string promises_text(const std::vector<Promise>& promises, Language language);
std::string agreed_text(const Contract& contract, const Service& service, Language language);

/// "looser", "tighter", "no promise".
std::string price_step_text(PriceStep step, Language language);

/// What is said of a price: "", "expected", "cannot be kept".
std::string price_verdict_text(const PromisePrice& price, Language language);

/// The name of the customer or segment; of those that state none: "none stated".
std::string sum_name(const ServiceSum& sum, Language language);

/// What the page begins with, and its pictures.
void add_contract_headline(const Contract& contract, Language language, Document& document);
void add_contract_pictures(const Contract& contract, Language language, Document& document);

}  // namespace freiton::report
