// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/staffing/independent_parts.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::study {

/// Tells how far a search by simulation is, by the contacts that it has played of those it is expected to take, and the
/// best plan so far: of the parts that are done, and for the others what the search began from.
class SearchWatch {
  public:
    /// The scenario and the control must outlive it.
    SearchWatch(const Scenario& scenario, StaffingPlan start, const RunControl& control);

    /// A part that is planned alone comes next.
    void begin(const staffing::Part& part);

    staffing::Evaluator watched(const staffing::Evaluator& evaluate);
    void found(const StaffingPlan& of_part);
    void played(double contacts);

  private:
    const Scenario& scenario_;
    const RunControl& control_;
    StaffingPlan best_;
    const staffing::Part* part_ = nullptr;
    double contacts_of_a_replication_ = 0.0;
    double expected_ = 0.0;
    double played_ = 0.0;
    double told_ = 0.0;  // agent hours
};

}  // namespace freiton::study
