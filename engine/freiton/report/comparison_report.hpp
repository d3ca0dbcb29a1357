// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/comparison.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// For people: the organisations side by side, what each costs and gives, and how sure the differences are.
Document comparison_document(const Comparison& comparison, Language language);

/// For spreadsheets, as one table: organisations x sites x work with people, money, service, what was promised and
/// kept, and the differences to the first organisation (comparison_table.hpp).
std::string comparison_csv(const Comparison& comparison);

/// For programs: organisations.NAME in the shape of a plan, and differences[].
std::string comparison_json(const Comparison& comparison);

}  // namespace freiton::report
