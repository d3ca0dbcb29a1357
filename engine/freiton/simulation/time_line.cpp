// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/time_line.hpp"

#include "freiton/model/beyond_horizon.hpp"

namespace freiton::simulation {

namespace {

class Builder {
  public:
    explicit Builder(const Calendar& calendar) : calendar_{calendar} {}

    // The intervals of a calendar day, so many seconds later than there.
    void add_day(int day, double shift, bool in_horizon) {
        const std::size_t first = calendar_.first_interval(day);
        const std::size_t last = calendar_.first_interval(day + 1);
        if (first == last) return;
        const double length = calendar_.interval_length().count();
        for (std::size_t i = first; i < last; ++i) {
            const double start = calendar_.intervals()[i].since_start.count() + shift;
            const int cell = static_cast<int>(in_horizon ? i : calendar_.intervals().size());
            line_.slots.push_back({start, start + length, static_cast<int>(line_.day_close.size()), cell, true, true,
                                   static_cast<int>(i)});
            line_.interval.push_back(i);
        }
        line_.day_close.push_back(line_.slots.back().end);
    }

    void begin_horizon() { line_.first_horizon_slot = static_cast<int>(line_.slots.size()); }
    void end_horizon() { line_.end_horizon_slot = static_cast<int>(line_.slots.size()); }

    TimeLine finished(double origin, double opening_arrival) {
        line_.origin_s = origin;
        line_.opening_arrival_s = opening_arrival;
        for (std::size_t s = 0; s + 1 < line_.slots.size(); ++s) {
            const bool joined = line_.slots[s + 1].start <= line_.slots[s].end + 1e-6;
            line_.slots[s].closes = !joined;
            line_.slots[s + 1].opens = !joined;
        }
        return std::move(line_);
    }

  private:
    const Calendar& calendar_;
    TimeLine line_;
};

int horizons_with(int days, int days_of_one) { return (days + days_of_one - 1) / days_of_one; }

TimeLine repeated(const Calendar& calendar, int warm_up_days, int days_after) {
    const double length = calendar.length().count();
    const int before = horizons_with(warm_up_days, calendar.days());
    const int after = horizons_with(days_after, calendar.open_days());
    const double origin = (before + 1) * length;  // what came while closed may come before the first opening
    Builder builder{calendar};
    for (int k = -before; k <= after; ++k) {
        if (k == 0) builder.begin_horizon();
        for (int day = 0; day < calendar.days(); ++day) builder.add_day(day, origin + k * length, k == 0);
        if (k == 0) builder.end_horizon();
    }
    return builder.finished(origin, origin);
}

}  // namespace

TimeLine time_line(const Calendar& calendar, int warm_up_days, int days_after) {
    if (calendar.parts().repeats) return repeated(calendar, warm_up_days, days_after);
    const double origin = (warm_up_days + 8) * seconds_a_day;  // nothing happens before second 0
    Builder builder{calendar};
    const int first = first_open_day(calendar);
    for (int day = warm_up_days; day > 0; --day) builder.add_day(first, origin - day * seconds_a_day, false);
    builder.begin_horizon();
    for (int day = 0; day < calendar.days(); ++day) builder.add_day(day, origin, true);
    builder.end_horizon();
    const int last = last_open_day(calendar);
    const int closed_at_the_end = calendar.days() - 1 - last;
    for (int day = 1; day <= days_after; ++day)
        builder.add_day(last, origin + closed_at_the_end * seconds_a_day + day * until_repeated(calendar).count(),
                        false);
    return builder.finished(origin, origin - closed_before(calendar).count());
}

}  // namespace freiton::simulation
