// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/spare.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

using Agents = std::vector<std::vector<int>>;

void spare_in(Office& made, SearchResult& result) { spare(made.space, made.ask(), result, never); }

// Adds up all intervals of day 0; misses are given.
Ask of_the_day(int people, std::vector<double> misses) {
    return [=](const StaffingPlan& plan, Effort) {
        int sum = 0;
        for (const auto& team : plan.agents) sum += std::accumulate(team.begin(), team.end(), 0);
        return Evaluation{.instances = {{.day = 0, .value = 1.0 * sum, .holds = sum >= people}}, .misses = {misses}};
    };
}

TEST(Sparing, LeavesWhatEachIntervalNeedsAndSaysWhatWouldBreak) {
    Office made = office_with({1.0}, {2.0, 0.0, 3.0}, 3, 9);
    SearchResult result = found_so_far(made, {{5, 4, 3}});
    spare_in(made, result);
    EXPECT_EQ(result.plan.agents, (Agents{{2, 0, 3}}));
    ASSERT_EQ(result.needed.size(), 2U);
    for (const Needed& needed : result.needed) {
        EXPECT_EQ(needed.broken.interval, IntervalIndex{needed.interval});
        EXPECT_EQ(needed.broken.value, result.plan.agents[0][needed.interval] - 1);
    }
    EXPECT_TRUE(result.evaluation.holds());
}

TEST(Sparing, TakesTheDearTeamFirst) {
    for (const auto& [cost, left] :
         {std::pair{std::vector{2.0, 3.0}, Agents{{4}, {3}}}, std::pair{std::vector{3.0, 2.0}, Agents{{3}, {4}}}}) {
        Office made = office_with({1.0, 1.0}, {7.0}, 1, 9);
        made.space.cost = cost;
        SearchResult result = found_so_far(made, {{4}, {4}});
        spare_in(made, result);
        EXPECT_EQ(result.plan.agents, left);
    }
}

// Both teams at once are too many, and so are two people; then one dear person is tried before the cheap ones.
TEST(Sparing, TakesTheDearTeamFirstAlsoAfterAGroupWasTooMany) {
    for (const auto& [cost, spared] : {std::pair{std::vector{2.0, 3.0}, 1}, std::pair{std::vector{3.0, 2.0}, 0}}) {
        Office made = office_with({1.0, 1.0}, {7.0}, 2, 9);
        made.space.cost = cost;
        SearchResult result = found_so_far(made, {{2, 2}, {2, 2}});
        spare_in(made, result);
        const std::vector<int>& team = result.plan.agents[static_cast<std::size_t>(spared)];
        EXPECT_EQ(std::accumulate(team.begin(), team.end(), 0), 3);
    }
}

TEST(Sparing, TakesFirstWhereLeastIsMissed) {
    Office made = office(1, 3, 9);
    made.space.helps = {{true}};
    const Ask ask = of_the_day(8, {2.0, 1.0, 3.0});
    SearchResult result{.plan = {{{3, 3, 3}}}};
    result.evaluation = ask(result.plan, Effort::reference);
    spare(made.space, ask, result, never);
    EXPECT_EQ(result.plan.agents, (Agents{{3, 2, 3}}));
    ASSERT_EQ(result.needed.size(), 3U);
    for (const Needed& needed : result.needed) EXPECT_EQ(needed.broken.day, 0);
}

TEST(Sparing, LeavesFixedStaffAlone) {
    Office made = office_with({1.0}, {1.0, 1.0}, 2, 9);
    made.space.least = {{4, 2}};
    SearchResult result = found_so_far(made, {{4, 3}});
    spare_in(made, result);
    EXPECT_EQ(result.plan.agents, (Agents{{4, 2}}));
    EXPECT_TRUE(result.needed.empty());
    EXPECT_EQ(made.asked, 2);  // the one who can go, and what is left
}

TEST(Sparing, TriesPeopleThreeIntervalsApartTogether) {
    Office made = office_with({1.0}, std::vector<double>(6, 2.0), 6, 9);
    SearchResult result = found_so_far(made, {std::vector<int>(6, 2)});
    spare_in(made, result);
    EXPECT_EQ(made.asked, 3 + 1);  // 0 and 3, 1 and 4, 2 and 5; and what is left
    EXPECT_EQ(result.needed.size(), 6U);
}

TEST(Sparing, TriesPeopleOfDifferentDaysTogetherWherePromisesAreForDays) {
    Office made = office(1, 4, 9);
    made.space.helps = {{true}};
    made.space.day_of_interval = {0, 0, 1, 1};
    int asked = 0;
    const Ask ask = [&](const StaffingPlan& plan, Effort) {
        ++asked;
        Evaluation evaluation{.misses = {{0, 0, 0, 0}}};
        for (int day = 0; day < 2; ++day)
            evaluation.instances.push_back(
                {.day = day, .holds = plan.agents[0][2 * day] + plan.agents[0][2 * day + 1] >= 2});
        return evaluation;
    };
    SearchResult result{.plan = {{{1, 1, 1, 1}}}};
    result.evaluation = ask(result.plan, Effort::reference);
    asked = 0;
    spare(made.space, ask, result, never);
    EXPECT_EQ(asked, 2 + 1);
    ASSERT_EQ(result.needed.size(), 4U);
    for (const Needed& needed : result.needed) EXPECT_EQ(needed.broken.day, needed.interval < 2 ? 0 : 1);
}

// A promise over the horizon blames nobody: the group is halved until one person is on their own.
TEST(Sparing, HalvesAGroupThatBreaksWhatAllServe) {
    Office made = office_with({1.0}, {7.0}, 4, 9);
    SearchResult result = found_so_far(made, {{2, 2, 2, 2}});
    spare_in(made, result);
    EXPECT_EQ(std::accumulate(result.plan.agents[0].begin(), result.plan.agents[0].end(), 0), 7);
    EXPECT_EQ(result.needed.size(), 4U);
    for (const Needed& needed : result.needed) EXPECT_FALSE(needed.broken.interval || needed.broken.day);
}

TEST(Sparing, BlamesWhoHelpsAndIsInReach) {
    Office made = office(2, 4, 9);
    made.space.helps = {{true, false}, {false, true}};
    made.worth = {{1.0, 0.0}, {0.0, 1.0}};
    made.needs = {{1.0, 1.0, 1.0, 1.0}, {0.0, 0.0, 0.0, 0.0}};
    SearchResult result = found_so_far(made, {{1, 1, 1, 1}, {1, 1, 1, 1}});
    spare_in(made, result);
    EXPECT_EQ(result.plan.agents, (Agents{{1, 1, 1, 1}, {0, 0, 0, 0}}));
    ASSERT_EQ(result.needed.size(), 4U);
    for (const Needed& needed : result.needed) EXPECT_EQ(needed.team, 0U);
}

TEST(Sparing, EndsWhenItIsStopped) {
    Office made = office_with({1.0}, {1.0}, 1, 9);
    SearchResult result = found_so_far(made, {{5}});
    spare(made.space, made.ask(), result, [] { return true; });
    EXPECT_EQ(result.plan.agents, (Agents{{5}}));
}

// Of whom the second interval keeps: two of the first against one of the second.
SearchResult kept_by_the_next(Office& made, int here, int there) {
    SearchResult result = found_so_far(made, {{here, there}});
    result.needed = {{.team = 0, .interval = 0, .broken = {.interval = IntervalIndex{1}}}};
    return result;
}

TEST(Trade, GivesTwoForOneInTheIntervalThatKeepsThem) {
    Office made = office_with({1.0}, {1.0, 4.0}, 2, 9);
    SearchResult result = kept_by_the_next(made, 3, 3);
    EXPECT_TRUE(trade(made.space, made.ask(), result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{1, 4}}));
    EXPECT_TRUE(result.evaluation.holds());
}

TEST(Trade, StaysWithinTheLimitsAndMakesNoneThatBreaksAPromise) {
    Office made = office_with({1.0}, {0.0, 4.0}, 2, 9);
    made.space.least[0][0] = 2;
    SearchResult result = kept_by_the_next(made, 3, 3);
    EXPECT_FALSE(trade(made.space, made.ask(), result, never));  // one would be left
    made.space.least[0][0] = 1;
    made.space.most[0][1] = 3;
    EXPECT_FALSE(trade(made.space, made.ask(), result, never));  // a fourth has no place
    made.space.most[0][1] = 4;
    made.needs[0][0] = 2.0;
    EXPECT_FALSE(trade(made.space, made.ask(), result, never));  // breaks the first
    EXPECT_EQ(result.plan.agents, (Agents{{3, 3}}));
    made.needs[0][0] = 1.0;
    EXPECT_TRUE(trade(made.space, made.ask(), result, never));
}

TEST(Trade, IsNoneWithinOneIntervalNorForWhoCannotHelp) {
    Office made = office_with({1.0}, {0.0, 0.0}, 2, 9);
    SearchResult result = kept_by_the_next(made, 3, 3);
    made.space.helps = {{false}};
    EXPECT_FALSE(trade(made.space, made.ask(), result, never));
    made.space.helps = {{true}};
    result.needed[0].broken.interval = IntervalIndex{0};
    EXPECT_FALSE(trade(made.space, made.ask(), result, never));
    result.needed[0].broken.interval.reset();
    EXPECT_FALSE(trade(made.space, made.ask(), result, never));
    EXPECT_EQ(made.asked, 0);
}

TEST(Exchange, PutsCheapPeopleInThePlaceOfDearOnes) {
    Office made = office_with({1.0, 1.0}, {2.0, 2.0}, 2, 9);
    made.space.cost = {3.0, 2.0};
    SearchResult result = found_so_far(made, {{1, 1}, {1, 1}});
    EXPECT_TRUE(exchange(made.space, made.ask(), result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{0, 0}, {2, 2}}));
}

TEST(Exchange, StaysWithinTheLimitsAndWhatIsPromised) {
    Office made = office_with({2.0, 1.0}, {3.0, 2.0, 2.0}, 3, 9);
    made.space.cost = {3.0, 2.0};
    made.space.least[0][1] = 1;
    made.space.most[1][2] = 1;
    SearchResult result = found_so_far(made, {{1, 1, 1}, {1, 1, 1}});
    EXPECT_FALSE(exchange(made.space, made.ask(), result, never));
    EXPECT_EQ(result.plan.agents, (Agents{{1, 1, 1}, {1, 1, 1}}));
}

TEST(Exchange, LeavesTeamsOfTheSameCost) {
    Office made = office_with({1.0, 1.0}, {2.0}, 1, 9);
    SearchResult result = found_so_far(made, {{1}, {1}});
    EXPECT_FALSE(exchange(made.space, made.ask(), result, never));
    EXPECT_EQ(made.asked, 0);
}

}  // namespace
}  // namespace freiton::staffing
