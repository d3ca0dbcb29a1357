// SPDX-License-Identifier: Apache-2.0
// Which line a problem names, and that a mistake is told once: not again by everything that depends on it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/temporary_folder.hpp"
#include "freiton/report/language.hpp"
#include "input/small_file.hpp"

namespace freiton::input {
namespace {

using test::said;
using test::with;
using testing::ElementsAre;

TEST(ProblemLines, AnUnknownKeyCarriesItsOwnLineWhenItsValueIsABlock) {
    EXPECT_THAT(said(with({{"patience: {mean: 2 min}", "patiance:\n      mean: 2 min"}})),
                ElementsAre("hotline.yaml:9  work.sales.patiance: unknown key; did you mean \"patience\"?"));
}

TEST(ProblemLines, AnEmptyValueCarriesTheLineOfItsKey) {
    EXPECT_THAT(said(with({{"patience: {mean: 2 min}", "patience:"}})),
                ElementsAre(testing::StartsWith("hotline.yaml:9  work.sales.patience: ")));
}

TEST(ProblemLines, AListThatDoesNotFitCarriesTheLineOfItsKey) {
    EXPECT_THAT(said(with({{"{per_interval: [10, 20]}", "\n      per_interval:\n        - 10"}})),
                ElementsAre("hotline.yaml:8  work.sales.arrivals.per_interval: has 1 values, needs 2: one for each "
                            "interval of the longest open day"));
}

TEST(ToldOnce, ACalendarThatCannotBeReadSaysNothingAboutTheLengthOfLists) {
    EXPECT_EQ(said(with({{"open: \"09:00-10:00\"", "opne: \"09:00-11:00\""}})).size(), 2u);  // unknown, and missing
    EXPECT_EQ(said(with({{"\"09:00-10:00\"", "\"9 to 11\""}})).size(), 1u);
}

TEST(ToldOnce, AnItemThatIsNoNumberSaysNothingAboutItsList) {
    EXPECT_THAT(said(with({{"interval: [10, 20]", "interval: [10, x]"}})),
                ElementsAre("hotline.yaml:7  work.sales.arrivals.per_interval[2]: got \"x\", must be a number"));
}

TEST(ToldOnce, AMissingTableIsNotEchoed) {
    EXPECT_THAT(said(with({{"per_interval: [10, 20]", "file: none.csv"}}), "no"),
                ElementsAre("hotline.yaml:7  work.sales.arrivals.file: got \"no/none.csv\", no such file"));
}

TEST(ToldOnce, AMissingColumnIsNotEchoed) {
    const test::TemporaryFolder folder;
    const std::string table = folder.write("c.csv", "date,arrivals\n2026-03-02,5\n");
    EXPECT_THAT(said(with({{"per_interval: [10, 20]", "file: c.csv"}}), folder.path()),
                ElementsAre(table + ":1  start: this column is missing; there are: date, arrivals"));
}

TEST(ToldOnce, AWrongCellDoesNotHideTheProblemOfAnotherRow) {
    const test::TemporaryFolder folder;
    const std::string table = folder.write("c.csv",
                                           "date,start,arrivals\n2026-03-02,nine,5\n2026-03-02,09:00,5\n"
                                           "2026-03-02,09:00,6\n");
    EXPECT_THAT(
        said(with({{"per_interval: [10, 20]", "file: c.csv"}}), folder.path()),
        ElementsAre(table + ":2:2  start: got \"nine\", must be a time of day such as \"08:30\"",
                    table + ":4  start: got \"2026-03-02T09:00:00\", this interval was already given in line 3"));
}

TEST(ToldOnce, AWrongFieldDoesNotHideAnotherPartsProblem) {
    EXPECT_THAT(said(with({{"handles: [sales]", "handles: [sale]"}, {"3 min", "-3 min"}})),
                testing::Contains(testing::HasSubstr("did you mean \"sales\"")));
}

TEST(ToldOnce, AMistypedWorkIsNotEchoedByTheTeams) {
    EXPECT_EQ(said(with({{"\nwork:", "\nwrok:"}})).size(), 2u);  // unknown key, and work is missing
}

TEST(ToldOnce, AFileThatIsNoMappingIsOneProblem) {
    EXPECT_THAT(said("[1, 2]"), ElementsAre("hotline.yaml:1  must be a mapping (key: value)"));
}

TEST(ToldOnce, AProfileThatStandsAloneSaysWithWhat) {
    EXPECT_THAT(
        said(with({{"[10, 20]", "[10, 20], profile: [1, 1]"}})),
        ElementsAre("hotline.yaml:7  work.sales.arrivals.profile: has a meaning only together with \"per_day\""));
}

}  // namespace
}  // namespace freiton::input
