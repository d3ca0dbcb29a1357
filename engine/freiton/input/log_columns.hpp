// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace freiton::input {

/// What a column of a log can hold.
enum class LogColumn {
    date,
    start,    // of an interval, or its span; may hold the date too
    arrival,  // of one call: seconds since midnight, or a time of day
    queue,    // which kind of work
    offered,
    answered,
    abandoned,
    handling,
    asa,   // mean wait of an interval
    wait,  // of one call
    outcome,
    count_
};
inline constexpr auto log_column_count = static_cast<std::size_t>(LogColumn::count_);

/// The column that a title names, in English or German, whatever its case and signs: "AHT (s)", "Mittlere
/// Bearbeitungszeit [min]"; count_ if it is none that we know. Percentages are none: counts are wanted.
LogColumn log_column(std::string_view title);

/// Seconds of one unit of the column: 60 for "AHT (min)", else 1.
double seconds_per_unit(std::string_view title);

/// Whether a cell is the title of a row of sums or means: "Total", "Summe".
bool is_total(std::string_view cell);

/// How a column is called in messages.
std::string name_of(LogColumn column);

/// Where each kind of column stands in these titles, or -1. Of several the one whose name stands first in our list:
/// "offered" before "calls".
struct LogColumns {
    std::array<int, log_column_count> at{};
    std::array<double, log_column_count> seconds{};  // per unit

    explicit LogColumns(const std::vector<std::string>& titles);
    int operator[](LogColumn column) const { return at[static_cast<std::size_t>(column)]; }
    bool has(LogColumn column) const { return (*this)[column] >= 0; }
    std::size_t known() const;  // how many kinds there are
};

}  // namespace freiton::input
