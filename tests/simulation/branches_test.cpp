// SPDX-License-Identifier: Apache-2.0
// A branch equals a whole replication with that staff: every number of every interval, over random organisations.
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/kernel/branches.hpp"
#include "simulation/own_callers.hpp"
#include "simulation/own_rules.hpp"
#include "simulation/own_ways.hpp"
#include "simulation/random_organisation.hpp"

namespace freiton::simulation {
namespace {

using namespace kernel;
using test::RandomOrganisation;

// Each number of a cell on its own, but for those that are no sums over what happens to contacts.
std::vector<Gauge> every_number(const World& world) {
    const std::vector<int> of_calls = {
        call_offered, call_answered, call_abandoned,          call_blocked,   call_in_time,     call_early,
        call_waited,  call_away,     call_customers_answered, call_callbacks, call_called_back, call_callbacks_reached};
    const std::vector<int> of_items = {item_offered,   item_done,          item_in_time, item_away,
                                       item_completed, item_tried_in_time, item_reached, item_attempts};
    std::vector<Gauge> gauges;
    for (int row = 0; row < world.rows; ++row) {
        const int work = world.row_work[static_cast<std::size_t>(row)];
        const bool call = world.work[static_cast<std::size_t>(work)].call;
        for (const int number : call ? of_calls : of_items) {
            Gauge& gauge = gauges.emplace_back();
            gauge.rows = {row};
            gauge.ahead[static_cast<std::size_t>(number)] = 1.0;
            gauge.base[static_cast<std::size_t>(call ? int{call_admitted_wait} : int{item_turnaround_s})] = 1.0;
        }
    }
    for (int t = 0; t < static_cast<int>(world.teams.size()); ++t) gauges.push_back({.team = t, .most_occupied = 0.7});
    return gauges;
}

struct Played {
    World world;
    std::vector<Gauge> gauges;
    Branches branches;

    explicit Played(const RandomOrganisation::Staffed& staffed)
        : world{compile_world(staffed.scenario, staffed.plan, 2)},
          gauges{every_number(world)},
          branches{world, gauges} {}
};

bool nearly(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

// How much all numbers differ in each interval, by whole replications.
std::vector<GaugeValue> by_whole_replications(const RandomOrganisation::Staffed& staffed, const StaffingPlan& changed,
                                              std::uint64_t replication) {
    Played before{staffed};
    Played after{{staffed.scenario, changed}};
    before.branches.play(1, replication);
    after.branches.play(1, replication);
    std::vector<GaugeValue> difference = after.branches.played();
    for (std::size_t k = 0; k < difference.size(); ++k) {
        difference[k].ahead -= before.branches.played()[k].ahead;
        difference[k].base -= before.branches.played()[k].base;
    }
    return difference;
}

std::vector<GaugeValue> by_branch(Played& played, int team, int interval, int by) {
    std::vector<GaugeValue> difference(played.gauges.size() * static_cast<std::size_t>(played.world.cells));
    for (const Branches::Difference& d : played.branches.changed(team, interval, by))
        difference[static_cast<std::size_t>(d.gauge * played.world.cells + d.interval)] += d.by;
    return difference;
}

// Every second interval of every team with one person less, one more and two more; how many were compared.
int compare_branches(const RandomOrganisation::Staffed& staffed, std::uint64_t replication) {
    int compared = 0;
    Played played{staffed};
    played.branches.play(1, replication);
    for (int t = 0; t < static_cast<int>(staffed.plan.agents.size()); ++t)
        for (int k = 0; k < static_cast<int>(staffed.scenario.intervals()); k += 2)
            for (const int by : {-1, 1, 2}) {
                StaffingPlan changed = staffed.plan;
                int& agents = changed.agents[static_cast<std::size_t>(t)][static_cast<std::size_t>(k)];
                if ((agents += by) < 0) continue;
                const auto branch = by_branch(played, t, k, by);
                const auto whole = by_whole_replications(staffed, changed, replication);
                for (std::size_t n = 0; n < whole.size(); ++n)
                    EXPECT_TRUE(nearly(branch[n].ahead, whole[n].ahead) && nearly(branch[n].base, whole[n].base))
                        << "organisation " << replication << " team " << t << " interval " << k << " by " << by
                        << " gauge " << n / static_cast<std::size_t>(played.world.cells) << " in "
                        << n % static_cast<std::size_t>(played.world.cells) << ": branch " << branch[n].ahead << ", "
                        << branch[n].base << ", whole " << whole[n].ahead << ", " << whole[n].base;
                ++compared;
            }
    return compared;
}

TEST(Branches, EqualWholeReplications) {
    int compared = 0;
    for (std::uint64_t i = 0; i < 120 && !HasFailure(); ++i)
        compared += compare_branches(RandomOrganisation{i}.make(), i);
    EXPECT_GT(compared, 600);
}

// Of 60 organisations those that can be changed like that.
int compare_changed(std::optional<Scenario> (*changed)(const Scenario&, std::uint64_t)) {
    int compared = 0;
    for (std::uint64_t i = 0; i < 60 && !testing::Test::HasFailure(); ++i) {
        RandomOrganisation::Staffed staffed = RandomOrganisation{i}.make();
        std::optional<Scenario> own = changed(staffed.scenario, i);
        if (own) compared += compare_branches({std::move(*own), std::move(staffed.plan)}, i);
    }
    return compared;
}

TEST(Branches, EqualWholeReplicationsWithEveryRuleOfWorkAndTeams) {
    EXPECT_GT(compare_changed(test::with_own_rules), 200);
}

TEST(Branches, EqualWholeReplicationsWhereCallersHangUpAtOnceAndTimesDiffer) {
    EXPECT_GT(compare_changed(test::with_own_callers), 200);
}

TEST(Branches, EqualWholeReplicationsWithChatsCallbacksAndLists) {
    EXPECT_GT(compare_changed(test::with_own_ways), 200);
    EXPECT_GT(compare_changed(test::with_ways_and_rules), 150);
}

}  // namespace
}  // namespace freiton::simulation
