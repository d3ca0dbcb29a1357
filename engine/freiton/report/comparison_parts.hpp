// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/comparison.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// The people of all teams together; the cost is not a number where some team has no price.
struct StaffTotals {
    double hours = 0.0, fte = 0.0, cost = 0.0;
    int peak = 0;
};
StaffTotals totals_of(const Performance& performance);

/// The figures of one kind of work: of one site, or (empty) of all; nothing where it has none from there.
template <class Figures>
const Measured<Figures>* figures_of(const Course<Figures>& all, const std::map<std::string, Course<Figures>>& by_site,
                                    const std::string& site) {
    if (site.empty()) return &all.total;
    const auto found = by_site.find(site);
    return found == by_site.end() ? nullptr : &found->second.total;
}

/// What its page begins with, and its pictures: people and money side by side, what is saved, service by site.
void add_comparison_headline(const Comparison& comparison, Language language, Document& document);
void add_comparison_pictures(const Comparison& comparison, Language language, Document& document);

/// What the tables of a comparison come to: differences, what a pool saves, where it does harm, which targets are
/// missed.
void add_verdicts(const Comparison& comparison, Language language, Document& document);

}  // namespace freiton::report
