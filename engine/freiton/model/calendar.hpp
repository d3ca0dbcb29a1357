// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/core/units.hpp"
#include "freiton/model/holidays.hpp"
#include "freiton/model/indices.hpp"

namespace freiton {

/// Opening hours of one day on the wall clock, from < to <= 24:00.
struct OpenSpan {
    Minutes from;
    Minutes to;
    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

using OpenHours = std::vector<OpenSpan>;    // in order, not overlapping; empty: closed
using OpenWeek = std::array<OpenHours, 7>;  // Monday first

/// By open interval of a calendar, whether something of its own hours is open then as well; empty: always.
using OpenMask = std::vector<bool>;
inline bool is_open_in(const OpenMask& mask, std::size_t interval) { return mask.empty() || mask[interval]; }

std::string span_text(const OpenSpan& span);  // "08:00-18:00"

/// Adds what is wrong with hours by weekday: they begin and end with an interval, in order, and do not overlap.
void check_week(const OpenWeek& week, Minutes interval, const std::string& key, Problems& problems);

/// The calendar as a scenario states it.
struct CalendarParts {
    Date first_day{};
    int days = 1;  // closed ones included
    OpenWeek open{};
    Minutes interval{30};
    Holidays holidays{};
    Hours contract_week{40};                 // hours of one FTE
    std::optional<std::string> time_zone{};  // IANA name; none: every day has 24 hours
    bool repeats = false;                    // the horizon comes again and again; figures are of its steady state
    friend bool operator==(const CalendarParts&, const CalendarParts&) = default;
};

/// One planning interval, always open.
struct Interval {
    int day = 0;            // index of the calendar day, from 0
    int index_in_day = 0;   // place among the open intervals that the day has by the wall clock, from 0
    Minutes start{};        // wall clock
    Seconds since_start{};  // real time since 00:00 of the first day
};

/// Which intervals the horizon has. Valid by construction.
class Calendar {
  public:
    /// Adds what is wrong across the calendar's fields; the constructor expects that nothing is.
    static void check(const CalendarParts& parts, Problems& problems);
    explicit Calendar(CalendarParts parts);

    const CalendarParts& parts() const { return parts_; }
    const std::vector<Interval>& intervals() const { return intervals_; }
    Seconds interval_length() const { return parts_.interval; }
    Date date(int day) const { return parts_.first_day + std::chrono::days{day}; }
    bool is_open(int day) const {
        return first_interval_[static_cast<std::size_t>(day)] < first_interval_[static_cast<std::size_t>(day) + 1];
    }
    bool is_open(int day, const OpenMask& mask) const {
        for (std::size_t i = first_interval(day); i < first_interval(day + 1); ++i)
            if (is_open_in(mask, i)) return true;
        return false;
    }
    int days() const { return parts_.days; }
    int open_days() const;
    int open_days_a_week() const;  // of a normal week

    /// The intervals of one calendar day are [first_interval(day), first_interval(day + 1)).
    std::size_t first_interval(int day) const { return first_interval_[static_cast<std::size_t>(day)]; }

    /// The calendar day in steps as long as an interval, closed ones too: wall clock, and real time since 00:00 of the
    /// first day. Where clocks change it has an hour less or more.
    struct DayStep {
        Minutes start{};
        Seconds since_start{};
    };
    std::vector<DayStep> steps(int day) const;

    /// The open interval that is on at this real time since 00:00 of the first day; else the next one after it, if
    /// there is any: where the calendar repeats itself the first one again.
    struct Opening {
        std::optional<IntervalIndex> interval{};
        bool open = false;
    };
    Opening opening_at(Seconds since_start) const;

    /// Real time from 00:00 of the first day to the end of the last.
    Seconds length() const;

    /// The open interval that begins then.
    std::optional<IntervalIndex> interval_at(Date date, Minutes start) const;

    /// The interval of the same day with the same wall time, when clocks go back.
    std::optional<IntervalIndex> interval_again(IntervalIndex interval) const;

    std::string start_text(IntervalIndex interval) const;  // local ISO time
    std::string end_text(IntervalIndex interval) const;

    /// Paid hours of one FTE over the horizon: contract_week x open days of the horizon / open days of a normal week.
    Hours hours_per_fte() const;

  private:
    void add_plain_day(int day);
    void add_zoned_day(int day);

    CalendarParts parts_;
    std::vector<Interval> intervals_;
    std::vector<std::size_t> first_interval_;
};

/// Wall times of a calendar as moments; fast where days are asked one after the other.
class WallClock {
  public:
    explicit WallClock(const Calendar& calendar) : calendar_{calendar} {}

    /// Real time since 00:00 of the first day; none outside the horizon. Of two, when clocks go back, the first.
    std::optional<Seconds> moment(Date date, Minutes time);

  private:
    const Calendar& calendar_;
    std::optional<Date> date_{};
    std::vector<Calendar::DayStep> steps_{};
};

}  // namespace freiton
