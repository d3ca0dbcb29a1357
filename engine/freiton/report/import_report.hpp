// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/call_log.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// What was found in a log, what the data do not say, for a person.
std::string import_text(const LogFindings& findings, Language language);

/// The volumes of the scenario's first work: date, start, work, arrivals.
std::string volumes_csv(const Work& work);

}  // namespace freiton::report
