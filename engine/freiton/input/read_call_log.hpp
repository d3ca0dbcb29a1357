// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "freiton/input/log_cells.hpp"
#include "freiton/model/call_log.hpp"

namespace freiton::input {

/// Reads a list of calls (date, arrival_s, outcome; optional queue_wait_s, handling_time_s, queue) or an export by
/// interval (date, interval, offered or answered and abandoned; optional aht, asa, queue); which of both, the columns
/// tell, by their names in English or German (log_columns.hpp). Lines above the titles and rows of sums are left out;
/// dates, times and durations may stand as log_cells.hpp says. The order of dates such as 03/04/2026 is that of the
/// file's others, unless it is given. Throws InputError with every bad cell, and where the order stays unknown.
CallLog read_call_log(const std::filesystem::path& path, DateOrder order = DateOrder::unknown);

/// The same from text.
CallLog parse_call_log(std::string text, const std::string& file_name, DateOrder order = DateOrder::unknown);

}  // namespace freiton::input
