// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"

namespace freiton {

/// What lies before and after the horizon, for everybody who has to say something about it: before it the open days of
/// its calendar, after it its last open day again and again; the horizon itself where the calendar repeats it.

int first_open_day(const Calendar& calendar);
int last_open_day(const Calendar& calendar);

/// Time from the last open day to its repetition, and from that to the next: 24 hours, or longer where clocks go back
/// and it is open all the time.
Seconds until_repeated(const Calendar& calendar);

/// How long before 00:00 of the first day the last open day ended, by the weekly hours; holidays are seen as listed.
/// What lay there at the beginning came then.
Seconds closed_before(const Calendar& calendar);

/// Whether it is open at the end of the last day and at the beginning of the first: of a calendar that repeats itself
/// no closing divides one time from the next.
bool never_closes(const Calendar& calendar);

/// Days before the horizon that are simulated and not counted: as the scenario says; where the calendar repeats itself
/// and work can be left over from one time to the next, at least four horizons.
int warm_up_days(const Scenario& scenario);

/// Days after the horizon by which all post that came in it is late, or done if nothing was promised.
int days_until_all_is_due(const Scenario& scenario);

}  // namespace freiton
