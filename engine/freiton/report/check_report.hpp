// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// That a scenario is well, and what it holds: days, intervals, work and teams with their volumes.
std::string check_text(const Scenario& scenario, Language language);

std::string study_check_text(const std::string& title, std::size_t variations, Language language);

}  // namespace freiton::report
