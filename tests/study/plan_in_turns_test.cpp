// SPDX-License-Identifier: Apache-2.0
// Searches by simulation that once stayed at poor plans, or did not end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "freiton/input/read_scenario.hpp"
#include "freiton/model/alike.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::study {
namespace {

PlanResult plan_in_turns(const std::string& yaml) {
    return plan(input::parse_scenario(yaml, "test.yaml", "."), {.control = {.threads = 2}});
}

double hours_of(const PlanResult& result) { return staff_totals(result.performance).agent_hours; }

// Calls and post that blocks them, promised over a week: what a person does on one day is less than chance. Numbers of
// their own took 181 hours where the same numbers on all days took 120.
TEST(PlanInTurns, DaysThatAreSimilarAreFoundTogether) {
    const std::string office =
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, days: 5, open: '08:00-17:00', interval: 60 min}\n"
        "work:\n"
        "  calls: {kind: call, arrivals: {per_day: 60, day_cv: 0.1}, handling_time: {mean: 4 min, cv: 0.8},"
        " patience: 3 min, target: {answered: 80 %, within: 20 s, over: horizon}}\n"
        "  quotes: {kind: backlog, arrivals: {per_day: 12}, handling_time: 15 min, target: {done: 90 %, within: 2 "
        "working days}}\n"
        "  letters: {kind: backlog, arrivals: {per_day: 20, at: '08:00'}, handling_time: 6 min, target: {done: 95 %, "
        "within: 8 h}}\n"
        "teams: {office: {handles: [calls, letters, quotes], max_occupancy: 92 %}}\n";
    const PlanResult own = plan_in_turns(office + "plan: {method: simulation}\n");
    const PlanResult alike = plan_in_turns(office + "plan: {method: simulation, alike: [mon, tue, wed, thu, fri]}\n");
    ASSERT_TRUE(own.met());
    EXPECT_LE(hours_of(own), 1.02 * hours_of(alike)) << "as good as what one number for all days finds";
}

TEST(PlanInTurns, DaysOfTheSameHoursAndAboutTheSameContactsAreSimilar) {
    const Scenario scenario = input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, days: 5, open: {mon-thu: '08:00-10:00', fri: '08:00-09:00'}}\n"
        "work: {calls: {kind: call, arrivals: {per_day: 100, weekdays: {tue: 0.94, wed: 0.5, thu: 0.52}}, "
        "handling_time: 4 min, patience: 3 min, target: 80/20}}\n"
        "teams: {t: {handles: [calls], min: {thu: 1}}}\n",
        "test.yaml", ".");
    const auto groups = similar_intervals(scenario);
    const std::size_t of_a_day = 4;
    ASSERT_EQ(groups.size(), of_a_day) << "Wednesday and Thursday have other limits";
    for (std::size_t i = 0; i < of_a_day; ++i) EXPECT_THAT(groups[i], testing::ElementsAre(i, i + of_a_day));
}

// At 10:00 six people answer what eight would be needed for. Whoever is added before does not help: the half hour
// before once got more than half a million.
TEST(PlanInTurns, NobodyIsAddedWithoutEndForWhatLimitsPutOutOfReach) {
    const PlanResult found = plan_in_turns(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, days: 1, open: '08:00-12:00', interval: 30 min}\n"
        "work: {calls: {kind: call, arrivals: {per_interval: 40}, handling_time: 4 min, patience: 2 min, target: "
        "80/20}}\n"
        "teams: {early: {handles: [calls], open: '08:00-10:00'}, all: {handles: [calls], max: 6}}\n"
        "plan: {method: simulation}\n");
    EXPECT_FALSE(found.met());
    const std::vector<int>& early = found.plan.agents[0];
    EXPECT_LT(*std::max_element(early.begin(), early.end()), 10);
    EXPECT_THAT(std::vector<int>(found.plan.agents[1].begin() + 4, found.plan.agents[1].end()), testing::Each(6));
}

// Of five numbers there were more cheaper plans than a minute is enough for.
TEST(PlanInTurns, CheaperPlansAreTriedOnlyWhereTheyAreFew) {
    const PlanResult found = plan(
        input::parse_scenario(
            "freiton: 1\n"
            "calendar: {first_day: 2026-03-02, days: 1, open: '08:00-13:00', interval: 60 min}\n"
            "work:\n"
            "  calls: {kind: call, arrivals: {per_day: 240, profile: [3,5,6,4,2]}, handling_time: 5 min, patience: 3 "
            "min, target: {answered: 80 %, within: 30 s, over: day}}\n"
            "  mail: {kind: backlog, arrivals: {per_day: 40}, handling_time: 6 min, target: {done: 90 %, within: 3 "
            "h}}\n"
            "teams: {t: {handles: [calls, mail]}}\n"
            "plan: {method: simulation}\n",
            "test.yaml", "."),
        {.explain = true, .control = {.threads = 2}});
    EXPECT_TRUE(found.met());
    EXPECT_FALSE(found.explanation->proven);
    EXPECT_LT(found.explanation->plans_tried, 1'100);
    EXPECT_LE(hours_of(found), 33.0);
}

}  // namespace
}  // namespace freiton::study
