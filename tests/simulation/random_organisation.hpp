// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/staffing_plan.hpp"
#include "model/random_values.hpp"
#include "model/small_scenario.hpp"

namespace freiton::test {

/// Makes small organisations in which much happens: several works, teams and sites, every rule of routing, few people
/// whose number changes, short days. Valid ones only; the same seed gives the same ones.
class RandomOrganisation : RandomValues {
  public:
    using RandomValues::RandomValues;

    struct Staffed {
        Scenario scenario;
        StaffingPlan plan;
    };

    Staffed make() {
        for (;;) {
            ScenarioParts parts = this->parts();
            if (!Scenario::check(parts).empty()) continue;
            Scenario scenario{std::move(parts)};
            StaffingPlan plan;
            for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
                const int usual = 1 + below(5);
                std::vector<int> agents;
                for (std::size_t i = 0; i < scenario.intervals(); ++i)
                    agents.push_back(chance(2) ? usual : below(usual + 2));
                plan.agents.push_back(std::move(agents));
            }
            return {std::move(scenario), std::move(plan)};
        }
    }

  private:
    ScenarioParts parts() {
        ScenarioParts parts;
        parts.calendar = {.first_day = monday + std::chrono::days{below(7)}, .days = 1 + below(4), .interval = 60min};
        const OpenHours split = {{9h, 11h}, {13h, 15h}};
        const OpenHours whole = {{9h, 13h}};
        const OpenHours round_the_clock = {{0h, 24h}};
        parts.calendar.open.fill(one_of({split, whole, whole}));
        if (chance(6)) parts.calendar.open.fill(round_the_clock), parts.calendar.days = 1;
        if (chance(3)) parts.sites = {"north", "south"};
        if (chance(4)) parts.simulation.warm_up_days = 1;
        const int works = 1 + below(4);
        for (int i = 0; i < works; ++i) parts.work.push_back(work(i, parts.sites));
        const int teams = parts.sites.empty() ? 1 + below(3) : 2 + below(2);
        for (int i = 0; i < teams; ++i) parts.teams.push_back(team(i, parts));
        parts.routing = routing(parts);
        parts.simulation.replications = 1;
        return parts;
    }

    Work work(int index, const std::vector<std::string>& sites) {
        const bool call = index == 0 || chance(2);
        Work work{.name = (call ? "calls_" : "items_") + std::to_string(index),
                  .kind = call ? WorkKind::call : WorkKind::backlog,
                  .handling_time = handling(call ? 0.15 : 0.3)};
        const double mean = 10.0 + 50.0 * unit();
        work.arrivals.per_day.emplace();
        if (sites.empty() || chance(5))
            work.arrivals.per_day->everywhere = mean;
        else
            for (const std::string& site : sites) work.arrivals.per_day->sites[site] = mean / 2.0;
        if (chance(4)) work.arrivals.at = Minutes{9 * 60 + 30 * below(4)};
        if (chance(4)) work.arrivals.day_cv = 0.5;
        if (chance(3)) work.priority = 10 * (1 + below(3));
        if (call) {
            if (!chance(3)) work.patience = law(0.1);
            if (chance(3)) work.lines = 1 + below(8);
            if ((work.patience || work.lines) && chance(2))
                work.redial = Redial{Share{0.7}, 300s, 1 + below(4), std::nullopt};
            work.call_target = CallTarget{.answered = Share{0.8}, .within = 60s};
            return work;
        }
        if (chance(6)) work.arrivals = {.unlimited = true};
        if (!work.arrivals.unlimited && sites.empty() && chance(3)) work.opening_backlog.everywhere = 7.5;
        if (chance(3)) work.owners = 2 + below(3);
        if (chance(5)) return work;
        const Deadline deadline =
            one_of({Deadline{.time = 1h}, Deadline{.time = 150min}, Deadline{.time = 26h, .clock = Clock::wall},
                    Deadline{.working_days = below(3), .clock = Clock::working_days}});
        work.backlog_target = BacklogTarget{Share{0.9}, {}, {}, deadline, Scope::horizon};
        return work;
    }

    // So long that an unlimited supply does not become hundreds of thousands of items.
    DurationLaw handling(double unit_s) {
        for (;;) {
            const DurationLaw drawn = law(unit_s);
            if (drawn.mean_duration() >= 20s) return drawn;
        }
    }

    Team team(int index, const ScenarioParts& parts) {
        Team team{.name = "team_" + std::to_string(index)};
        if (!parts.sites.empty()) team.site = parts.sites[static_cast<std::size_t>(index % 2)];
        for (const Work& work : parts.work)
            if (!chance(4))
                team.handles.insert(team.handles.begin() + below(static_cast<int>(team.handles.size()) + 1), work.name);
        if (team.handles.empty()) team.handles = {parts.work[0].name};
        if (chance(3)) team.handling_time[team.handles[0]] = handling(0.2);
        if (chance(3)) team.absence = Absence{Share{0.25}, chance(2) ? std::optional{law(0.01)} : std::nullopt};
        if (team.absence && team.absence->length) team.absence->length = DurationLaw{.mean = 48h};
        return team;
    }

    Routing routing(const ScenarioParts& parts) {
        Routing routing{.keep_free = chance(2) ? below(4) : 0,
                        .when_staff_drops = one_of({WhenStaffDrops::finish, WhenStaffDrops::hand_back}),
                        .at_close = one_of({AtClose::serve, AtClose::drop})};
        if (!parts.sites.empty()) {
            routing.prefer = one_of({Prefer::none, Prefer::site});
            if (chance(2)) routing.after = one_of<Seconds>({20s, 200s, 1500s});
        }
        const bool owners = std::any_of(parts.work.begin(), parts.work.end(), [](const Work& w) { return w.owners; });
        if (routing.after.count() == 0.0) routing.reach = one_of({Reach::all, Reach::all, Reach::team, Reach::site});
        if (owners && !chance(4)) {
            routing.reach = Reach::owner;
            routing.after = {};
            routing.backup = below(3);
        }
        for (const Work& work : parts.work)
            if (work.kind == WorkKind::backlog && chance(2)) routing.interrupt.push_back(work.name);
        return routing;
    }
};

}  // namespace freiton::test
