// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/comparison.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton {
namespace {

// Sales from two sites, each with a team of its own, under some reach; so many agent hours at so much money an hour.
OrganisationResult organisation(const std::string& name, Reach reach, double hours = 0.0, double price = 0.0) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.sites = {"Bonn", "Mainz"};
    parts.routing.reach = reach;
    parts.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"Bonn", 30.0}, {"Mainz", 50.0}}}};
    parts.teams[0].site = "Bonn";
    parts.teams.push_back({.name = "others", .site = "Mainz", .handles = {"sales"}});
    OrganisationResult made{.name = name, .scenario = Scenario{std::move(parts)}};
    made.result.performance.teams = {{.agent_hours = hours, .paid_fte = hours / 40.0, .cost = hours * price}};
    return made;
}

std::vector<std::string> sites_of(const std::vector<Promise>& promises) {
    std::vector<std::string> sites;
    for (const Promise& promise : promises) sites.push_back(promise.site.value_or("all"));
    return sites;
}

TEST(Comparison, PromisesOfEachSiteAreCommonWhereSomeOrganisationKeepsThem) {
    for (const bool first : {true, false}) {
        Comparison comparison;
        comparison.organisations = {organisation("a", first ? Reach::site : Reach::all),
                                    organisation("b", first ? Reach::all : Reach::site)};
        EXPECT_EQ(sites_of(comparison.common_promises()), (std::vector<std::string>{"Bonn", "Mainz"})) << first;
    }
}

TEST(Comparison, WithTheSamePromisesNoneNeedsToBeCommon) {
    for (const Reach reach : {Reach::site, Reach::all}) {
        Comparison comparison;
        comparison.organisations = {organisation("a", reach), organisation("b", reach), organisation("c", reach)};
        EXPECT_TRUE(comparison.common_promises().empty());
    }
}

TEST(Comparison, AnEffectIsWhatTheOthersNeedLessThanTheFirst) {
    Comparison comparison;
    comparison.organisations = {organisation("a", Reach::site, 100.0, 20.0), organisation("b", Reach::all, 80.0, 20.0)};
    const auto effects = comparison.pool_effects();
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(effects[0].organisation, "b");
    EXPECT_EQ(effects[0].against, "a");
    EXPECT_DOUBLE_EQ(effects[0].agent_hours, 20.0);
    EXPECT_DOUBLE_EQ(effects[0].paid_fte, 0.5);
    EXPECT_DOUBLE_EQ(effects[0].cost.value(), 400.0);
    EXPECT_FALSE(effects[0].relocation);
}

TEST(Comparison, CheaperSitesAreToldApartFromFewerPeople) {
    Comparison comparison;
    OrganisationResult free = organisation("b", Reach::all, 80.0, 15.0);
    ScenarioParts parts = free.scenario.parts();
    parts.plan.locate = Locate::free;
    free.scenario = Scenario{std::move(parts)};
    comparison.organisations = {organisation("a", Reach::site, 100.0, 20.0), std::move(free)};
    const auto effects = comparison.pool_effects();
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_DOUBLE_EQ(effects[0].cost.value(), 400.0);        // 20 hours at 20
    EXPECT_DOUBLE_EQ(effects[0].relocation.value(), 400.0);  // 80 hours at 5 less
}

TEST(Comparison, WhoMissesAPromiseOrWasInterruptedSavesNothing) {
    for (const std::size_t which : {0U, 1U}) {
        Comparison comparison;
        comparison.organisations = {organisation("a", Reach::site, 100.0), organisation("b", Reach::all, 80.0)};
        Performance& performance = comparison.organisations[which].result.performance;
        EXPECT_EQ(comparison.pool_effects().size(), 1U);
        performance.interrupted = true;
        EXPECT_TRUE(comparison.pool_effects().empty());
        performance.interrupted = false;
        performance.targets = {{.met = false}};
        EXPECT_TRUE(comparison.pool_effects().empty());
        EXPECT_FALSE(comparison.met());
        performance.targets[0].met = true;
        EXPECT_EQ(comparison.pool_effects().size(), 1U);
        EXPECT_TRUE(comparison.met());
        comparison.planned = false;
        EXPECT_TRUE(comparison.pool_effects().empty());
    }
}

}  // namespace
}  // namespace freiton
