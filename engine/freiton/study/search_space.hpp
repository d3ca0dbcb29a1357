// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::study {

/// Limits, costs and who helps whom, from the scenario. Teams with given staff keep it.
staffing::SearchSpace search_space(const Scenario& scenario);

}  // namespace freiton::study
