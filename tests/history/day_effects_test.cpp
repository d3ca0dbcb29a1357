// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/day_effects.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "history/made_history.hpp"

namespace freiton::history {
namespace {

Date date(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

std::vector<std::size_t> columns_of(const Setting& setting, Date day, DayEffects::Group group,
                                    Date seen = date(2026, 12, 31)) {
    std::vector<std::size_t> columns;
    for (const DayEffects::Term& term : DayEffects{setting}.terms_of(day, seen))
        if (term.group == group) columns.push_back(term.column);
    return columns;
}

// Friday the 3rd is a holiday: Thursday is the day before it and Monday, the next open weekday, the day after.
TEST(DayEffects, TheDaysBesideAHolidayAreTheNextOpenWeekdays) {
    Setting setting = weekday_office();
    setting.events[0].dates = {date(2026, 4, 3)};
    const DayEffects effects{setting};
    using Side = DayEffects::Side;
    const auto event = DayEffects::Group::event;
    EXPECT_THAT(columns_of(setting, date(2026, 4, 2), event),
                testing::ElementsAre(effects.event_column(0, Side::before)));
    EXPECT_THAT(columns_of(setting, date(2026, 4, 6), event),
                testing::ElementsAre(effects.event_column(0, Side::after)));
    EXPECT_THAT(columns_of(setting, date(2026, 4, 3), event), testing::ElementsAre(effects.event_column(0, Side::on)));
    EXPECT_THAT(columns_of(setting, date(2026, 4, 7), event), testing::IsEmpty());
}

// Of a Saturday, on which nobody is there, Friday is the day before and Monday the day after.
TEST(DayEffects, AnEventOnAClosedWeekdayHasDaysBesideIt) {
    Setting setting = weekday_office();
    setting.events[0].dates = {date(2026, 4, 4)};
    const DayEffects effects{setting};
    const auto event = DayEffects::Group::event;
    EXPECT_THAT(columns_of(setting, date(2026, 4, 3), event),
                testing::ElementsAre(effects.event_column(0, DayEffects::Side::before)));
    EXPECT_THAT(columns_of(setting, date(2026, 4, 6), event),
                testing::ElementsAre(effects.event_column(0, DayEffects::Side::after)));
}

TEST(DayEffects, WhatNobodyAnnouncedIsKnownOnceItHasCome) {
    Setting setting = weekday_office();
    setting.events[0].unannounced = {date(2026, 4, 3)};
    const auto event = DayEffects::Group::event;
    EXPECT_THAT(columns_of(setting, date(2026, 4, 6), event, date(2026, 4, 2)), testing::IsEmpty());
    EXPECT_THAT(columns_of(setting, date(2026, 4, 6), event, date(2026, 4, 3)), testing::SizeIs(1));
}

TEST(DayEffects, TheTurnOfTheMonthIsItsFirstSevenAndLastFiveDays) {
    const Setting setting = weekday_office();
    const auto month = DayEffects::Group::month;
    EXPECT_EQ(columns_of(setting, date(2026, 2, 7), month).size(), 1U);
    EXPECT_TRUE(columns_of(setting, date(2026, 2, 8), month).empty());
    EXPECT_TRUE(columns_of(setting, date(2026, 2, 23), month).empty());
    EXPECT_EQ(columns_of(setting, date(2026, 2, 24), month).size(), 1U);
    EXPECT_EQ(columns_of(setting, date(2026, 2, 28), month), columns_of(setting, date(2026, 3, 31), month));
}

TEST(DayEffects, TheTimeOfTheYearGoesRound) {
    const Setting setting = weekday_office();
    for (const Date day : {date(2026, 1, 1), date(2026, 6, 30), date(2024, 12, 31)}) {
        double sum = 0.0;
        for (const DayEffects::Term& term : DayEffects{setting}.terms_of(day, day))
            if (term.group == DayEffects::Group::season) sum += term.value;
        EXPECT_DOUBLE_EQ(sum, 1.0);
    }
    const auto columns = columns_of(setting, date(2024, 12, 31), DayEffects::Group::season);
    EXPECT_EQ(columns[1], columns_of(setting, date(2025, 1, 1), DayEffects::Group::season)[0]);
}

}  // namespace
}  // namespace freiton::history
