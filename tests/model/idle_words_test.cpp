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
            "  quotes: {kind: backlog, arrivals: {per_day: 8}, handling_time: 6 min, target: {done: 90 %, within: 1 h}" +
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
    EXPECT_THAT(noted_in("", ", owners: 3",
                         teams + "organisations: {shared: {reach: all}, by_owner: {reach: owner}}\n"),
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
    EXPECT_THAT(noted_in(", holidays: [2026-12-24, 2025-12-26, 2025-12-25]", "", teams),
                ElementsAre("Of the listed holidays 2 are not in 2026 and change nothing; the first is Thu 25 Dec "
                            "2025."));
    EXPECT_THAT(noted_in(", holidays: [2026-12-24, 2026-01-01]", "", teams), IsEmpty());
}

}  // namespace
}  // namespace freiton
