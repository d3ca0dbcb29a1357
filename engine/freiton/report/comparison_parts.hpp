// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/comparison.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// What the tables of a comparison come to: differences, what a pool saves, where it does harm, which targets are
/// missed.
void add_verdicts(const Comparison& comparison, Language language, Document& document);

}  // namespace freiton::report
