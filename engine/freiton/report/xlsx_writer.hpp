// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// The bytes of an .xlsx file, the same for the same workbook. Numbers are numbers (shares as fractions, 16 digits),
/// dates are dates, no text is ever a formula; pictures are native charts beside their values. Prints one page wide.
/// Throws OutputError, as for a sheet of more than a million rows. Needs room in the folder for temporary files.
std::string xlsx_of(const Workbook& workbook);

}  // namespace freiton::report
