// SPDX-License-Identifier: Apache-2.0
// Bands of single days in whole runs: against a plain loop over contacts, on several threads, beside means alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "freiton/simulation/simulate.hpp"
#include "freiton/simulation/single_days.hpp"
#include "model/small_scenario.hpp"
#include "simulation/random_organisation.hpp"

namespace freiton::simulation {
namespace {

using namespace kernel;

// By sorting, in place of picking.
Band sorted_band(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double p) {
        const double place = p * static_cast<double>(values.size() - 1);
        const auto k = static_cast<std::size_t>(place);
        return values[k] + (place - std::floor(place)) * (values[std::min(k + 1, values.size() - 1)] - values[k]);
    };
    return {at(0.05), at(0.95)};
}

// Every contact of every replication, counted one by one: nothing of the tallies, of blocks and of threads is in it.
TEST(SingleDays, AreThoseOfAPlainLoopOverTheContactsOfEveryReplication) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.simulation.replications = 60;
    const Scenario scenario{std::move(parts)};
    const StaffingPlan plan{{{3, 4}}};
    std::vector<double> levels, waits, losses;
    for (std::uint64_t r = 0; r < 60; ++r) {
        double offered = 0.0, answered = 0.0, waited_s = 0.0, lost = 0.0, quick = 0.0;
        const TracedContacts traced = trace(scenario, plan, r);
        for (const ContactRecord& contact : traced.contacts) {
            if (traced.world.slots[static_cast<std::size_t>(contact.slot)].cell != 0) continue;  // the first half hour
            ++offered;
            lost += contact.outcome == Outcome::abandoned ? 1.0 : 0.0;
            if (contact.outcome != Outcome::answered) continue;
            ++answered;
            waited_s += contact.begin - contact.arrival;
            quick += contact.begin - contact.arrival <= 20.0 ? 1.0 : 0.0;
        }
        ASSERT_GT(answered, 0.0);
        levels.push_back(quick / offered);
        waits.push_back(waited_s / answered);
        losses.push_back(lost / offered);
    }
    const Performance performance = simulate(scenario, plan, RunControl{.threads = 2});
    const auto& first = performance.work[0].calls.by_interval[0];
    const auto compare = [&](double CallFigures::*member, const std::vector<double>& values) {
        const Band expected = sorted_band(values);
        ASSERT_LT(expected.p05, expected.p95);
        EXPECT_NEAR(first.band(member)->p05, expected.p05, 1e-12 * expected.p95);
        EXPECT_NEAR(first.band(member)->p95, expected.p95, 1e-12 * expected.p95);
    };
    compare(&CallFigures::service_level, levels);
    compare(&CallFigures::asa_s, waits);
    compare(&CallFigures::abandoned_share, losses);
    EXPECT_EQ(performance.single_days, 60);
}

template <class Figures>
void append(const Course<Figures>& course, std::vector<double>& values) {
    const auto add = [&](const Measured<Figures>& figures) {
        for (const auto member : Figures::of_single_days()) {
            values.push_back(figures.band(member)->p05);
            values.push_back(figures.band(member)->p95);
        }
    };
    for (const auto& figures : course.by_interval) add(figures);
    for (const auto& figures : course.by_day) add(figures);
    if (!course.by_day.empty()) add(course.total);
}

std::vector<double> all_bands(const Performance& performance) {
    std::vector<double> values;
    for (const WorkPerformance& work : performance.work) {
        append(work.calls, values);
        append(work.backlog, values);
        for (const auto& [site, course] : work.calls_by_site) append(course, values);
        for (const auto& [site, course] : work.backlog_by_site) append(course, values);
    }
    for (const TeamPerformance& team : performance.teams)
        for (const auto* bands : {&team.occupancy_single_days_by_interval, &team.occupancy_single_days_by_day})
            for (const Band& band : *bands) values.insert(values.end(), {band.p05, band.p95});
    for (double& value : values)
        if (std::isnan(value)) value = -1.0;
    return values;
}

TEST(SingleDays, AreTheSameBytesOnAnyNumberOfThreadsAndEveryFigureHasThem) {
    for (std::uint64_t i = 0; i < 6; ++i) {
        const auto staffed = test::RandomOrganisation{i}.make();
        ScenarioParts parts = staffed.scenario.parts();
        parts.simulation.replications = 100;
        const Scenario scenario{std::move(parts)};
        const std::vector<double> alone = all_bands(simulate(scenario, staffed.plan, RunControl{.threads = 1}));
        EXPECT_EQ(all_bands(simulate(scenario, staffed.plan, RunControl{.threads = 8})), alone) << i;
        EXPECT_TRUE(std::any_of(alone.begin(), alone.end(), [](double value) { return value > 0.0; }));
        for (std::size_t k = 0; k + 1 < alone.size(); k += 2) EXPECT_LE(alone[k], alone[k + 1]);
    }
}

TEST(SingleDays, AreLeftOutWhereOnlyMeansAreAskedForAndMeansStayTheSame) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.simulation.replications = 30;
    const Scenario scenario{std::move(parts)};
    const StaffingPlan plan{{{3, 4}}};
    const Performance means = simulate(scenario, plan, {.threads = 1}, Detail::means);
    const Performance both = simulate(scenario, plan, {.threads = 1});
    EXPECT_EQ(means.single_days, 0);
    EXPECT_FALSE(means.work[0].calls.total.band(&CallFigures::asa_s));
    EXPECT_TRUE(both.work[0].calls.total.band(&CallFigures::asa_s));
    EXPECT_FALSE(both.work[0].calls.total.band(&CallFigures::wait_all_s));
    EXPECT_EQ(means.work[0].calls.total.asa_s, both.work[0].calls.total.asa_s);
}

}  // namespace
}  // namespace freiton::simulation
