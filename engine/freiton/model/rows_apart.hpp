// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "freiton/core/problem.hpp"
#include "freiton/model/calendar.hpp"

namespace freiton {

/// When the rows of a table begin, by day and by what they are about (a site; or nothing).
using RowStarts = std::map<std::pair<Date, std::string>, std::set<Minutes>>;

/// Adds a problem if the rows lie farther apart than the calendar's intervals, the same (or a multiple, over a break)
/// everywhere, a day has at least three, and a calendar could have such intervals: rows by the hour, where somebody
/// forgot to say so. Rows every two hours are times at which something comes.
void check_rows_apart(const RowStarts& starts, const Calendar& calendar, const std::string& file, Problems& problems);

}  // namespace freiton
