// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "freiton/model/calendar.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// Which interval each row of a table of volumes means. Where clocks go back a wall time is there twice: its second row
/// means the second.
class VolumeTable {
  public:
    /// Of all rows, or of those of one site: the others mean nothing then.
    VolumeTable(const VolumeFile& file, const Calendar& calendar,
                const std::optional<std::string>& only_site = std::nullopt);

    std::optional<IntervalIndex> interval_of(std::size_t row) const { return intervals_of_rows_[row]; }

    /// Of a row in the closed time of the horizon: when it begins, since 00:00 of the first day.
    std::optional<Seconds> closed_moment_of(std::size_t row) const { return closed_moments_[row]; }
    const std::vector<std::pair<std::size_t, int>>& twice() const { return twice_; }  // row, and the line of the first

  private:
    std::vector<std::optional<IntervalIndex>> intervals_of_rows_;
    std::vector<std::optional<Seconds>> closed_moments_;
    std::vector<std::pair<std::size_t, int>> twice_;
};

/// Open intervals that a table of volumes says nothing about, though it has rows of that site; nobody comes then.
struct VolumeGaps {
    std::size_t missing = 0;  // of all its sites together
    std::size_t wanted = 0;   // intervals of all its sites
    IntervalIndex first{};    // the earliest missing interval
    std::string site{};       // whose it is; empty where the table has no sites
};

/// Nothing where the table is whole. Weekdays whose factor is 0 need no rows, and recorded lists have none to miss.
std::optional<VolumeGaps> gaps_of(const Arrivals& arrivals, const Calendar& calendar);

}  // namespace freiton
