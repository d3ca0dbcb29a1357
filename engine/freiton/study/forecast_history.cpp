// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast_history.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "freiton/core/problem.hpp"
#include "freiton/study/import_log.hpp"
#include "freiton/study/log_calendar.hpp"

namespace freiton::study {

namespace {

// Tickets count when they come, as calls do.
CallLog with_items_as_calls(const CallLog& log) {
    CallLog calls = log;
    calls.calls.reserve(log.items.size());
    for (const LoggedItem& item : log.items)
        calls.calls.push_back(
            {.date = item.date, .arrival_s = item.arrival_s, .handling_s = item.handling_s, .queue = item.queue});
    return calls;
}

double total_of(const Counts& counts, Date date) {
    const auto found = counts.by_date.find(date);
    double total = 0.0;
    if (found != counts.by_date.end())
        for (const auto& [start, calls] : found->second) total += calls;
    return total;
}

// Open weekdays on which nothing came, though the weekday's middle one brings more than chance ever misses.
std::vector<Date> closed_days(const Counts& all, const OpenWeek& open, Date first, Date last) {
    constexpr double surely_some = 8.0;
    std::array<std::vector<double>, 7> totals;
    for (Date date = first; date <= last; date += std::chrono::days{1})
        totals[weekday_index(date)].push_back(total_of(all, date));
    std::vector<Date> closed;
    for (Date date = first; date <= last; date += std::chrono::days{1}) {
        std::vector<double>& of_weekday = totals[weekday_index(date)];
        const auto middle = of_weekday.begin() + static_cast<std::ptrdiff_t>(of_weekday.size() / 2);
        std::nth_element(of_weekday.begin(), middle, of_weekday.end());
        const bool usual = !open[weekday_index(date)].empty() && *middle >= surely_some;
        if (usual && total_of(all, date) == 0.0) closed.push_back(date);
    }
    return closed;
}

// The open days of every queue, empty.
std::vector<history::WorkHistory> empty_days(const CallLog& log, const LogDays& days) {
    std::vector<history::WorkHistory> work;
    std::vector<Work> named;
    for (const std::string& queue : log.queues) {
        named.push_back({.name = work_name(queue, log.items.empty() ? "calls" : "items", named)});
        work.push_back({.work = named.back().name});
        for (Date date = days.first; date <= days.last; date += std::chrono::days{1}) {
            const bool open = !days.setting.open[weekday_index(date)].empty();
            if (!open || std::binary_search(days.closed.begin(), days.closed.end(), date)) continue;
            history::HistoryDay day{.date = date};
            day.counts.assign(days.setting.intervals_of_day(), 0.0);
            work.back().days.push_back(std::move(day));
        }
    }
    return work;
}

// Puts contacts of a log into the days; those outside the open time are counted apart.
class DayFiller {
  public:
    explicit DayFiller(LogDays& days) : days_{days} {
        if (days_.work.empty()) return;
        for (std::size_t i = 0; i < days_.work[0].days.size(); ++i) places_[days_.work[0].days[i].date] = i;
    }

    void add(std::size_t queue, Date date, Minutes start, double count, double handled, double handling_s) {
        const auto place = places_.find(date);
        const auto at = static_cast<std::size_t>(start / days_.setting.interval);
        if (place == places_.end() || !days_.setting.is_open(weekday_index(date), at)) {
            days_.work[queue].left_out += count;
            return;
        }
        history::HistoryDay& day = days_.work[queue].days[place->second];
        day.counts[at] += count;
        if (handled <= 0.0) return;
        day.handled.resize(day.counts.size());
        day.handling_s.resize(day.counts.size());
        day.handled[at] += handled;
        day.handling_s[at] += handling_s;
    }

  private:
    LogDays& days_;
    std::map<Date, std::size_t> places_{};
};

void fill(const CallLog& log, LogDays& days) {
    DayFiller filler{days};
    for (const LoggedCall& call : log.calls) {
        const double handling_s = call.handling_s.value_or(0.0);
        filler.add(call.queue, call.date, Minutes{static_cast<int>(call.arrival_s / 60.0)}, 1.0,
                   handling_s > 0.0 ? 1.0 : 0.0, handling_s);
    }
    for (const LoggedInterval& row : log.intervals) {
        const double handled = row.handling_s && *row.handling_s > 0.0 ? row.handled() : 0.0;
        filler.add(row.queue, row.date, row.start, row.offered, handled, handled * row.handling_s.value_or(0.0));
    }
}

}  // namespace

LogDays days_of(const CallLog& log, const std::string& file_name, std::optional<Minutes> interval) {
    constexpr OpenSpan whole_day{Minutes{0}, Minutes{1440}};
    LogDays days;
    days.setting.interval = interval_of(log, file_name, interval);
    const CallLog counted = with_items_as_calls(log);
    const Counts all = count_calls(counted, days.setting.interval);
    if (!any_call(all)) throw InputError{Problem{Rule::log_without_calls}.at({file_name, 0})};
    days.setting.open = calendar_of(all, days.setting.interval, !counted.intervals.empty()).open;
    if (!log.items.empty())
        for (OpenHours& hours : days.setting.open) hours = {whole_day};
    days.first = all.by_date.begin()->first;
    days.last = all.by_date.rbegin()->first;
    days.closed = closed_days(all, days.setting.open, days.first, days.last);
    days.work = empty_days(log, days);
    fill(counted, days);
    return days;
}

}  // namespace freiton::study
