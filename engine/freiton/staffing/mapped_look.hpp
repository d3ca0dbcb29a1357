// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "freiton/staffing/look.hpp"

namespace freiton::staffing {

/// The steps at a whole plan that a step at one of fewer numbers stands for.
using StepsOfWhole = std::function<std::vector<StaffStep>(const StaffStep&)>;

/// A look at a whole plan, as one at a plan of fewer numbers: a step there is several here, and what they do is added
/// up.
std::unique_ptr<Look> mapped_look(StepsOfWhole steps, std::unique_ptr<Look> of_whole);

}  // namespace freiton::staffing
