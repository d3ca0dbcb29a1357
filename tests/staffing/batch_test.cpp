// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/batch.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "freiton/staffing/together.hpp"
#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

Candidate person(std::size_t interval, std::vector<NumberEffect> effects) {
    return {{{{0, interval, -1}}, 1.0}, std::move(effects)};
}

// A promise of each of three days of two intervals, and one over all of them.
struct Week {
    Week() : made{office(1, 6, 99)} {
        made.space.day_of_interval = {0, 0, 1, 1, 2, 2};
        for (int day = 0; day < 3; ++day)
            now.instances.push_back({.promise = 0, .day = day, .value = 0.9, .room = 0.1});
        now.instances.push_back({.promise = 1, .value = 0.9, .room = 0.1});
        plan = level(made, 9);
    }
    std::vector<Candidate> batch(std::vector<Candidate> of, double part = 1.0, std::size_t most = 99) const {
        return batch_of(made.space, plan, plan, now, std::move(of), {part, most});
    }
    Office made;
    Evaluation now;
    StaffingPlan plan;
};

std::vector<std::size_t> intervals_of(const std::vector<Candidate>& batch) {
    std::vector<std::size_t> intervals;
    for (const Candidate& one : batch) intervals.push_back(one.saving.steps.front().interval);
    return intervals;
}

TEST(Batch, TakesWhoUsesLeastAndNoMoreThanThereIsRoomFor) {
    const Week week;
    const auto batch =
        week.batch({person(0, {{0, -0.06, 0.0}}), person(1, {{0, -0.05, 0.0}}), person(2, {{1, -0.2, 0.0}}),
                    person(4, {{3, -0.02, 0.0}}), person(5, {{2, 0.3, 0.0}})});
    EXPECT_EQ(intervals_of(batch), (std::vector<std::size_t>{1, 5, 4}))
        << "who comes in the second interval of a day is needed less";
}

TEST(Batch, OfWhatSeveralShareOnlyAPartIsUsed) {
    const Week week;
    std::vector<Candidate> people;
    for (const std::size_t i : {0U, 2U, 4U}) people.push_back(person(i, {{3, -0.04, 0.0}}));
    EXPECT_EQ(week.batch(people, 0.8).size(), 2U);
    EXPECT_EQ(week.batch(people, 0.5).size(), 1U);
    EXPECT_EQ(week.batch({person(0, {{3, -0.09, 0.0}})}, 0.5).size(), 1U) << "alone it may use all";
    EXPECT_EQ(week.batch(people, 1.0, 1).size(), 1U) << "at most so many";
}

// Neighbours have lost one less: only where nobody else may go.
TEST(Batch, AnIntervalLosesAtMostOneMoreThanItsNeighbours) {
    Week week;
    StaffingPlan shape = week.plan;
    --week.plan.agents[0][0];
    const auto batch = [&](std::vector<Candidate> of) {
        return intervals_of(batch_of(week.made.space, week.plan, shape, week.now, std::move(of), {1.0, 99}));
    };
    EXPECT_EQ(batch({person(0, {}), person(2, {})}), (std::vector<std::size_t>{2}));
    EXPECT_EQ(batch({person(0, {}), person(1, {})}), (std::vector<std::size_t>{1, 0})) << "once the neighbour has gone";
    EXPECT_EQ(batch({person(0, {})}), (std::vector<std::size_t>{0}));
    week.made.space.least[0][1] = 9;  // of whom nobody can go
    EXPECT_EQ(batch({person(0, {}), person(2, {})}).size(), 2U);
}

TEST(Batch, PeopleOfOneTimeOfDayShareTheirEffects) {
    const Week week;
    std::vector<Candidate> people = {person(0, {{0, -0.03, 0.0}, {3, -0.03, 0.003}}), person(2, {{1, -0.01, 0.0}}),
                                     person(4, {}), person(5, {{3, -0.5, 0.0}})};
    share_out_over_days(week.made.space, week.now, people);
    EXPECT_DOUBLE_EQ(used_of(people[0], 3), 0.01) << "a third of 0.03";
    EXPECT_DOUBLE_EQ(used_of(people[2], 3), 0.01);
    EXPECT_DOUBLE_EQ(effect_on(people[1], 3).error, 0.001);
    EXPECT_DOUBLE_EQ(used_of(people[3], 3), 0.5) << "of another time";
    const double mean = 0.04 / 3.0;
    EXPECT_DOUBLE_EQ(used_of(people[0], 0), (0.03 + mean) / 2.0);
    EXPECT_DOUBLE_EQ(used_of(people[2], 2), mean / 2.0);
    EXPECT_EQ(used_of(people[2], 0), 0.0) << "another day's";
}

TEST(Culprits, AreThoseWhoUseMostOfWhatFailed) {
    const Week week;
    Evaluation then = week.now;
    then.instances[3].room = -0.05;
    then.instances[3].holds = false;
    const auto left = without_culprits(
        week.made.space, {person(0, {{3, -0.01, 0.0}}), person(2, {{3, -0.08, 0.0}}), person(4, {{3, -0.03, 0.0}})},
        then, failed_of(week.now, then));
    EXPECT_EQ(intervals_of(left), (std::vector<std::size_t>{0, 4}));
}

TEST(Culprits, WhereNobodyIsSeenToUseItThoseInReachGo) {
    const Week week;
    Evaluation then = week.now;
    then.instances[0].room = -0.05;
    then.instances[0].holds = false;
    const std::vector<Candidate> batch = {person(0, {}), person(1, {}), person(2, {}), person(4, {})};
    const auto failed = failed_of(week.now, then);
    EXPECT_EQ(intervals_of(without_culprits(week.made.space, batch, then, failed)), (std::vector<std::size_t>{2, 4}));
    const std::vector<Candidate> early = {person(0, {}), person(1, {})};
    EXPECT_EQ(intervals_of(without_culprits(week.made.space, early, then, failed)), (std::vector<std::size_t>{0}));
}

TEST(Failed, IsWhatHeldAndDoesNotByMoreThanMayBeUsedUp) {
    Evaluation now{.instances = {{.room = 0.1}, {.holds = false, .room = -0.1}, {.room = 0.1}, {.room = 0.1}}};
    Evaluation then{.instances = {{.half_width = 0.1, .holds = false, .room = -0.009},
                                  {.holds = false, .room = -0.2},
                                  {.half_width = 0.1, .holds = false, .room = -0.011},
                                  {.holds = false, .room = 0.1}}};  // falls behind: not for want of room
    EXPECT_EQ(failed_of(now, then), (std::vector{false, false, true, true}));
}

TEST(Failed, WhatIsOverdrawnALittleIsStillGuarded) {
    const Evaluation now{.instances = {{.half_width = 0.1, .holds = false, .room = -0.005}}};
    const Evaluation then{.instances = {{.half_width = 0.1, .holds = false, .room = -0.3}}};
    EXPECT_EQ(failed_of(now, then), (std::vector{true}));
    EXPECT_EQ(failed_of(now, now), (std::vector{false}));
}

TEST(Room, OfANumberOfUnknownHalfWidthIsItsRoom) {
    EXPECT_EQ(usable_room({.half_width = std::numeric_limits<double>::quiet_NaN(), .room = 0.25}), 0.25);
}

TEST(Reach, OfADayIsTheDayAndTwoBefore) {
    const Week week;
    const Instance last_day{.day = 2};
    for (std::size_t i = 0; i < 6; ++i) EXPECT_TRUE(is_in_reach(week.made.space, i, last_day));
    EXPECT_FALSE(is_in_reach(week.made.space, 2, {.day = 0}));
    EXPECT_TRUE(is_in_reach(week.made.space, 1, {.interval = IntervalIndex{3}}));
    EXPECT_FALSE(is_in_reach(week.made.space, 0, {.interval = IntervalIndex{3}}));
    EXPECT_FALSE(is_in_reach(week.made.space, 4, {.interval = IntervalIndex{3}}));
    EXPECT_TRUE(is_in_reach(week.made.space, 4, {}));
}

TEST(Fate, OfADoubtfulEffectIsOpenUntilItIsSmallBesideTheNumbersOwn) {
    Evaluation now{.instances = {{.interval = IntervalIndex{0}, .half_width = 0.0196, .room = 0.01}}};
    EXPECT_EQ(fate_of({{0, -0.005, 0.1}}, now), Fate::kept);
    EXPECT_EQ(fate_of({{0, -0.02, 0.006}}, now), Fate::open);
    EXPECT_EQ(fate_of({{0, -0.02, 0.005}}, now), Fate::missed) << "half of the number's standard error";
    EXPECT_EQ(fate_of({{0, -0.05, 0.006}}, now), Fate::missed) << "beyond doubt";
    now.instances[0].interval.reset();
    EXPECT_EQ(fate_of({{0, -0.02, 0.009}}, now), Fate::missed) << "over a day or the horizon twice that";
    now.instances[0].room = inf;
    EXPECT_EQ(fate_of({{0, -9.0, 0.1}}, now), Fate::kept) << "left aside";
}

TEST(Together, WhatManyLoseBeyondWhatEachDoesIsExpectedNextTime) {
    const Week week;
    std::vector<Slack> slacks(4, {.at_least = true});
    std::vector<Candidate> batch;
    for (const std::size_t i : {0U, 1U, 2U, 3U}) batch.push_back(person(i, {{3, -0.01, 0.0}}));
    Evaluation then = week.now;
    then.instances[3].value = 0.9 - 0.12;
    Together together{week.made.space};
    together.learn(batch, week.now, then, slacks);
    together.expect(batch, week.now);
    EXPECT_NEAR(used_of(batch[0], 3), 0.01 + 0.08 / 4.0, 1e-12);
    EXPECT_EQ(used_of(batch[0], 0), 0.0);
    together.forget();
    std::vector<Candidate> again = {person(0, {})};
    together.expect(again, week.now);
    EXPECT_EQ(used_of(again[0], 3), 0.0);
}

}  // namespace
}  // namespace freiton::staffing
