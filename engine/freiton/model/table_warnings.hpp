// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton {

/// Rows of a table that lie before the horizon or after it, and are not used.
struct RowsOutside {
    std::string of{};    // the work or team
    std::string path{};  // of the table
    std::size_t rows = 0;
    double contacts = 0.0;  // in rows of volumes
};
std::vector<RowsOutside> rows_outside_horizon(const Scenario& scenario);

/// Tables of volumes that leave open intervals out: nobody comes then.
std::vector<Warning> warnings_about_volumes(const Scenario& scenario);

/// Tables of staff that leave open intervals out: nobody is on duty then.
std::vector<Warning> warnings_about_staff(const Scenario& scenario);

}  // namespace freiton
