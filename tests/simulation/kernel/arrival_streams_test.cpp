// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/arrival_streams.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation::kernel {
namespace {

using namespace std::chrono_literals;

constexpr int replications_of_streams = 20'000;
constexpr double largest_z_of_streams = 4.5;

World world_of(const Arrivals& arrivals, std::vector<std::string> sites = {}) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.sites = std::move(sites);
    parts.work[0].arrivals = arrivals;
    const Scenario scenario{std::move(parts)};
    return compile_world(scenario, {{std::vector<int>(scenario.intervals(), 1)}});
}

// How many came, by source and half hour.
using Counts = std::array<std::array<double, 2>, 2>;

template <class Visit>
void each_replication(const World& world, Visit visit) {
    ArrivalStreams streams{world};
    for (std::uint64_t r = 0; r < replications_of_streams; ++r) {
        streams.restart(3, r);
        Counts counts{};
        double before = 0.0;
        for (; streams.next_time() < endless; streams.advance()) {
            ASSERT_GE(streams.next_time(), before);
            before = streams.next_time();
            ++counts[static_cast<std::size_t>(streams.next_source())][before < world.slots[1].start ? 0 : 1];
        }
        visit(counts);
    }
}

struct Paired {
    double sum = 0.0, square = 0.0;
    void add(double value) { sum += value, square += value * value; }
    double z(double exact) const {
        const double mean = sum / replications_of_streams;
        return (mean - exact) / std::sqrt((square / replications_of_streams - mean * mean) / replications_of_streams);
    }
};

// Poisson: mean and variance are alike; half hours are independent, so that the covariance is 0.
TEST(ArrivalStreams, ComeAsPoissonSaysInEveryInterval) {
    const World world = world_of(test::listed({10, 20}));
    Paired first, second, variance, covariance;
    each_replication(world, [&](const Counts& n) {
        first.add(n[0][0]);
        second.add(n[0][1]);
        variance.add((n[0][1] - 20.0) * (n[0][1] - 20.0));
        covariance.add((n[0][0] - 10.0) * (n[0][1] - 20.0));
    });
    EXPECT_LE(std::abs(first.z(10.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(second.z(20.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(variance.z(20.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(covariance.z(0.0)), largest_z_of_streams);
}

// A day's factor F with cv c is common to all sites: variance m + (c m)^2, covariance of two sites c^2 m1 m2.
TEST(ArrivalStreams, ADaysFactorIsSharedByAllSites) {
    Arrivals arrivals{.per_day = BySite<double>{.sites = {{"north", 30.0}, {"south", 12.0}}}, .day_cv = 0.5};
    const World world = world_of(arrivals, {"north", "south"});
    Paired mean, variance, covariance;
    each_replication(world, [&](const Counts& n) {
        const double north = n[0][0] + n[0][1] - 30.0, south = n[1][0] + n[1][1] - 12.0;
        mean.add(north);
        variance.add(north * north);
        covariance.add(north * south);
    });
    EXPECT_LE(std::abs(mean.z(0.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(variance.z(30.0 + 0.25 * 900.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(covariance.z(0.25 * 30.0 * 12.0)), largest_z_of_streams);
}

// An interval's factor is common to all sites and to no other interval; with a day's factor d it varies by
// (1 + d^2)(1 + i^2) - 1, and two intervals go together by d^2 only.
TEST(ArrivalStreams, AnIntervalsFactorIsSharedByAllSitesAndByNoOtherInterval) {
    Arrivals arrivals{
        .per_day = BySite<double>{.sites = {{"north", 60.0}, {"south", 24.0}}}, .day_cv = 0.2, .interval_cv = 0.5};
    const World world = world_of(arrivals, {"north", "south"});
    Paired mean, variance, sites, intervals;
    each_replication(world, [&](const Counts& n) {
        const double north = n[0][0] - 30.0, south = n[1][0] - 12.0;
        mean.add(north);
        variance.add(north * north);
        sites.add(north * south);
        intervals.add(north * (n[0][1] - 30.0));
    });
    const double square = arrivals.variation() * arrivals.variation();
    EXPECT_NEAR(square, 1.04 * 1.25 - 1.0, 1e-12);
    EXPECT_LE(std::abs(mean.z(0.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(variance.z(30.0 + square * 900.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(sites.z(square * 30.0 * 12.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(intervals.z(0.04 * 900.0)), largest_z_of_streams);
}

// All at a quarter past nine, their number still Poisson.
TEST(ArrivalStreams, AtOneMomentMeansAtThatMoment) {
    Arrivals arrivals = test::daily(8);
    arrivals.at = Minutes{9 * 60 + 15};
    const World world = world_of(arrivals);
    ArrivalStreams streams{world};
    streams.restart(3, 0);
    for (; streams.next_time() < endless; streams.advance())
        EXPECT_EQ(streams.next_time() - world.origin_s, 9.25 * 3600.0);
    Paired number, variance;
    each_replication(world, [&](const Counts& n) {
        number.add(n[0][0]);
        variance.add((n[0][0] - 8.0) * (n[0][0] - 8.0));
    });
    EXPECT_LE(std::abs(number.z(8.0)), largest_z_of_streams);
    EXPECT_LE(std::abs(variance.z(8.0)), largest_z_of_streams);
}

// Given their number, arrivals are spread evenly over the interval: the mean of U^k is 1 / (k + 1).
TEST(ArrivalStreams, AreSpreadEvenlyInsideAnInterval) {
    const World world = world_of(test::listed({10, 0}));
    ArrivalStreams streams{world};
    double n = 0.0, sum = 0.0, square = 0.0;
    for (std::uint64_t r = 0; r < replications_of_streams; ++r) {
        streams.restart(3, r);
        for (; streams.next_time() < endless; streams.advance()) {
            const double u = (streams.next_time() - world.slots[0].start) / 1800.0;
            ++n, sum += u, square += u * u;
        }
    }
    EXPECT_LE(std::abs(sum / n - 0.5), largest_z_of_streams * std::sqrt(1.0 / 12.0 / n));
    EXPECT_LE(std::abs(square / n - 1.0 / 3.0), largest_z_of_streams * std::sqrt((1.0 / 5.0 - 1.0 / 9.0) / n));
}

}  // namespace
}  // namespace freiton::simulation::kernel
