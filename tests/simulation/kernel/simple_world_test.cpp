// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/simple_world.hpp"

#include <gtest/gtest.h>

#include "simulation/plain/both_simulators.hpp"

namespace freiton::simulation::kernel {
namespace {

using namespace std::chrono_literals;
using test::daily;
using test::RandomOrganisation;

// What one replication told and counted.
struct Played {
    explicit Played(const World& world, const Views& views) : block{world, Durations{views, world.rows}} {
        Replication replication{world, block.tally, block.durations, &told};
        replication.run(7, 0);
    }
    Block block;
    test::Collector told;
};

bool same(const ContactRecord& a, const ContactRecord& b) {
    return a.cls == b.cls && a.slot == b.slot && a.arrival == b.arrival && a.begin == b.begin && a.end == b.end &&
           a.pool == b.pool && a.outcome == b.outcome;
}

bool same(const ServiceRecord& a, const ServiceRecord& b) {
    return a.cls == b.cls && a.pool == b.pool && a.arrival == b.arrival && a.begin == b.begin && a.end == b.end &&
           a.finished == b.finished;
}

template <class Record>
bool same(const std::vector<Record>& a, const std::vector<Record>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return same(x, y); });
}

bool same(const std::vector<TeamCell>& a, const std::vector<TeamCell>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const TeamCell& x, const TeamCell& y) {
        return x.busy_calls_s == y.busy_calls_s && x.on_duty_s == y.on_duty_s;
    });
}

// The same office without what makes its calls more than simple; nothing where no team takes any.
std::optional<RandomOrganisation::Staffed> with_simple_calls(RandomOrganisation::Staffed staffed) {
    ScenarioParts parts = staffed.scenario.parts();
    std::erase_if(parts.work, [](const Work& work) { return work.kind != WorkKind::call; });
    for (Work& work : parts.work) work.lines.reset(), work.redial.reset();
    parts.routing.interrupt.clear();
    parts.routing.after = {};
    if (parts.routing.reach == Reach::owner) parts.routing.reach = Reach::all;
    for (std::size_t t = parts.teams.size(); t-- > 0;) {
        Team& team = parts.teams[t];
        std::erase_if(team.handles, [](const std::string& name) { return name.starts_with("items"); });
        team.handling_time.clear();
        if (!team.handles.empty()) continue;
        parts.teams.erase(parts.teams.begin() + static_cast<std::ptrdiff_t>(t));
        staffed.plan.agents.erase(staffed.plan.agents.begin() + static_cast<std::ptrdiff_t>(t));
    }
    if (parts.teams.empty() || !Scenario::check(parts).empty()) return std::nullopt;
    return RandomOrganisation::Staffed{Scenario{std::move(parts)}, std::move(staffed.plan)};
}

TEST(SimpleWorld, IsPlayedContactByContactAsAnyOther) {
    std::size_t contacts = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
        const auto staffed = with_simple_calls(RandomOrganisation{i}.make());
        if (!staffed) continue;
        World world = compile_world(staffed->scenario, staffed->plan);
        ASSERT_TRUE(world.simple) << i;
        const Views views = views_of(staffed->scenario, world);
        const Played simply{world, views};
        world.simple = false;
        const Played played{world, views};
        ASSERT_TRUE(same(simply.told.contacts, played.told.contacts)) << i;
        ASSERT_TRUE(same(simply.told.services, played.told.services)) << i;
        ASSERT_EQ(simply.block.tally.cell, played.block.tally.cell) << i;
        ASSERT_TRUE(same(simply.block.tally.team_cell, played.block.tally.team_cell)) << i;
        ASSERT_EQ(simply.block.durations.counts, played.block.durations.counts) << i;
        contacts += played.told.contacts.size();
    }
    EXPECT_GT(contacts, 20'000U);
}

// Something that the simple loop does not know.
struct More {
    const char* what;
    void (*add)(ScenarioParts& parts);
};

const More things[] = {
    {"post",
     [](ScenarioParts& p) {
         p.work.push_back(
             {.name = "post", .kind = WorkKind::backlog, .arrivals = daily(5), .handling_time = {.mean = 3min}}),
             p.teams[0].handles.push_back("post");
     }},
    {"lines", [](ScenarioParts& p) { p.work[0].lines = 9; }},
    {"redial",
     [](ScenarioParts& p) {
         p.work[0].redial = Redial{Share{0.5}, 60s, 2, std::nullopt};
     }},
    {"balk", [](ScenarioParts& p) { p.work[0].balk = Share{0.1}; }},
    {"wrap_up", [](ScenarioParts& p) { p.work[0].wrap_up = DurationLaw{.mean = 1min}; }},
    {"ages", [](ScenarioParts& p) { p.work[0].ages = 60s; }},
    {"day_cv of handling", [](ScenarioParts& p) { p.work[0].handling_time.day_cv = 0.1; }},
    {"chat", [](ScenarioParts& p) { p.work[0].kind = WorkKind::chat, p.work[0].concurrency = 2; }},
    {"callback", [](ScenarioParts& p) { p.work[0].callback = Callback{}; }},
    {"leads_to",
     [](ScenarioParts& p) { p.work[0].leads_to.push_back({.work = "sales", .share = Share{0.1}, .after = 60s}); }},
    {"own handling time", [](ScenarioParts& p) { p.teams[0].handling_time["sales"] = DurationLaw{.mean = 2min}; }},
    {"switching", [](ScenarioParts& p) { p.teams[0].switching = 30s; }},
    {"reserved", [](ScenarioParts& p) { p.teams[0].reserved.push_back({.work = "sales"}); }},
    {"after", [](ScenarioParts& p) { p.teams[0].after.all = 20s; }},
};

TEST(SimpleWorld, HasNothingThatItsLoopDoesNotKnow) {
    const auto is_simple = [](const ScenarioParts& parts) {
        const Scenario scenario{ScenarioParts{parts}};
        const std::vector<int> three(scenario.intervals(), 3);
        return compile_world(scenario, {{three, three}}).simple;
    };
    ScenarioParts two_teams = test::one_hour_of_sales();
    two_teams.work.push_back(two_teams.work[0]);
    two_teams.work[1].name = "orders";
    two_teams.teams[0].handles.push_back("orders");
    two_teams.teams.push_back(two_teams.teams[0]);
    two_teams.teams[1].name = "others";
    EXPECT_TRUE(is_simple(two_teams));
    for (const More& more : things) {
        ScenarioParts parts = two_teams;
        more.add(parts);
        const auto problems = Scenario::check(parts);
        ASSERT_TRUE(problems.empty()) << more.what << ": " << problems.front().key;
        EXPECT_FALSE(is_simple(parts)) << more.what;
    }
}

}  // namespace
}  // namespace freiton::simulation::kernel
