// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "freiton/analytic/transient_office.hpp"
#include "model/small_scenario.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

// A day of half hours with these calls.
ScenarioParts day_with(const std::vector<double>& calls, Scope over = Scope::interval) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.open.fill({{8h, 8h + 30min * static_cast<int>(calls.size())}});
    parts.work[0].arrivals = test::listed(calls);
    parts.work[0].call_target->over = over;
    return parts;
}

int people(const std::vector<int>& agents) { return std::accumulate(agents.begin(), agents.end(), 0); }

bool is_kept(const Scenario& scenario, const std::vector<int>& agents) {
    return transient_performance(scenario, {{agents}}).met();
}

std::vector<double> random_day(std::mt19937& random, int intervals) {
    std::uniform_real_distribution<double> calls{0.0, 60.0};
    std::vector<double> day;
    for (int i = 0; i < intervals; ++i) day.push_back(calls(random));
    return day;
}

// Its plan keeps every promise, and not without one person less in any interval.
void expect_least(const Scenario& scenario) {
    const std::vector<int> agents = transient_plan(scenario).staffing.agents[0];
    EXPECT_TRUE(is_kept(scenario, agents));
    for (std::size_t i = 0; i < agents.size(); ++i) {
        std::vector<int> fewer = agents;
        if (fewer[i] == 0) continue;
        --fewer[i];
        EXPECT_FALSE(is_kept(scenario, fewer)) << "interval " << i;
    }
}

TEST(TransientPlan, KeepsEveryPromiseAndSparesNobody) {
    std::mt19937 random{11};
    for (const Scope over : {Scope::interval, Scope::day})
        for (int trial = 0; trial < 4; ++trial) {
            ScenarioParts parts = day_with(random_day(random, 8), over);
            if (trial % 2 == 1) parts.work[0].patience.reset();
            if (trial == 2) parts.work[0].lines = 12;
            SCOPED_TRACE(trial);
            expect_least(Scenario{parts});
        }
}

// The same where a quicker chain guides the search.
TEST(TransientPlan, KeepsEveryPromiseAndSparesNobodyWithTwoPhases) {
    std::mt19937 random{13};
    for (const Scope over : {Scope::interval, Scope::day})
        for (const double cv : {0.8, 1.8}) {
            ScenarioParts parts = day_with(random_day(random, 6), over);
            parts.work[0].handling_time = {.law = Law::gamma, .mean = 3min, .cv = cv};
            SCOPED_TRACE(cv);
            expect_least(Scenario{parts});
        }
}

TEST(TransientPlan, KeepsPromisesOfMeanWaitsAndLossesWithinMinAndMaxWithTwoPhases) {
    ScenarioParts parts = day_with({20, 60, 40, 0});
    parts.work[0].handling_time = {.law = Law::gamma, .mean = 3min, .cv = 1.5};
    parts.work[0].call_target->average_wait = 10s;
    parts.work[0].call_target->abandoned = Share{0.04};
    parts.teams[0].least = 2;
    const FormulaPlan plan = transient_plan(Scenario{parts});
    EXPECT_TRUE(transient_performance(Scenario{parts}, plan.staffing).met());
    EXPECT_EQ(plan.staffing.agents[0][3], 2);
    parts.teams[0].most = 6;
    const FormulaPlan fewer = transient_plan(Scenario{parts});
    EXPECT_EQ(fewer.staffing.agents[0][1], 6);
    EXPECT_EQ(fewer.drivers[0][1], Driver::most);
}

// All plans of three half hours with up to ten people each.
TEST(TransientPlan, NeedsNoMoreThanTheBestOfAllPlans) {
    std::mt19937 random{3};
    for (int trial = 0; trial < 2; ++trial) {
        const Scenario scenario{day_with(random_day(random, 3), trial == 1 ? Scope::day : Scope::interval)};
        int best = 1000;
        for (int a = 0; a <= 10; ++a)
            for (int b = 0; b <= 10; ++b)
                for (int c = 0; c <= 10; ++c)
                    if (a + b + c < best && is_kept(scenario, {a, b, c})) best = a + b + c;
        EXPECT_EQ(people(transient_plan(scenario).staffing.agents[0]), best) << trial;
    }
}

// Where volumes fall, the callers of before keep people busy whom the steady state believes free.
TEST(TransientPlan, AddsPeopleWhereTheSteadyStateFallsShortOverTheDay) {
    ScenarioParts parts = day_with({40, 10, 5, 2}, Scope::day);
    parts.work[0].handling_time = {.mean = 10min};
    const Scenario scenario{parts};
    const std::vector<int> steady = least_plan(scenario).staffing.agents[0];
    const std::vector<int> agents = transient_plan(scenario).staffing.agents[0];
    EXPECT_FALSE(is_kept(scenario, steady));
    EXPECT_TRUE(is_kept(scenario, agents));
    EXPECT_GT(people(agents), people(steady));
}

// By the load, eight people are 0.6 where 5 call and 7.4 where 60 do. Callers wait as long as they must and have two
// minutes, so that the second half hour can take over what the first leaves.
TEST(TransientPlan, AmongEqualsPeopleGoWhereTheLoadIs) {
    ScenarioParts parts = day_with({5, 60}, Scope::day);
    parts.work[0].patience.reset();
    parts.work[0].call_target->within = 2min;
    const Scenario scenario{parts};
    EXPECT_TRUE(is_kept(scenario, {0, 8}));
    EXPECT_THAT(transient_plan(scenario).staffing.agents[0], testing::ElementsAre(1, 7));
}

TEST(TransientPlan, StaysWithinMinMaxAndGivenStaff) {
    ScenarioParts parts = day_with({20, 60, 20, 0});
    parts.teams[0].least = 1;
    parts.teams[0].most = 5;
    FormulaPlan plan = transient_plan(Scenario{parts});
    EXPECT_EQ(plan.staffing.agents[0][1], 5);
    EXPECT_EQ(plan.drivers[0][1], Driver::most);
    EXPECT_EQ(plan.staffing.agents[0][3], 1);
    EXPECT_FALSE(transient_performance(Scenario{parts}, plan.staffing).met());
    parts.teams[0].staff = Staff{.agents = {3, 4, 5, 6}};
    plan = transient_plan(Scenario{parts});
    EXPECT_THAT(plan.staffing.agents[0], testing::ElementsAre(3, 4, 5, 6));
    EXPECT_EQ(plan.drivers[0][0], Driver::given);
}

// 10 calls of 3 minutes in 30: one Erlang. With many people nobody waits, so that the occupancy alone decides.
TEST(TransientPlan, KeepsLimitsOfOccupancy) {
    ScenarioParts parts = day_with({100, 100, 100});
    parts.teams[0].max_occupancy = Share{0.4};
    const Scenario scenario{parts};
    const StaffingPlan plan = transient_plan(scenario).staffing;
    EXPECT_EQ(plan.agents[0][2], 25);  // 10 Erlang / 0.4
    EXPECT_LT(plan.agents[0][0], 25);  // it begins empty
    EXPECT_TRUE(transient_performance(scenario, plan).met());
}

TEST(TransientPlan, DaysThatBeginEmptyAreEqual) {
    ScenarioParts parts = day_with({20, 60, 40, 10});
    parts.calendar.days = 3;
    const Scenario scenario{parts};
    const std::vector<int> agents = transient_plan(scenario).staffing.agents[0];
    ASSERT_EQ(agents.size(), 12u);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(agents[i], agents[4 + i]);
        EXPECT_EQ(agents[i], agents[8 + i]);
    }
}

std::vector<std::string> keys_in_the_way(const ScenarioParts& parts) {
    std::vector<std::string> keys;
    for (const Problem& problem : transient_obstacles(Scenario{parts})) keys.push_back(problem.key);
    return keys;
}

TEST(TransientOffice, NamesWhatTheChainCannotCarry) {
    ScenarioParts parts = test::one_hour_of_sales();
    EXPECT_TRUE(transient_is_best(Scenario{parts}));
    parts.work[0].redial = Redial{.share = Share{0.5}, .after = 60s};
    parts.work[0].arrivals.day_cv = 0.1;
    parts.teams[0].absence = Absence{.share = Share{0.05}};
    EXPECT_THAT(keys_in_the_way(parts),
                testing::ElementsAre("work.sales.redial", "work.sales.arrivals.day_cv", "teams.desk.absence"));
}

TEST(TransientOffice, NamesTimesThatDifferByIntervalAndDayAndCallersWhoHangUpAtOnce) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].handling_time.by_interval = {1.0, 1.2};
    parts.work[0].handling_time.day_cv = 0.1;
    parts.work[0].balk = Share{0.1};
    EXPECT_THAT(keys_in_the_way(parts), testing::ElementsAre("work.sales.handling_time.by_interval", "work.sales.balk",
                                                             "work.sales.handling_time.day_cv"));
    parts = test::one_hour_of_sales();
    parts.work[0].arrivals = Arrivals{};
    parts.work[0].arrivals.file =
        VolumeFile{.rows = {{.date = parts.calendar.first_day, .start = 9h, .arrivals = 10.0}}};
    EXPECT_THAT(keys_in_the_way(parts), testing::IsEmpty());
    parts.work[0].arrivals.file->rows[0].handling_time_s = 200.0;
    EXPECT_THAT(keys_in_the_way(parts), testing::ElementsAre("work.sales.arrivals.file (handling_time_s)"));
}

// Every day begins empty, but where the first follows on the last without a closing between them.
TEST(TransientOffice, WeeksThatFollowOnEachOtherAreNotForTheChain) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.repeats = true;
    EXPECT_TRUE(transient_is_best(Scenario{parts}));
    const OpenHours all_day = {{0h, 24h}};
    parts.calendar.open = {all_day, all_day, all_day, all_day, all_day, all_day, all_day};
    parts.work[0].arrivals = test::daily(100);
    EXPECT_THAT(keys_in_the_way(parts), testing::ElementsAre("calendar.repeats"));
    parts.calendar.repeats = false;
    EXPECT_TRUE(transient_is_best(Scenario{parts}));
}

TEST(TransientOffice, PatienceOfAnotherLawIsTakenByItsMeanAndThatIsSaid) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].patience = DurationLaw{.law = Law::constant, .mean = 2min};
    EXPECT_TRUE(transient_obstacles(Scenario{parts}).empty());
    EXPECT_FALSE(transient_is_best(Scenario{parts}));
    const auto warnings = transient_warnings(Scenario{parts});
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0].code, WarningCode::patience_exponential);
}

TEST(TransientOffice, HandlingTimesOfAnotherLawAreTwoPhasesAndHowFarOffThatIsIsSaid) {
    ScenarioParts parts = test::one_hour_of_sales();
    const auto codes = [&](const DurationLaw& law) {
        parts.work[0].handling_time = law;
        EXPECT_THAT(keys_in_the_way(parts), testing::IsEmpty());
        std::vector<WarningCode> list;
        for (const Warning& warning : transient_warnings(Scenario{parts})) list.push_back(warning.code);
        return list;
    };
    using testing::ElementsAre;
    EXPECT_THAT(codes({.law = Law::hyperexponential, .mean = 3min, .cv = 3.0}), testing::IsEmpty());
    EXPECT_THAT(codes({.law = Law::erlang, .mean = 3min, .k = 2}), testing::IsEmpty());
    EXPECT_THAT(codes({.law = Law::lognormal, .mean = 3min, .cv = 0.9}),
                ElementsAre(WarningCode::handling_time_two_phases));
    EXPECT_THAT(codes({.law = Law::constant, .mean = 3min}), ElementsAre(WarningCode::handling_time_two_equal_phases));
    EXPECT_THAT(codes({.law = Law::gamma, .mean = 3min, .cv = 2.0}),
                ElementsAre(WarningCode::handling_time_two_phases));
}

TEST(TransientOffice, RefusesHandlingTimesThatSpreadMoreThanWasTriedOrAreHandedBack) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].handling_time = {.law = Law::gamma, .mean = 3min, .cv = 2.1};
    EXPECT_THAT(keys_in_the_way(parts), testing::ElementsAre("work.sales.handling_time"));
    parts.teams[0].handling_time["sales"] = {.law = Law::lognormal, .mean = 3min, .cv = 2.1};
    EXPECT_THAT(keys_in_the_way(parts), testing::ElementsAre("teams.desk.handling_time.sales"));
    parts.teams[0].handling_time["sales"].cv = 1.0;
    parts.routing.when_staff_drops = WhenStaffDrops::hand_back;
    EXPECT_THAT(keys_in_the_way(parts), testing::ElementsAre("routing.when_staff_drops"));
    parts.teams[0].handling_time["sales"] = {.mean = 3min};
    EXPECT_THAT(keys_in_the_way(parts), testing::IsEmpty());
}

TEST(TransientOffice, IsBestWhereItIsNearAndQuick) {
    ScenarioParts parts = test::one_hour_of_sales();
    const auto is_best = [&](Law law, double cv) {
        parts.work[0].handling_time = {.law = law, .mean = 3min, .cv = cv};
        return transient_is_best(Scenario{parts});
    };
    EXPECT_TRUE(is_best(Law::lognormal, 0.9));
    EXPECT_TRUE(is_best(Law::hyperexponential, 1.9));
    EXPECT_FALSE(is_best(Law::lognormal, 1.5));
    EXPECT_FALSE(is_best(Law::lognormal, 0.5));
    EXPECT_TRUE(is_best(Law::weibull, 1.2));
    parts.work[0].arrivals = test::listed({1000, 1000});  // 100 people
    EXPECT_GT(transient_seconds(Scenario{parts}), 5.0);
    EXPECT_TRUE(transient_is_best(Scenario{parts}));
    parts.calendar.days = 5;
    EXPECT_FALSE(transient_is_best(Scenario{parts}));
}

}  // namespace
}  // namespace freiton::analytic
