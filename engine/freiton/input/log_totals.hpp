// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace freiton::input {

/// Whether a cell is the title of a row or column of sums, means or other figures of many rows: "Total", "Summe",
/// "02.03.2026 Ergebnis", "Max".
bool is_total(std::string_view cell);

/// Whether it is one only where nothing else says what its row is about: "All", "Max" and "Min" are names too.
bool is_weak_total(std::string_view cell);

/// Whether it may be one, by its letters alone: most cells are not, and a million of them pass.
bool may_be_total(std::string_view cell);

/// Whether a queue of this name counts what the others count: "All", "Alle Warteschlangen"; not "Total support".
bool is_total_queue(std::string_view name);

/// The same of several words, which may be a queue's name: "All services".
bool is_long_total_queue(std::string_view name);

}  // namespace freiton::input
