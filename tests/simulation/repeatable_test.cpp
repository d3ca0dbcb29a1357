// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "freiton/simulation/simulate.hpp"
#include "simulation/figures_hash.hpp"

namespace freiton::simulation {
namespace {

using test::FiguresHash;
using test::hash_of;
using test::RandomOrganisation;

TEST(Repeatable, TheSameBytesOnOneTwoAndEightThreads) {
    for (std::uint64_t i = 0; i < 12; ++i) {
        const auto staffed = RandomOrganisation{i}.make();
        const std::uint64_t alone = hash_of(staffed, 100, 1);
        EXPECT_EQ(hash_of(staffed, 100, 2), alone) << "organisation " << i;
        EXPECT_EQ(hash_of(staffed, 100, 8), alone) << "organisation " << i;
    }
}

// It stops by itself after the same number of replications, whoever was faster.
TEST(Repeatable, ARunThatStopsByItselfStopsAtTheSameMoment) {
    const auto staffed = RandomOrganisation{4}.make();
    ScenarioParts parts = staffed.scenario.parts();
    parts.simulation.replications.reset();
    parts.simulation.half_width_shares = Share{0.02};
    parts.simulation.half_width_times = Share{0.05};
    const Scenario scenario{std::move(parts)};
    const Performance alone = simulate(scenario, staffed.plan, RunControl{.threads = 1});
    const Performance together = simulate(scenario, staffed.plan, RunControl{.threads = 8});
    EXPECT_GT(alone.replications, 30);
    EXPECT_EQ(FiguresHash{together}.value(), FiguresHash{alone}.value());
}

// When contacts come, for each class, whatever became of them; first attempts only.
std::vector<std::pair<int, double>> arrivals(const Scenario& scenario, const StaffingPlan& plan) {
    std::vector<std::pair<int, double>> times;
    const TracedContacts traced = trace(scenario, plan, 5);
    for (const auto& contact : traced.contacts)
        if (contact.attempt == 1 && contact.slot < traced.world.end_horizon_slot)
            times.emplace_back(traced.world.classes[static_cast<std::size_t>(contact.cls)].source, contact.arrival);
    std::sort(times.begin(), times.end());
    return times;
}

TEST(Repeatable, PatienceAndStaffingLeaveTheArrivalsAlone) {
    for (std::uint64_t i = 0; i < 40; ++i) {
        const auto staffed = RandomOrganisation{i}.make();
        ScenarioParts parts = staffed.scenario.parts();
        for (Work& work : parts.work) {
            if (work.arrivals.unlimited) work.arrivals = test::daily(20);  // those come when somebody is idle
            if (work.redial) work.patience = DurationLaw{.mean = Seconds{90.0}}, work.redial->attempts = 1;
        }
        const auto before = arrivals(Scenario{parts}, staffed.plan);
        for (Work& work : parts.work)
            if (work.kind == WorkKind::call) work.patience = DurationLaw{.mean = Seconds{33.0}};
        StaffingPlan more = staffed.plan;
        for (auto& team : more.agents)
            for (int& agents : team) agents += 2;
        EXPECT_EQ(arrivals(Scenario{parts}, more), before) << "organisation " << i;
    }
}

}  // namespace
}  // namespace freiton::simulation
