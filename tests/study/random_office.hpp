// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "study/random_volumes.hpp"

namespace freiton::test {

/// Makes ordinary offices: days with a morning peak, some people for calls and post, promises as they are usual; each
/// word of the format now and then. Valid ones only; the same seed gives the same one.
class RandomOffice : RandomVolumes {
  public:
    using RandomVolumes::RandomVolumes;

    Scenario make() {
        for (;;) {
            ScenarioParts drawn = parts();
            if (Scenario::check(drawn).empty()) return Scenario{std::move(drawn)};
        }
    }

  private:
    ScenarioParts parts() {
        ScenarioParts parts;
        parts.calendar = calendar();
        open_for(parts.calendar);
        if (chance(3)) parts.sites = {"north", "south"};
        const int works = 1 + (chance(2) ? 1 : 0) + (chance(4) ? 1 : 0);
        for (int i = 0; i < works; ++i) parts.work.push_back(work(i, parts));
        const int teams = parts.sites.empty() ? 1 + (chance(4) ? 1 : 0) : 2;
        for (int i = 0; i < teams; ++i) parts.teams.push_back(team(i, parts));
        parts.routing = routing(parts);
        if (chance(15)) parts.plan.assurance_days = Share{0.9};
        if (chance(4)) parts.plan.locate = Locate::free;
        parts.plan.method = Method::formula;
        return parts;
    }

    CalendarParts calendar() {
        CalendarParts parts{
            .first_day = monday, .days = one_of({1, 1, 2, 5}), .interval = Minutes{one_of({30, 30, 60})}};
        const OpenHours office = {{8h, 17h}};
        const OpenHours split = {{8h, 12h}, {13h, 17h}};
        const OpenHours night = {{0h, 24h}};
        parts.open.fill(one_of({office, office, split}));
        if (chance(12)) {
            parts.open.fill(night);
            parts.time_zone = "Europe/Berlin";
            parts.first_day = std::chrono::sys_days{one_of({2026y / 3 / 29, 2026y / 10 / 25})};
            parts.days = 1;
        }
        if (chance(12) && parts.days == 5) parts.holidays = {parts.first_day + std::chrono::days{2}};
        return parts;
    }

    Work work(int index, const ScenarioParts& parts) {
        const bool calls = index == 0 ? !chance(10) : chance(3);
        return calls ? call_work(index, parts) : post_work(index, parts);
    }

    Work call_work(int index, const ScenarioParts& parts) {
        Work work{.name = "calls_" + std::to_string(index), .arrivals = calls(parts)};
        work.handling_time = law_of(Seconds{one_of({120.0, 180.0, 240.0, 360.0})});
        if (!chance(5)) work.patience = law_of(Seconds{one_of({60.0, 120.0, 240.0})});
        if (work.patience && chance(5)) work.redial = Redial{Share{0.5}, 300s, 3, std::nullopt};
        if (work.patience && chance(12)) work.lines = 60;
        if (chance(6)) work.priority = one_of({5, 20});
        CallTarget target{.over = one_of({Scope::interval, Scope::interval, Scope::day, Scope::horizon})};
        target.answered = Share{one_of({0.7, 0.8, 0.8, 0.9})};
        target.within = Seconds{one_of({10.0, 20.0, 20.0, 30.0, 60.0})};
        if (chance(8)) target.counting = one_of({Counting::answered, Counting::offered_without_early});
        if (work.patience && chance(8)) target.abandoned = Share{0.05};
        if (chance(10)) target.average_wait = 30s;
        if (chance(12)) target.wait_probability = Share{0.3};
        work.call_target = target;
        if (chance(12)) work.owners = 3 + below(4);
        return work;
    }

    Work post_work(int index, const ScenarioParts& parts) {
        Work work{.name = "post_" + std::to_string(index), .kind = WorkKind::backlog};
        work.arrivals = daily(one_of({40.0, 80.0, 160.0}) * (0.7 + 0.6 * unit()));
        const double all = *work.arrivals.per_day->everywhere;
        if (!parts.sites.empty() && chance(2)) {
            work.arrivals.per_day = BySite<double>{};
            work.arrivals.per_day->sites = {{"north", all / 2.0}, {"south", all / 2.0}};
        } else if (chance(3)) {
            work.opening_backlog.everywhere = 0.3 * all;
        }
        if (chance(3))
            work.arrivals.at = Minutes{8 * 60};
        else if (chance(2))
            work.arrivals.profile = day_shape(1.0);
        if (chance(6)) work.arrivals.day_cv = 0.1;
        work.handling_time = law_of(Seconds{one_of({240.0, 480.0, 900.0})});
        if (chance(8)) work.priority = 10;
        if (chance(4)) work.owners = 3 + below(4);
        const Deadline within = one_of({Deadline{.time = 2h}, Deadline{.time = 4h}, Deadline{.time = 8h},
                                        Deadline{.time = 24h, .clock = Clock::wall},
                                        Deadline{.working_days = 1, .clock = Clock::working_days},
                                        Deadline{.working_days = 0, .clock = Clock::working_days}});
        work.backlog_target = BacklogTarget{
            Share{one_of({0.8, 0.9, 0.95})}, {}, {}, within, one_of({Scope::horizon, Scope::horizon, Scope::day})};
        return work;
    }

    Team team(int index, const ScenarioParts& parts) {
        Team team{.name = "team_" + std::to_string(index)};
        if (!parts.sites.empty()) team.site = parts.sites[static_cast<std::size_t>(index)];
        for (const Work& one : parts.work) team.handles.push_back(one.name);
        if (parts.work.size() > 1 && index == 1 && chance(2)) std::swap(team.handles[0], team.handles[1]);
        if (parts.work.size() > 1 && chance(5) && index == 1) team.handles.pop_back();
        if (chance(6)) team.handling_time[parts.work[0].name] = {.mean = 200s};
        if (chance(6)) team.shrinkage = Share{0.3};
        if (chance(4)) team.cost_per_hour = 30.0 + index;
        if (chance(6)) team.least = 2;
        if (chance(8)) team.absence = Absence{Share{0.08}, absence_length()};
        if (index == 1 && chance(4)) team.staff = Staff{.agents = {3}, .same_for_all = true};
        if (chance(12)) team.max_occupancy = Share{0.85};
        if (chance(20)) team.most = 12;
        return team;
    }

    std::optional<DurationLaw> absence_length() {
        if (chance(2)) return std::nullopt;
        return DurationLaw{.mean = 72h};
    }

    Routing routing(const ScenarioParts& parts) {
        Routing routing{.keep_free = chance(6) ? 1 : 0};
        if (chance(8)) routing.when_staff_drops = WhenStaffDrops::hand_back;
        if (chance(8)) routing.at_close = AtClose::drop;
        if (!parts.sites.empty()) {
            routing.reach = one_of({Reach::all, Reach::all, Reach::site, Reach::team});
            if (chance(3)) routing.prefer = Prefer::site;
            if (routing.reach == Reach::all && chance(4)) routing.after = 20s;
        }
        const bool owned =
            std::any_of(parts.work.begin(), parts.work.end(), [](const Work& one) { return one.owners.has_value(); });
        if (owned && routing.after.count() == 0.0 && chance(2)) {
            routing.reach = Reach::owner;
            routing.backup = below(3);
        }
        for (const Work& work : parts.work)
            if (work.kind == WorkKind::backlog && !chance(3)) routing.interrupt.push_back(work.name);
        return routing;
    }
};

}  // namespace freiton::test
