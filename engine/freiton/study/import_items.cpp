// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/import_items.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "freiton/analytic/estimate_log.hpp"
#include "freiton/core/median.hpp"
#include "freiton/study/queue_names.hpp"

namespace freiton::study {

namespace {

std::optional<double> median_h(std::vector<double> seconds) {
    if (seconds.empty()) return std::nullopt;
    return upper_median(std::move(seconds)) / 3600.0;
}

void find_durations(const CallLog& log, std::size_t queue, LogFindings& findings, std::vector<double>& efforts) {
    std::vector<double> responses;
    std::vector<double> resolutions;
    for (const LoggedItem& item : log.items) {
        if (item.queue != queue) continue;
        findings.offered += 1.0;
        if (item.response_after_s) responses.push_back(*item.response_after_s);
        if (item.resolved_after_s) resolutions.push_back(*item.resolved_after_s);
        if (item.handling_s && *item.handling_s > 0.0) efforts.push_back(*item.handling_s);
    }
    findings.response_median_h = median_h(std::move(responses));
    findings.resolution_median_h = median_h(std::move(resolutions));
}

std::optional<DurationLaw> effort_law(std::vector<double> efforts, const ImportOptions& options,
                                      LogFindings& findings) {
    if (!efforts.empty()) return analytic::fit_handling_time(std::move(efforts), findings);
    if (!options.handling_time) return std::nullopt;
    findings.handling_mean_s = options.handling_time->count();
    findings.handling_stated = true;
    return DurationLaw{.law = Law::exponential, .mean = *options.handling_time};
}

VolumeFile recorded_items(const CallLog& log, std::size_t queue) {
    VolumeFile file{.path = "volumes.csv"};
    for (const LoggedItem& item : log.items) {
        if (item.queue != queue) continue;
        const double whole = std::floor(item.arrival_s);
        const Minutes start{static_cast<int>(whole / 60.0)};
        file.rows.push_back(
            {.date = item.date, .start = start, .second_s = whole - Seconds{start}.count(), .arrivals = 1.0});
    }
    std::stable_sort(file.rows.begin(), file.rows.end(), [](const VolumeRow& a, const VolumeRow& b) {
        if (a.date != b.date) return a.date < b.date;
        return a.start != b.start ? a.start < b.start : a.second_s < b.second_s;
    });
    return file;
}

}  // namespace

void import_items(const CallLog& log, const std::string& file_name, const ImportOptions& options,
                  ImportedLog& imported) {
    constexpr OpenSpan whole_day{Minutes{0}, Minutes{1440}};
    constexpr BacklogTarget start{.done = Share{0.8}, .within = {.time = Seconds{seconds_a_day}, .clock = Clock::wall}};
    CalendarParts& calendar = imported.parts.calendar;
    const auto [first, last] = std::minmax_element(log.items.begin(), log.items.end(),
                                                   [](const auto& a, const auto& b) { return a.date < b.date; });
    calendar.first_day = first->date;
    calendar.days = static_cast<int>((last->date - first->date).count()) + 1;
    for (OpenHours& hours : calendar.open) hours = {whole_day};
    std::set<Date> days;
    for (const LoggedItem& item : log.items) days.insert(item.date);
    imported.summary.days = static_cast<int>(days.size());
    Problems problems;
    for (const auto& [queue, name] : named_queues(log)) {
        LogFindings findings{.work = name};
        std::vector<double> efforts;
        find_durations(log, queue, findings, efforts);
        auto effort = effort_law(std::move(efforts), options, findings);
        if (!effort) {
            problems.push_back(Problem{Rule::log_without_handling_time}.at({file_name, 0}).on(log.queues[queue]));
            continue;
        }
        Work items{.name = findings.work, .kind = WorkKind::backlog};
        items.arrivals.file = recorded_items(log, queue);
        items.arrivals.recorded = true;
        items.handling_time = *std::move(effort);
        items.backlog_target = start;
        imported.parts.work.push_back(std::move(items));
        imported.summary.work.push_back(std::move(findings));
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
}

}  // namespace freiton::study
