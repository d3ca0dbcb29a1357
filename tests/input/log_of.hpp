// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "core/complaints.hpp"
#include "freiton/input/read_call_log.hpp"

namespace freiton::test {

/// A log from its text; how long calls take is said elsewhere.
inline CallLog log_of(const std::string& text, input::LogOptions options = {}) {
    options.handling_time_given = true;
    return input::parse_call_log(text, "log.csv", options);
}

/// What the reader asks about it, or refuses.
inline std::vector<std::string> asked(const std::string& text, const input::LogOptions& options = {}) {
    return complaints([&] { input::parse_call_log(text, "log.csv", options); });
}

inline bool notes(const CallLog& log, LogNoteKind kind) {
    return std::any_of(log.reading.notes.begin(), log.reading.notes.end(),
                       [&](const auto& note) { return note.kind == kind; });
}

inline double offered_of(const CallLog& log) {
    double sum = static_cast<double>(log.calls.size() + log.items.size());
    for (const LoggedInterval& row : log.intervals) sum += row.offered;
    return sum;
}

}  // namespace freiton::test
