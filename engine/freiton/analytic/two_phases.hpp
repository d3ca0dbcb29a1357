// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/analytic/transient_demand.hpp"
#include "freiton/model/duration_law.hpp"

namespace freiton::analytic {

std::optional<SecondPhase> second_phase_of(const DurationLaw& law);

}  // namespace freiton::analytic
