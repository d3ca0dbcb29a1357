// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freiton/input/log_sheet.hpp"

namespace freiton::input {

/// One sheet of a workbook (.xlsx, ECMA-376): the one of this name, else the first that holds anything; `others` gets
/// the names of those that hold something and were not read. Numbers become text that reads back as themselves, with
/// two or four decimals in place of three, so that none looks like a thousand; dates and times, told by their number
/// formats, become "2026-03-02 08:00:00", "2026-03-02", "08:00:00", durations "00:04:10". Formulas give the values that
/// were saved with them. Throws InputError with workbook_old, workbook_broken, sheet_unknown, file_too_large.
LogSheet read_workbook(std::string_view bytes, const std::string& file_name, const std::string& wanted,
                       std::vector<std::string>& others);

}  // namespace freiton::input
