// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario_check.hpp"
#include "freiton/model/volumes.hpp"
#include "model/random_values.hpp"
#include "model/small_scenario.hpp"

namespace freiton::test {

/// Makes valid scenarios that use every key of the format, each in many forms; the same seed gives the same ones.
/// Tables are left out, as they need files.
class RandomScenario : RandomValues {
  public:
    using RandomValues::RandomValues;

    ScenarioParts parts() {
        ScenarioParts parts;
        parts.title = title();
        parts.calendar = calendar();
        const Calendar open{parts.calendar};
        if (chance(2)) parts.sites = {"north", "south-2", "Köln"};
        for (int i = 0; i <= below(3); ++i) parts.work.push_back(work(i, parts.sites, open));
        if (!consequences_of(parts.work[0]).empty() || parts.work[0].kind != WorkKind::call)
            for (Work& one : parts.work) one.chased.reset();  // calls, which lead to nothing late
        for (Work& one : parts.work)  // where sites differ, or where it comes from, nothing leads from one to the other
            if (!parts.sites.empty()) {
                one.leads_to.clear();
                one.chased.reset();
                if (one.redial) one.redial->as.reset();
            }
        for (int i = 0; i <= below(3); ++i) parts.teams.push_back(team(i, parts, open));
        parts.routing = routing(parts);
        for (int i = 0; i < below(3); ++i) {
            parts.organisations.push_back({"way_" + std::to_string(i), routing(parts)});
        }
        parts.simulation.seed = static_cast<std::uint64_t>(below(1000));
        parts.simulation.warm_up_days = below(3);
        if (chance(2))
            parts.simulation.replications = 1 + below(500);
        else
            parts.simulation.half_width_shares = share(0.5);
        if (chance(3)) parts.quantiles = {Share{0.01 + 0.9 * unit()}, Share{0.99}};
        parts.plan = {.method = one_of({Method::automatic, Method::formula, Method::transient, Method::simulation}),
                      .assurance_days = maybe(share()),
                      .locate = one_of({Locate::load, Locate::free}),
                      .alike = {}};
        if (chance(3)) parts.plan.alike = {0, 1, 2, 3, 4};
        if (parts.plan.method == Method::formula || parts.plan.method == Method::transient)
            parts.plan.assurance_days.reset();  // means cannot tell it
        return parts;
    }

  private:
    CalendarParts calendar() {
        CalendarParts parts;
        parts.first_day = monday + std::chrono::days{below(400)};
        parts.days = 7 + below(8);
        parts.interval = Minutes{one_of({5, 6, 10, 12, 15, 20, 30, 60})};
        const OpenHours usual = {{8h, 12h}, {13h, 17h + Minutes{60 * below(3)}}};
        const OpenHours other = {{7h, 15h}};
        for (OpenHours& hours : parts.open) hours = chance(3) ? other : usual;
        if (chance(2)) parts.open.fill(usual);
        if (chance(2)) parts.open[static_cast<std::size_t>(below(7))].clear();
        if (chance(2)) parts.holidays = {parts.first_day, parts.first_day + std::chrono::days{5}};
        if (chance(2)) parts.contract_week = Hours{Seconds{3600.0 * (20.0 + number(20))}};
        if (chance(3)) parts.time_zone = "Europe/Berlin";
        return parts;
    }

    std::vector<double> per_interval(const Calendar& calendar) {
        std::size_t longest = 0;
        for (int day = 0; day < calendar.days(); ++day)
            longest = std::max(longest, calendar.first_interval(day + 1) - calendar.first_interval(day));
        std::vector<double> means(longest);
        for (double& mean : means) mean = 1.0 + number(50);
        return means;
    }

    Arrivals arrivals(const std::vector<std::string>& sites, const Calendar& calendar) {
        Arrivals arrivals;
        if (chance(2)) {
            arrivals.per_day.emplace();
            if (sites.empty() || chance(2))
                arrivals.per_day->everywhere = number(1000);
            else
                for (const std::string& site : sites) arrivals.per_day->sites[site] = number(1000);
            if (chance(2))
                arrivals.profile = per_interval(calendar);
            else
                arrivals.at = maybe(Minutes{8 * 60 + below(240)});
        } else {
            const PerInterval same{.means = {number(100)}, .same_for_all = true};
            arrivals.per_interval = BySite<PerInterval>{chance(2) ? same : PerInterval{per_interval(calendar)}};
        }
        for (double& factor : arrivals.weekdays) factor = chance(3) ? 2.0 * unit() : 1.0;
        if (chance(2)) arrivals.scale = 2.0 * unit();
        if (chance(2)) arrivals.day_cv = unit();
        return arrivals;
    }

    Work work(int number_of_it, const std::vector<std::string>& sites, const Calendar& calendar) {
        Work work{.name = "work_" + std::to_string(number_of_it),
                  .kind = one_of({WorkKind::call, WorkKind::backlog}),
                  .arrivals = arrivals(sites, calendar),
                  .handling_time = law(),
                  .priority = maybe(below(200)),
                  .customer = maybe(title()),
                  .segment = maybe(title()),
                  .description = maybe(title())};
        work.ages = maybe(duration());
        if (chance(2)) work.leads_to.push_back({.work = "work_0", .share = share(0.4), .after = duration()});
        if (chance(2) && work.kind == WorkKind::call)
            work.leads_to.push_back({.work = work.name, .share = share(0.2), .warm = true});
        if (work.kind == WorkKind::call) {
            if (chance(3)) {
                work.kind = WorkKind::chat;
                std::erase_if(work.leads_to, [](const LeadsTo& lead) { return lead.warm; });
                work.concurrency = 1 + below(5);
                while (chance(2) && work.slowdown.size() < static_cast<std::size_t>(work.concurrency))
                    work.slowdown.push_back(1.0 + unit());
            } else if (chance(3)) {
                work.callback = Callback{duration(), share(),
                                         one_of({Deadline{.time = duration()},
                                                 Deadline{.working_days = below(3), .clock = Clock::working_days}}),
                                         answering(), no_answer()};
            }
            work.patience = maybe(law());
            work.wrap_up = maybe(law());
            work.lines = maybe(1 + below(100));
            if (work.patience || work.lines)
                work.redial = maybe(Redial{share(), duration(), 1 + below(9), std::nullopt});
            if (work.redial && chance(3)) work.redial = Redial{share(0.4), duration(), 3, "work_0"};
            if (chance(3)) return work;
            work.call_target = CallTarget{.abandoned = maybe(share()),
                                          .average_wait = maybe(duration()),
                                          .wait_probability = share(),
                                          .counting = one_of({Counting::offered, Counting::answered,
                                                              Counting::early_counts, Counting::virtual_wait}),
                                          .over = one_of({Scope::interval, Scope::day, Scope::horizon})};
            if (work.callback && chance(2)) work.call_target->called_back = share();
            if (chance(2)) work.call_target->answered = share(), work.call_target->within = duration();
            if (work.patience && chance(2)) work.call_target->short_wait = duration();
        } else {
            work.owners = maybe(5 + below(9));
            if (chance(2)) work.opening_backlog.everywhere = number(90);
            const Deadline deadline = one_of({Deadline{.time = duration()}, Deadline{.time = 48h, .clock = Clock::wall},
                                              Deadline{.working_days = below(9), .clock = Clock::working_days}});
            work.chased = maybe(Chased{"work_0", share(), duration()});
            work.backlog_target = maybe(BacklogTarget{share(), {}, {}, deadline, one_of({Scope::day, Scope::horizon})});
            if (!work.backlog_target) work.chased.reset();
            if (chance(3)) make_list(work, calendar);
        }
        return work;
    }

    void make_list(Work& work, const Calendar& calendar) {
        work.kind = WorkKind::outbound;
        work.chased.reset();
        work.reached = answering();
        work.no_answer = no_answer();
        work.window = maybe(calendar.parts().open);
        if (!work.backlog_target) return;
        work.backlog_target->done.reset();
        work.backlog_target->tried = share();
        work.backlog_target->reached = maybe(share());
    }

    Answering answering() {
        if (chance(2)) return {{share()}, true};
        Answering by_clock{{}, false};
        while (by_clock.shares.size() < 24) by_clock.shares.push_back(share());
        return by_clock;
    }

    NoAnswer no_answer() { return {duration(), duration(), 1 + below(9)}; }

    // By weekday one value or a list, on days that are open.
    template <class Value>
    auto changing(const Calendar& calendar, Value value) {
        typename Varying<decltype(value())>::Week week;
        for (std::size_t day = 0; day < week.size(); ++day) {
            const std::size_t open = values_of_day(calendar.parts().open[day], calendar.parts().interval);
            if (open == 0) continue;
            const std::size_t values = chance(2) ? 1 : open;
            for (std::size_t i = 0; i < values; ++i) week[day].push_back(value());
        }
        return Varying<decltype(value())>{std::move(week)};
    }

    Team team(int number_of_it, const ScenarioParts& parts, const Calendar& calendar) {
        Team team{.name = "team-" + std::to_string(number_of_it), .least = below(3), .shrinkage = share(0.9)};
        for (const Work& work : parts.work) team.handles.push_back(work.name);
        if (!parts.sites.empty()) team.site = parts.sites[static_cast<std::size_t>(number_of_it)];
        if (chance(2)) team.handling_time[parts.work[0].name] = law();
        if (chance(3)) team.staff = Staff{.agents = {below(9)}, .same_for_all = true};
        if (chance(3)) team.staff = Staff{.agents = std::vector<int>(per_interval(calendar).size(), below(9))};
        if (chance(2)) team.most = 3 + below(9);
        if (chance(3)) team.least = changing(calendar, [&] { return below(3); });
        if (chance(3)) team.shrinkage.all = changing(calendar, [&] { return share(0.9); });
        if (chance(4)) {
            team.shrinkage.all = {};
            team.shrinkage.parts = {{"breaks", share(0.5)}, {"leave", changing(calendar, [&] { return share(0.5); })}};
        }
        if (chance(2)) team.absence = Absence{share(), maybe(law(86'400.0))};
        team.cost_per_hour = maybe(number(90));
        if (chance(2)) team.max_occupancy = share();
        if (chance(3)) team.max_occupancy = changing(calendar, [&] { return share(); });
        if (parts.work.size() > 1 && chance(2)) team.switching = duration();
        team.while_chatting = WhileChatting::calls;
        Problems problems;
        check_while_chatting(parts.work, team, problems);
        if (!problems.empty() || chance(2)) team.while_chatting = WhileChatting::nothing;
        if (parts.work.size() > 1 && chance(2))
            team.reserved.push_back({parts.work[0].name, 1 + below(3), maybe(calendar.parts().open)});
        return team;
    }

    Routing routing(const ScenarioParts& parts) {
        Routing routing{.prefer = parts.sites.empty() ? Prefer::none : one_of({Prefer::none, Prefer::site}),
                        .keep_free = below(3),
                        .when_staff_drops = one_of({WhenStaffDrops::finish, WhenStaffDrops::hand_back}),
                        .at_close = one_of({AtClose::serve, AtClose::drop})};
        if (!parts.sites.empty() && chance(2))
            routing.after = duration();
        else if (chance(2))
            routing.reach = Reach::team;
        for (const Work& work : parts.work)
            if (work.kind == WorkKind::backlog && chance(2)) routing.interrupt.push_back(work.name);
        return routing;
    }
};

}  // namespace freiton::test
