// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/call_log.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// What was found in a log, what the data do not say, for a person.
std::string import_text(const LogSummary& summary, Language language);

/// The same for a machine, with the files that were written.
std::string import_json(const LogSummary& summary, const std::vector<std::string>& written);

/// The volumes of all the work of a log: date, start, work, arrivals.
std::string volumes_csv(const std::vector<Work>& work);

}  // namespace freiton::report
