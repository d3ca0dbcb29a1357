// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/scenario.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// Contacts of the horizon, on average: those that come first, and up to so many that others lead to.
struct FirstAndCaused {
    double first = 0.0;
    double caused = 0.0;
};
FirstAndCaused contacts_of(const Scenario& scenario, WorkIndex work);

/// That a scenario is in order, and what it holds: days, intervals, work and teams with their volumes.
Document check_document(const Scenario& scenario, Language language);

/// The same for a machine.
std::string check_json(const Scenario& scenario);
std::string study_check_json(const std::string& title, std::size_t variations);

Document study_check_document(const std::string& title, std::size_t variations, Language language);

}  // namespace freiton::report
