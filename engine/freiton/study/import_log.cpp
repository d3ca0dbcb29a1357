// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/import_log.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "freiton/analytic/estimate_log.hpp"
#include "freiton/simulation/law_functions.hpp"

namespace freiton::study {

namespace {

// Calls by weekday and interval of the day, and on how many dates of each weekday there were any.
struct Counts {
    std::map<Date, std::map<Minutes, double>> by_date;
    std::array<std::map<Minutes, double>, 7> by_weekday;
    std::array<int, 7> dates{};
};

Counts count_calls(const CallLog& log, Minutes interval) {
    Counts counts;
    const auto begin_of = [&](Minutes time) { return time - time % interval; };
    for (const LoggedCall& call : log.calls)
        counts.by_date[call.date][begin_of(Minutes{static_cast<int>(call.arrival_s / 60.0)})] += 1.0;
    for (const LoggedInterval& row : log.intervals) counts.by_date[row.date][begin_of(row.start)] += row.offered;
    for (const auto& [date, by_time] : counts.by_date) {
        const std::size_t weekday = weekday_index(date);
        ++counts.dates[weekday];
        for (const auto& [start, calls] : by_time) counts.by_weekday[weekday][start] += calls;
    }
    return counts;
}

bool any_call(const Counts& counts) {
    return std::any_of(counts.by_weekday.begin(), counts.by_weekday.end(), [](const auto& of_day) {
        return std::any_of(of_day.begin(), of_day.end(), [](const auto& cell) { return cell.second > 0.0; });
    });
}

// The run of noticeable intervals with the most calls; up to two quiet ones do not break it.
OpenHours opening_hours(const std::map<Minutes, double>& counts, Minutes interval) {
    constexpr double noticeable = 0.1;  // of the mean of the intervals with calls
    constexpr int most_quiet = 2;
    double sum = 0.0;
    for (const auto& [start, calls] : counts) sum += calls;
    const double threshold = noticeable * sum / static_cast<double>(std::max<std::size_t>(1, counts.size()));
    OpenSpan best{}, run{};
    double best_calls = 0.0, run_calls = 0.0;
    for (const auto& [start, calls] : counts) {
        if (calls <= 0.0 || calls < threshold || start >= Minutes{1440}) continue;
        if (run_calls == 0.0 || start - run.to > most_quiet * interval) {
            run = {start, start};
            run_calls = 0.0;
        }
        run.to = start + interval;
        run_calls += calls;
        if (run_calls > best_calls) {
            best = run;
            best_calls = run_calls;
        }
    }
    return best_calls > 0.0 ? OpenHours{best} : OpenHours{};
}

bool is_open(const OpenWeek& week, Date date, Minutes start) {
    const OpenHours& hours = week[weekday_index(date)];
    return std::any_of(hours.begin(), hours.end(),
                       [&](const OpenSpan& span) { return span.from <= start && start < span.to; });
}

CalendarParts calendar_of(const Counts& counts, Minutes interval) {
    CalendarParts calendar{.first_day = counts.by_date.begin()->first, .interval = interval};
    calendar.days = static_cast<int>((counts.by_date.rbegin()->first - calendar.first_day).count()) + 1;
    for (std::size_t weekday = 0; weekday < 7; ++weekday)
        calendar.open[weekday] = opening_hours(counts.by_weekday[weekday], interval);
    for (int day = 0; day < calendar.days; ++day) {
        const Date date = calendar.first_day + std::chrono::days{day};
        const bool open = !calendar.open[weekday_index(date)].empty();
        if (open && !counts.by_date.contains(date)) calendar.holidays.push_back(date);
    }
    return calendar;
}

// The weekday's mean in each open interval of each day of the log.
VolumeFile mean_volumes(const Counts& counts, const CalendarParts& calendar) {
    VolumeFile file{.path = "volumes.csv"};
    for (const auto& [date, by_time] : counts.by_date) {
        const std::size_t weekday = weekday_index(date);
        for (const OpenSpan& span : calendar.open[weekday])
            for (Minutes start = span.from; start < span.to; start += calendar.interval) {
                const auto found = counts.by_weekday[weekday].find(start);
                const double calls = found == counts.by_weekday[weekday].end() ? 0.0 : found->second;
                file.rows.push_back({.date = date, .start = start, .arrivals = calls / counts.dates[weekday]});
            }
    }
    return file;
}

DurationLaw handling_of(const CallLog& log, LogFindings& findings) {
    std::vector<double> recorded;
    for (const LoggedCall& call : log.calls)
        if (call.handling_s && *call.handling_s > 0.0) recorded.push_back(*call.handling_s);
    if (!recorded.empty()) return analytic::fit_handling_time(std::move(recorded), simulation::law_cdf, findings);
    double sum = 0.0;
    double calls = 0.0;
    for (const LoggedInterval& row : log.intervals)
        if (row.handling_s && row.offered > 0.0) {
            sum += *row.handling_s * row.offered;
            calls += row.offered;
        }
    findings.handling_mean_s = calls > 0.0 ? sum / calls : 0.0;
    return {.law = Law::exponential,
            .mean = Seconds{std::max(0.1, std::round(findings.handling_mean_s * 10.0) / 10.0)}};
}

// An export holds sums only: everybody is taken to wait as long as the answered do, which is a lower bound.
void patience_of_intervals(const CallLog& log, LogFindings& findings) {
    double waiting = 0.0;
    double abandoned = 0.0;
    for (const LoggedInterval& row : log.intervals) {
        if (!row.abandoned || !row.asa_s) continue;
        waiting += *row.asa_s * row.offered;
        abandoned += *row.abandoned;
    }
    if (abandoned > 0.0) findings.patience_total_wait_s = waiting / abandoned;
}

void summarise(const CallLog& log, const Counts& counts, const CalendarParts& calendar, LogFindings& findings) {
    double abandoned = 0.0;
    for (const LoggedCall& call : log.calls) {
        abandoned += call.answered ? 0.0 : 1.0;
        findings.has_waits = true;
    }
    for (const LoggedInterval& row : log.intervals) abandoned += row.abandoned.value_or(0.0);
    std::vector<std::pair<Date, double>> totals;
    for (const auto& [date, by_time] : counts.by_date) {
        double total = 0.0;
        for (const auto& [start, calls] : by_time) {
            (is_open(calendar.open, date, start) ? findings.offered : findings.left_out) += calls;
            if (is_open(calendar.open, date, start)) total += calls;
        }
        totals.emplace_back(date, total);
    }
    findings.phantoms = log.phantoms;
    findings.days = static_cast<int>(counts.by_date.size());
    const double all = findings.offered + findings.left_out;
    findings.abandoned_share = all > 0.0 ? abandoned / all : 0.0;
    findings.day_cv = analytic::estimate_day_cv(totals);
}

}  // namespace

ImportedLog import_log(const CallLog& log, const std::string& file_name, const ImportOptions& options) {
    const Counts counts = count_calls(log, options.interval);
    if (!any_call(counts)) throw InputError{Problem{Rule::log_without_calls}.at({file_name, 0})};
    ImportedLog imported;
    ScenarioParts& parts = imported.parts;
    LogFindings& findings = imported.findings;
    parts.title = options.title;
    parts.calendar = calendar_of(counts, options.interval);
    summarise(log, counts, parts.calendar, findings);
    Work calls{.name = "calls"};
    calls.arrivals.file = mean_volumes(counts, parts.calendar);
    calls.arrivals.day_cv = std::round(findings.day_cv.value_or(0.0) * 1000.0) / 1000.0;
    calls.handling_time = handling_of(log, findings);
    analytic::estimate_patience(log.calls, findings);
    patience_of_intervals(log, findings);
    const auto patience = findings.patience_mean_s ? findings.patience_mean_s : findings.patience_total_wait_s;
    if (patience) calls.patience = DurationLaw{.mean = Seconds{std::max(1.0, std::round(*patience))}};
    calls.call_target = CallTarget{.answered = Share{0.8}, .within = Seconds{20.0}};
    parts.work = {calls};
    parts.teams = {Team{.name = "agents", .handles = {"calls"}}};
    return imported;
}

}  // namespace freiton::study
