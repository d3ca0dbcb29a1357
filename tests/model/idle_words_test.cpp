// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"
#include "freiton/model/table_warnings.hpp"
#include "freiton/report/warning_text.hpp"

namespace freiton {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> noted_in(const std::string& calendar, const std::string& work, const std::string& rest) {
    const Scenario scenario = input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-12-21, days: 7, open: '09:00-11:00'" +
            calendar +
            "}\n"
            "work:\n"
            "  quotes: {kind: backlog, arrivals: {per_day: 8}, handling_time: 6 min, target: {done: 90 %, within: 1 "
            "h}" +
            work + "}\n" + rest,
        "test.yaml", ".");
    std::vector<std::string> notes;
    for (const Warning& warning : warnings_about_input(scenario))
        notes.push_back(report::warning_text(warning, report::Language::en));
    return notes;
}

const std::string teams = "teams: {t: {handles: [quotes]}}\n";

TEST(IdleWords, OwnersAreNamedWhereNothingKeepsItemsForThem) {
    EXPECT_THAT(noted_in("", ", owners: 3", teams),
                ElementsAre("quotes: its owners play no part, since nothing says that its items stay with them "
                            "(reach: owner)."));
    EXPECT_THAT(noted_in("", ", owners: 3, reach: owner", teams), IsEmpty());
    EXPECT_THAT(noted_in("", ", owners: 3", teams + "routing: {reach: owner}\n"), IsEmpty());
    EXPECT_THAT(
        noted_in("", ", owners: 3", teams + "organisations: {shared: {reach: all}, by_owner: {reach: owner}}\n"),
        IsEmpty());
}

TEST(IdleWords, ASiteIsNamedWhereNobodySitsAndNothingComesFrom) {
    const std::string at_x = "teams: {t: {site: x, handles: [quotes]}}\n";
    EXPECT_THAT(noted_in("", "", "sites: [x, z]\n" + at_x),
                ElementsAre("z: no team sits at this site and nothing comes from it; it plays no part."));
    EXPECT_THAT(noted_in("", ", opening_backlog: {z: 4}", "sites: [x, z]\n" + at_x), IsEmpty());
    EXPECT_THAT(noted_in("", "", "sites: [x, z]\n" + at_x + "organisations: {a: {}, b: {teams.t.site: z}}\n"),
                IsEmpty());
}

TEST(IdleWords, ListedHolidaysOfOtherYearsAreCounted) {
    EXPECT_THAT(noted_in(", holidays: [2026-12-24, 2025-11-26, 2025-11-25]", "", teams),
                ElementsAre("Of the listed holidays 2 are not in 2026 and change nothing; the first is Tue 25 Nov "
                            "2025."));
    EXPECT_THAT(noted_in(", holidays: [2026-12-24, 2026-01-01]", "", teams), IsEmpty());
}

// What lay there at the beginning came before that holiday.
TEST(IdleWords, AHolidayJustBeforeTheHorizonOrAfterItIsFelt) {
    const auto notes = [](const std::string& first_day, const std::string& holiday) {
        const Scenario scenario = input::parse_scenario(
            "freiton: 1\n"
            "calendar: {first_day: " +
                first_day + ", open: '09:00-11:00', holidays: [" + holiday +
                "]}\n"
                "work: {quotes: {kind: backlog, arrivals: {per_day: 8}, opening_backlog: 9, handling_time: 6 min}}\n"
                "teams: {t: {handles: [quotes]}}\n",
            "test.yaml", ".");
        return warnings_about_input(scenario).size();
    };
    EXPECT_EQ(notes("2027-01-01", "2026-12-31"), 0u);
    EXPECT_EQ(notes("2026-12-30", "2027-01-01"), 0u);
    EXPECT_EQ(notes("2027-03-01", "2026-12-31"), 1u);
}

// An organisation is told no word that another one needs.
TEST(IdleWords, InAnOrganisationAreThoseOfTheWholeFile) {
    const Scenario scenario = input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, open: '09:00-11:00'}\n"
        "sites: [x, z, nowhere]\n"
        "work: {quotes: {kind: backlog, arrivals: {per_day: 8}, handling_time: 6 min, owners: 3}}\n"
        "teams: {t: {site: x, handles: [quotes]}}\n"
        "organisations: {as_it_is: {}, own: {work.quotes.reach: owner}, moved: {teams.t.site: z}}\n",
        "test.yaml", ".");
    for (const std::string name : {"as_it_is", "own", "moved"}) {
        const auto warnings = warnings_about_input(scenario.organised_as(name));
        ASSERT_EQ(warnings.size(), 1u) << name;
        EXPECT_EQ(warnings[0].arguments[0], "nowhere");
    }
}

}  // namespace
}  // namespace freiton
