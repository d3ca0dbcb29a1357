// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/weeks_in_turn.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "freiton/model/beyond_horizon.hpp"

namespace freiton::staffing {

namespace {

constexpr int days_of_week = 7;
constexpr int most_days_at_once = 8 * days_of_week;  // in one search about as long as two different weeks in turn
constexpr int most_days_before = 5;
constexpr Seconds longest_delay = Hours{8.0};  // in the mean, of what contacts lead to: a day fills the office with it

struct Days {
    int first = 0;
    int count = 0;
};

// Whether what it leads to comes soon, so that the days before a week bring what that week has of it.
bool is_over_soon(const Work& work) {
    const auto is_soon = [](const LeadsTo& lead) { return lead.after <= longest_delay; };
    return std::all_of(work.leads_to.begin(), work.leads_to.end(), is_soon) &&
           !(work.redial && work.redial->after > longest_delay) && !(work.chased && work.chased->every > longest_delay);
}

bool may_go_in_turn(const Scenario& scenario) {
    const ScenarioParts& parts = scenario.parts();
    return scenario.calendar().days() > most_days_at_once && !parts.calendar.repeats && !parts.plan.assurance_days &&
           parts.plan.alike.empty() && days_until_all_is_due(scenario) <= most_days_before &&
           std::all_of(parts.work.begin(), parts.work.end(), is_over_soon);
}

int days_before(const Scenario& scenario, int week) {
    const int wanted = std::max(days_until_all_is_due(scenario), 1);
    int first = week;
    for (int found = 0; first > 0 && found < wanted;) found += scenario.calendar().is_open(--first) ? 1 : 0;
    return week - first;
}

ScenarioParts in_days(const Scenario& scenario, const Days& days) {
    ScenarioParts parts = scenario.parts();
    parts.calendar.first_day = scenario.calendar().date(days.first);
    parts.calendar.days = days.count;
    const auto is_outside = [&](const auto& row) {
        const auto day = (row.date - parts.calendar.first_day).count();
        return day < 0 || day >= days.count;
    };
    for (Work& work : parts.work) {
        if (days.first > 0) work.opening_backlog = {};
        if (work.arrivals.file) std::erase_if(work.arrivals.file->rows, is_outside);
    }
    for (Team& team : parts.teams)
        if (team.staff) std::erase_if(team.staff->rows, is_outside);
    if (days.first > 0) parts.simulation.warm_up_days = 0;  // its own days stand before it
    return parts;
}

// The first of the closed days just before these: what lies there came after the last open day (closed_before).
Date first_that_matters(const CalendarParts& calendar) {
    Date first = calendar.first_day;
    for (int back = 1; back <= days_of_week; ++back) {
        const Date date = calendar.first_day - std::chrono::days{back};
        if (!calendar.holidays.has(date) && !calendar.open[weekday_index(date)].empty()) break;
        first = date;
    }
    return first;
}

void move(Holidays& holidays, Date first, Date end, std::chrono::days by) {
    std::erase_if(holidays.dates, [&](Date date) { return date < first || date >= end; });
    for (Date& date : holidays.dates) date += by;
    std::sort(holidays.dates.begin(), holidays.dates.end());
}

// The same days by another date, so that weeks can be held against each other.
ScenarioParts beginning_on(Date first_day, ScenarioParts parts) {
    const auto by = first_day - parts.calendar.first_day;
    const Date first = first_that_matters(parts.calendar);
    const Date end = parts.calendar.first_day + std::chrono::days{parts.calendar.days};
    move(parts.calendar.holidays, first, end, by);
    for (auto& [name, hours] : parts.site_hours) move(hours.holidays, first, end, by);
    const auto move_row = [&](auto& row) {
        row.date += by;
        row.line = 0;
    };
    for (Work& work : parts.work)
        if (work.arrivals.file)
            std::for_each(work.arrivals.file->rows.begin(), work.arrivals.file->rows.end(), move_row);
    for (Team& team : parts.teams)
        if (team.staff) std::for_each(team.staff->rows.begin(), team.staff->rows.end(), move_row);
    parts.calendar.first_day = first_day;
    return parts;
}

// Where clocks change an hour is missing, or there twice.
bool have_the_same_times(const Calendar& a, const Calendar& b) {
    const auto same = [](const Interval& one, const Interval& other) {
        return one.day == other.day && one.start == other.start && one.since_start == other.since_start;
    };
    return std::equal(a.intervals().begin(), a.intervals().end(), b.intervals().begin(), b.intervals().end(), same);
}

bool are_alike(const Stretch& a, const Stretch& b) {
    const auto& [first, second] = std::pair{a.scenario.parts(), b.scenario.parts()};
    const bool same_weekday = weekday_index(first.calendar.first_day) == weekday_index(second.calendar.first_day);
    return a.lead_in == b.lead_in && same_weekday &&
           have_the_same_times(a.scenario.calendar(), b.scenario.calendar()) &&
           beginning_on(first.calendar.first_day, first) == beginning_on(first.calendar.first_day, second);
}

}  // namespace

std::vector<Stretch> weeks_in_turn(const Scenario& scenario) {
    std::vector<Stretch> weeks;
    if (!may_go_in_turn(scenario)) return weeks;
    const Calendar& calendar = scenario.calendar();
    for (int week = 0; week < calendar.days(); week += days_of_week) {
        const int end = std::min(week + days_of_week, calendar.days());
        const int before = days_before(scenario, week);
        const std::size_t begin = calendar.first_interval(week - before);
        const std::size_t lead_in = calendar.first_interval(week) - begin;
        if (calendar.first_interval(end) == calendar.first_interval(week)) continue;  // closed all week
        ScenarioParts parts = in_days(scenario, {week - before, end - week + before});
        if (!Scenario::check(parts).empty()) return {};  // a table without a row for this week, say
        Stretch next{Scenario{std::move(parts)}, {begin}, lead_in, true};
        const auto same =
            std::find_if(weeks.begin(), weeks.end(), [&](const Stretch& other) { return are_alike(other, next); });
        if (same == weeks.end())
            weeks.push_back(std::move(next));
        else
            same->begins.push_back(begin);
    }
    return weeks;
}

}  // namespace freiton::staffing
