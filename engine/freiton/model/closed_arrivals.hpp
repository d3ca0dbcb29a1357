// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/calendar.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// Post that comes while the office is closed. It counts with the interval of the next opening, where it is found.
struct ClosedArrivals {
    IntervalIndex interval{};  // with which it counts
    Seconds from{};            // evenly between these two moments, so long before that interval begins
    Seconds to{};              // at most `from`; equal: all at once
    double mean = 0.0;
};

/// What comes while closed, and what no opening of the horizon follows any more.
struct ClosedPost {
    std::vector<ClosedArrivals> arrivals{};  // in the order of time
    double after_last_closing = 0.0;         // contacts, counted with no interval
};

/// The post of one site that comes while closed, by chance: at a moment of the day, round the clock, or in rows of a
/// table. Where the calendar repeats itself the opening of the first day follows the last closing. Of other arrivals
/// and of recorded lists, whose contacts know their moments, nothing. Nothing comes at its moment on days when it is
/// never accepted.
ClosedPost closed_arrivals_of_site(const Arrivals& arrivals, const Calendar& calendar, const std::string& site,
                                   const OpenMask& accepted = {});

/// How many values from midnight a list of arrivals round the clock has.
std::size_t values_of_whole_day(const Calendar& calendar);

/// Mean arrivals round the clock of a site on each step of a calendar day, as Calendar::steps() has them.
std::vector<double> arrivals_round_the_clock(const Arrivals& arrivals, const Calendar& calendar,
                                             const std::string& site, int day);

}  // namespace freiton
