// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/scenario.hpp"

namespace freiton::python {

/// All that a scenario says, as one text: the file with every default filled in, and after it what its tables hold,
/// whatever they are called. Two scenarios mean the same where their texts are equal.
std::string content_of(const Scenario& scenario);

}  // namespace freiton::python
