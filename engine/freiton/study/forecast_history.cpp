// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast_history.hpp"

#include <map>
#include <set>

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

// Of each queue, what the rows of each date hold together; nothing on open days on which no queue has any.
std::vector<std::map<Date, double>> rows_by_date(const CallLog& log, const std::vector<Date>& open) {
    std::set<Date> any;
    for (const LoggedCall& call : log.calls) any.insert(call.date);
    for (const LoggedInterval& row : log.intervals) any.insert(row.date);
    std::map<Date, double> quiet;
    for (const Date date : open)
        if (!any.contains(date)) quiet.emplace(date, 0.0);
    std::vector<std::map<Date, double>> rows(log.queues.size(), quiet);
    for (const LoggedCall& call : log.calls) rows[call.queue][call.date] += 1.0;
    for (const LoggedInterval& row : log.intervals) rows[row.queue][row.date] += row.offered;
    return rows;
}

history::WorkHistory empty_days(const std::string& name, const std::vector<Date>& dates, std::size_t intervals) {
    history::WorkHistory work{.work = name};
    work.days.reserve(dates.size());
    for (const Date date : dates) {
        history::HistoryDay day{.date = date};
        day.counts.assign(intervals, 0.0);
        work.days.push_back(std::move(day));
    }
    return work;
}

// The queues that are not gone, which they are by queue.
std::map<std::size_t, std::size_t> add_works(const CallLog& log, const CallLog& counted,
                                             const std::vector<Date>& holidays, LogDays& days) {
    const std::vector<std::map<Date, double>> rows = rows_by_date(counted, days.known.open);
    std::map<std::size_t, std::size_t> works;
    for (const NamedQueue& queue : named_queues(log)) {
        QueueDays own = queue_days(days.known.open, rows[queue.queue], holidays);
        if (own.ended) {
            days.ended.push_back({queue.name, *own.ended});
            continue;
        }
        works[queue.queue] = days.work.size();
        days.work.push_back(empty_days(queue.name, own.known, days.setting.intervals_of_day()));
        days.work_days.push_back(std::move(own));
    }
    return works;
}

// Puts contacts of a log into the days; those outside the open time are counted apart.
class DayFiller {
  public:
    DayFiller(const std::map<std::size_t, std::size_t>& works, LogDays& days)
        : days_{days}, works_{works}, places_(days.work.size()) {
        for (std::size_t w = 0; w < days.work.size(); ++w)
            for (std::size_t i = 0; i < days.work[w].days.size(); ++i) places_[w][days.work[w].days[i].date] = i;
    }

    void add(std::size_t queue, Date date, Minutes start, double count, double handled, double handling_s) {
        const auto found = works_.find(queue);
        if (count <= 0.0 || found == works_.end()) return;
        const std::map<Date, std::size_t>& places = places_[found->second];
        const auto place = places.find(date);
        const auto at = static_cast<std::size_t>(start / days_.setting.interval);
        history::WorkHistory& work = days_.work[found->second];
        if (place == places.end() || !days_.setting.is_open(weekday_index(date), at)) {
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
    const std::map<std::size_t, std::size_t>& works_;  // by queue
    std::vector<std::map<Date, std::size_t>> places_;  // of each work
};

void fill(const CallLog& log, const std::map<std::size_t, std::size_t>& works, LogDays& days) {
    DayFiller filler{works, days};
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
    days.empty = empty_queues(log);
    fill(counted, add_works(log, counted, holidays, days), days);
    return days;
}

}  // namespace freiton::study
