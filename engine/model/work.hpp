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
};

/// A promise to callers: the share `answered` of them `within` the threshold, in every interval.
struct CallTarget {
    std::optional<Share> answered{};
    std::optional<Seconds> within{};
};

/// A kind of request: calls, for the time being.
struct Work {
    std::string name;
    Arrivals arrivals{};
    DurationLaw handling_time{};
    std::optional<DurationLaw> patience{};  // none: callers wait for ever
    CallTarget target{};
};

}  // namespace freiton
