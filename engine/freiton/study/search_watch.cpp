// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/search_watch.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "freiton/model/staff_totals.hpp"
#include "freiton/study/search_hours.hpp"

namespace freiton::study {

namespace {

constexpr double done_when_expected = 1.5;  // 1 - e^-1.5 = 78 % are told then: half the searches take longer

}  // namespace

SearchWatch::SearchWatch(const Scenario& scenario, StaffingPlan start, const RunControl& control)
    : scenario_{scenario},
      control_{control},
      best_{std::move(start)},
      expected_{contacts_of_search(scenario)},
      told_{std::numeric_limits<double>::infinity()} {
    if (control_.best_so_far) control_.best_so_far(std::numeric_limits<double>::quiet_NaN());
}

void SearchWatch::begin(const staffing::Part& part) {
    part_ = &part;
    contacts_of_a_replication_ = contacts_of_replication(part.scenario);
}

staffing::Evaluator SearchWatch::watched(const staffing::Evaluator& evaluate) {
    return [this, evaluate](const StaffingPlan& plan, staffing::Effort effort, const std::vector<bool>& left_aside) {
        staffing::Evaluation evaluation = evaluate(plan, effort, left_aside);
        played(static_cast<double>(evaluation.replications) * contacts_of_a_replication_);
        return evaluation;
    };
}

void SearchWatch::played(double contacts) {
    played_ += contacts;
    control_.report(1.0 - std::exp(-done_when_expected * played_ / expected_));
}

void SearchWatch::found(const StaffingPlan& of_part) {
    if (!control_.best_so_far) return;
    StaffingPlan before = best_;
    part_->put(of_part, best_);
    const double hours = agent_hours(scenario_, best_);
    if (hours < told_)
        control_.best_so_far(told_ = hours);
    else
        best_ = std::move(before);
}

}  // namespace freiton::study
