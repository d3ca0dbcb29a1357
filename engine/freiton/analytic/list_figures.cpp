// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/list_figures.hpp"

namespace freiton::analytic {

namespace {

void add_to(const Attempts& attempts, BacklogFigures& figures) {
    figures.tried = figures.done;
    figures.tried_in_time_share = figures.done_in_time_share;
    figures.reached = attempts.reached * figures.done;
    figures.reached_in_time_share = attempts.reached * figures.done_in_time_share;
    figures.attempts = attempts.calls * figures.done;
}

void add_to(const Attempts& attempts, Course<BacklogFigures>& course) {
    add_to(attempts, course.total);
    for (auto* const list : {&course.by_interval, &course.by_day})
        for (BacklogFigures& figures : *list) add_to(attempts, figures);
}

}  // namespace

void add_list_figures(const Work& work, WorkPerformance& performance) {
    if (work.kind != WorkKind::outbound) return;
    const Attempts attempts = attempts_of(work.reached, work.no_answer);
    add_to(attempts, performance.backlog);
    for (auto& [site, course] : performance.backlog_by_site) add_to(attempts, course);
}

}  // namespace freiton::analytic
