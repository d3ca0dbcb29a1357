// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// Adds what is wrong with the arrivals on this calendar; `key` is their place, as "work.sales.arrivals".
void check_volumes(const Arrivals& arrivals, const Calendar& calendar, const std::string& key, Problems& problems);

/// Mean arrivals in each open interval. The arrivals must have passed the check.
std::vector<double> volumes(const Arrivals& arrivals, const Calendar& calendar);

}  // namespace freiton
