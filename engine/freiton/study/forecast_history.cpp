// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast_history.hpp"

#include <map>

#include "freiton/core/problem.hpp"
#include "freiton/study/hours_now.hpp"
#include "freiton/study/log_calendar.hpp"
#include "freiton/study/queue_names.hpp"

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

history::WorkHistory empty_days(const std::string& name, const LogDays& days) {
    history::WorkHistory work{.work = name};
    work.days.reserve(days.known.open.size());
    for (const Date date : days.known.open) {
        history::HistoryDay day{.date = date};
        day.counts.assign(days.setting.intervals_of_day(), 0.0);
        work.days.push_back(std::move(day));
    }
    return work;
}

// Puts contacts of a log into the days; those outside the open time are counted apart.
class DayFiller {
  public:
    DayFiller(const std::vector<NamedQueue>& queues, LogDays& days) : days_{days} {
        for (std::size_t i = 0; i < days_.work[0].days.size(); ++i) places_[days_.work[0].days[i].date] = i;
        for (std::size_t i = 0; i < queues.size(); ++i) work_[queues[i].queue] = &days_.work[i];
    }

    void add(std::size_t queue, Date date, Minutes start, double count, double handled, double handling_s) {
        if (count <= 0.0) return;
        const auto place = places_.find(date);
        const auto at = static_cast<std::size_t>(start / days_.setting.interval);
        history::WorkHistory& work = *work_.at(queue);
        if (place == places_.end() || !days_.setting.is_open(weekday_index(date), at)) {
            work.left_out += count;
            return;
        }
        history::HistoryDay& day = work.days[place->second];
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
    std::map<std::size_t, history::WorkHistory*> work_{};
};

void fill(const CallLog& log, const std::vector<NamedQueue>& queues, LogDays& days) {
    DayFiller filler{queues, days};
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

LogDays days_of(const CallLog& log, const std::string& file_name, std::optional<Minutes> interval,
                const std::vector<Date>& holidays) {
    constexpr OpenSpan whole_day{Minutes{0}, Minutes{1440}};
    LogDays days;
    days.setting.interval = interval_of(log, file_name, interval);
    const CallLog counted = with_items_as_calls(log);
    const Counts all = count_calls(counted, days.setting.interval);
    if (!any_call(all)) throw InputError{Problem{Rule::log_without_calls}.at({file_name, 0})};
    const bool by_interval = !counted.intervals.empty();
    days.setting.open = hours_now(all, days.setting.interval, by_interval);
    if (!log.items.empty())
        for (OpenHours& hours : days.setting.open) hours = {whole_day};
    days.known = known_days(all, days.setting.open, by_interval, holidays);
    const std::vector<NamedQueue> queues = named_queues(log);
    for (const NamedQueue& queue : queues) days.work.push_back(empty_days(queue.name, days));
    days.empty = empty_queues(log);
    fill(counted, queues, days);
    return days;
}

}  // namespace freiton::study
