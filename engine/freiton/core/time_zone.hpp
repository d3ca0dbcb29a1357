// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/units.hpp"

namespace freiton {

/// Whether the machine's time zone data knows this IANA name, as "Europe/Berlin".
bool is_time_zone(const std::string& name);

/// A moment of a local day.
struct LocalMoment {
    Minutes wall{};       // what the clock on the wall shows, since midnight
    Seconds real_time{};  // since 1970-01-01 00:00 UTC
};

/// The local day in steps of real time, from its midnight to the next: 23 or 25 hours where clocks change, with wall
/// times left out or shown twice. The zone must be known.
std::vector<LocalMoment> local_day(const std::string& zone, Date day, Minutes step);

/// Whether clocks go back that day and show this time, a multiple of five minutes, a second time. The zone must be
/// known.
bool is_shown_twice(const std::string& zone, Date day, Minutes wall);

/// What the clocks of a zone show so many seconds after 1970-01-01 00:00 UTC. The zone must be known.
struct LocalTime {
    Date day{};
    Seconds since_midnight{};
};
LocalTime local_time(const std::string& zone, Seconds since_1970);

}  // namespace freiton
