// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/backlog_fluid.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/work.hpp"

namespace freiton::analytic {

/// The open intervals of a horizon as the post sees them: one after the other, closed time left out. After the horizon
/// its last open day may come again, so often as it takes until all that came in it is due.
struct OpenSlots {
    Seconds length{};
    std::vector<int> day;               // of each slot, rising
    std::vector<Seconds> start;         // real time since 00:00 of the first day
    std::vector<std::size_t> interval;  // of the calendar, which the slot is or repeats

    std::size_t size() const { return day.size(); }
};

OpenSlots open_slots(const Calendar& calendar, int days_after = 0);

/// Last slot at whose end work is still in time that came at the start of slot `release`, at most the last of all.
///
///   opening hours H: the slots that fit into H, the first included;   wall clock: the slots that end within the time
///   working days k: the last slot of the k-th open day after that of `release`
///
/// A deadline shorter than a slot is taken for the slot.
std::size_t due_slot(const OpenSlots& slots, const Deadline& deadline, std::size_t release);

/// The same for what was there before the horizon began: it came at the end of the last open day before, which was
/// `closed_for` ago (for deadlines on the wall clock). What should have been done by then is due in the first slot.
std::size_t due_slot_of_opening_backlog(const OpenSlots& slots, const Deadline& deadline, Seconds closed_for);

/// The same for what came so long before slot `release` opens, on the wall clock.
std::size_t due_slot_of_closed(const OpenSlots& slots, const Deadline& deadline, std::size_t release,
                               Seconds closed_for);

/// Post as cohorts: the arrivals of each slot as one, each day a group. `arrivals` in items by slot.
std::vector<Cohort> cohorts_of(const OpenSlots& slots, const Deadline& deadline, const std::vector<double>& arrivals,
                               Seconds mean_handling_time);

}  // namespace freiton::analytic
