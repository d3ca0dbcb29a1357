// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/pooled_calls.hpp"

namespace freiton::analytic {

/// Several streams of calls as one: the sum of their rates, the mixture of their handling times, the mean rate of
/// giving up. At least one.
CallStream merged_stream(const std::vector<CallStream>& streams);

/// All attempts of each kind, with so many times its first ones: redials grow with what is lost, and that with the
/// attempts.
std::vector<CallStream> all_attempts(const PooledDemand& demand, double factor, Agents agents);

}  // namespace freiton::analytic
