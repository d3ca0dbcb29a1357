// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/independent_parts.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::staffing {
namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;

Names work_of(const Part& part) {
    Names names;
    for (const Work& work : part.scenario.work()) names.push_back(work.name);
    return names;
}

Names teams_of(const Part& part) {
    Names names;
    for (const Team& team : part.scenario.teams()) names.push_back(team.name);
    return names;
}

// Sales for the desk, returns for the store.
ScenarioParts two_kinds_of_work() {
    ScenarioParts parts = test::one_hour_of_sales();
    Work returns = parts.work[0];
    returns.name = "returns";
    parts.work.push_back(std::move(returns));
    parts.teams.push_back({.name = "store", .handles = {"returns"}});
    return parts;
}

TEST(IndependentParts, TeamsThatShareNoWorkAreApart) {
    const auto parts = independent_parts(Scenario{two_kinds_of_work()});
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(work_of(parts[0]), (Names{"sales"}));
    EXPECT_EQ(teams_of(parts[0]), (Names{"desk"}));
    EXPECT_EQ(parts[0].teams, (std::vector<std::size_t>{0}));
    EXPECT_EQ(work_of(parts[1]), (Names{"returns"}));
    EXPECT_EQ(teams_of(parts[1]), (Names{"store"}));
    EXPECT_EQ(parts[1].teams, (std::vector<std::size_t>{1}));
}

TEST(IndependentParts, ATeamThatHandlesBothHoldsThemTogether) {
    ScenarioParts both = two_kinds_of_work();
    both.teams[1].handles = {"returns", "sales"};
    const auto parts = independent_parts(Scenario{std::move(both)});
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(work_of(parts[0]), (Names{"sales", "returns"}));
    EXPECT_EQ(teams_of(parts[0]), (Names{"desk", "store"}));
}

TEST(IndependentParts, OfASiteOnlyItsOwnVolumesStay) {
    ScenarioParts sites = test::one_hour_of_sales();
    sites.sites = {"Bonn", "Mainz"};
    sites.routing.reach = Reach::site;
    sites.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"Bonn", 30.0}, {"Mainz", 50.0}}}};
    sites.teams[0].site = "Bonn";
    sites.teams.push_back({.name = "others", .site = "Mainz", .handles = {"sales"}});
    const auto parts = independent_parts(Scenario{std::move(sites)});
    ASSERT_EQ(parts.size(), 2U);
    const auto volume = [&](std::size_t part, const std::string& site) {
        const auto& volumes = parts[part].scenario.work()[0].arrivals.per_day->sites;
        const auto found = std::find_if(volumes.begin(), volumes.end(), [&](const auto& v) { return v.first == site; });
        return found == volumes.end() ? 0.0 : found->second;
    };
    EXPECT_EQ(volume(0, "Bonn"), 30.0);
    EXPECT_EQ(volume(0, "Mainz"), 0.0);
    EXPECT_EQ(volume(1, "Bonn"), 0.0);
    EXPECT_EQ(volume(1, "Mainz"), 50.0);
    EXPECT_EQ(teams_of(parts[1]), (Names{"others"}));
}

}  // namespace
}  // namespace freiton::staffing
