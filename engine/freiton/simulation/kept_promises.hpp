// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "freiton/model/promises.hpp"
#include "freiton/simulation/half_width.hpp"

namespace freiton::simulation {

/// How many single intervals, days and horizons keep each promise.
class KeptPromises {
  public:
    /// The promises must outlive it.
    explicit KeptPromises(const std::vector<Promise>& promises);

    /// One number of a promise in the replication at hand: of an interval, else of what counts as a day for it. Without
    /// demand there is nothing to keep.
    void judge(std::size_t promise, double numerator, double denominator, Scope place);

    struct Days {
        double kept = 0.0, asked = 0.0;
    };
    /// Of the replication at hand, where a share of days is promised.
    Days days_here(std::size_t promise) const;

    /// The replication at hand is complete.
    void next();

    KeptPromises& operator+=(const KeptPromises& other);
    void clear();

    bool days_are_promised() const { return days_are_promised_; }
    double days_met(std::size_t promise) const;
    double intervals_met(std::size_t promise) const;

    /// Of so many replications the share of days, and how surely it is known, where it is promised: from replication to
    /// replication, as days of one horizon may depend on each other.
    Estimate kept_days(std::size_t promise, std::int64_t replications) const;

  private:
    struct Count {
        std::int64_t days_kept = 0, days_asked = 0, intervals_kept = 0, intervals_asked = 0;
        std::int64_t kept_here = 0, asked_here = 0;          // days of the replication at hand
        double kept2 = 0.0, asked2 = 0.0, kept_asked = 0.0;  // over replications, sums of squares and products
    };

    const std::vector<Promise>* promises_;
    std::vector<Count> counts_;  // by promise
    bool days_are_promised_ = false;
};

}  // namespace freiton::simulation
