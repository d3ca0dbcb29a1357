// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/core/problem.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// The rule in words: "must be greater than 0 s".
std::string rule_text(const Problem& problem, Language language);

/// file:line  key: got "value", rule; did you mean "suggestion"?
std::string problem_text(const Problem& problem, Language language);

/// All of them, one a line (the first 20, then how many more), and that nothing was computed.
std::string problems_text(const Problems& problems, Language language);

}  // namespace freiton::report
