// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/study/log_calendar.hpp"

namespace freiton::study {

/// Opening hours without those that ended: times that had less than a tenth of their calls in the last six weeks,
/// though eight and more would have come, which chance misses once in 3,000 times. Weeks without calls do not count.
OpenWeek hours_kept(const OpenWeek& week, const Counts& counts, Minutes interval);

}  // namespace freiton::study
