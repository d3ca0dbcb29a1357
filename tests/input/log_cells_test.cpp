// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_cells.hpp"

#include <gtest/gtest.h>

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

TEST(LogCells, DatesMayNameTheirMonthOrHaveShortYears) {
    for (const char* text : {"2 March 2026", "Mar 2, 2026", "02-Mrz-26", "Monday, March 2, 2026", "Mo 02.03.2026",
                             "20260302", "2026/03/02", "02.03.26", "2. M\u00E4rz 2026"})
        EXPECT_EQ(read_date(text, DateOrder::unknown), "2026-03-02") << text;
    EXPECT_EQ(read_date("2/3/26", DateOrder::day_first), "2026-03-02");
    for (const char* text : {"March 2026", "2026", "12", "1.2.3.4", "32.01.2026x", "soon 02.03.2026"})
        EXPECT_EQ(read_date(text, DateOrder::day_first), "none") << text;
}

TEST(LogCells, MomentsMayHaveTheirZone) {
    EXPECT_EQ(parted("2026-03-02T08:00:00Z").east_of_utc, Minutes{0});
    EXPECT_EQ(parted("2026-03-02 08:00:00 UTC").time, "08:00:00");
    EXPECT_EQ(parted("2026-03-02T08:00:00+01:00").east_of_utc, Minutes{60});
    EXPECT_EQ(parted("2026-03-02T08:00:00.000-0500").east_of_utc, Minutes{-300});
    EXPECT_EQ(parted("2026-03-02 08:00-08:30").east_of_utc, std::nullopt) << "a range";
    EXPECT_EQ(parted("Mar 2, 2026 8:00 AM").date, "Mar 2, 2026");
}

TEST(LogCells, RangesMayEndAtTheirLastMinuteOrSecond) {
    EXPECT_EQ(log_span("08:00 - 08:29")->to, Seconds{30'600.0});
    EXPECT_EQ(log_span("08:00:00 - 08:29:59")->to, Seconds{30'600.0});
    EXPECT_EQ(log_span("8:00AM - 8:30AM")->to, Seconds{30'600.0});
}

TEST(LogCells, DurationsMayHaveUnits) {
    EXPECT_EQ(log_duration("4 min 10 s"), Seconds{250.0});
    EXPECT_EQ(log_duration("4m 10s"), Seconds{250.0});
    EXPECT_EQ(log_duration("1 day, 00:00:10"), Seconds{86'410.0});
    EXPECT_EQ(log_duration("4:10", true), Seconds{15'000.0}) << "of a column [hh:mm]";
    EXPECT_EQ(log_duration("4 calls"), std::nullopt);
}

}  // namespace
}  // namespace freiton::input
