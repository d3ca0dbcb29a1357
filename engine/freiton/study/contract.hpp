// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/contract.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::study {

/// What a scenario's plan delivers: every kind of work with the people it takes (allotted()) and what its promise costs
/// (add_prices()).
///
/// Cost: a plan, then up to three for each promised kind of work. Stopped before there is a plan it throws Stopped;
/// later it gives what it has.
Contract contract(const Scenario& scenario, const RunControl& control = {});

}  // namespace freiton::study
