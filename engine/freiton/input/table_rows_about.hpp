// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/csv.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// Reads the rows about one kind of work: columns date, start, arrivals; work and site where the table holds several;
/// handling_time_s where it is known. A recorded list says when each contact came, and without the column arrivals a
/// row is one. Adds what is wrong, cell by cell, like the others here.
void read_volumes(const CsvTable& table, const std::string& work, bool recorded, VolumeFile& file, Problems& problems);

/// The rows about one team: columns date, start, team, agents. What a plan writes can be given back.
void read_staff(const CsvTable& table, const std::string& team, Staff& staff, Problems& problems);

/// The column date.
void read_days(const CsvTable& table, Holidays& holidays, Problems& problems);

/// The column duration_s.
void read_values(const CsvTable& table, DurationLaw& law, Problems& problems);

/// A table about several teams or kinds of work should be about no others: a name that is not known is a typing error,
/// and its rows would be lost. `owners` is the column of the names.
void check_owners(const CsvTable& table, const std::string& owners, const std::vector<std::string>& known,
                  Problems& problems);

}  // namespace freiton::input
