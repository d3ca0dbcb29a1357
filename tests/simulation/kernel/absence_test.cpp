// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/absence.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation::kernel {
namespace {

using namespace std::chrono_literals;

constexpr int people = 100;
constexpr int days_of_absence = 5;
constexpr int replications_of_absence = 400;
constexpr double largest_z_of_absence = 4.5;

// A working week of a team of 100, of whom a share is missing.
World week_of(const Absence& absence) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = days_of_absence;
    parts.teams[0].absence = absence;
    const Scenario scenario{std::move(parts)};
    return compile_world(scenario, {{std::vector<int>(scenario.intervals(), people)}});
}

struct Seen {
    int away = 0, both = 0,
        neighbours = 0;  // person-days; with the day before; with the neighbour on the same day
    int asked = 0, pairs = 0, neighbour_pairs = 0;
};

// Persons are independent of each other, days of one person need not be: pairs of days are
// counted once a person.
Seen count(const World& world) {
    Absences absences{world};
    Seen seen;
    for (std::uint64_t r = 0; r < replications_of_absence; ++r) {
        absences.draw(7, r);
        for (int person = 0; person < people; ++person) {
            const int day = person % days_of_absence;
            seen.away += absences.away(0, person, day) ? 1 : 0;
            ++seen.asked;
            if (day > 0 && absences.away(0, person, day - 1)) {
                ++seen.pairs;
                seen.both += absences.away(0, person, day) ? 1 : 0;
            }
            if (person > 0 && absences.away(0, person - 1, day)) {
                ++seen.neighbour_pairs;
                seen.neighbours += absences.away(0, person, day) ? 1 : 0;
            }
        }
    }
    return seen;
}

void expect_share(int seen, int of, double p, const char* what) {
    const double error = std::sqrt(p * (1.0 - p) / of);
    EXPECT_LE(std::abs(static_cast<double>(seen) / of - p), largest_z_of_absence * error)
        << what << ": " << seen << " of " << of;
}

TEST(Absence, OfSingleDaysMissesItsShareEachDayAnew) {
    const Seen seen = count(week_of({Share{0.2}, std::nullopt}));
    expect_share(seen.away, seen.asked, 0.2, "away");
    expect_share(seen.both, seen.pairs, 0.2, "after a day away");
    expect_share(seen.neighbours, seen.neighbour_pairs, 0.2, "beside somebody who is away");
}

// Three days each time: of those who are away one third is back the next day, unless away again. A fifth is
// missing, so that twelve days lie between two absences and the next begins on a given day with 1/13.
TEST(Absence, OfThreeDaysMissesItsShareThreeDaysInARow) {
    const Seen seen = count(week_of({Share{0.2}, DurationLaw{.law = Law::constant, .mean = 72h}}));
    expect_share(seen.away, seen.asked, 0.2, "away");
    expect_share(seen.both, seen.pairs, 2.0 / 3.0 + 1.0 / 3.0 / 13.0, "after a day away");
    expect_share(seen.neighbours, seen.neighbour_pairs, 0.2, "beside somebody who is away");
}

// Two and a half days: half of the absences last two days, half three; a share of 0.2 is that of
// the mean.
TEST(Absence, OfHalfDaysIsRoundedToWholeOnesInTheMean) {
    const Seen seen = count(week_of({Share{0.2}, DurationLaw{.law = Law::constant, .mean = 60h}}));
    expect_share(seen.away, seen.asked, 0.2, "away");
}

TEST(Absence, ADayIsTheSameForAllItsIntervalsAndTheRosterIsCountedWithoutTheAbsent) {
    const World world = week_of({Share{0.2}, std::nullopt});
    Absences absences{world};
    absences.draw(7, 0);
    for (int day = 0; day < days_of_absence; ++day) {
        int there = 0;
        for (int person = 0; person < 30; ++person) there += absences.away(0, person, day) ? 0 : 1;
        EXPECT_EQ(absences.there(0, 30, day), there);
    }
}

TEST(Absence, WithoutItEverybodyIsThere) {
    const World world = week_of({Share{0.0}, std::nullopt});
    Absences absences{world};
    absences.draw(7, 0);
    EXPECT_EQ(absences.there(0, people, 3), people);
}

}  // namespace
}  // namespace freiton::simulation::kernel
