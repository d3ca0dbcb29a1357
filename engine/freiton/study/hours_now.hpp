// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/study/log_calendar.hpp"

namespace freiton::study {

/// Opening hours as they are at the end of a log: those of all of it (log_calendar.hpp) without times that ended, and
/// those of the last six weeks, which may have begun. Ended has what had less than a tenth of its calls in these weeks,
/// though eight and more would have come, which chance misses once in 3,000 times. Weeks without calls do not count.
OpenWeek hours_now(const Counts& all, Minutes interval, bool by_interval);

}  // namespace freiton::study
