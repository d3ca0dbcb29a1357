// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/problem.hpp"

namespace freiton::input {

/// The days of the events of a calendar file (iCalendar, RFC 5545), in order and each once. Events last whole days;
/// those that come again and again do so between the two dates. Adds a problem for a text that holds no event, and for
/// each event with a time of day. Cost: that of libical.
std::vector<Date> read_ics(const std::string& text, const std::string& file_name, Date from, Date to,
                           Problems& problems);

}  // namespace freiton::input
