// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "freiton/core/dates.hpp"

namespace freiton::study {

/// Which open days of a log tell anything of one of its queues.
///
/// A queue without rows on days on which others have some had no contacts then, as long as chance may do that. Where
/// eight and more would have been expected in one go, nobody knows why there are none: it had not begun yet, its rows
/// are missing, or it has ended. Rows without contacts before its first one are days before it began, too.
struct QueueDays {
    std::vector<Date> known{};  // in order
    std::vector<Date> missing{};
    std::optional<Date> begins{};  // later than the log, with its first contact
    std::optional<Date> ended{};   // its last contact: so many weeks without rows follow that it is taken as gone
};

/// So many weeks together no office is closed.
inline constexpr int weeks_of_gap = 3;

/// Of open days and holidays in order, and what the queue's rows of each date hold together. All days are known where
/// it had no contact on any of them.
QueueDays queue_days(const std::vector<Date>& open, const std::map<Date, double>& rows,
                     const std::vector<Date>& holidays);

}  // namespace freiton::study
