// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/days_apart.hpp"

#include <algorithm>

#include "freiton/model/beyond_horizon.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::staffing {

namespace {

constexpr Hours least_night{4.0};  // who still waits at closing time is served by then

bool ends_with_the_day(const Scenario& scenario, const Work& work) {
    const bool over_horizon = work.call_target && work.call_target->over == Scope::horizon;
    const bool at_moments = work.arrivals.at || work.arrivals.recorded;
    return work.answered_now() && !work.callback && !is_owned(scenario, work) && !over_horizon && !at_moments &&
           !has_handling_times(work) && consequences_of(work).empty();
}

bool has_nights(const Calendar& calendar) {
    const auto& intervals = calendar.intervals();
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        if (i > 0 && intervals[i].day != intervals[i - 1].day) {
            const Seconds closed = intervals[i].since_start - intervals[i - 1].since_start - calendar.interval_length();
            if (closed < least_night) return false;
        }
        const std::size_t in_day = i - calendar.first_interval(intervals[i].day);
        if (static_cast<std::size_t>(intervals[i].index_in_day) != in_day) return false;  // clocks change
    }
    return true;
}

bool are_apart(const Scenario& scenario) {
    const auto& work = scenario.work();
    const auto& teams = scenario.teams();
    const auto stays_away = [](const Team& team) { return team.absence && team.absence->length; };
    return scenario.calendar().open_days() > 1 && !scenario.parts().plan.assurance_days &&
           scenario.parts().plan.alike.empty() && warm_up_days(scenario) == 0 && has_nights(scenario.calendar()) &&
           std::all_of(work.begin(), work.end(), [&](const Work& one) { return ends_with_the_day(scenario, one); }) &&
           std::none_of(teams.begin(), teams.end(), stays_away);
}

class DaysOf {
  public:
    explicit DaysOf(const Scenario& scenario) : scenario_{scenario}, calendar_{scenario.calendar()} {
        for (TeamIndex t{0}; t < scenario.teams().size(); ++t) bounds_.push_back(staff_bounds(scenario, t));
    }

    ScenarioParts day(int day) const {
        ScenarioParts parts = scenario_.parts();
        parts.calendar.first_day = calendar_.date(day);
        parts.calendar.days = 1;
        parts.calendar.holidays = {};
        parts.calendar.repeats = false;  // nothing is left over
        for (WorkIndex w{0}; w < parts.work.size(); ++w) parts.work[w].arrivals = arrivals_of(w, day);
        for (std::size_t t = 0; t < parts.teams.size(); ++t) set_people(parts.teams[t], t, day);
        parts.site_hours.clear();
        for (Work& work : parts.work) work.open.reset();
        return parts;
    }

  private:
    // Whatever differs by weekday, hours of sites and holidays included: as it is on this day.
    void set_people(Team& team, std::size_t t, int day) const {
        if (team.staff) team.staff = Staff{.agents = of_day(bounds_[t].least, day)};
        team.least = on_every_day(of_day(bounds_[t].least, day));
        team.most = on_every_day(of_day(bounds_[t].most, day));
        team.open.reset();
        std::vector<Share> shrinkage;
        for (IntervalIndex i{calendar_.first_interval(day)}; i < calendar_.first_interval(day + 1); ++i)
            shrinkage.emplace_back(shrinkage_at(team.shrinkage, calendar_, i));
        team.shrinkage = {};
        team.shrinkage.all = on_every_day(shrinkage);
        set_limit(team, day);
        for (Reservation& reservation : team.reserved)
            if (reservation.hours) reservation.hours->fill((*reservation.hours)[weekday_index(calendar_.date(day))]);
    }

    void set_limit(Team& team, int day) const {
        std::vector<Share> limits;
        for (IntervalIndex i{calendar_.first_interval(day)}; i < calendar_.first_interval(day + 1); ++i)
            if (const auto limit = team.max_occupancy.at(calendar_, i)) limits.push_back(*limit);
        team.max_occupancy = on_every_day(limits);  // all of the day, or nothing
    }

    template <class T>
    static Varying<T> on_every_day(const std::vector<T>& values) {
        typename Varying<T>::Week week;
        week.fill(values);
        return Varying<T>{std::move(week)};
    }

    template <class T>
    std::vector<T> of_day(const std::vector<T>& values, int day) const {
        return {values.begin() + static_cast<std::ptrdiff_t>(calendar_.first_interval(day)),
                values.begin() + static_cast<std::ptrdiff_t>(calendar_.first_interval(day + 1))};
    }

    // However they were stated: the means of this day, one by one.
    Arrivals arrivals_of(WorkIndex work, int day) const {
        BySite<PerInterval> means;
        if (scenario_.comes_from(work, ""))
            means.everywhere = PerInterval{.means = of_day(scenario_.arrivals_of_site(work, ""), day)};
        for (const std::string& site : scenario_.sites())
            if (scenario_.comes_from(work, site))
                means.sites[site] = PerInterval{.means = of_day(scenario_.arrivals_of_site(work, site), day)};
        return {.per_interval = std::move(means),
                .day_cv = scenario_.work()[work].arrivals.day_cv,
                .interval_cv = scenario_.work()[work].arrivals.interval_cv};
    }

    const Scenario& scenario_;
    const Calendar& calendar_;
    std::vector<StaffBounds> bounds_;  // by team
};

// Whatever their dates.
bool are_alike(const ScenarioParts& a, const ScenarioParts& b) {
    const auto hours = [](const ScenarioParts& day) {
        return day.calendar.open[weekday_index(day.calendar.first_day)];
    };
    if (hours(a) != hours(b)) return false;
    ScenarioParts same_date = b;
    same_date.calendar.first_day = a.calendar.first_day;
    return a == same_date;
}

}  // namespace

std::vector<Stretch> days_apart(const Scenario& scenario) {
    std::vector<Stretch> days;
    if (!are_apart(scenario)) return days;
    const DaysOf days_of{scenario};
    for (int d = 0; d < scenario.calendar().days(); ++d) {
        if (!scenario.calendar().is_open(d)) continue;
        ScenarioParts parts = days_of.day(d);
        const auto same = [&](const Stretch& other) { return are_alike(other.scenario.parts(), parts); };
        auto found = std::find_if(days.begin(), days.end(), same);
        if (found == days.end()) found = days.insert(days.end(), {Scenario{std::move(parts)}, {}});
        found->begins.push_back(scenario.calendar().first_interval(d));
    }
    return days;
}

}  // namespace freiton::staffing
