// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <map>

#include "freiton/model/call_log.hpp"
#include "freiton/study/simulate.hpp"
#include "model/small_scenario.hpp"

namespace freiton::test {

/// Ten working days of a hotline, 09:00 to 17:00 in half hours with 24 calls of 3 min each; four people, callers of two
/// minutes' patience.
inline ScenarioParts two_weeks_of_sales() {
    ScenarioParts parts = one_hour_of_sales();
    parts.calendar = {.first_day = monday, .days = 14, .open = office_week(9h, 17h)};
    parts.work[0].arrivals = listed(std::vector<double>(16, 24.0));
    parts.teams[0].staff = Staff{.agents = {4}, .same_for_all = true};
    parts.simulation.replications = 100;
    return parts;
}

/// What a telephone system would have written of one simulated run of these weeks, with another seed than predictions
/// have; where there are several kinds of calls, each has its queue.
inline CallLog drawn_log(ScenarioParts parts, std::uint64_t seed = 77) {
    constexpr double day_s = 86'400.0;
    parts.simulation.seed = seed;
    const Scenario scenario{std::move(parts)};
    CallLog log;
    const bool several = scenario.work().size() > 1;
    if (several) log.queues.clear();
    for (const Work& work : scenario.work())
        if (several) log.queues.push_back(work.name);
    for (const report::TracedContact& contact : study::trace(scenario, study::given_staffing(scenario))) {
        const double day = std::floor(contact.arrival_s / day_s);
        LoggedCall call{.date = scenario.calendar().date(static_cast<int>(day)),
                        .arrival_s = contact.arrival_s - day * day_s};
        const bool answered = contact.outcome == report::Ending::answered;
        call.end = answered ? CallEnd::answered : CallEnd::abandoned;
        call.wait_s = (answered ? contact.begin_s : contact.end_s) - contact.arrival_s;
        if (answered) call.handling_s = contact.end_s - contact.begin_s;
        const auto queue = std::find(log.queues.begin(), log.queues.end(), contact.work);
        if (several) call.queue = static_cast<std::size_t>(queue - log.queues.begin());
        log.calls.push_back(call);
    }
    return log;
}

/// As an exchange counts them: by half hour.
inline CallLog by_interval(const CallLog& log) {
    struct Sums {
        double offered = 0.0, answered = 0.0, waited_s = 0.0, handling_s = 0.0;
    };
    std::map<std::pair<Date, Minutes>, Sums> rows;
    for (const LoggedCall& call : log.calls) {
        const Minutes minute{static_cast<int>(call.arrival_s / 60.0)};
        Sums& sums = rows[{call.date, minute - minute % Minutes{30}}];
        sums.offered += 1.0;
        if (call.end != CallEnd::answered) continue;
        sums.answered += 1.0;
        sums.waited_s += call.wait_s;
        sums.handling_s += *call.handling_s;
    }
    CallLog counts;
    for (const auto& [when, sums] : rows) {
        LoggedInterval row{.date = when.first, .start = when.second, .offered = sums.offered};
        row.answered = sums.answered;
        row.abandoned = sums.offered - sums.answered;
        if (sums.answered > 0.0) {
            row.asa_s = sums.waited_s / sums.answered;
            row.handling_s = sums.handling_s / sums.answered;
        }
        counts.intervals.push_back(row);
    }
    counts.row_length = Minutes{30};
    counts.reading.shape = LogShape::intervals;
    return counts;
}

}  // namespace freiton::test
