// SPDX-License-Identifier: Apache-2.0
// The family async_backlog of tests/reference, in full. Its numbers are exact fractions, its work
// quotients of small numbers: sums of at most a hundred of them in doubles keep 13 digits.
#include <algorithm>

#include "analytic/async_backlog_case.hpp"
#include "freiton/analytic/critical_interval.hpp"
#include "freiton/analytic/flattest_profile.hpp"
#include "freiton/analytic/least_agents_for_share.hpp"

namespace freiton::analytic {
namespace {

using test::async_backlog_case;
using test::AsyncBacklogCase;
using test::expect_close;
using test::Json;

constexpr double rounding_of_backlog = 1e-13;
constexpr double rest_h = 1e-11;  // agent hours that sums may leave

void expect_all_close(const Json& wanted, const std::vector<double>& got, const std::string& what) {
    ASSERT_EQ(got.size(), wanted.size()) << what;
    for (std::size_t i = 0; i < got.size(); ++i) expect_close(wanted[i], got[i], rounding_of_backlog, what, rest_h);
}

TEST(AsyncBacklog, CohortsFollowFromCalendarAndPromise) {
    for (const auto& c : test::reference_cases("async_backlog")) {
        const AsyncBacklogCase post = async_backlog_case(c);
        ASSERT_EQ(post.cohorts.size(), c["cohorts"].size()) << post.id;
        std::vector<Cohort> wanted;
        for (const auto& w : c["cohorts"])
            wanted.push_back({w["release_slot"], w["due_slot"], w["work_agent_hours"], 0});
        for (const Cohort& cohort : post.cohorts)
            EXPECT_TRUE(std::any_of(wanted.begin(), wanted.end(),
                                    [&](const Cohort& w) {
                                        return w.release == cohort.release && w.due == cohort.due &&
                                               std::abs(w.work_h - cohort.work_h) <= rounding_of_backlog * w.work_h;
                                    }))
                << post.id << " release " << cohort.release << " due " << cohort.due << " work " << cohort.work_h;
    }
}

TEST(AsyncBacklog, LeastConstantPeopleAndTheirCriticalInterval) {
    for (const auto& c : test::reference_cases("async_backlog")) {
        const AsyncBacklogCase post = async_backlog_case(c);
        const auto critical = critical_interval(post.cohorts, post.one_agent_h);
        const double agents = critical ? critical->agents : 0.0;
        expect_close(c["min_constant_agents_100pct"], agents, rounding_of_backlog, post.id + " agents");
        EXPECT_EQ(std::ceil(agents * (1.0 - 1e-12)), c["min_constant_agents_100pct_integer"].get<double>()) << post.id;
        ASSERT_EQ(critical.has_value(), !c["critical_interval"].is_null()) << post.id;
        if (!critical) continue;
        double work_h = 0.0;  // of the interval that the reference names: another one may ask for as many people
        double one_agent_h = 0.0;
        for (const Cohort& cohort : post.cohorts)
            if (cohort.release >= c["critical_interval"][0] && cohort.due <= c["critical_interval"][1])
                work_h += cohort.work_h;
        for (std::size_t s = c["critical_interval"][0]; s <= c["critical_interval"][1]; ++s)
            one_agent_h += post.one_agent_h[s];
        EXPECT_NEAR(work_h / one_agent_h, agents, rounding_of_backlog * agents) << post.id;
    }
}

TEST(AsyncBacklog, TheFlattestProfileAsYaoDemersAndShenkerFindIt) {
    int seen = 0;
    for (const auto& c : test::reference_cases("async_backlog")) {
        if (!c.contains("peak_minimal_profile_agent_hours")) continue;
        ++seen;
        const AsyncBacklogCase post = async_backlog_case(c);
        std::vector<double> hours = flattest_profile(post.cohorts, post.one_agent_h);
        for (std::size_t s = 0; s < hours.size(); ++s) hours[s] *= post.one_agent_h[s];
        expect_all_close(c["peak_minimal_profile_agent_hours"], hours, post.id);
    }
    EXPECT_EQ(seen, 17);
}

TEST(AsyncBacklog, WithGivenPeopleTheEarliestDueComesFirst) {
    int seen = 0;
    for (const auto& c : test::reference_cases("async_backlog")) {
        if (!c.contains("edf")) continue;
        ++seen;
        const AsyncBacklogCase post = async_backlog_case(c);
        std::vector<double> capacity_h = c["capacity_agents"];
        for (std::size_t s = 0; s < capacity_h.size(); ++s) capacity_h[s] *= post.one_agent_h[s];
        const FluidOutcome outcome = earliest_due_first(post.cohorts, capacity_h);
        EXPECT_EQ(outcome.feasible, c["edf"]["feasible"].get<bool>()) << post.id;
        expect_all_close(c["edf"]["completed_agent_hours"], outcome.completed_h, post.id + " completed");
        expect_all_close(c["edf"]["backlog_end_agent_hours"], outcome.backlog_h, post.id + " backlog");
        expect_close(c["edf"]["late_work_agent_hours"], outcome.total_late_h, rounding_of_backlog, post.id + " late",
                     rest_h);
        expect_close(c["edf"]["on_time_fraction"], outcome.on_time_share(), rounding_of_backlog, post.id + " on time");
        expect_close(c["total_work_agent_hours"], outcome.total_h, rounding_of_backlog, post.id + " total");
    }
    EXPECT_GE(seen, 10);
}

// The shortest deadlines are met in part, the rest by the end. (The flow is held in units of 1e-12 of the work.)
TEST(AsyncBacklog, LeastConstantPeopleForAShareInTime) {
    int seen = 0;
    for (const auto& c : test::reference_cases("async_backlog")) {
        const AsyncBacklogCase post = async_backlog_case(c);
        const std::vector<double> shares(c["slots_per_calendar_day"].size() + 2, post.share);
        const CriticalSlots critical = least_agents_for_share(post.cohorts, post.one_agent_h, shares);
        const bool whole = post.share == 1.0;  // then it is the same question as above
        seen += whole ? 0 : 1;
        expect_close(c[whole ? "min_constant_agents_100pct" : "min_constant_agents_fraction"], critical.agents, 1e-12,
                     post.id);
        const char* integer = whole ? "min_constant_agents_100pct_integer" : "min_constant_agents_fraction_integer";
        EXPECT_EQ(std::ceil(critical.agents * (1.0 - 1e-12)), c[integer].get<double>()) << post.id;
    }
    EXPECT_EQ(seen, 3);
}

}  // namespace
}  // namespace freiton::analytic
