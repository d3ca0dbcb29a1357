// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/performance.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// What an approximation means, in a sentence.
std::string warning_text(const Warning& warning, Language language);

}  // namespace freiton::report
