// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/hours_now.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace freiton::study {

namespace {

constexpr int recent_weeks = 6;
constexpr double hardly_any = 0.1;  // of what came before

struct SomeWeeks {
    std::set<long> weeks{};  // in which anything came, counted back from the last one
    std::array<ByTime, 7> calls{};

    double at(std::size_t weekday, Minutes start) const {
        const auto found = calls[weekday].find(start);
        return found == calls[weekday].end() ? 0.0 : found->second;
    }
};

struct RecentAndBefore {
    SomeWeeks recent{};
    SomeWeeks before{};

    /// What the recent weeks would have, were they as those before.
    double expected(std::size_t weekday, Minutes start) const {
        return before.at(weekday, start) * static_cast<double>(recent.weeks.size()) /
               static_cast<double>(before.weeks.size());
    }
};

RecentAndBefore parted(const Counts& counts) {
    RecentAndBefore both;
    std::optional<Date> last;
    for (auto day = counts.by_date.rbegin(); day != counts.by_date.rend(); ++day) {
        const auto& [date, by_time] = *day;
        for (const auto& [start, calls] : by_time) {
            if (calls <= 0.0) continue;
            last = last.value_or(date);
            const long weeks_ago = static_cast<long>((*last - date).count() / 7);
            SomeWeeks& part = weeks_ago < recent_weeks ? both.recent : both.before;
            part.weeks.insert(weeks_ago);
            part.calls[weekday_index(date)][start] += calls;
        }
    }
    return both;
}

// The span in parts: runs of times in which hardly anything comes any more are left out, if it is missed.
void add_kept(const RecentAndBefore& both, std::size_t weekday, const OpenSpan& span, Minutes interval,
              OpenHours& kept) {
    const auto ended = [&](Minutes start) {
        return both.recent.at(weekday, start) <= hardly_any * both.expected(weekday, start);
    };
    Minutes from = span.from;
    for (Minutes at = span.from; at < span.to;) {
        double missed = 0.0;
        Minutes to = at;
        for (; to < span.to && ended(to); to += interval) missed += both.expected(weekday, to);
        if (missed >= surely_some) {
            if (from < at) kept.push_back({from, at});
            from = to;
        }
        at = to + interval;
    }
    if (from < span.to) kept.push_back({from, span.to});
}

OpenWeek hours_kept(const OpenWeek& week, const Counts& counts, Minutes interval) {
    const RecentAndBefore both = parted(counts);
    if (both.before.weeks.empty()) return week;
    OpenWeek kept;
    for (std::size_t weekday = 0; weekday < week.size(); ++weekday)
        for (const OpenSpan& span : week[weekday]) add_kept(both, weekday, span, interval, kept[weekday]);
    return kept;
}

// Of the last weeks before the last day with calls.
Counts recent_counts(const Counts& all) {
    const auto last = std::find_if(all.by_date.rbegin(), all.by_date.rend(), [](const auto& day) {
        return std::any_of(day.second.begin(), day.second.end(), [](const auto& one) { return one.second > 0.0; });
    });
    Counts recent;
    for (const auto& [date, by_time] : all.by_date) {
        if (date > last->first || date <= last->first - std::chrono::days{7 * recent_weeks}) continue;
        recent.by_date.emplace(date, by_time);
        ++recent.dates[weekday_index(date)];
        for (const auto& [start, calls] : by_time) recent.by_weekday[weekday_index(date)][start] += calls;
    }
    return recent;
}

OpenHours together(OpenHours hours, const OpenHours& others) {
    hours.insert(hours.end(), others.begin(), others.end());
    std::sort(hours.begin(), hours.end(), [](const OpenSpan& a, const OpenSpan& b) { return a.from < b.from; });
    OpenHours joined;
    for (const OpenSpan& span : hours)
        if (joined.empty() || joined.back().to < span.from)
            joined.push_back(span);
        else
            joined.back().to = std::max(joined.back().to, span.to);
    return joined;
}

}  // namespace

OpenWeek hours_now(const Counts& all, Minutes interval, bool by_interval) {
    const auto hours_of = [&](const Counts& counts) { return calendar_of(counts, interval, by_interval).open; };
    OpenWeek week = hours_kept(hours_of(all), all, interval);
    const OpenWeek recent = hours_of(recent_counts(all));
    for (std::size_t weekday = 0; weekday < week.size(); ++weekday)
        week[weekday] = together(std::move(week[weekday]), recent[weekday]);
    return week;
}

}  // namespace freiton::study
