// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/open_slots.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

constexpr double rounding_of_slot = 1e-9;  // of a slot

std::size_t within(const OpenSlots& slots, double slot) {
    return static_cast<std::size_t>(std::clamp(slot, 0.0, static_cast<double>(slots.size() - 1)));
}

// Last slot of the k-th open day, where the day of `first` is the 0th.
std::size_t close_of_open_day(const OpenSlots& slots, std::size_t first, int k) {
    std::size_t slot = first;
    for (int passed = 0; slot + 1 < slots.size(); ++slot)
        if (slots.day[slot + 1] != slots.day[slot] && ++passed > k) break;
    return slot;
}

std::size_t last_that_ends_by(const OpenSlots& slots, Seconds time) {
    const Seconds latest_start = time - slots.length * (1.0 - rounding_of_slot);
    const auto after = std::upper_bound(slots.start.begin(), slots.start.end(), latest_start);
    return after == slots.start.begin() ? 0 : static_cast<std::size_t>(after - slots.start.begin()) - 1;
}

double whole_slots(const OpenSlots& slots, Seconds time) { return std::floor(time / slots.length + rounding_of_slot); }

}  // namespace

OpenSlots open_slots(const Calendar& calendar) {
    OpenSlots slots{.length = calendar.interval_length(), .day = {}, .start = {}};
    for (const Interval& interval : calendar.intervals()) {
        slots.day.push_back(interval.day);
        slots.start.push_back(interval.since_start);
    }
    return slots;
}

std::size_t due_slot(const OpenSlots& slots, const Deadline& deadline, std::size_t release) {
    EXPECTS(release < slots.size());
    std::size_t due = release;
    switch (deadline.clock) {
        case Clock::opening_hours:
            due = within(slots, static_cast<double>(release) + whole_slots(slots, deadline.time) - 1.0);
            break;
        case Clock::working_days:
            due = close_of_open_day(slots, release, deadline.working_days);
            break;
        case Clock::wall:
            due = last_that_ends_by(slots, slots.start[release] + deadline.time);
            break;
    }
    return std::max(release, due);
}

std::size_t due_slot_of_opening_backlog(const OpenSlots& slots, const Deadline& deadline, Seconds closed_for) {
    switch (deadline.clock) {
        case Clock::opening_hours:
            return within(slots, whole_slots(slots, deadline.time) - 1.0);
        case Clock::working_days:
            return deadline.working_days == 0 ? 0 : close_of_open_day(slots, 0, deadline.working_days - 1);
        case Clock::wall:
            return last_that_ends_by(slots, deadline.time - closed_for);
    }
    contract_violated("expects", "a known clock", __FILE__, __LINE__);
}

Seconds closed_before(const Calendar& calendar) {
    const CalendarParts& parts = calendar.parts();
    constexpr int most_days = 366;
    for (int back = 1; back <= most_days; ++back) {
        const Date date = parts.first_day - std::chrono::days{back};
        const bool holiday = std::find(parts.holidays.begin(), parts.holidays.end(), date) != parts.holidays.end();
        const OpenHours& hours = parts.open[weekday_index(date)];
        if (!holiday && !hours.empty()) return std::chrono::days{back} - Seconds{hours.back().to};
    }
    return std::chrono::days{most_days};
}

std::vector<Cohort> cohorts_of(const OpenSlots& slots, const Deadline& deadline, const std::vector<double>& arrivals,
                               Seconds mean_handling_time) {
    EXPECTS(arrivals.size() == slots.size());
    const double item_h = Hours{mean_handling_time}.count();
    std::vector<Cohort> cohorts;
    for (std::size_t slot = 0; slot < arrivals.size(); ++slot)
        if (arrivals[slot] > 0.0)
            cohorts.push_back({slot, due_slot(slots, deadline, slot), arrivals[slot] * item_h, slots.day[slot]});
    return cohorts;
}

}  // namespace freiton::analytic
