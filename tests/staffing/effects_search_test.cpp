// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/effects_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "staffing/made_up_office.hpp"

namespace freiton::staffing {
namespace {

// A made-up office: each promise is for one interval, or over all, and gains less from each further person.
struct CurvedOffice {
    SearchSpace space;
    std::vector<std::vector<double>> worth;  // [promise][team]
    std::vector<double> wanted;              // [promise]
    bool over_all = false;

    std::vector<double> slacks(const StaffingPlan& plan) const {
        std::vector<double> slacks;
        for (std::size_t p = 0; p < worth.size(); ++p) {
            double all = 0.0;
            for (std::size_t i = 0; i < space.intervals(); ++i) {
                double people = 0.0;
                for (std::size_t t = 0; t < space.teams(); ++t) people += worth[p][t] * plan.agents[t][i];
                const double kept = 1.0 - std::exp(-people / static_cast<double>(2 + i));
                all += kept - wanted[p];
                if (!over_all) slacks.push_back(kept - wanted[p]);
            }
            if (over_all) slacks.push_back(all);
        }
        return slacks;
    }
    bool holds(const StaffingPlan& plan) const {
        const auto all = slacks(plan);
        return std::all_of(all.begin(), all.end(), [](double slack) { return slack >= 0.0; });
    }
};

// Held by these slacks, whose effects are exact.
Ask asked_about(const CurvedOffice& office) {
    return [&office](const StaffingPlan& plan, Effort) {
        Evaluation evaluation;
        for (const double slack : office.slacks(plan)) {
            const std::size_t promise = evaluation.instances.size() / (office.over_all ? 1 : office.space.intervals());
            evaluation.instances.push_back({.promise = promise, .room = slack});
        }
        return evaluation;
    };
}

CurvedOffice random_office(std::mt19937& chance) {
    const std::size_t teams = 1 + chance() % 3;
    const std::size_t intervals = teams == 3 ? 2 : 2 + chance() % 2;
    CurvedOffice office;
    office.over_all = chance() % 2 == 0;
    office.space.least.assign(teams, std::vector<int>(intervals, 0));
    office.space.most.assign(teams, std::vector<int>(intervals, 6));
    office.space.day_of_interval.assign(intervals, 0);
    office.space.share.assign(teams, 1.0);
    for (std::size_t t = 0; t < teams; ++t) office.space.cost.push_back(1.0 + static_cast<double>(chance() % 5) / 4.0);
    for (int p = 0; p < 2; ++p) {
        office.worth.emplace_back();
        for (std::size_t t = 0; t < teams; ++t)
            office.worth.back().push_back(0.5 + static_cast<double>(chance() % 4) / 4.0);
        office.wanted.push_back(0.6);
        office.space.helps.emplace_back(teams, true);
    }
    return office;
}

// Nothing where no plan that was tried holds: the search by groups is asked then.
std::optional<SearchResult> searched_by_effects(const CurvedOffice& office, int people) {
    const StaffingPlan start{std::vector(office.space.teams(), std::vector<int>(office.space.intervals(), people))};
    const LookAt look_at = looks_by(asked_about(office));
    return search_by_effects(office.space, start, look_at, {});
}

double cheapest_of_all(const CurvedOffice& office) {
    StaffingPlan plan{office.space.least};
    double cheapest = 1e9;
    for (;;) {
        if (office.holds(plan)) cheapest = std::min(cheapest, office.space.cost_of(plan));
        std::size_t k = 0;
        const std::size_t numbers = office.space.teams() * office.space.intervals();
        for (; k < numbers; ++k) {
            int& agents = plan.agents[k / office.space.intervals()][k % office.space.intervals()];
            if (++agents <= 6) break;
            agents = 0;
        }
        if (k == numbers) return cheapest;
    }
}

TEST(EffectsSearch, IsHardlyEverDearerThanTheCheapestOfAllPlans) {
    std::mt19937 chance{7};
    int found_one = 0;
    int missed_one = 0;
    int dearer = 0;
    for (int round = 0; round < 60; ++round) {
        const CurvedOffice office = random_office(chance);
        const double cheapest = cheapest_of_all(office);
        const auto found = searched_by_effects(office, 2);
        if (!found) {
            if (cheapest < 1e9) ++missed_one;
            continue;
        }
        ++found_one;
        ASSERT_TRUE(office.holds(found->plan)) << round;
        if (office.space.cost_of(found->plan) > cheapest + 1e-9) ++dearer;
    }
    EXPECT_GE(found_one, 50);
    EXPECT_LE(missed_one, 5);
    EXPECT_LE(dearer, 3);
}

TEST(EffectsSearch, NobodyCanBeSparedAndEachIsMissedSomewhere) {
    std::mt19937 chance{8};
    for (int round = 0; round < 30; ++round) {
        const CurvedOffice office = random_office(chance);
        const auto found = searched_by_effects(office, 5);
        if (!found) continue;
        std::size_t people = 0;
        for (std::size_t t = 0; t < office.space.teams(); ++t)
            for (std::size_t i = 0; i < office.space.intervals(); ++i) {
                StaffingPlan without = found->plan;
                if (--without.agents[t][i] < 0) continue;
                ++people;
                EXPECT_FALSE(office.holds(without)) << round;
            }
        EXPECT_EQ(found->needed.size(), people);
    }
}

TEST(EffectsSearch, FindsNoneWhereNoStaffingIsEnough) {
    std::mt19937 chance{9};
    CurvedOffice office = random_office(chance);
    for (auto& team : office.space.most) std::fill(team.begin(), team.end(), 0);
    const StaffingPlan start{office.space.least};
    const LookAt look_at = looks_by(asked_about(office));
    EXPECT_FALSE(search_by_effects(office.space, start, look_at, {}));
}

}  // namespace
}  // namespace freiton::staffing
