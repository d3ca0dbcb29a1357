// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/eligibility.hpp"
#include "freiton/model/scenario.hpp"
#include "model/random_values.hpp"
#include "simulation/own_rules.hpp"

namespace freiton::test {

/// The same office, in which some calls are chats of which people hold several, callers are offered a callback, and
/// some post is a list of people to call. Nothing where none of that goes with the office.
inline std::optional<Scenario> with_own_ways(const Scenario& scenario, std::uint64_t number) {
    using namespace std::chrono_literals;
    RandomValues draw{number + 77'000};
    ScenarioParts parts = scenario.parts();
    const auto answering = [&] { return Answering{{Share{draw.one_of({0.3, 0.7, 1.0})}}, true}; };
    const auto no_answer = [&] {
        return NoAnswer{draw.one_of<Seconds>({5s, 30s, 100s}), draw.one_of<Seconds>({60s, 1800s, 9000s}),
                        1 + draw.below(3)};
    };
    for (Work& work : parts.work) {
        if (work.kind == WorkKind::call && draw.chance(2)) {
            work.kind = WorkKind::chat;
            work.concurrency = 1 + draw.below(4);
            if (draw.chance(2)) work.slowdown = {1.0, 1.25, 1.5};
            work.slowdown.resize(std::min(work.slowdown.size(), static_cast<std::size_t>(work.concurrency)));
        } else if (work.kind == WorkKind::call && draw.chance(2)) {
            work.callback = Callback{draw.one_of<Seconds>({0s, 10s, 60s, 400s}), Share{draw.one_of({0.3, 1.0})},
                                     draw.one_of({Deadline{.time = 30min}, Deadline{.time = 3h},
                                                  Deadline{.working_days = 1, .clock = Clock::working_days}}),
                                     answering(), no_answer()};
        } else if (work.kind == WorkKind::backlog && draw.chance(2)) {
            work.kind = WorkKind::outbound;
            work.chased.reset();
            work.reached = answering();
            work.no_answer = no_answer();
            if (work.backlog_target) {
                work.backlog_target->tried = work.backlog_target->done;
                work.backlog_target->reached = Share{0.5};
                work.backlog_target->done.reset();
            }
            if (draw.chance(2)) {
                work.window = parts.calendar.open;
                for (OpenHours& hours : *work.window)
                    if (!hours.empty()) hours = {{hours.front().from, hours.front().from + parts.calendar.interval}};
            }
            std::erase(parts.routing.interrupt, work.name);
        }
    }
    for (Team& team : parts.teams)
        if (draw.chance(2)) team.while_chatting = WhileChatting::calls;
    for (Work& work : parts.work)
        for (LeadsTo& lead : work.leads_to)
            if (work.kind != WorkKind::call || parts.work[place_of(parts.work, lead.work)].kind != WorkKind::call)
                lead.warm = false;
    for (const Problem& problem : Scenario::check(parts)) {
        for (Team& team : parts.teams)
            if (problem.key == "teams." + team.name + ".while_chatting") team.while_chatting = WhileChatting::nothing;
        for (Work& work : parts.work)
            if (problem.key.starts_with("work." + work.name + ".chased")) work.chased.reset();
    }
    if (parts == scenario.parts() || !Scenario::check(parts).empty()) return std::nullopt;
    return Scenario{std::move(parts)};
}

/// Beside every rule of work and teams.
inline std::optional<Scenario> with_ways_and_rules(const Scenario& scenario, std::uint64_t number) {
    const std::optional<Scenario> ruled = with_own_rules(scenario, number);
    return ruled ? with_own_ways(*ruled, number) : std::nullopt;
}

}  // namespace freiton::test
