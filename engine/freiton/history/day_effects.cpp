// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/day_effects.hpp"

#include <algorithm>

namespace freiton::history {

namespace {

constexpr unsigned days_from_turn = 7;  // the first days of a month that have an effect of their own
constexpr unsigned days_to_turn = 5;    // the last
constexpr std::size_t points_of_year = 6;

constexpr std::size_t first_of_month = 7;  // after the weekdays
constexpr std::size_t first_of_year = first_of_month + days_from_turn + days_to_turn;
constexpr std::size_t first_of_events = first_of_year + points_of_year;

// Whether it is known on the day `seen` that the event falls on that date.
bool has(const Event& event, Date date, Date seen) {
    const auto is_among = [&](const std::vector<Date>& dates) {
        return std::binary_search(dates.begin(), dates.end(), date);
    };
    return is_among(event.dates) || (date <= seen && is_among(event.unannounced));
}

// Whether one of its dates is the next (or last) day on which the office opens, or lies on the way there.
bool is_beside(const Event& event, const OpenWeek& open, Date date, int step, Date seen) {
    for (int tried = 0; tried < 7; ++tried) {
        date += std::chrono::days{step};
        if (has(event, date, seen)) return true;
        if (!open[weekday_index(date)].empty()) return false;
    }
    return false;
}

void add_month(Date date, DayEffects::Terms& terms) {
    const std::chrono::year_month_day day{date};
    const unsigned of_month = static_cast<unsigned>(day.day());
    const unsigned last = static_cast<unsigned>((day.year() / day.month() / std::chrono::last).day());
    const unsigned left = last - of_month;
    if (of_month <= days_from_turn)
        terms.push_back({first_of_month + of_month - 1, 1.0, DayEffects::Group::month});
    else if (left < days_to_turn)
        terms.push_back({first_of_month + days_from_turn + left, 1.0, DayEffects::Group::month});
}

// The time of year between two of its points.
void add_season(Date date, DayEffects::Terms& terms) {
    const std::chrono::year_month_day day{date};
    const Date new_year{day.year() / std::chrono::January / 1};
    const double place = static_cast<double>((date - new_year).count()) * static_cast<double>(points_of_year) / 366.0;
    const auto before = static_cast<std::size_t>(place);
    const double beyond = place - static_cast<double>(before);
    terms.push_back({first_of_year + before, 1.0 - beyond, DayEffects::Group::season});
    terms.push_back({first_of_year + (before + 1) % points_of_year, beyond, DayEffects::Group::season});
}

}  // namespace

std::size_t DayEffects::columns() const { return first_of_events + 3 * setting_.events.size(); }

std::size_t DayEffects::event_column(std::size_t event, Side side) const {
    return first_of_events + 3 * event + static_cast<std::size_t>(side);
}

double DayEffects::ridge(std::size_t column) const {
    if (column < first_of_month) return 1e-6;
    if (column < first_of_year) return 0.2;
    if (column < first_of_events) return 0.1;
    const bool on = (column - first_of_events) % 3 == static_cast<std::size_t>(Side::on);
    return on ? 0.02 : 0.3;
}

DayEffects::Terms DayEffects::terms_of(Date date, Date seen) const {
    Terms terms{{weekday_index(date), 1.0, Group::weekday}};
    add_month(date, terms);
    add_season(date, terms);
    for (std::size_t event = 0; event < setting_.events.size(); ++event) {
        const Event& dates = setting_.events[event];
        if (has(dates, date, seen)) {
            terms.push_back({event_column(event, Side::on), 1.0, Group::event});
            continue;
        }
        if (is_beside(dates, setting_.open, date, 1, seen))
            terms.push_back({event_column(event, Side::before), 1.0, Group::event});
        if (is_beside(dates, setting_.open, date, -1, seen))
            terms.push_back({event_column(event, Side::after), 1.0, Group::event});
    }
    return terms;
}

}  // namespace freiton::history
