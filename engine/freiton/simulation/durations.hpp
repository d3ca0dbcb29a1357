// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "freiton/simulation/kernel/tally.hpp"
#include "freiton/simulation/moments.hpp"
#include "freiton/simulation/views.hpp"

namespace freiton::simulation {

/// Waits and turnarounds of many replications in bins, in ten sections of the replications, from which the half-widths
/// of quantiles come (sectioning). Resolution: bins are at most 6.25 % wide, values inside one are spread evenly.
class Durations {
  public:
    static constexpr int sections = 10;
    static constexpr std::size_t usual_bytes = std::size_t{16} << 20;

    /// Counts by interval where they fit into `most_bytes`, else by day, else for the whole horizon only.
    Durations(const Views& views, int rows, std::size_t most_bytes = usual_bytes);

    /// An empty record of the same places for one block of replications.
    kernel::DurationCounts block() const;
    /// A block of replications; those who did not wait are not in bins, and are counted by its moments.
    void add(const kernel::DurationCounts& counts, const Moments& moments, int section);

    /// Numbers in a block's record.
    std::size_t size() const { return counts_[0].size(); }

    bool has_intervals() const { return places_ == views_->intervals; }
    bool has_days() const { return has_intervals() || places_ == views_->days; }

    /// Counts of a view at one of its places (interval, day, whole) in one of the sections, by bin.
    void count(std::size_t view, std::size_t place, int section, std::vector<double>& counts) const;

    /// Durations of zero there.
    double zeros(std::size_t view, std::size_t place, int section) const;

  private:
    const Views* views_;
    std::size_t places_;              // without the one outside the horizon
    std::vector<int> place_of_cell_;  // and one past the last for what lies outside
    std::array<std::vector<std::uint32_t>, sections> counts_;
    std::array<std::vector<double>, sections> zeros_;  // [view][place of a view]
};

/// Durations of which so many are zero and the others are in bins.
class BinnedDurations {
  public:
    BinnedDurations() = default;
    BinnedDurations(double zeros, const std::vector<double>& counts);

    /// The quantile p; NaN if there are none.
    double quantile(double p) const;

  private:
    double zeros_ = 0.0;
    std::vector<double> upto_{};  // by bin: those of zero, and of it and all before it
};

}  // namespace freiton::simulation
