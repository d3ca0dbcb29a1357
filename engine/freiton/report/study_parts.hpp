// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/report/study_report.hpp"

namespace freiton::report {

/// What stands for cost in a study: "cost", or "paid hours" where no prices are given.
std::string cost_title(const StudySummary& summary, Language language);

/// What its page begins with: how many variations keep all promises, which of them is the cheapest; cost against
/// service.
void add_study_headline(const StudyTable& table, const StudySummary& summary, Language language, Document& document);
void add_study_picture(const StudyTable& table, const StudySummary& summary, Language language, Document& document);

/// How strongly each input moves each result, as a picture and as a table.
void add_study_effects_picture(const StudyTable& table, const StudySummary& summary, Language language,
                               Document& document);
void add_study_effects(const StudyTable& table, const StudySummary& summary, Language language, Document& document);

}  // namespace freiton::report
