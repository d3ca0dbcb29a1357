// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/import_log.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "freiton/analytic/estimate_log.hpp"
#include "freiton/model/open_hours.hpp"
#include "freiton/study/import_items.hpp"
#include "freiton/study/log_calendar.hpp"
#include "freiton/study/log_gaps.hpp"
#include "freiton/study/queue_names.hpp"

namespace freiton::study {

namespace {

CallLog of_queue(const CallLog& log, std::size_t queue) {
    CallLog part;
    const auto is_of_queue = [&](const auto& row) { return row.queue == queue; };
    std::copy_if(log.calls.begin(), log.calls.end(), std::back_inserter(part.calls), is_of_queue);
    std::copy_if(log.intervals.begin(), log.intervals.end(), std::back_inserter(part.intervals), is_of_queue);
    return part;
}

std::optional<DurationLaw> handling_of(const CallLog& log, const ImportOptions& options, LogFindings& findings) {
    std::vector<double> recorded;
    for (const LoggedCall& call : log.calls)
        if (call.handling_s && *call.handling_s > 0.0) recorded.push_back(*call.handling_s);
    if (!recorded.empty()) return analytic::fit_handling_time(std::move(recorded), findings);
    double sum = 0.0;
    double calls = 0.0;
    for (const LoggedInterval& row : log.intervals)
        if (row.handling_s && *row.handling_s > 0.0) {
            sum += *row.handling_s * row.handled();
            calls += row.handled();
        }
    if (calls > 0.0) {
        findings.handling_mean_s = sum / calls;
    } else if (options.handling_time) {
        findings.handling_mean_s = options.handling_time->count();
        findings.handling_stated = true;
    } else {
        return std::nullopt;
    }
    const double rounded = std::round(findings.handling_mean_s * 10.0) / 10.0;
    return DurationLaw{.law = Law::exponential, .mean = Seconds{std::max(0.1, rounded)}};
}

// An export holds sums only: everybody is taken to wait as long as the answered do, which is a lower bound. Without
// waits they are taken as long as the threshold of the promise, which such a centre just about keeps: patience is then
// threshold / abandoned share (mean wait = mean patience x share who give up, where patience is exponential).
void patience_of_intervals(const CallLog& log, Seconds threshold, LogFindings& findings) {
    double waiting = 0.0;
    double abandoned = 0.0;
    for (const LoggedInterval& row : log.intervals) {
        if (!row.abandoned || !row.asa_s) continue;
        waiting += *row.asa_s * row.offered;
        abandoned += *row.abandoned;
    }
    if (abandoned > 0.0) findings.patience_total_wait_s = waiting / abandoned;
    const bool known = findings.patience_mean_s || findings.patience_total_wait_s.value_or(0.0) > 0.0;
    if (known || findings.abandoned_share == 0.0) return;
    findings.patience_total_wait_s = threshold.count() / findings.abandoned_share;
    findings.patience_by_threshold = true;
}

void count_within_hours(const CallLog& log, const Counts& counts, const Counts& all, const CalendarParts& calendar,
                        LogFindings& findings) {
    double abandoned = 0.0;
    for (const LoggedCall& call : log.calls) abandoned += call.end == CallEnd::abandoned ? 1.0 : 0.0;
    for (const LoggedInterval& row : log.intervals) abandoned += row.abandoned.value_or(0.0);
    std::vector<std::pair<Date, double>> totals;
    for (const auto& [date, of_all] : all.by_date) {
        double total = 0.0;
        if (const auto own = counts.by_date.find(date); own != counts.by_date.end())
            for (const auto& [start, calls] : own->second) {
                const bool is_open = is_within(calendar.open[weekday_index(date)], start);
                (is_open ? findings.offered : findings.left_out) += calls;
                if (is_open) total += calls;
            }
        totals.emplace_back(date, total);
    }
    const double sum = findings.offered + findings.left_out;
    findings.abandoned_share = sum > 0.0 ? abandoned / sum : 0.0;
    findings.day_cv = analytic::estimate_day_cv(totals);
}

// Nothing where the log does not say how long a call takes.
std::optional<Work> work_of(const CallLog& own, const Counts& counts, const Counts& all, const CalendarParts& calendar,
                            const ImportOptions& options, LogFindings& findings) {
    constexpr CallTarget start{.answered = Share{0.8}, .within = Seconds{20.0}};
    Work calls;
    count_within_hours(own, counts, all, calendar, findings);
    calls.arrivals.file = mean_volumes(counts, all, calendar);
    calls.arrivals.day_cv = std::round(findings.day_cv.value_or(0.0) * 1000.0) / 1000.0;
    const auto handling = handling_of(own, options, findings);
    if (!handling) return std::nullopt;
    calls.handling_time = *handling;
    analytic::estimate_patience(own.calls, findings);
    patience_of_intervals(own, *start.within, findings);
    const auto patience = findings.patience_mean_s ? findings.patience_mean_s : findings.patience_total_wait_s;
    if (patience) calls.patience = DurationLaw{.mean = Seconds{std::max(1.0, std::round(*patience))}};
    calls.call_target = start;
    return calls;
}

void import_calls(const CallLog& log, const std::string& file_name, const ImportOptions& options,
                  ImportedLog& imported) {
    ScenarioParts& parts = imported.parts;
    const Minutes interval = parts.calendar.interval;
    const Counts all = count_calls(log, interval);
    if (!any_call(all)) throw InputError{Problem{Rule::log_without_calls}.at({file_name, 0})};
    parts.calendar = calendar_of(all, interval, !log.intervals.empty());
    imported.summary.days = static_cast<int>(all.by_date.size());
    Problems problems;
    for (const auto& [queue, name] : named_queues(log)) {
        const CallLog own = of_queue(log, queue);
        const Counts counts = count_calls(own, interval);
        LogFindings findings{.work = name};
        auto work = work_of(own, counts, all, parts.calendar, options, findings);
        if (!work) {
            Problem problem = Problem{Rule::log_without_handling_time}.at({file_name, 0});
            if (!log.queues[queue].empty()) problem.key = log.queues[queue];
            problems.push_back(std::move(problem));
            continue;
        }
        work->name = findings.work;
        parts.work.push_back(*std::move(work));
        imported.summary.work.push_back(std::move(findings));
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
}

}  // namespace

ImportedLog import_log(const CallLog& log, const std::string& file_name, const ImportOptions& options) {
    ImportedLog imported;
    imported.parts.title = options.title;
    imported.parts.calendar.interval = interval_of(log, file_name, options.interval);
    if (log.items.empty())
        import_calls(log, file_name, options, imported);
    else
        import_items(log, file_name, options, imported);
    imported.parts.calendar.time_zone = log.time_zone;
    Team agents{.name = "agents"};
    agents.handles.reserve(imported.parts.work.size());
    for (const Work& work : imported.parts.work) agents.handles.push_back(work.name);
    imported.parts.teams = {std::move(agents)};
    LogSummary& summary = imported.summary;
    summary.phantoms = log.phantoms;
    summary.interval = imported.parts.calendar.interval;
    summary.open = imported.parts.calendar.open;
    summary.time_zone = log.time_zone;
    summary.reading = log.reading;
    summary.gaps = gaps_of(log, summary);
    return imported;
}

}  // namespace freiton::study
