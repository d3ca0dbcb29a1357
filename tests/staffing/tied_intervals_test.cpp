// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/tied_intervals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

using testing::ElementsAre;

// Three days of two intervals; the second and third day are alike, but for the last interval, whose staff is given.
SearchSpace three_days() {
    SearchSpace space;
    space.least = {{0, 0, 1, 0, 0, 4}};
    space.most = {{9, 9, 9, 9, 8, 4}};
    space.cost = {0.5};
    space.share = {1.0};
    space.helps = {{true}};
    space.day_of_interval = {0, 0, 1, 1, 2, 2};
    return space;
}
const std::vector<std::vector<std::size_t>> groups = {{2, 4}, {3, 5}};

TEST(TiedIntervals, AreOneThatCountsForAll) {
    const SearchSpace space = three_days();
    const TiedIntervals ties{space, groups};
    EXPECT_THAT(ties.space().least[0], ElementsAre(0, 0, 0, 0));
    EXPECT_THAT(ties.space().most[0], ElementsAre(9, 9, 9, 9));
    EXPECT_THAT(ties.space().day_of_interval, ElementsAre(0, 0, 1, 1));
    const StaffingPlan plan{{{1, 2, 3, 5}}};
    EXPECT_THAT(ties.whole(plan).agents[0], ElementsAre(1, 2, 3, 5, 3, 4));
    EXPECT_DOUBLE_EQ(ties.space().cost_of(plan), 0.5 * (1 + 2 + 2 * 3 + 2 * 5));
    EXPECT_EQ(ties.tied(ties.whole(plan)), plan);
    EXPECT_THAT(ties.tied(StaffingPlan{{{1, 2, 3, 5, 6, 4}}}).agents[0], ElementsAre(1, 2, 6, 5));
}

TEST(TiedIntervals, WhatIsMissedThereCountsTogether) {
    const SearchSpace space = three_days();
    const TiedIntervals ties{space, groups};
    Evaluation evaluation;
    evaluation.instances = {{.promise = 0, .interval = IntervalIndex{4}}, {.promise = 0, .day = 2}, {.promise = 0}};
    evaluation.misses = {{1, 2, 3, 4, 5, 6}};
    const Evaluation tied = ties.tied(evaluation);
    EXPECT_EQ(tied.instances[0].interval, IntervalIndex{2});
    EXPECT_EQ(tied.instances[1].day, 1);
    EXPECT_FALSE(tied.instances[2].day);
    EXPECT_THAT(tied.misses[0], ElementsAre(1, 2, 8, 10));
}

// Each interval needs so many; the search finds the least that all of a group can have.
TEST(TiedIntervals, ASearchFindsTheLeastForAll) {
    const SearchSpace space = three_days();
    const TiedIntervals ties{space, groups};
    const std::vector<int> wanted = {2, 0, 1, 5, 3, 4};
    const Evaluator evaluate = [&](const StaffingPlan& plan, Effort, const std::vector<bool>&) {
        Evaluation evaluation;
        evaluation.misses.emplace_back();
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const int missing = std::max(0, wanted[i] - plan.agents[0][i]);
            evaluation.instances.push_back({.promise = 0,
                                            .interval = IntervalIndex{i},
                                            .holds = missing == 0,
                                            .room = static_cast<double>(plan.agents[0][i] - wanted[i])});
            evaluation.misses[0].push_back(missing);
        }
        return evaluation;
    };
    const SearchResult found =
        ties.whole(search(ties.space(), {{{0, 0, 0, 0}}}, ties.evaluator(evaluate), ties.look_at(looks_by(evaluate))));
    EXPECT_TRUE(found.met);
    EXPECT_THAT(found.plan.agents[0], ElementsAre(2, 0, 3, 5, 3, 4));
    std::vector<std::size_t> needed;
    for (const Needed& one : found.needed) needed.push_back(one.interval);
    EXPECT_THAT(needed, testing::UnorderedElementsAre(0, 3, 4));  // 2 is there because 4 is, and 5 is given
}

// Three days, of which the first shares a time with the second, and that another one with the third: what is missed on
// one is looked for on all.
TEST(TiedIntervals, DaysThatShareNumbersAreOne) {
    SearchSpace space = three_days();
    space.least = {{0, 0, 0, 0, 0, 0}};
    space.most = {{5, 9, 9, 9, 9, 9}};
    const TiedIntervals ties{space, {{1, 2}, {3, 4}}};
    EXPECT_THAT(ties.space().day_of_interval, testing::Each(0));
    EXPECT_THAT(ties.space().most[0], ElementsAre(5, 9, 9, 9));
    Evaluation evaluation;
    evaluation.instances = {{.promise = 0, .day = 2}};
    EXPECT_EQ(ties.tied(evaluation).instances[0].day, 0);
}

// One fewer in a group is one fewer on each of its days whose limits allow it; what they do is added up.
TEST(TiedIntervals, AStepIsOneOfEachDay) {
    const SearchSpace space = three_days();
    const TiedIntervals ties{space, groups};
    const Ask ask = [](const StaffingPlan& plan, Effort) {
        double sum = 0.0;
        for (const int agents : plan.agents[0]) sum += agents;
        return Evaluation{.instances = {{.room = sum}}};
    };
    const StaffingPlan plan{{{1, 2, 3, 5}}};
    const auto look = ties.look_at(looks_by(ask))(plan);
    look->play(1);
    ASSERT_EQ(look->effects({0, 2, -1}).size(), 1U);
    EXPECT_DOUBLE_EQ(look->effects({0, 2, -1})[0].mean, -2.0);
    EXPECT_DOUBLE_EQ(look->effects({0, 3, -1})[0].mean, -1.0) << "the last interval is given";
    EXPECT_DOUBLE_EQ(look->effects({0, 0, 1})[0].mean, 1.0);
    EXPECT_EQ(look->step_replications({0, 2, -1}), 1);
}

}  // namespace
}  // namespace freiton::staffing
