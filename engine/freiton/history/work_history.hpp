// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/model/calendar.hpp"

namespace freiton::history {

/// One open day of one kind of work, by intervals of the clock from midnight.
struct HistoryDay {
    Date date{};
    std::vector<double> counts{};
    std::vector<double> handled{};     // contacts whose handling time is known; empty where none is
    std::vector<double> handling_s{};  // and the sum of their times

    double total() const;
    double handled_total() const;
    double handling_mean_s() const;  // of handled_total() > 0
};

struct WorkHistory {
    std::string work{};
    std::vector<HistoryDay> days{};  // in order
    double left_out = 0.0;           // contacts outside the open time
};

/// Dates that are unlike others, and so may be the days beside them.
struct Event {
    std::string name{};
    std::vector<Date> dates{};        // in order; known long before
    std::vector<Date> unannounced{};  // in order; known once they have come
};

/// When the office is open, and what is known of single dates, of the past and to come.
struct Setting {
    OpenWeek open{};
    Minutes interval{30};
    std::vector<Event> events{};

    std::size_t intervals_of_day() const { return static_cast<std::size_t>(Minutes{1440} / interval); }
    bool is_open(std::size_t weekday, std::size_t interval_of_day) const;
};

}  // namespace freiton::history
