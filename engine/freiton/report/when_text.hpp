// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/core/dates.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// Days and moments as people write them: English without commas, German with two digits.
std::string weekday_text(std::size_t weekday, Language language);      // of Monday, 0: "Mon", "Mo"
std::string day_text(Date date, Language language);                    // "Mon 2 Mar", "Mo 02.03."
std::string day_and_year_text(Date date, Language language);           // "Mon 2 Mar 2026", "Mo 02.03.2026"
std::string period_text(const Calendar& calendar, Language language);  // "Mon 2 Mar 2026 to Fri 6 Mar 2026"
std::string period_text(Date first, Date last, Language language);
/// Days with equal hours together: "Mon-Fri 08:00-18:00; Sat-Sun closed".
std::string week_text(const OpenWeek& week, Language language);

/// Within a sentence.
std::string on_day_text(Date date, Language language);  // "on Mon 2 Mar", "am Mo 02.03."
/// Of an interval's start: "on Mon 2 Mar at 15:30", "am Mo 02.03. um 15:30".
std::string at_moment_text(const Calendar& calendar, IntervalIndex interval, Language language);

}  // namespace freiton::report
