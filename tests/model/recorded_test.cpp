// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/recorded.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/model/volumes.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using test::monday;
using testing::ElementsAre;
using testing::IsEmpty;

// Monday and Tuesday from 9 to 10 in half hours.
Calendar two_mornings() { return Calendar{{.first_day = monday, .days = 2, .open = test::office_week(9h, 10h)}}; }

VolumeRow row(int day, Minutes start, double second_s, double arrivals = 1.0, const std::string& site = "") {
    return {.date = monday + std::chrono::days{day},
            .start = start,
            .second_s = second_s,
            .site = site,
            .arrivals = arrivals,
            .line = 2};
}

Arrivals recorded(std::vector<VolumeRow> rows) {
    return {.file = VolumeFile{.path = "calls.csv", .rows = std::move(rows)}, .recorded = true};
}

Problems problems_of(WorkKind kind, Arrivals arrivals) {
    Problems problems;
    check_recorded(Work{.name = "sales", .kind = kind, .arrivals = std::move(arrivals)}, two_mornings(), "a", problems);
    return problems;
}

TEST(Recorded, ContactsLieInTheirIntervalsInTheOrderOfTime) {
    const Arrivals list = recorded({row(0, 9h + 29min, 59.5), row(0, 9h + 30min, 0), row(0, 9h, 17), row(1, 9h, 5)});
    const auto contacts = recorded_contacts_of_site(list, two_mornings(), "");
    ASSERT_EQ(contacts.size(), 4u);
    ASSERT_EQ(contacts[0].size(), 2u);
    EXPECT_EQ(contacts[0][0].after_s, 17.0);
    EXPECT_EQ(contacts[0][1].after_s, 29 * 60 + 59.5);
    EXPECT_EQ(contacts[1].at(0).after_s, 0.0);
    EXPECT_EQ(contacts[2].at(0).after_s, 5.0);
    EXPECT_THAT(contacts[3], IsEmpty());
}

TEST(Recorded, FormulasTakeTheSumsScaled) {
    Arrivals list = recorded({row(0, 9h, 17), row(0, 9h, 18, 3), row(1, 9h + 45min, 0), row(0, 9h, 20, 7, "north")});
    EXPECT_THAT(volumes_of_site(list, two_mornings(), ""), ElementsAre(4, 0, 0, 1));
    EXPECT_THAT(volumes_of_site(list, two_mornings(), "north"), ElementsAre(7, 0, 0, 0));
    list.scale = 0.5;
    list.weekdays[0] = 3.0;
    EXPECT_THAT(volumes_of_site(list, two_mornings(), ""), ElementsAre(6, 0, 0, 0.5));
}

TEST(Recorded, PostThatCameWhileClosedCountsWithTheNextOpeningAndKnowsWhenItCame) {
    const Arrivals list = recorded({row(0, 7h, 0), row(0, 20h, 30), row(-1, 9h, 0)});
    EXPECT_THAT(problems_of(WorkKind::backlog, list), IsEmpty());
    const auto contacts = recorded_contacts_of_site(list, two_mornings(), "");
    EXPECT_EQ(contacts[0].at(0).after_s, -2 * 3600.0);
    EXPECT_EQ(contacts[2].at(0).after_s, -13 * 3600.0 + 30);
    EXPECT_EQ(contacts[0].size() + contacts[1].size() + contacts[2].size() + contacts[3].size(), 2u);
}

// On 29 March 2026 clocks skip from 02:00 to 03:00: 02:45 is a quarter of an hour after 03:30.
TEST(Recorded, PostOfAMomentThatClocksSkipIsAnHourLater) {
    const Calendar calendar{{.first_day = monday + std::chrono::days{27},
                             .open = {OpenHours{}, {}, {}, {}, {}, {}, {{0h, 24h}}},
                             .time_zone = "Europe/Berlin"}};
    const auto contacts = recorded_contacts_of_site(recorded({row(27, 2h + 45min, 5)}), calendar, "");
    const auto& there = contacts[*calendar.interval_at(calendar.date(0), 3h + 30min)];
    ASSERT_EQ(there.size(), 1u);
    EXPECT_EQ(there[0].after_s, 15 * 60.0 + 5.0);
}

// After the last closing of the horizon no opening counts it: that is said, not hidden.
TEST(Recorded, PostAfterTheLastClosingIsCountedApart) {
    const Arrivals list = recorded({row(0, 9h, 0), row(1, 11h, 0, 3)});
    EXPECT_THAT(problems_of(WorkKind::backlog, list), IsEmpty());
    EXPECT_EQ(recorded_after_last_closing(list, two_mornings()), 3.0);
}

TEST(Recorded, ACallWhileClosedIsAProblem) {
    const Problems problems = problems_of(WorkKind::call, recorded({row(0, 9h, 0), row(0, 10h, 0)}));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].rule, Rule::moment_not_open);
}

TEST(Recorded, AListOfAnotherTimeAndAFactorOfTheDayAreProblems) {
    EXPECT_EQ(problems_of(WorkKind::call, recorded({row(7, 9h, 0)})).at(0).rule, Rule::row_outside_horizon);
    Arrivals varied = recorded({row(0, 9h, 0)});
    varied.day_cv = 0.1;
    EXPECT_EQ(problems_of(WorkKind::call, varied).at(0).rule, Rule::keys_exclusive);
}

}  // namespace
}  // namespace freiton
