// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/comparison.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

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
