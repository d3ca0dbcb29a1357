// SPDX-License-Identifier: Apache-2.0
// Chats, callbacks and call lists against what is known of them exactly.
#include <gtest/gtest.h>

#include <array>

#include "freiton/analytic/chat.hpp"
#include "freiton/analytic/erlang_c.hpp"
#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"
#include "simulation/expect_is.hpp"
#include "simulation/z_values.hpp"

namespace freiton::simulation {
namespace {

using namespace std::chrono_literals;
using test::Compared;
using test::expect_is;

// A day round the clock after one of warm-up, in which so many contacts an hour come.
ScenarioParts all_day(const Work& work, double contacts_per_hour) {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 1, .open = test::office_week(0h, 24h)};
    parts.work.push_back(work);
    parts.work[0].arrivals = test::daily(24.0 * contacts_per_hour);
    parts.teams.push_back({.name = "desk", .handles = {work.name}});
    parts.simulation = {.replications = 1200, .warm_up_days = 1};
    return parts;
}

Performance with_people(const ScenarioParts& parts, int people) {
    const Scenario scenario{parts};
    StaffingPlan plan;
    plan.agents.emplace_back(scenario.intervals(), people);
    return simulate(scenario, plan);
}

struct ChatOffice {
    int agents;
    int concurrency;
    std::vector<double> slowdown;
    double chats_per_hour;
    std::optional<Seconds> patience;
};

// The chain of who holds how many.
void expect_chain(const ChatOffice& office) {
    Work chats{.name = "chats", .kind = WorkKind::chat, .handling_time = {.mean = 6min}};
    chats.concurrency = office.concurrency;
    chats.slowdown = office.slowdown;
    chats.call_target = CallTarget{.answered = Share{0.8}, .within = 30s};
    if (office.patience) chats.patience = DurationLaw{.mean = *office.patience};
    const Performance performance = with_people(all_day(chats, office.chats_per_hour), office.agents);
    analytic::ChatCase exact{.agents = office.agents,
                             .concurrency = office.concurrency,
                             .slowdown = office.slowdown,
                             .chats = {.rate = ArrivalRate{office.chats_per_hour, 3600s}, .handling_time = 6min},
                             .threshold = 30s};
    if (office.patience) exact.chats.patience = *office.patience;
    const auto figures = analytic::chat_figures(exact, analytic::ChatChain::exact);
    expect_is(figures.wait_all.count(), &CallFigures::wait_all_s, performance);
    expect_is(figures.service_level(), &CallFigures::service_level, performance);
    expect_is(figures.wait_probability, &CallFigures::wait_probability, performance);
    expect_is(figures.conversations, &CallFigures::conversations_mean, performance);
    expect_is(figures.busy_agents, &CallFigures::busy_mean, performance);
    if (office.patience) expect_is(figures.abandoned_share, &CallFigures::abandoned_share, performance);
    const TeamPerformance& team = performance.teams[0];
    const double slots = figures.conversations / (office.agents * office.concurrency);
    EXPECT_NEAR(*team.occupancy_slots, slots, 2.5 * *team.occupancy_slots_half_width);
    EXPECT_NEAR(team.occupancy, figures.busy_agents / office.agents, 2.5 * *team.occupancy_half_width);
}

TEST(Chats, AreAsTheChainSays) {
    expect_chain({2, 2, {1.0, 1.3}, 26.0, std::nullopt});
    expect_chain({3, 3, {1.0, 1.2, 1.5}, 55.0, 2min});
    expect_chain({1, 3, {1.0, 1.0, 1.0}, 30.0, 90s});
}

// One person, two things at once, nobody waits: five states of (chats, on the phone).
TEST(Chats, ACallMayComeToSomebodyWhoChats) {
    Work chats{.name = "chats", .kind = WorkKind::chat, .handling_time = {.mean = 5min}, .balk = Share{1.0}};
    chats.concurrency = 2;
    chats.slowdown = {1.0, 1.5};
    ScenarioParts parts = all_day(chats, 20.0);
    parts.work.push_back(
        {.name = "calls", .arrivals = test::daily(24.0 * 10.0), .handling_time = {.mean = 4min}, .balk = Share{1.0}});
    parts.teams[0].handles = {"calls", "chats"};
    parts.teams[0].while_chatting = WhileChatting::calls;
    const Performance performance = with_people(parts, 1);

    constexpr double chat = 20.0 / 60.0, call = 10.0 / 60.0, talk = 1.0 / 4.0, alone = 1.0 / 5.0;  // per minute
    enum State { idle, one, two, phone, both };
    struct Way {
        State from, to;
        double rate;
    };
    const std::array<Way, 9> ways = {{{idle, one, chat},
                                      {one, two, chat},
                                      {idle, phone, call},
                                      {one, both, call},
                                      {one, idle, alone},
                                      {two, one, 2.0 * alone / 1.5},
                                      {both, phone, alone / 1.5},
                                      {phone, idle, talk},
                                      {both, one, talk}}};
    std::array<double, 5> p = {1.0, 0.0, 0.0, 0.0, 0.0};
    for (int step = 0; step < 2'000; ++step) {  // until nothing changes
        std::array<double, 5> next = p;
        for (const auto& [from, to, rate] : ways) {
            next[from] -= 0.5 * rate * p[from];
            next[to] += 0.5 * rate * p[from];
        }
        p = next;
    }
    expect_is(p[two] + p[phone] + p[both], &CallFigures::abandoned_share, performance, 0);
    expect_is(p[two] + p[phone] + p[both], &CallFigures::abandoned_share, performance, 1);
    expect_is(p[one] + 2.0 * p[two] + p[both], &CallFigures::conversations_mean, performance, 0);
    expect_is(p[phone] + p[both] / 2.0, &CallFigures::busy_mean, performance, 1);  // half of his time beside a chat
}

// Without `while_chatting` whoever chats takes no call: (chats 0, 1, 2) or on the phone.
TEST(Chats, NoCallComesToSomebodyWhoChats) {
    Work chats{.name = "chats", .kind = WorkKind::chat, .handling_time = {.mean = 5min}, .balk = Share{1.0}};
    chats.concurrency = 2;
    ScenarioParts parts = all_day(chats, 20.0);
    parts.work.push_back(
        {.name = "calls", .arrivals = test::daily(24.0 * 10.0), .handling_time = {.mean = 4min}, .balk = Share{1.0}});
    parts.teams[0].handles = {"calls", "chats"};
    const Performance performance = with_people(parts, 1);
    const double a = 20.0 / 60.0 * 5.0, b = 10.0 / 60.0 * 4.0;
    const double all = 1.0 + a + a * a / 2.0 + b;
    expect_is((a * a / 2.0 + b) / all, &CallFigures::abandoned_share, performance, 0);
    expect_is((a + a * a / 2.0 + b) / all, &CallFigures::abandoned_share, performance, 1);
}

// Everybody who finds all busy is asked at once. Those who stay on the line come first: as many wait as in M/M/n, and
// those on the line meet a queue of their own (Cobham 1954; Kella and Yechiali 1985).
TEST(Callbacks, AreTakenWhenNobodyWaitsOnTheLine) {
    Work calls{.name = "calls", .handling_time = {.mean = 4min}};
    calls.callback = Callback{.offer_after = 0s, .accepts = Share{0.4}, .within = {.time = 1h}};
    const double rate = 80.0 / 3600.0, all_busy = 6.0 / 240.0;
    const Performance performance = with_people(all_day(calls, 80.0), 6);
    const analytic::ErlangC queue{Agents{6.0}, Erlangs{rate * 240.0}, 240s};
    const double waits = queue.wait_probability();
    const double on_the_line = waits * 0.6 / (all_busy - 0.6 * rate);  // those who hang up have waited 0 s
    expect_is(on_the_line, &CallFigures::wait_all_s, performance);
    expect_is(waits, &CallFigures::wait_probability, performance);
    expect_is(waits * 0.4 * 80.0 * 24.0, &CallFigures::callbacks, performance);
    const auto& all = performance.work[0].calls.total;
    EXPECT_NEAR(all.offered, all.answered + all.callbacks, 2.5 * all.half_width->offered);
    EXPECT_LE(all.callbacks_reached, all.callbacks);
    EXPECT_NEAR(all.callbacks, all.callbacks_reached, 1.0);  // but for a few at the end of the day
    EXPECT_NEAR(performance.teams[0].occupancy, rate * 240.0 / 6.0, 2.5 * *performance.teams[0].occupancy_half_width);
}

// Who does not answer is called again, at most so often; nobody is ever busy long enough to matter.
TEST(Callbacks, ReachWhoAnswersInSoManyAttempts) {
    Work calls{.name = "calls", .handling_time = {.mean = 1min}};
    calls.callback = Callback{.offer_after = 5s,
                              .accepts = Share{0.5},
                              .within = {.time = 30min},
                              .reached = {{Share{0.3}}, true},
                              .no_answer = {20s, 10min, 3}};
    ScenarioParts parts = all_day(calls, 60.0);
    parts.simulation.replications = 400;
    const Performance performance = with_people(parts, 2);
    const auto& all = performance.work[0].calls.total;
    EXPECT_GT(all.callbacks, 20.0);
    const double reached = 1.0 - 0.7 * 0.7 * 0.7;  // of some 25 a day on 400 days, so many standard errors:
    EXPECT_NEAR(all.callbacks_reached / all.callbacks, reached,
                4.5 * std::sqrt(reached * (1.0 - reached) / (400.0 * all.callbacks)));
    EXPECT_EQ(all.called_back_share, 1.0);
}

// One attempt each: an agent is busy with a talk, or with nobody's answer (Pollaczek 1930, Khinchine 1932).
TEST(Lists, AreWorkedOffAsOneQueue) {
    Work list{.name = "list", .kind = WorkKind::outbound, .handling_time = {.mean = 5min}};
    list.reached = {{Share{0.4}}, true};
    list.no_answer = {60s, 1h, 1};
    ScenarioParts parts = all_day(list, 12.0);
    parts.simulation.replications = 2500;
    const Performance performance = with_people(parts, 1);
    const double rate = 12.0 / 3600.0, mean = 0.4 * 300.0 + 0.6 * 60.0;
    const double square = 0.4 * 2.0 * 300.0 * 300.0 + 0.6 * 60.0 * 60.0;
    const double turnaround_h = (rate * square / (2.0 * (1.0 - rate * mean)) + mean) / 3600.0;
    const auto& all = performance.work[0].backlog.total;
    const Compared compared{"", turnaround_h, all.turnaround_mean_h, all.half_width->turnaround_mean_h, 2500};
    EXPECT_LT(std::abs(compared.z()), 4.5) << turnaround_h << " " << all.turnaround_mean_h;
    EXPECT_NEAR(all.reached, 0.4 * 12.0 * 24.0, 2.5 * all.half_width->reached);
    EXPECT_NEAR(all.tried, all.offered, 0.05);  // those who come last may wait beyond the end
}

// By the hour of the window, which is the only time in which they are called; whoever does not answer rests.
TEST(Lists, AreCalledInTheirWindowAsPeopleAnswer) {
    Work list{.name = "list", .kind = WorkKind::outbound, .handling_time = {.mean = 1min}};
    list.window = test::office_week(9h, 11h);
    list.reached = {{Share{0.2}, Share{0.6}}, false};
    list.no_answer = {30s, 1h, 2};
    list.backlog_target = BacklogTarget{.tried = Share{0.9}, .reached = Share{0.5}, .within = {.time = 10h}};
    ScenarioParts parts = all_day(list, 1.0);
    parts.calendar.open = test::office_week(8h, 18h);
    parts.work[0].arrivals.per_day->everywhere = 60.0;
    parts.work[0].arrivals.at = Minutes{8 * 60};
    parts.simulation = {.replications = 500};
    const Performance performance = with_people(parts, 40);
    const auto& all = performance.work[0].backlog.total;
    const double reached = 0.2 + 0.8 * 0.6;  // at nine, and of the others an hour later
    EXPECT_NEAR(all.reached_in_time_share, reached, 2.5 * all.half_width->reached_in_time_share);
    EXPECT_NEAR(all.attempts / all.offered, 1.8, 0.02);
    EXPECT_EQ(all.tried_in_time_share, 1.0);
}

}  // namespace
}  // namespace freiton::simulation
