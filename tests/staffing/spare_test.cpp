// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/spare.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

using Agents = std::vector<std::vector<int>>;

// Everything that takes savings needs, from a plan that was found so far.
struct Desk {
    Desk(const SearchSpace& searched, Ask asked, SearchResult found, std::function<bool()> stop = never)
        : space{searched},
          ask{std::move(asked)},
          look_at{looks_by(ask)},
          shape{found.plan},
          result{std::move(found)},
          stopped{std::move(stop)} {}

    const SearchSpace& space;
    Ask ask;
    LookAt look_at;
    StaffingPlan shape;
    SearchResult result;
    std::function<bool()> stopped;
    SavingsTaker taker{space, ask, look_at, shape, result, stopped};

    void spare() { staffing::spare(space, ask, taker, result, stopped); }
    bool trade() { return staffing::trade(space, taker, result); }
    bool exchange() { return staffing::exchange(space, taker); }
};

Desk desk_of(Office& made, Agents agents) { return {made.space, made.ask(), found_so_far(made, std::move(agents))}; }

int people(const StaffingPlan& plan) {
    int sum = 0;
    for (const auto& team : plan.agents) sum += std::accumulate(team.begin(), team.end(), 0);
    return sum;
}

TEST(Sparing, LeavesWhatEachIntervalNeedsAndSaysWhatWouldBreak) {
    Office made = office_with({1.0}, {2.0, 0.0, 3.0}, 3, 9);
    Desk desk = desk_of(made, {{5, 4, 3}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{2, 0, 3}}));
    ASSERT_EQ(desk.result.needed.size(), 2U);
    for (const Needed& needed : desk.result.needed) {
        EXPECT_EQ(needed.broken.interval, IntervalIndex{needed.interval});
        EXPECT_EQ(needed.broken.value, desk.result.plan.agents[0][needed.interval] - 1);
    }
    EXPECT_TRUE(desk.result.evaluation.holds());
}

TEST(Sparing, TakesTheDearTeamFirst) {
    for (const auto& [cost, left] :
         {std::pair{std::vector{2.0, 3.0}, Agents{{4}, {3}}}, std::pair{std::vector{3.0, 2.0}, Agents{{3}, {4}}}}) {
        Office made = office_with({1.0, 1.0}, {7.0}, 1, 9);
        made.space.cost = cost;
        Desk desk = desk_of(made, {{4}, {4}});
        desk.spare();
        EXPECT_EQ(desk.result.plan.agents, left);
    }
}

TEST(Sparing, TakesFirstWhoIsWorthLeast) {
    Office made = office(2, 1, 9);
    made.space.helps = {{true, true}};
    made.worth = {{1.0, 0.7}};
    made.needs = {{6.0}};
    Desk desk = desk_of(made, {{4}, {4}});  // 6.8
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{4}, {3}}));
}

TEST(Sparing, LeavesFixedStaffAlone) {
    Office made = office_with({1.0}, {1.0, 1.0}, 2, 9);
    made.space.least = {{4, 2}};
    Desk desk = desk_of(made, {{4, 3}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{4, 2}}));
    EXPECT_TRUE(desk.result.needed.empty());
}

// What each does alone is known, so that all who can go are tried at once.
TEST(Sparing, AsksForFewPlansHoweverManyPeopleThereAre) {
    for (const std::size_t intervals : {6U, 60U}) {
        Office made = office_with({1.0}, std::vector<double>(intervals, 2.0), intervals, 9);
        int asked = 0;
        const Ask counted = [&](const StaffingPlan& plan, Effort) {
            ++asked;
            return made.evaluate(plan);
        };
        SearchResult found = found_so_far(made, {std::vector<int>(intervals, 4)});
        const LookAt look_at = looks_by(made.ask());
        const StaffingPlan shape = found.plan;
        const std::function<bool()> stopped = never;
        SavingsTaker taker{made.space, counted, look_at, shape, found, stopped};
        spare(made.space, counted, taker, found, stopped);
        EXPECT_EQ(found.plan, level(made, 2));
        EXPECT_EQ(asked, 2 + 1);  // one person of each interval, and one more; then what is left
        EXPECT_EQ(found.needed.size(), intervals);
    }
}

TEST(Sparing, TakesNoMoreThanAPromiseOverAllHasToSpare) {
    Office made = office_with({1.0}, {7.0}, 4, 9);
    Desk desk = desk_of(made, {{2, 2, 2, 2}});
    desk.spare();
    EXPECT_EQ(people(desk.result.plan), 7);
    EXPECT_EQ(desk.result.needed.size(), 4U);
    for (const Needed& needed : desk.result.needed) EXPECT_FALSE(needed.broken.interval || needed.broken.day);
}

// Where any may go, an interval loses at most one more than its neighbours.
TEST(Sparing, KeepsTheCourseOfTheDay) {
    Office made = office_with({1.0}, {20.0}, 8, 99);
    Desk desk = desk_of(made, {{5, 6, 7, 8, 8, 7, 6, 5}});
    desk.spare();
    EXPECT_EQ(people(desk.result.plan), 20);
    const std::vector<int>& before = desk.shape.agents[0];
    const std::vector<int>& after = desk.result.plan.agents[0];
    for (std::size_t i = 1; i < before.size(); ++i)
        EXPECT_LE(std::abs((before[i] - after[i]) - (before[i - 1] - after[i - 1])), 1) << i;
}

// The second person of a pair is missed by much, so that effects of single people say too little.
TEST(Sparing, PeopleWhoAreMissedOnlyTogetherAreNotTakenTogether) {
    Office made = office(1, 6, 9);
    made.space.helps = {{true}};
    const Ask ask = [&](const StaffingPlan& plan, Effort) {
        const double gone = 12.0 - people(plan);
        const double room = 10.0 - gone * gone;  // three may go, by themselves each costs 1
        return Evaluation{.instances = {{.value = room, .holds = room >= 0.0, .room = room}}, .misses = {{0}}};
    };
    SearchResult found{.plan = level(made, 2)};
    found.evaluation = ask(found.plan, Effort::reference);
    Desk desk{made.space, ask, found};
    desk.spare();
    EXPECT_EQ(people(desk.result.plan), 9);
    EXPECT_TRUE(desk.result.evaluation.holds());
}

// A rough look that believes too much: the reference has the last word.
TEST(Sparing, GivesBackWhatTheReferenceDenies) {
    Office made = office_with({1.0}, {7.0}, 4, 9);
    const Ask hopeful = [&](const StaffingPlan& plan, Effort effort) {
        Evaluation evaluation = made.evaluate(plan);
        Instance& number = evaluation.instances[0];
        if (effort == Effort::rough) number.room += 2.0;
        number.holds = number.room >= 0.0;
        return evaluation;
    };
    Desk desk{made.space, hopeful, found_so_far(made, {{3, 3, 3, 3}})};
    desk.spare();
    EXPECT_TRUE(desk.result.evaluation.holds());
    EXPECT_EQ(people(desk.result.plan), 7);
}

TEST(Sparing, BlamesWhoHelpsAndIsInReach) {
    Office made = office(2, 4, 9);
    made.space.helps = {{true, false}, {false, true}};
    made.worth = {{1.0, 0.0}, {0.0, 1.0}};
    made.needs = {{1.0, 1.0, 1.0, 1.0}, {0.0, 0.0, 0.0, 0.0}};
    Desk desk = desk_of(made, {{1, 1, 1, 1}, {1, 1, 1, 1}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{1, 1, 1, 1}, {0, 0, 0, 0}}));
    ASSERT_EQ(desk.result.needed.size(), 4U);
    for (const Needed& needed : desk.result.needed) EXPECT_EQ(needed.team, 0U);
}

TEST(Sparing, EndsWhenItIsStopped) {
    Office made = office_with({1.0}, {1.0}, 1, 9);
    Desk desk{made.space, made.ask(), found_so_far(made, {{5}}), [] { return true; }};
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{5}}));
}

TEST(ThinningOut, LetsManyGoAndLeavesTheLastFewToACloserLook) {
    Office made = office_with({1.0}, std::vector<double>(40, 3.0), 40, 9);
    made.needs[0][7] = 2.0;  // one who could still go when all others stay
    Desk desk = desk_of(made, {std::vector<int>(40, 5)});
    thin_out(made.space, desk.taker);
    StaffingPlan left = level(made, 3);
    EXPECT_EQ(desk.result.plan, left);
    desk.spare();
    left.agents[0][7] = 2;
    EXPECT_EQ(desk.result.plan, left);
}

// Of whom the second interval keeps: two of the first against one of the second.
Desk kept_by_the_next(Office& made, int here, int there) {
    Desk desk = desk_of(made, {{here, there}});
    desk.result.needed = {{.team = 0, .interval = 0, .broken = {.interval = IntervalIndex{1}}}};
    return desk;
}

TEST(Trade, GivesTwoForOneInTheIntervalThatKeepsThem) {
    Office made = office_with({1.0}, {1.0, 4.0}, 2, 9);
    made.space.helps = {{true}};
    Desk desk = desk_of(made, {{3, 4}});
    desk.result.needed = {{.team = 0, .interval = 0, .broken = {.interval = IntervalIndex{1}}}};
    EXPECT_TRUE(desk.trade());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{1, 5}}));
    EXPECT_TRUE(desk.result.evaluation.holds());
}

TEST(Trade, StaysWithinTheLimits) {
    Office made = office_with({1.0}, {0.0, 3.0}, 2, 9);
    const std::vector<Needed> needed = {{.team = 0, .interval = 0, .broken = {.interval = IntervalIndex{1}}}};
    const StaffingPlan plan{{{3, 3}}};
    made.space.least[0][0] = 2;
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());  // one would be left
    made.space.least[0][0] = 1;
    made.space.most[0][1] = 3;
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());  // a fourth has no place
    made.space.most[0][1] = 4;
    ASSERT_EQ(two_for_one(made.space, plan, needed).size(), 1U);
    EXPECT_EQ(with(plan, two_for_one(made.space, plan, needed)[0]).agents, (Agents{{1, 4}}));
    made.space.stands_for = {1.0, 2.0};  // then it saves nothing
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
}

TEST(Trade, MakesNoneThatBreaksAPromise) {
    Office made = office_with({1.0}, {2.0, 3.0}, 2, 9);
    Desk desk = kept_by_the_next(made, 3, 3);
    EXPECT_FALSE(desk.trade());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{3, 3}}));
}

TEST(Trade, IsNoneWithinOneIntervalNorForWhoCannotHelp) {
    Office made = office_with({1.0}, {0.0, 0.0}, 2, 9);
    const StaffingPlan plan{{{3, 3}}};
    std::vector<Needed> needed = {{.team = 0, .interval = 0, .broken = {.interval = IntervalIndex{1}}}};
    EXPECT_EQ(two_for_one(made.space, plan, needed).size(), 1U);
    made.space.helps = {{false}};
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
    made.space.helps = {{true}};
    needed[0].broken.interval = IntervalIndex{0};
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
    needed[0].broken.interval.reset();
    EXPECT_TRUE(two_for_one(made.space, plan, needed).empty());
}

TEST(Exchange, PutsCheapPeopleInThePlaceOfDearOnes) {
    Office made = office_with({1.0, 1.0}, {2.0, 2.0}, 2, 9);
    made.space.cost = {3.0, 2.0};
    Desk desk = desk_of(made, {{1, 1}, {1, 1}});
    EXPECT_TRUE(desk.exchange());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{0, 0}, {2, 2}}));
}

TEST(Exchange, StaysWithinTheLimitsAndWhatIsPromised) {
    Office made = office_with({2.0, 1.0}, {3.0, 2.0, 2.0}, 3, 9);
    made.space.cost = {3.0, 2.0};
    made.space.least[0][1] = 1;
    made.space.most[1][2] = 1;
    Desk desk = desk_of(made, {{1, 1, 1}, {1, 1, 1}});
    EXPECT_FALSE(desk.exchange());
    EXPECT_EQ(desk.result.plan.agents, (Agents{{1, 1, 1}, {1, 1, 1}}));
}

// Two dear teams at once into one cheap team that has room for one more.
TEST(Exchange, StaysWithinTheLimitsForAllThatIsTakenTogether) {
    Office made = office_with({1.0, 1.0, 1.0}, {3.0}, 1, 9);
    made.space.cost = {3.0, 2.5, 2.0};
    made.space.most[2][0] = 2;
    made.space.least[0][0] = 1;
    Desk desk = desk_of(made, {{2}, {1}, {1}});
    EXPECT_TRUE(desk.exchange());
    EXPECT_LE(desk.result.plan.agents[2][0], 2);
    EXPECT_GE(desk.result.plan.agents[0][0], 1);
    EXPECT_EQ(people(desk.result.plan), 4);
}

TEST(Trade, GivesNobodyTwice) {
    Office made = office_with({1.0}, {0.0, 4.0}, 2, 9);
    made.space.least[0][0] = 2;
    Desk desk = desk_of(made, {{4, 4}});
    const Needed needed{.team = 0, .interval = 0, .broken = {.interval = IntervalIndex{1}}};
    desk.result.needed = {needed, needed};
    desk.trade();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{2, 5}}));
}

TEST(Sparing, WhoCostsNothingIsSparedToo) {
    Office made = office_with({1.0}, {2.0, 3.0}, 2, 9);
    made.space.cost = {0.0};
    Desk desk = desk_of(made, {{4, 4}});
    desk.spare();
    EXPECT_EQ(desk.result.plan.agents, (Agents{{2, 3}}));
}

TEST(Exchange, LeavesTeamsOfTheSameCost) {
    Office made = office_with({1.0, 1.0}, {2.0}, 1, 9);
    EXPECT_TRUE(cheap_for_dear(made.space, level(made, 1)).empty());
}

}  // namespace
}  // namespace freiton::staffing
