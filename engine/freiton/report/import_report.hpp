// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/model/call_log.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// What was found in a log, what the data do not say, for a person.
std::string import_text(const LogSummary& summary, Language language);

/// The same for a machine, with the files that were written.
std::string import_json(const LogSummary& summary, const std::vector<std::string>& written);

/// How many of a log's rows a look shows.
inline constexpr std::size_t looked_at_rows = 3;

/// How a log is understood, before anything is made of it: shape, columns, first rows, and what is still open or wrong.
std::string look_text(const CallLog& log, const Problems& problems, Language language);
std::string look_json(const CallLog& log, const Problems& problems);

/// A sentence on what was done with a log, and its word for machines.
std::string note_text(const LogNote& note, Language language);
std::string note_word(LogNoteKind kind);

/// What the rows of a log are: "calls one by one", "intervals"; and its word for machines.
std::string shape_text(LogShape shape, Language language);
std::string shape_word(LogShape shape);

/// One sentence on each thing that the data do not say.
std::string gap_text(LogGap gap, Language language);
std::string gap_word(LogGap gap);

/// The volumes of all the work of a log: date, start, work, and of counts arrivals, with handling_time_s where
/// intervals have their own.
std::string volumes_csv(const std::vector<Work>& work);

}  // namespace freiton::report
