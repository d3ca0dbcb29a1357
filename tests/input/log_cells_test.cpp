// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_cells.hpp"

#include <gtest/gtest.h>

#include "freiton/input/log_columns.hpp"

namespace freiton::input {
namespace {

std::string read_date(const char* text, DateOrder order) {
    const ParsedDate date = log_date(text, order);
    return date.date ? date_text(*date.date) : "none";
}

TEST(LogCells, ADateWithSlashesIsReadInTheOrderThatIsSaid) {
    EXPECT_EQ(read_date("03/02/2026", DateOrder::day_first), "2026-02-03");
    EXPECT_EQ(read_date("3/2/2026", DateOrder::month_first), "2026-03-02");
    EXPECT_EQ(read_date("2026-03-02", DateOrder::month_first), "2026-03-02");
    EXPECT_EQ(read_date("02.03.2026", DateOrder::month_first), "2026-03-02");
    EXPECT_EQ(read_date("13/13/2026", DateOrder::day_first), "none");
}

TEST(LogCells, ADateBeyondTheTwelfthShowsItsOrder) {
    EXPECT_EQ(shown_order("13/03/2026"), DateOrder::day_first);
    EXPECT_EQ(shown_order("03/23/2026"), DateOrder::month_first);
    EXPECT_EQ(shown_order("03/04/2026"), DateOrder::unknown);
    EXPECT_TRUE(needs_order("03/04/2026"));
    EXPECT_FALSE(needs_order("04/04/2026"));
    EXPECT_FALSE(needs_order("2026-03-04"));
}

TEST(LogCells, TimesOfDayMayHaveSecondsOrHalvesOfTheDay) {
    EXPECT_EQ(log_time("08:30:17"), Seconds{30'617.0});
    EXPECT_EQ(log_time("8:00 AM"), Seconds{28'800.0});
    EXPECT_EQ(log_time("12:15:04 PM"), Seconds{44'104.0});
    EXPECT_EQ(log_time("12:00 am"), Seconds{0.0});
    EXPECT_EQ(log_time("24:00"), Seconds{86'400.0});
    EXPECT_EQ(log_time("13:00 PM"), std::nullopt);
    EXPECT_EQ(log_time("25:00"), std::nullopt);
    EXPECT_EQ(log_time("noon"), std::nullopt);
}

TEST(LogCells, AnIntervalMaySayWhenItEnds) {
    EXPECT_EQ(log_span("08:00 - 08:30")->to, Seconds{30'600.0});
    EXPECT_EQ(log_span("23:30 \u2013 00:00")->to, Seconds{86'400.0});
    EXPECT_EQ(log_span("08:00")->to, std::nullopt);
    EXPECT_FALSE(log_span("08:30 - 08:00"));
}

TEST(LogCells, DateAndTimeMayShareACell) {
    EXPECT_EQ(parted("2026-03-02T08:00").time, "08:00");
    EXPECT_EQ(parted("8/14/2026 8:00 AM").date, "8/14/2026");
    EXPECT_EQ(parted("8/14/2026 8:00 AM").time, "8:00 AM");
    EXPECT_EQ(parted("8:00 AM").time, "8:00 AM");
    EXPECT_EQ(parted("8:00 AM").date, "");
}

TEST(LogCells, DurationsAreMinutesAndSecondsUnlessThereAreHours) {
    EXPECT_EQ(log_duration("00:04:10"), Seconds{250.0});
    EXPECT_EQ(log_duration("4:10"), Seconds{250.0});
    EXPECT_EQ(log_duration("250"), std::nullopt);
    EXPECT_EQ(log_duration("4:70"), std::nullopt);
}

TEST(LogColumns, KnowTitlesInBothLanguagesWhateverTheirSigns) {
    EXPECT_EQ(log_column("AHT (s)"), LogColumn::handling);
    EXPECT_EQ(log_column("Mittlere Bearbeitungszeit"), LogColumn::handling);
    EXPECT_EQ(log_column("\u00D8 Wartezeit"), LogColumn::asa);
    EXPECT_EQ(log_column("Calls_Offered"), LogColumn::offered);
    EXPECT_EQ(log_column("Warteschlange"), LogColumn::queue);
    EXPECT_EQ(log_column("Agent"), LogColumn::count_);
}

// A share read as a count would make 3 % of 200 calls three abandoned ones.
TEST(LogColumns, PercentagesAreNoCounts) {
    EXPECT_EQ(log_column("Abandoned (%)"), LogColumn::count_);
    EXPECT_EQ(log_column("Abandoned"), LogColumn::abandoned);
}

TEST(LogColumns, MinutesAreSixtySeconds) {
    EXPECT_EQ(seconds_per_unit("AHT (min)"), 60.0);
    EXPECT_EQ(seconds_per_unit("AHT [s]"), 1.0);
}

TEST(LogColumns, OfTwoThatCouldBeMeantTheSurerIsTaken) {
    const LogColumns columns{{"calls", "offered"}};
    EXPECT_EQ(columns[LogColumn::offered], 1);
}

}  // namespace
}  // namespace freiton::input
