// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "freiton/analytic/backlog_fluid.hpp"

namespace freiton::analytic {

/// The slots from `release` to `due` (both included) whose own work, released and due inside, asks for most people.
struct CriticalInterval {
    std::size_t release = 0;
    std::size_t due = 0;
    double work_h = 0.0;       // released and due inside
    double one_agent_h = 0.0;  // what one agent does in that time; 0 if nobody can work, and then `agents` is infinite
    double agents = 0.0;       // work_h / one_agent_h
};

/// The least number of people, the same in every slot, that meets all deadlines: that of the critical interval (the
/// condition of Hall for windows on a line). Nothing if there is no work.
///
///   agents = max over r <= d of  W(r, d) / H(r, d),   W: work released from r and due by d,   H: hours of one agent
///
/// Found by Newton's steps on the ratio: at a trial number of people the interval with the largest excess W - agents H
/// gives the next one. The excess is the largest suffix sum in a tree that work enters by due slot.
///
/// Source:   P. Hall (1935); W. Dinkelbach, "On nonlinear fractional programming" (1967).
/// Domain:   one_agent_h >= 0 for each slot: the hours that one agent spends on this work there (less than the slot
///           where he is also on the phone).
/// Accuracy: the ratio of two sums of the input; the interval is within 1e-12 of the largest ratio.
/// Cost:     O((slots + cohorts) log slots) a step; 3 to 10 steps.
std::optional<CriticalInterval> critical_interval(const std::vector<Cohort>& cohorts,
                                                  const std::vector<double>& one_agent_h);

}  // namespace freiton::analytic
