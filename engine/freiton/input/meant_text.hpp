// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace freiton::input {

/// What somebody who wrote it the way people do probably meant; empty if that cannot be said. For hints only: what is
/// read must be written as the format says.
std::string meant_clock(std::string_view written);  // "9.30", "9 Uhr" -> "09:30", "09:00"
std::string meant_hours(std::string_view written);  // "9-17", "9.00 – 17.00 Uhr" -> "09:00-17:00"
std::string meant_date(std::string_view written);   // "2.3.26" -> "2026-03-02"

/// The key of ours that a planner's word for it means: "aht" is handling_time, "kosten" is cost; empty if it means none
/// of those that are known where it stands.
std::string key_of_synonym(std::string_view written, const std::vector<std::string>& known);

/// The text without what a word processor made of it: long dashes, curly quotes, no-break spaces; nor "Uhr".
std::string plainly(std::string_view written);

}  // namespace freiton::input
