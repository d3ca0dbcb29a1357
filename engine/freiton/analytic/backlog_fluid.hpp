// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace freiton::analytic {

/// Post as a fluid: infinitely divisible work with a window of open slots in which it is promised. Slots are the open
/// planning intervals of the horizon, numbered from 0; closed time is none.
struct Cohort {
    std::size_t release = 0;  // may be worked on from the start of this slot
    std::size_t due = 0;      // promised for the end of this slot; never before `release`
    double work_h = 0.0;      // agent hours
    int group = 0;            // arrivals that a target counts together: those of one day, of one kind
    int urgency = 0;          // smaller is done first, whenever it is due
};

/// Some of a cohort's work, done in a slot.
struct FluidPortion {
    std::size_t cohort = 0;
    std::size_t slot = 0;
    double work_h = 0.0;
};

/// What a capacity makes of the post. Work is in agent hours.
struct FluidOutcome {
    bool feasible = true;                            // nothing is late
    std::vector<double> completed_h;                 // by slot
    std::vector<double> backlog_h;                   // left at the end of each slot
    std::vector<double> late_h;                      // due in the slot, and left at its end
    std::vector<std::optional<std::size_t>> oldest;  // release of the oldest work left at the end of each slot
    std::vector<double> on_time_h;                   // by cohort
    std::vector<FluidPortion> portions;              // in the order of their doing
    double total_h = 0.0;
    double total_late_h = 0.0;

    double on_time_share() const { return total_h > 0.0 ? 1.0 - total_late_h / total_h : 1.0; }
};

/// Does the work that is due earliest first, after what is more urgent; equal due slots in the order of their release,
/// equal releases as listed. Late work stays in front and is not dropped.
///
/// Source:   earliest due date first meets all deadlines if any order does (Jackson 1955; Horn 1974).
/// Domain:   capacity_h >= 0, one for each slot, in agent hours; every due slot inside the horizon.
/// Accuracy: sums of doubles; a rest below 1e-12 of the total work counts as done.
/// Cost:     O((slots + cohorts) log cohorts).
FluidOutcome earliest_due_first(const std::vector<Cohort>& cohorts, const std::vector<double>& capacity_h);

}  // namespace freiton::analytic
