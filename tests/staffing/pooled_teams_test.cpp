// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/pooled_teams.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

using testing::ElementsAre;

// Of three teams the first and the last are one; two thirds sit at the first, who may be five at most.
SearchSpace three_teams() {
    SearchSpace space = office(3, 2, 9).space;
    space.least[2] = {1, 0};
    space.most[0] = {5, 5};
    space.cost = {2.0, 1.0, 1.5};
    space.share = {2.0, 1.0, 1.0};
    space.helps = {{true, false, false}, {false, true, false}, {false, false, false}};
    return space;
}

std::vector<int> two_thirds_at_the_first(int people, const std::vector<int>& least, const std::vector<int>& most) {
    const int first = std::clamp((2 * people + 1) / 3, least[0], std::min(most[0], people - least[1]));
    return {first, people - first};
}
const std::vector<TeamGroup> first_and_last = {{{0, 2}, two_thirds_at_the_first}};

TEST(PooledTeams, AreOneTeamOfASmallerSpace) {
    const SearchSpace space = three_teams();
    const PooledTeams pools{space, first_and_last};
    EXPECT_THAT(pools.space().least, ElementsAre(ElementsAre(1, 0), ElementsAre(0, 0)));
    EXPECT_THAT(pools.space().most, ElementsAre(ElementsAre(14, 14), ElementsAre(9, 9)));
    EXPECT_THAT(pools.space().cost, ElementsAre(1.5, 1.0));
    EXPECT_THAT(pools.space().share, ElementsAre(3.0, 1.0));
    EXPECT_THAT(pools.space().helps,
                ElementsAre(ElementsAre(true, false), ElementsAre(false, true), ElementsAre(false, false)));
}

TEST(PooledTeams, ArePlacedByTheRule) {
    const SearchSpace space = three_teams();
    const PooledTeams pools{space, first_and_last};
    const StaffingPlan plan{{{6, 9}, {3, 4}}};
    EXPECT_EQ(pools.whole(plan), (StaffingPlan{{{4, 5}, {3, 4}, {2, 4}}}));
    EXPECT_EQ(pools.pooled(StaffingPlan{{{0, 9}, {3, 4}, {6, 0}}}), plan);
}

// Of six people four sit at the first, of five three, of four three again.
TEST(PooledTeams, AStepMovesWhoeverTheRuleMoves) {
    const SearchSpace space = three_teams();
    const PooledTeams pools{space, first_and_last};
    const Ask ask = [](const StaffingPlan& plan, Effort) {
        return Evaluation{.instances = {{.room = 10.0 * plan.agents[0][0] + plan.agents[2][0]}}};
    };
    const auto look = pools.look_at(looks_by(ask))({{{6, 0}, {0, 0}}});
    look->play(1);
    EXPECT_DOUBLE_EQ(look->effects({0, 0, -1})[0].mean, -10.0);
    EXPECT_DOUBLE_EQ(look->effects({0, 0, -2})[0].mean, -11.0);
    EXPECT_TRUE(look->effects({1, 0, 1}).empty());
}

TEST(PooledTeams, WhoeverIsThereIsNeeded) {
    const SearchSpace space = three_teams();
    const PooledTeams pools{space, first_and_last};
    SearchResult found;
    found.plan = {{{4, 1}, {2, 2}}};
    found.needed = {{0, 0, {.promise = 0}}, {0, 1, {.promise = 0}}, {1, 1, {.promise = 1}}};
    const SearchResult whole = pools.whole(found);
    std::vector<std::pair<std::size_t, std::size_t>> needed;
    for (const Needed& one : whole.needed) needed.emplace_back(one.team, one.interval);
    EXPECT_THAT(needed, ElementsAre(std::pair{0u, 0u}, std::pair{0u, 1u}, std::pair{1u, 1u}))
        << "the last team has its least, or nobody";
    EXPECT_EQ(whole.plan, pools.whole(found.plan));
}

// What the two teams do together is asked for; the search finds the least number, and who sits where follows.
TEST(PooledTeams, ASearchFindsTheLeastOfAll) {
    Office made = office_with({1.0, 1.0}, {7, 3}, 2, 9);
    const PooledTeams pools{made.space, {{{0, 1}, two_thirds_at_the_first}}};
    const Evaluator evaluate = made.evaluator();
    const SearchResult found =
        pools.whole(search(pools.space(), {{{0, 0}}}, pools.evaluator(evaluate), pools.look_at(looks_by(evaluate))));
    EXPECT_TRUE(found.met);
    EXPECT_THAT(found.plan.agents, ElementsAre(ElementsAre(5, 2), ElementsAre(2, 1)));
}

}  // namespace
}  // namespace freiton::staffing
