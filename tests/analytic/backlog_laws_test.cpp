// SPDX-License-Identifier: Apache-2.0
// Laws of the fluid on small random cases, against plain enumeration. Work comes in quarters of an hour, so that
// sums are exact and a quotient has a relative error of 1e-16.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "freiton/analytic/critical_interval.hpp"
#include "freiton/analytic/flattest_profile.hpp"
#include "freiton/analytic/least_agents_for_share.hpp"

namespace freiton::analytic {
namespace {

constexpr int laws_tried = 300;
constexpr double rounding_of_laws = 1e-12;

struct SmallCase {
    std::vector<Cohort> cohorts;
    std::vector<double> one_agent_h;
    std::vector<double> shares;
};

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_{seed} {}
    std::size_t upto(std::size_t most) { return engine_() % (most + 1); }

  private:
    std::mt19937 engine_;
};

SmallCase small_case(unsigned seed) {
    Dice dice{seed};
    SmallCase result;
    const std::size_t slots = 2 + dice.upto(6);
    for (std::size_t s = 0; s < slots; ++s) result.one_agent_h.push_back(0.25 * static_cast<double>(1 + dice.upto(3)));
    const std::size_t cohorts = 1 + dice.upto(7);
    for (std::size_t c = 0; c < cohorts; ++c) {
        const std::size_t release = dice.upto(slots - 1);
        const std::size_t due = release + dice.upto(slots - 1 - release);
        result.cohorts.push_back({release, due, 0.25 * static_cast<double>(dice.upto(12)), static_cast<int>(c % 3)});
    }
    result.shares = {0.5, 0.75, 1.0};
    return result;
}

double hours_in(const SmallCase& c, std::size_t release, std::size_t due) {
    return std::accumulate(c.one_agent_h.begin() + static_cast<std::ptrdiff_t>(release),
                           c.one_agent_h.begin() + static_cast<std::ptrdiff_t>(due) + 1, 0.0);
}

double work_in(const SmallCase& c, std::size_t release, std::size_t due) {
    double work_h = 0.0;
    for (const Cohort& cohort : c.cohorts)
        if (cohort.release >= release && cohort.due <= due) work_h += cohort.work_h;
    return work_h;
}

double most_intense_by_enumeration(const SmallCase& c) {
    double agents = 0.0;
    for (std::size_t r = 0; r < c.one_agent_h.size(); ++r)
        for (std::size_t d = r; d < c.one_agent_h.size(); ++d)
            agents = std::max(agents, work_in(c, r, d) / hours_in(c, r, d));
    return agents;
}

double least_for_shares_by_enumeration(const SmallCase& c) {
    const std::size_t slots = c.one_agent_h.size();
    double agents = 0.0;
    for (std::size_t set = 1; set < (std::size_t{1} << slots); ++set) {
        double hours = 0.0;
        for (std::size_t s = 0; s < slots; ++s) hours += (set >> s) & 1 ? c.one_agent_h[s] : 0.0;
        double work_h = 0.0;
        for (std::size_t g = 0; g < c.shares.size(); ++g) {
            double inside = 0.0;
            double all = 0.0;
            for (const Cohort& cohort : c.cohorts) {
                if (static_cast<std::size_t>(cohort.group) != g) continue;
                all += cohort.work_h;
                bool within = true;
                for (std::size_t s = cohort.release; s <= cohort.due; ++s) within = within && ((set >> s) & 1);
                inside += within ? cohort.work_h : 0.0;
            }
            work_h += std::max(0.0, inside - (1.0 - c.shares[g]) * all);
        }
        agents = std::max(agents, work_h / hours);
    }
    for (std::size_t r = 0; r < slots; ++r) {
        double after = 0.0;
        for (const Cohort& cohort : c.cohorts) after += cohort.release >= r ? cohort.work_h : 0.0;
        agents = std::max(agents, after / hours_in(c, r, slots - 1));
    }
    return agents;
}

std::vector<double> times(const std::vector<double>& hours, double agents) {
    std::vector<double> capacity_h;
    for (const double h : hours) capacity_h.push_back(h * agents);
    return capacity_h;
}

TEST(BacklogLaws, TheCriticalIntervalIsTheMostIntenseOfAll) {
    for (unsigned seed = 0; seed < laws_tried; ++seed) {
        const SmallCase c = small_case(seed);
        const auto critical = critical_interval(c.cohorts, c.one_agent_h);
        const double wanted = most_intense_by_enumeration(c);
        EXPECT_NEAR(critical ? critical->agents : 0.0, wanted, rounding_of_laws * wanted) << seed;
        if (!critical) continue;
        EXPECT_DOUBLE_EQ(critical->work_h, work_in(c, critical->release, critical->due)) << seed;
        EXPECT_DOUBLE_EQ(critical->one_agent_h, hours_in(c, critical->release, critical->due)) << seed;
    }
}

TEST(BacklogLaws, EarliestDueFirstSucceedsExactlyFromThatNumberOn) {
    for (unsigned seed = 0; seed < laws_tried; ++seed) {
        const SmallCase c = small_case(seed);
        const double agents = most_intense_by_enumeration(c);
        EXPECT_TRUE(earliest_due_first(c.cohorts, times(c.one_agent_h, agents)).feasible) << seed;
        if (agents > 0.0) {
            EXPECT_FALSE(earliest_due_first(c.cohorts, times(c.one_agent_h, agents * (1.0 - 1e-6))).feasible) << seed;
        }
    }
}

TEST(BacklogLaws, TheFlattestProfileHasTheSmallestPeakAndDoesTheWorkOnce) {
    for (unsigned seed = 0; seed < laws_tried; ++seed) {
        const SmallCase c = small_case(seed);
        std::vector<double> profile = flattest_profile(c.cohorts, c.one_agent_h);
        const double peak = *std::max_element(profile.begin(), profile.end());
        EXPECT_NEAR(peak, most_intense_by_enumeration(c), rounding_of_laws * peak) << seed;
        for (std::size_t s = 0; s < profile.size(); ++s) profile[s] *= c.one_agent_h[s];
        const FluidOutcome outcome = earliest_due_first(c.cohorts, profile);
        const double done = std::accumulate(profile.begin(), profile.end(), 0.0);
        EXPECT_NEAR(done, outcome.total_h, rounding_of_laws * (1.0 + outcome.total_h)) << seed;
        EXPECT_TRUE(outcome.feasible) << seed;
    }
}

// No smaller level can be had for any slot without raising one that is as high: moving an hour from a higher to a lower
// slot, as far as deadlines allow, changes nothing. With quadratic costs that is optimality; here by random exchanges.
TEST(BacklogLaws, NoExchangeMakesTheFlattestProfileFlatter) {
    constexpr double moved_h = 1e-4;
    for (unsigned seed = 0; seed < laws_tried; ++seed) {
        const SmallCase c = small_case(seed);
        const std::vector<double> agents = flattest_profile(c.cohorts, c.one_agent_h);
        for (std::size_t from = 0; from < agents.size(); ++from)
            for (std::size_t to = 0; to < agents.size(); ++to) {
                if (agents[from] <= agents[to] + 0.01) continue;
                std::vector<double> capacity_h;
                for (std::size_t s = 0; s < agents.size(); ++s) capacity_h.push_back(agents[s] * c.one_agent_h[s]);
                capacity_h[from] -= moved_h;
                capacity_h[to] += moved_h;
                EXPECT_FALSE(earliest_due_first(c.cohorts, capacity_h).feasible) << seed;
            }
    }
}

TEST(BacklogLaws, AShareInTimeTakesAsManyPeopleAsTheWorstSetOfSlotsSays) {
    for (unsigned seed = 0; seed < laws_tried; ++seed) {
        const SmallCase c = small_case(seed);
        const double wanted = least_for_shares_by_enumeration(c);
        const CriticalSlots critical = least_agents_for_share(c.cohorts, c.one_agent_h, c.shares);
        EXPECT_NEAR(critical.agents, wanted, 1e-11 * wanted) << seed;
        EXPECT_NEAR(least_agents_for_share(c.cohorts, c.one_agent_h, {1.0, 1.0, 1.0}).agents,
                    most_intense_by_enumeration(c), 1e-11 * wanted)
            << seed;
    }
}

// With a share in time more work may take fewer: what comes late can then be chosen from more. A higher share may not.
TEST(BacklogLaws, MoreWorkOrAHigherShareNeverTakesFewerPeople) {
    for (unsigned seed = 0; seed < laws_tried; ++seed) {
        SmallCase c = small_case(seed);
        const double agents = critical_interval(c.cohorts, c.one_agent_h).value_or(CriticalInterval{}).agents;
        const double for_share = least_agents_for_share(c.cohorts, c.one_agent_h, c.shares).agents;
        const double for_more = least_agents_for_share(c.cohorts, c.one_agent_h, {0.6, 0.75, 1.0}).agents;
        EXPECT_GE(for_more, for_share * (1.0 - 1e-11)) << seed;
        c.cohorts[seed % c.cohorts.size()].work_h += 0.25;
        EXPECT_GE(critical_interval(c.cohorts, c.one_agent_h)->agents, agents * (1.0 - rounding_of_laws)) << seed;
    }
}

// Half an hour of work at each of two slots; one agent is there only in the second: he needs an hour.
TEST(BacklogLaws, WhereNobodyWorksWorkWaitsOrIsImpossible) {
    const std::vector<Cohort> both = {{0, 1, 0.5, 0}, {1, 1, 0.5, 0}};
    EXPECT_DOUBLE_EQ(critical_interval(both, {0.0, 0.5})->agents, 2.0);
    EXPECT_EQ(flattest_profile(both, {0.0, 0.5}), (std::vector<double>{0.0, 2.0}));
    EXPECT_TRUE(std::isinf(critical_interval({{0, 0, 0.5, 0}}, {0.0, 0.5})->agents));
    EXPECT_TRUE(std::isinf(least_agents_for_share({{0, 0, 0.5, 0}}, {0.0, 0.5}, {0.9}).agents));
    EXPECT_DOUBLE_EQ(least_agents_for_share({{0, 0, 0.5, 0}}, {0.0, 0.5}, {0.0}).agents, 1.0);  // by the end
}

// Eight hours of work come at once, due after four slots; two agents do two a slot and begin with the older half.
TEST(BacklogLaws, TheAgeOfTheOldestIsThatOfWhatIsLeft) {
    const FluidOutcome outcome = earliest_due_first({{0, 3, 4.0, 0}, {1, 3, 4.0, 0}}, {2.0, 2.0, 2.0, 2.0});
    EXPECT_EQ(outcome.oldest, (std::vector<std::optional<std::size_t>>{0, 1, 1, std::nullopt}));
    EXPECT_EQ(outcome.backlog_h, (std::vector<double>{2.0, 4.0, 2.0, 0.0}));
    EXPECT_TRUE(outcome.feasible);
}

}  // namespace
}  // namespace freiton::analytic
