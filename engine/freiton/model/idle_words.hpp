// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton {

/// Words of a scenario that are right by themselves, and change nothing: owners of work that nobody keeps for its
/// owners, in no organisation either; sites where nobody sits and from which nothing comes.
std::vector<Warning> warnings_about_idle_words(const Scenario& scenario);

}  // namespace freiton
