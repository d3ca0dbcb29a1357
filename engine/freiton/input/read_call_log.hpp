// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "freiton/model/call_log.hpp"

namespace freiton::input {

/// Reads a call log (columns date, arrival_s, queue_wait_s, outcome; optional service_s) or an ACD export by interval
/// (date, interval or start, offered; optional aht, abandoned, asa); which of both, the columns tell. Throws InputError
/// with every bad cell.
CallLog read_call_log(const std::filesystem::path& path);

/// The same from text.
CallLog parse_call_log(std::string text, const std::string& file_name);

}  // namespace freiton::input
