// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/units.hpp"

namespace freiton {

/// The law of a handling time or of patience.
struct DurationLaw {
    Seconds mean{};
    double cv = 1.0;  // standard deviation / mean
};

/// Counts read from a table: what arrives in the interval that begins then.
struct VolumeRow {
    Date date{};
    Minutes start{};
    double arrivals = 0.0;
    int line = 0;
};

struct VolumeFile {
    std::string path{};      // as the scenario states it
    std::string found_at{};  // where it was read, for messages
    std::vector<VolumeRow> rows{};
};

/// Means per interval of an open day: one for all, or a list from opening time of which a shorter day uses the first.
struct PerInterval {
    std::vector<double> means{};
    bool same_for_all = false;  // then `means` holds one value
};

/// How demand is stated; exactly one of per_interval, per_day and file is given.
struct Arrivals {
    std::optional<PerInterval> per_interval{};
    std::optional<double> per_day{};  // mean of an open day
    std::vector<double> profile{};    // weights of the intervals from opening time; empty: even
    std::optional<VolumeFile> file{};
    std::array<double, 7> weekdays{1, 1, 1, 1, 1, 1, 1};
    double scale = 1.0;
    double day_cv = 0.0;  // of a gamma-distributed factor on the whole day, beyond Poisson
};

/// Which calls count as answered in time, and of how many (A answered, L abandoned, N = A + L + blocked, T threshold).
enum class Counting {
    offered,                // A<=T / N
    answered,               // A<=T / A
    offered_without_early,  // A<=T / (N - L<=T)
    early_counts,           // (A<=T + L<=T) / N
    virtual_wait,           // a caller of endless patience would be answered within T (formulas only)
};

/// Promises to callers; each one that is given must hold. A share that is `answered` comes with a threshold.
struct CallTarget {
    std::optional<Share> answered{};
    std::optional<Seconds> within{};
    std::optional<Share> abandoned{};         // at most, of all offered
    std::optional<Seconds> average_wait{};    // at most, over all admitted
    std::optional<Share> wait_probability{};  // at most
    std::optional<Share> blocked{};           // at most
    std::optional<Share> max_occupancy{};     // at most; belongs to the team
    Counting counting = Counting::offered;
};

/// Callers who try again after giving up or finding no line.
struct Redial {
    Share share{};     // of those
    Seconds after{};   // mean of an exponential law
    int attempts = 3;  // the most that one customer makes, the first included
};

/// A kind of request: calls, for the time being.
struct Work {
    std::string name;
    Arrivals arrivals{};
    DurationLaw handling_time{};
    std::optional<DurationLaw> patience{};  // none: callers wait for ever
    std::optional<int> lines{};             // most callers in the system
    std::optional<Redial> redial{};
    CallTarget target{};
};

}  // namespace freiton
