// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "freiton/core/run_control.hpp"
#include "freiton/model/contract.hpp"

namespace freiton::study {

/// Puts into every service of the contract what its promise costs: the least staffing that is known with that promise a
/// step looser, a step tighter, and without it, all others as they are, less the least that is known with all as
/// agreed.
///
/// Each is planned by the method that found the agreed plan, by simulation from that plan. As no search finds the very
/// least, whoever keeps a tighter promise stands in for the agreed one where he is cheaper, and so on down: a looser
/// promise never costs more. What that spares of the agreed plan is `spared`. Stopped it gives what it
/// has.
void add_prices(Contract& contract, const RunControl& control);

/// How many plans that takes.
std::size_t price_questions(const Scenario& scenario);

}  // namespace freiton::study
