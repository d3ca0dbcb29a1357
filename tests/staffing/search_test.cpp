// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

TEST(Search, FindsExactlyWhatEachIntervalNeedsFromAboveAndFromBelow) {
    Office made = office(1, 20, 100);
    std::vector<double> needs(20);
    std::iota(needs.begin(), needs.end(), 3.0);
    made.needs = {needs};
    made.worth = {{1.0}};
    made.space.helps = {{true}};
    for (const int start : {0, 9, 60}) {
        const SearchResult found = searched(made.space, level(made, start), made.evaluator());
        ASSERT_TRUE(found.met);
        for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(found.plan.agents[0][i], static_cast<int>(i) + 3) << start;
        EXPECT_EQ(found.needed.size(), 20u);  // nobody can be spared, and it says what would break
    }
}

TEST(Search, SaysThatAPromiseIsOutOfReachAndStillPlansForTheOthers) {
    Office made = office(1, 4, 5);
    made.needs = {{2, 3, 9, 1}};  // nine people where five fit
    made.worth = {{1.0}};
    made.space.helps = {{true}};
    const SearchResult found = searched(made.space, level(made, 1), made.evaluator());
    EXPECT_FALSE(found.met);
    EXPECT_EQ(found.plan.agents[0][0], 2);
    EXPECT_EQ(found.plan.agents[0][1], 3);
    EXPECT_EQ(found.plan.agents[0][3], 1);
}

TEST(Search, KeepsEverybodyWhereTheLimitOfATeamIsInTheWay) {
    Office made = office(1, 6, 4);
    made.needs = {{2.0, 3.0, 5.0, 5.0, 4.0, 1.0}, {13.0}};
    made.worth = {{1.0}, {1.0}};
    made.space.helps = {{true}, {true}};
    const SearchResult found = searched(made.space, level(made, 1), made.evaluator());
    EXPECT_FALSE(found.met);
    EXPECT_EQ(found.plan.agents, (std::vector<std::vector<int>>{{2, 3, 4, 4, 4, 1}}));
}

TEST(Search, FixedStaffStaysAndTheCheaperTeamFillsUp) {
    Office made = office(2, 3, 20);
    made.needs = {{7, 8, 9}};
    made.worth = {{1.0, 1.0}};
    made.space.helps = {{true, true}};
    made.space.cost = {3.0, 2.0};
    made.space.least[0] = made.space.most[0] = {4, 4, 4};
    const SearchResult found = searched(made.space, level(made, 0), made.evaluator());
    EXPECT_EQ(found.plan.agents[0], (std::vector<int>{4, 4, 4}));
    EXPECT_EQ(found.plan.agents[1], (std::vector<int>{3, 4, 5}));
}

// A tenth of who is there in the first interval is left over for the second, whose promise so keeps people in the
// first.
TEST(Search, GivesTwoPeopleOfOneIntervalForOneOfAnother) {
    Office made = office(1, 12, 100);
    made.needs = {std::vector<double>(12, 0.0)};
    made.needs[0][0] = 1.0;
    made.worth = {{1.0}};
    made.space.helps = {{true}};
    const Evaluator carried_over = [&](const StaffingPlan& plan, Effort, const std::vector<bool>&) {
        Evaluation evaluation = made.evaluate(plan);
        evaluation.instances[1].value += 0.1 * plan.agents[0][0];
        evaluation.instances[1].room = evaluation.instances[1].value - 5.25;
        evaluation.instances[1].holds = evaluation.instances[1].room > 0.0;
        return evaluation;
    };
    const SearchResult found = searched(made.space, level(made, 7), carried_over);
    EXPECT_EQ(found.plan.agents[0][0], 1);
    EXPECT_EQ(found.plan.agents[0][1], 6);
}

// Trials that say yes where a look at length says no, and tell nothing of a group: the search still comes to an end.
TEST(Search, EndsWhenTrialsAndLongLooksDisagreeForEver) {
    Office made = office(1, 6, 100);
    made.needs = {std::vector<double>(6, 5.0)};
    made.worth = {{1.0}};
    made.space.helps = {{true}};
    std::int64_t looked = 1;
    const Evaluator contrary = [&](const StaffingPlan& plan, Effort effort, const std::vector<bool>&) {
        Evaluation evaluation = made.evaluate(plan);
        evaluation.replications = effort == Effort::whole ? looked++ : 1;
        if (effort != Effort::whole) return evaluation;
        for (Instance& instance : evaluation.instances) instance.holds = instance.value >= 4.0;
        return evaluation;
    };
    const SearchResult found = searched(made.space, level(made, 7), contrary);
    EXPECT_EQ(found.plan.agents, (std::vector<std::vector<int>>{{5, 5, 5, 5, 5, 5}}));
    EXPECT_TRUE(found.met);
}

// Rough looks believe in too few people; it is stopped when some of them were believed.
TEST(Search, InterruptedItGivesTheLastPlanThatHeld) {
    Office made = office_with({1.0}, {12.0}, 4, 100);
    bool seen_to_hold = false;
    int rough_looks = 0;
    bool stop = false;
    const Evaluator hopeful = [&](const StaffingPlan& plan, Effort effort, const std::vector<bool>&) {
        Evaluation evaluation = made.evaluate(plan);
        Instance& number = evaluation.instances[0];
        if (effort == Effort::rough) number.room += seen_to_hold ? 6.0 : -8.0;
        number.holds = number.room >= 0.0;
        seen_to_hold = seen_to_hold || (effort == Effort::reference && number.holds);
        stop = stop || (seen_to_hold && effort == Effort::rough && ++rough_looks == 4);
        return evaluation;
    };
    const Evaluator asked = [&](const StaffingPlan& plan, Effort, const std::vector<bool>&) {
        return made.evaluate(plan);
    };
    const SearchResult found = search(made.space, level(made, 5), hopeful, looks_by(asked), [&] { return stop; });
    ASSERT_TRUE(stop);
    EXPECT_TRUE(made.evaluate(found.plan).holds());
    EXPECT_TRUE(found.met);
    EXPECT_TRUE(found.needed.empty()) << "of other plans";
}

TEST(Search, EndsWhenAGroupIsLeftOpen) {
    Office made = office(1, 12, 100);
    made.needs = {std::vector<double>(12, 5.0)};
    made.worth = {{1.0}};
    made.space.helps = {{true}};
    const StaffingPlan now = level(made, 5);
    const Evaluator undecided = [&](const StaffingPlan& plan, Effort effort, const std::vector<bool>&) {
        Evaluation evaluation = made.evaluate(plan);
        for (Instance& instance : evaluation.instances) instance.close = effort == Effort::whole && !instance.holds;
        return evaluation;
    };
    const SearchResult found = searched(made.space, now, undecided);
    EXPECT_EQ(found.plan.agents, now.agents);
    EXPECT_EQ(found.needed.size(), 12u);
}

// Every plan of up to five people in two teams and three intervals: nothing that also holds is cheaper.
TEST(Search, BruteForceFindsNothingCheaperInAHundredSmallOffices) {
    std::mt19937 random{7};
    const auto among = [&](int low, int high) {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    };
    for (int trial = 0; trial < 100; ++trial) {
        Office made = office(2, 3, 5);
        made.space.cost = {static_cast<double>(among(1, 4)), static_cast<double>(among(1, 4))};
        for (int p = 0; p < among(1, 3); ++p) {
            const bool first = among(0, 2) > 0;
            const bool second = !first || among(0, 1) > 0;
            made.space.helps.push_back({first, second});
            made.worth.push_back({first ? among(1, 3) * 0.5 : 0.0, second ? among(1, 3) * 0.5 : 0.0});
            if (among(0, 1) > 0)
                made.needs.push_back({among(0, 10) * 0.5, among(0, 10) * 0.5, among(0, 10) * 0.5});
            else
                made.needs.push_back({among(0, 20) * 0.5});
        }
        const SearchResult found = searched(made.space, level(made, 2), made.evaluator());
        double cheapest = 1e9;
        StaffingPlan plan = level(made, 0);
        for (int code = 0; code < 46'656; ++code) {
            int rest = code;
            for (auto& team : plan.agents)
                for (int& agents : team) {
                    agents = rest % 6;
                    rest /= 6;
                }
            if (made.space.cost_of(plan) < cheapest && made.evaluate(plan).holds()) cheapest = made.space.cost_of(plan);
        }
        EXPECT_EQ(found.met, cheapest < 1e9) << trial;
        if (found.met) {
            EXPECT_DOUBLE_EQ(made.space.cost_of(found.plan), cheapest) << trial;
        }
    }
}

}  // namespace
}  // namespace freiton::staffing
