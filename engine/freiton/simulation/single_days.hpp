// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/simulation/kernel/tally.hpp"
#include "freiton/simulation/numbers.hpp"
#include "freiton/simulation/views.hpp"

namespace freiton::simulation {

/// What single days look like: the figures of every replication by interval, by day and over the horizon, kept one by
/// one; each replication is one draw of each of them.
///
/// A day on which nothing came has no service level, ASA, abandonment or turnaround: it counts neither as 0 nor as 1
/// but not at all, as does the occupancy of nobody. The oldest item is 0 where none waits, as in its mean. Calendar
/// days without an open interval have no values.
///
/// Accuracy: exact for the replications that are kept. These are the first ones, as many as fit into the memory, so
///           that no chance but that of the days is in the quantiles: all of them in ordinary runs (10,000 days of 24
///           half hours with one kind of calls take 8 MB). Intervals, else days, else only the horizon are kept, the
///           first of these of which 100 replications fit.
/// Cost:     8 bytes and a division for a figure of a place and replication, after the replication is over.
class SingleDays {
  public:
    static constexpr std::size_t usual_bytes = std::size_t{64} << 20;
    static constexpr std::size_t least_replications = 100;

    SingleDays(const Views& views, std::size_t teams, std::size_t most_bytes = usual_bytes);

    /// Room for the replications before this one, as many as fit. Not while replications run.
    void make_room(std::int64_t replications);

    /// Where one replication writes its figures; nowhere, if it is not kept.
    class Row {
      public:
        Row() = default;
        void work(std::size_t view, std::size_t place, const Numbers& n) {
            if (values_) all_->write_work(values_, view, place, n);
        }
        void team(std::size_t t, std::size_t place, const kernel::TeamCell& cell) {
            if (values_) all_->write_team(values_, t, place, cell);
        }

      private:
        friend class SingleDays;
        Row(const SingleDays& all, double* values) : all_{&all}, values_{values} {}
        const SingleDays* all_ = nullptr;
        double* values_ = nullptr;
    };
    Row row(std::int64_t replication);

    /// How many of the first so many replications are kept.
    std::int64_t kept(std::int64_t replications) const;

    bool keeps(std::size_t place) const { return place >= first_place_; }

    /// Bands over the first so many replications; none where the place is not kept or fewer than least_single_days
    /// have a value. `figure` is the index in of_single_days().
    Band of_work(std::size_t view, std::size_t place, std::size_t figure, std::int64_t replications) const;
    Band of_team(std::size_t team, std::size_t place, std::int64_t replications) const;

  private:
    static constexpr std::size_t figures =
        std::max(CallFigures::of_single_days().size(), BacklogFigures::of_single_days().size());

    void write_work(double* values, std::size_t view, std::size_t place, const Numbers& numbers) const;
    void write_team(double* values, std::size_t team, std::size_t place, const kernel::TeamCell& cell) const;
    std::size_t at(std::size_t place, std::size_t series) const { return (place - first_place_) * series_ + series; }
    Band band(std::size_t place, std::size_t series, std::int64_t replications) const;

    const Views* views_;
    std::size_t series_;       // of a place: the figures of each view, then the occupancy of each team
    std::size_t first_place_;  // that is kept
    std::size_t most_rows_;
    std::vector<bool> open_;                 // by place
    std::vector<std::vector<double>> rows_;  // [replication][place][series]; NaN: no value
};

/// The quantile p of at least one value, by order statistics with a straight line between them: the value at place
/// (n - 1) p, counted from 0 (type 7 of Hyndman and Fan 1996, NumPy's default). Changes the order. Cost: O(n).
double quantile_of(std::vector<double>& values, double p);

/// Writes the bands of single days beside the means.
void add_single_days(const Views& views, const SingleDays& days, Performance& performance);

}  // namespace freiton::simulation
