// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "freiton/input/log_cells.hpp"
#include "freiton/input/log_numbers.hpp"
#include "freiton/input/log_titles.hpp"
#include "freiton/model/call_log.hpp"

namespace freiton::input {

/// What only people know of a log.
struct LogOptions {
    DateOrder dates = DateOrder::unknown;
    DecimalSign decimal = DecimalSign::unknown;
    std::vector<std::pair<std::string, std::string>> columns{};  // name of ours, title of the file's
    std::optional<double> unit_s{};                              // seconds of a unit of durations, where no title says
    std::string sheet{};                                         // of a workbook; empty: the first with a table
    std::optional<std::string> time_zone{};                      // IANA name, of the office
    std::optional<Date> first_day{};                             // where the rows have no date
    std::optional<OpenSpan> open{};                              // where the rows have a date but no time
    bool handling_time_given = false;                            // so that nobody need be asked for it
};

/// Reads a log: calls one by one, an export by interval, half hours as columns, events of a switch, or tickets; as text
/// or as a workbook. Which of these, and what its columns hold, its titles (log_titles.hpp) and cells (log_cells.hpp)
/// tell. Throws InputError with every bad cell, and with a question for each thing that the file leaves open.
CallLog read_call_log(const std::filesystem::path& path, const LogOptions& options = {});

/// The same, with what is wrong or open beside it, for somebody who looks before anything is written. What is not
/// known for certain is missing in the log. Still throws where the file is no table, or nothing that we know.
struct LogLook {
    CallLog log;
    Problems problems;
};
LogLook look_at_call_log(const std::filesystem::path& path, const LogOptions& options = {});

/// Both from a file's bytes.
LogLook look_at_log_bytes(std::string bytes, const std::string& file_name, const LogOptions& options = {});
CallLog parse_call_log(std::string bytes, const std::string& file_name, const LogOptions& options = {});

}  // namespace freiton::input
