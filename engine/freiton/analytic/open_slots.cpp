// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/open_slots.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/contracts.hpp"
#include "freiton/model/beyond_horizon.hpp"

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

OpenSlots open_slots(const Calendar& calendar, int days_after) {
    OpenSlots slots{.length = calendar.interval_length(), .day = {}, .start = {}, .interval = {}};
    const auto add = [&](std::size_t i, int days_later, Seconds later) {
        const Interval& interval = calendar.intervals()[i];
        slots.day.push_back(interval.day + days_later);
        slots.start.push_back(interval.since_start + later);
        slots.interval.push_back(i);
    };
    for (std::size_t i = 0; i < calendar.intervals().size(); ++i) add(i, 0, Seconds{0.0});
    const int last = last_open_day(calendar);
    const int closed_at_the_end = calendar.days() - 1 - last;
    for (int day = 1; day <= days_after; ++day)
        for (std::size_t i = calendar.first_interval(last); i < calendar.first_interval(last + 1); ++i)
            add(i, closed_at_the_end + day, std::chrono::days{closed_at_the_end} + day * until_repeated(calendar));
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

std::size_t due_slot_of_closed(const OpenSlots& slots, const Deadline& deadline, std::size_t release,
                               Seconds closed_for) {
    EXPECTS(release < slots.size() && deadline.clock == Clock::wall);
    return std::max(release, last_that_ends_by(slots, slots.start[release] + deadline.time - closed_for));
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
