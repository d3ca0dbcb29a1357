// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/backlog_fluid.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/work.hpp"

namespace freiton::analytic {

/// The open intervals of a horizon as the post sees them: one after the other, closed time left out.
struct OpenSlots {
    Seconds length{};
    std::vector<int> day;        // of each slot, rising
    std::vector<Seconds> start;  // real time since 00:00 of the first day

    std::size_t size() const { return day.size(); }
};

OpenSlots open_slots(const Calendar& calendar);

/// Last slot at whose end work is still in time that came at the start of slot `release`, at most the horizon's last.
///
///   opening hours H: the slots that fit into H, the first included;   wall clock: the slots that end within the time
///   working days k: the last slot of the k-th open day after that of `release`
///
/// A deadline shorter than a slot is taken for the slot.
std::size_t due_slot(const OpenSlots& slots, const Deadline& deadline, std::size_t release);

/// The same for what was there before the horizon began: it came at the end of the last open day before, which was
/// `closed_for` ago (for deadlines on the wall clock). What should have been done by then is due in the first slot.
std::size_t due_slot_of_opening_backlog(const OpenSlots& slots, const Deadline& deadline, Seconds closed_for);

/// How long before 00:00 of the first day the last open day ended, by the weekly hours; holidays are seen as listed.
Seconds closed_before(const Calendar& calendar);

/// Post as cohorts: the arrivals of each slot as one, each day a group. `arrivals` in items by slot.
std::vector<Cohort> cohorts_of(const OpenSlots& slots, const Deadline& deadline, const std::vector<double>& arrivals,
                               Seconds mean_handling_time);

}  // namespace freiton::analytic
