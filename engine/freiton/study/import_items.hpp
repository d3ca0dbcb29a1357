// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/study/import_log.hpp"

namespace freiton::study {

/// Tickets as recorded backlog: each comes when it came, round the clock, from the first to the last day on which one
/// did. The promise (80 % within 24 h by the clock on the wall) is only a start. Throws InputError where nothing says
/// how long one takes.
void import_items(const CallLog& log, const std::string& file_name, const ImportOptions& options,
                  ImportedLog& imported);

}  // namespace freiton::study
