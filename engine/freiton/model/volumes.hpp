// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/opening.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// How many intervals these hours have by the wall clock: as many values as a list by interval has, also on days of 23
/// or 25 hours.
std::size_t values_of_day(const OpenHours& hours, Minutes interval);

/// Adds a problem unless a list by interval has a value for each interval of the horizon's longest day, and none beyond
/// the longest day of the week.
void check_interval_list(std::size_t size, const Calendar& calendar, const std::string& key, Problems& problems);

/// The same of a list's values, and a problem for each above 0 that no open time ever uses.
void check_interval_list(const std::vector<double>& list, const OpenMask& open, const Calendar& calendar,
                         const std::string& key, Problems& problems);

/// Adds what is wrong with the arrivals on this calendar; `key` is their place, as "work.sales.arrivals". Rows of a
/// table may lie in closed time where they are of post.
void check_volumes(const Arrivals& arrivals, const Calendar& calendar, const std::string& key, Problems& problems,
                   const AcceptedHours& accepted = {}, WorkKind kind = WorkKind::call);

/// Mean arrivals of one site in each open interval; an empty name stands for what belongs to no site. The arrivals must
/// have passed the check. Nothing comes while they are not accepted; post that comes while the office is closed counts
/// with the next opening (closed_arrivals.hpp). Unlimited ones are 0.
std::vector<double> volumes_of_site(const Arrivals& arrivals, const Calendar& calendar, const std::string& site,
                                    const OpenMask& accepted = {});

/// The same without what comes while the office is closed; of recorded lists all.
std::vector<double> volumes_while_open(const Arrivals& arrivals, const Calendar& calendar, const std::string& site,
                                       const OpenMask& accepted = {});

/// Of a law that differs by interval: its factors, for each open interval of the calendar; empty: 1 everywhere.
std::vector<double> factors_by_interval(const DurationLaw& law, const Calendar& calendar);

/// Whether the mean handling time differs by interval: by a table, or by factors.
bool has_handling_times(const Work& work);

/// Complains of factors by interval that do not fit the opening hours, or stand beside a table that has the means.
void check_by_interval(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems);

/// By how much handling times are longer than usual in each open interval: as by_interval says, or as the site's table
/// does (the stated mean over the work's own; 1 where it states none). Of a recorded list the mean over its contacts.
/// Empty where all are 1.
std::vector<double> handling_factors_of_site(const Work& work, const Calendar& calendar, const std::string& site);

}  // namespace freiton
