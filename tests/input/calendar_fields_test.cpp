// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/calendar_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

struct CalendarRead {
    CalendarParts parts;
    std::vector<std::string> said;
};

// A calendar whose first line is first_day; the keys begin in line 2.
CalendarRead read_calendar_keys(const std::string& keys) {
    CalendarRead outcome;
    Problems problems;
    const YamlNode node = parse_yaml("first_day: 2026-03-02\n" + keys, "f.yaml");
    calendar().read(Reader{"f.yaml", problems}.at("calendar"), node, outcome.parts);
    outcome.said = test::lines_of(problems);
    return outcome;
}

TEST(CalendarFields, TheShortestCalendarUsesTheDefaults) {
    const auto [parts, said] = read_calendar_keys("open: 08:00-20:00\n");
    EXPECT_THAT(said, IsEmpty());
    EXPECT_EQ(date_text(parts.first_day), "2026-03-02");
    EXPECT_EQ(parts.days, 1);
    EXPECT_EQ(parts.interval, 30min);
    EXPECT_EQ(parts.contract_week, 40h);
    EXPECT_THAT(parts.holidays.dates, IsEmpty());
    for (const OpenHours& hours : parts.open) EXPECT_THAT(hours, ElementsAre(OpenSpan{8h, 20h}));
}

TEST(CalendarFields, EveryKeyIsRead) {
    const auto [parts, said] = read_calendar_keys(
        "days: 7\nopen: '08:00-20:00'\ninterval: 15 min\nholidays: [2026-03-06, 07.03.2026]\ncontract_week: 38.5 h\n");
    EXPECT_THAT(said, IsEmpty());
    EXPECT_EQ(parts.days, 7);
    EXPECT_EQ(parts.interval, 15min);
    EXPECT_EQ(parts.contract_week, Hours{38.5});
    ASSERT_EQ(parts.holidays.dates.size(), 2u);
    EXPECT_EQ(date_text(parts.holidays.dates[1]), "2026-03-07");
}

TEST(CalendarFields, DaysThatAreNotNamedAreClosed) {
    const auto [parts, said] = read_calendar_keys("open: {mon-thu: '08:00-18:00', Fri: '08:00-14:00'}\n");
    EXPECT_THAT(said, IsEmpty());
    EXPECT_THAT(parts.open[3], ElementsAre(OpenSpan{8h, 18h}));
    EXPECT_THAT(parts.open[4], ElementsAre(OpenSpan{8h, 14h}));
    EXPECT_THAT(parts.open[5], IsEmpty());
}

TEST(CalendarFields, ADayMayHaveSeveralSpansOrNone) {
    const auto [parts, said] = read_calendar_keys("open: {mon: ['08:00-12:00', '13:00-24:00'], tue: []}\n");
    EXPECT_THAT(said, IsEmpty());
    EXPECT_THAT(parts.open[0], ElementsAre(OpenSpan{8h, 12h}, OpenSpan{13h, 24h}));
    EXPECT_THAT(parts.open[1], IsEmpty());
}

TEST(CalendarFields, WhatIsNoSpanOfTimeIsRefused) {
    for (const std::string text : {"08:00", "10:00-08:00", "08:00-08:00", "08:00-24:30", "always"})
        EXPECT_THAT(
            read_calendar_keys("open: '" + text + "'\n").said,
            ElementsAre("f.yaml:2  calendar.open: got \"" + text +
                        "\", must be times such as \"08:00-18:00\", 24:00 at the latest, or \"22:00-06:00\" over "
                        "midnight"));
}

TEST(CalendarFields, ANightIsTwoSpansThatJoin) {
    const auto [every_day, said] = read_calendar_keys("open: '22:00-06:00'\n");
    EXPECT_THAT(said, IsEmpty());
    for (const OpenHours& hours : every_day.open) EXPECT_THAT(hours, ElementsAre(OpenSpan{0h, 6h}, OpenSpan{22h, 24h}));
    const auto [weekend, none] =
        read_calendar_keys("open: {fri: ['08:00-12:00', '22:00-06:00'], sun: '22:00-06:00'}\n");
    EXPECT_THAT(none, IsEmpty());
    EXPECT_THAT(weekend.open[4], ElementsAre(OpenSpan{8h, 12h}, OpenSpan{22h, 24h}));
    EXPECT_THAT(weekend.open[5], ElementsAre(OpenSpan{0h, 6h}));
    EXPECT_THAT(weekend.open[0], ElementsAre(OpenSpan{0h, 6h}));  // after Sunday comes Monday
}

TEST(CalendarFields, HoursAsPeopleWriteThemAreHinted) {
    for (const std::string text : {"8-18", "8.00 - 18.00", "8 – 18 Uhr", "“08:00-18:00”"})
        EXPECT_THAT(read_calendar_keys("open: '" + text + "'\n").said,
                    ElementsAre(testing::EndsWith("over midnight; did you mean \"08:00-18:00\"?")));
    EXPECT_THAT(read_calendar_keys("open: {mon–fri: '08:00-18:00'}\n").said,
                ElementsAre(testing::EndsWith("mon-fri; did you mean \"mon-fri\"?")));
}

TEST(CalendarFields, AWeekdayIsNamedOnceAndInEnglish) {
    const std::string must = "must be a weekday or a span: mon, tue, wed, thu, fri, sat, sun, mon-fri";
    EXPECT_THAT(read_calendar_keys("open: {tues: '08:00-18:00'}\n").said,
                ElementsAre("f.yaml:2  calendar.open.tues: " + must + "; did you mean \"tue\"?"));
    EXPECT_THAT(read_calendar_keys("open: {mon-fry: '08:00-18:00'}\n").said, ElementsAre(testing::HasSubstr(must)));
    EXPECT_THAT(read_calendar_keys("open:\n  mon-wed: '08:00-18:00'\n  wed: '08:00-14:00'\n").said,
                ElementsAre("f.yaml:4  calendar.open.wed: wed is named twice"));
}

TEST(CalendarFields, AMistakeUnderASpanOfWeekdaysIsToldOnce) {
    EXPECT_THAT(read_calendar_keys("open: {mon-fri: '9-10'}\n").said,
                ElementsAre("f.yaml:2  calendar.open.mon-fri: got \"9-10\", must be times such as \"08:00-18:00\", "
                            "24:00 at the latest, or \"22:00-06:00\" over midnight; did you mean \"09:00-10:00\"?"));
}

TEST(CalendarFields, TheIntervalIsBetweenFiveMinutesAndAnHour) {
    const auto said = [](const std::string& text) {
        return read_calendar_keys("open: 08:00-18:00\ninterval: " + text + "\n").said;
    };
    EXPECT_THAT(said("4 min"), ElementsAre("f.yaml:3  calendar.interval: got \"4 min\", must be at least 5 min"));
    EXPECT_THAT(said("2 h"), ElementsAre("f.yaml:3  calendar.interval: got \"2 h\", must be at most 1 h"));
    EXPECT_THAT(said("30"),
                ElementsAre("f.yaml:3  calendar.interval: got \"30\", needs a unit; did you mean \"30 min\"?"));
    EXPECT_THAT(said("7.5 min"),
                ElementsAre("f.yaml:3  calendar.interval: got \"7.5 min\", must be a whole number of minutes that "
                            "divides the hour: 5, 6, 10, 12, 15, 20, 30 or 60"));
    EXPECT_THAT(said("300 s"), IsEmpty());
    EXPECT_THAT(said("1 h"), IsEmpty());
}

TEST(CalendarFields, TheOtherKeysHaveTheirBounds) {
    EXPECT_THAT(read_calendar_keys("open: 08:00-18:00\ndays: 0\n").said,
                ElementsAre("f.yaml:3  calendar.days: got \"0\", must be at least 1"));
    EXPECT_THAT(read_calendar_keys("open: 08:00-18:00\ncontract_week: 0 h\n").said,
                ElementsAre("f.yaml:3  calendar.contract_week: got \"0 h\", must be greater than 0 s"));
    EXPECT_THAT(read_calendar_keys("open: 08:00-18:00\ncontract_week: 40\n").said,
                ElementsAre("f.yaml:3  calendar.contract_week: got \"40\", needs a unit; did you mean \"40 h\"?"));
    EXPECT_THAT(read_calendar_keys("days: 1\n").said, ElementsAre("f.yaml:1  calendar.open: is missing"));
}

TEST(Weekdays, AreNamedAloneOrInASpanThatMayPassTheWeeksEnd) {
    EXPECT_THAT(weekdays_named("mon"), Optional(ElementsAre(0)));
    EXPECT_THAT(weekdays_named("mon-thu"), Optional(ElementsAre(0, 1, 2, 3)));
    EXPECT_THAT(weekdays_named("Sat - Mon"), Optional(ElementsAre(5, 6, 0)));
    EXPECT_THAT(weekdays_named("sun-sun"), Optional(ElementsAre(6)));
    EXPECT_THAT(weekdays_named("Mo-Fr"), Optional(ElementsAre(0, 1, 2, 3, 4)));
    EXPECT_THAT(weekdays_named("Mittwoch"), Optional(ElementsAre(2)));
    EXPECT_THAT(weekdays_named("monday"), Optional(ElementsAre(0)));
    for (const std::string_view text : {"", "mondays", "mon-", "-mon", "mon-fri-sun", "m"})
        EXPECT_EQ(weekdays_named(text), std::nullopt) << text;
}

}  // namespace
}  // namespace freiton::input
