// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/logged_calls.hpp"

#include <algorithm>

#include "freiton/study/log_calendar.hpp"
#include "freiton/study/logged_reader.hpp"
#include "freiton/study/queue_names.hpp"

namespace freiton::study {

namespace {

WorkOfQueue works_of_queues(const Scenario& scenario, const std::vector<NamedQueue>& queues) {
    std::vector<WorkIndex> calls;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        if (scenario.work()[w].answered_now()) calls.push_back(w);
    WorkOfQueue found;
    for (const NamedQueue& queue : queues) {
        const auto same = std::find_if(calls.begin(), calls.end(),
                                       [&](WorkIndex w) { return scenario.work()[w].name == queue.name; });
        if (same != calls.end())
            found[queue.queue] = *same;
        else if (queues.size() == 1 && calls.size() == 1)
            found[queue.queue] = calls.front();
        else
            found[queue.queue] = std::nullopt;
    }
    return found;
}

std::string span_of(Date first, Date last) {
    return first == last ? date_text(first) : date_text(first) + ".." + date_text(last);
}

std::string joined_names(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all.append(all.empty() ? "" : ", ").append(name.empty() ? "-" : name);
    return all;
}

std::vector<std::string> calls_of(const Scenario& scenario) {
    std::vector<std::string> names;
    for (const Work& work : scenario.work())
        if (work.answered_now()) names.push_back(work.name);
    return names;
}

void check_length_of_rows(const CallLog& log, const std::string& file_name, Minutes interval) {
    try {
        interval_of(log, file_name, interval);
    } catch (const InputError& error) {
        refuse(Rule::log_coarser, {file_name, 0},
               {error.problems().front().arguments.front(), std::to_string(interval.count())});
    }
}

void refuse_other_days(const Scenario& scenario, const std::vector<Date>& logged, bool is_undated,
                       const std::string& file_name) {
    const Calendar& calendar = scenario.calendar();
    const std::string days = span_of(calendar.date(0), calendar.date(calendar.days() - 1));
    if (is_undated) refuse(Rule::log_without_dates, {file_name, 0}, {days, date_text(calendar.date(0))});
    refuse(Rule::log_of_other_days, {file_name, 0}, {span_of(logged.front(), logged.back()), days});
}

}  // namespace

LoggedCalls logged_calls(const Scenario& scenario, const CallLog& log, const std::string& file_name,
                         const ValidateOptions& options) {
    const std::vector<NamedQueue> queues = named_queues(log);
    if (queues.empty() || !log.items.empty()) refuse(Rule::log_without_calls, {file_name, 0});
    if (was_noted(log, LogNoteKind::days_spread)) refuse(Rule::log_of_whole_days, {file_name, 0});
    const std::optional<std::string>& zone = scenario.calendar().parts().time_zone;
    if (log.time_zone && zone && *log.time_zone != *zone)
        refuse(Rule::log_of_other_zone, {file_name, 0}, {*log.time_zone, *zone});
    if (!log.intervals.empty()) check_length_of_rows(log, file_name, scenario.calendar().parts().interval);
    WorkOfQueue works = works_of_queues(scenario, queues);
    std::vector<std::string> names;
    std::vector<std::string> others;
    for (const NamedQueue& queue : queues) {
        names.push_back(queue.name);
        if (!works[queue.queue]) others.push_back(queue.name);
    }
    if (others.size() == names.size())
        refuse(Rule::log_of_other_queues, {file_name, 0}, {joined_names(names), joined_names(calls_of(scenario))});
    LoggedCalls found = read_logged_calls(scenario, log, works, options);
    if (found.days.empty())
        refuse_other_days(scenario, found.left_out.days_only_in_log, was_noted(log, LogNoteKind::no_dates), file_name);
    found.left_out.queues = std::move(others);
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        if (std::none_of(found.work.begin(), found.work.end(), [&](const auto& one) { return one.work == w; }))
            found.left_out.works.push_back(scenario.work()[w].name);
    return found;
}

}  // namespace freiton::study
