// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/call_log.hpp"
#include "freiton/model/forecast.hpp"

namespace freiton::study {

/// Dates with a name, of the past and to come.
struct NamedDates {
    std::string name{};
    std::vector<Date> dates{};
};

struct ForecastOptions {
    int days = 14;                      // calendar days
    std::optional<Date> from{};         // none: the day after the history
    std::optional<Minutes> interval{};  // none: as long as the rows are; 30 min for lists
    std::vector<Date> holidays{};       // of the past and to come
    std::vector<NamedDates> events{};
    double low_quantile = 0.1;
    double high_quantile = 0.9;
};

/// The least time that a history must span: each weekday three times.
inline constexpr int fewest_history_days = 21;

/// Volumes and handling times of the days to come, for each queue of the log in which anything came. Opening hours are
/// those at its end (hours_now.hpp), for tickets round the clock; which days count is told in known_days.hpp. Holidays
/// to come are closed unless half of those in the history were open. Where clocks go forward the hour that is not there
/// is left out, if the log has a time zone. Throws InputError if the history is too short, or reaches into the days
/// that are asked for.
Forecast forecast(const CallLog& log, const std::string& file_name, const ForecastOptions& options);

}  // namespace freiton::study
