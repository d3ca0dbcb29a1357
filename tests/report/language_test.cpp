// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/language.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace freiton::report {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Language, AGermanNumberHasADecimalComma) {
    EXPECT_EQ(decimal(1234.5, 1, Language::en), "1234.5");
    EXPECT_EQ(decimal(1234.5, 1, Language::de), "1234,5");
    EXPECT_EQ(decimal(1234.5, 0, Language::de), "1234");  // ties go to the even digit
    EXPECT_EQ(decimal(-0.25, 2, Language::de), "-0,25");
    EXPECT_EQ(decimal(-0.04, 1, Language::de), "0,0");  // nothing is not negative
    EXPECT_EQ(decimal(-0.0, 0, Language::en), "0");
}

TEST(Language, UndefinedIsADashAndInfiniteItsSign) {
    EXPECT_EQ(decimal(nan, 1, Language::en), "-");
    EXPECT_EQ(decimal(infinity, 1, Language::de), "∞");
    EXPECT_EQ(percent(nan, 1, Language::en), "-");
    EXPECT_EQ(seconds(nan, Language::en), "-");
    EXPECT_EQ(seconds(infinity, Language::en), "∞");
}

TEST(Language, SharesArePercent) {
    EXPECT_EQ(percent(0.8, 1, Language::en), "80.0 %");
    EXPECT_EQ(percent(0.8125, 1, Language::de), "81,2 %");
    EXPECT_EQ(percent(1.0, 0, Language::en), "100 %");
}

TEST(Language, DurationsGetTheUnitThatReadsBest) {
    EXPECT_EQ(seconds(8.3, Language::en), "8.3 s");
    EXPECT_EQ(seconds(8.3, Language::de), "8,3 s");
    EXPECT_EQ(seconds(127.0, Language::en), "127 s");
    EXPECT_EQ(seconds(750.0, Language::en), "12.5 min");  // 750 / 60
    EXPECT_EQ(seconds(11'160.0, Language::de), "3,1 h");  // 11,160 / 3600
    EXPECT_EQ(seconds(600.0, Language::en), "10.0 min");  // minutes from here on
    EXPECT_EQ(seconds(7200.0, Language::en), "2.0 h");    // hours from here on
}

TEST(Language, AValueAndItsHalfWidthShareAUnitAndTheDigitsThatMakeSense) {
    EXPECT_EQ(percent_spread(0.9234, 0.0107, Language::en), "92.3 ± 1.1 %");
    EXPECT_EQ(percent_spread(0.9999, 0.0001, Language::de), "100,0 ± <0,1 %");
    EXPECT_EQ(seconds_spread(127.4, 12.3, Language::en), "127 ± 12 s");
    EXPECT_EQ(seconds_spread(750.0, 30.0, Language::en), "12.5 ± 0.5 min");
    EXPECT_EQ(seconds_spread(11'160.0, 720.0, Language::de), "3,1 ± 0,2 h");
    EXPECT_EQ(minutes_spread(0.5, 0.01, Language::en), "30.0 ± 0.6 min");
    EXPECT_EQ(hours_spread(4.1, 0.1, Language::en), "4.1 ± 0.1 h");
    EXPECT_EQ(seconds_spread(6.5, nan, Language::en), "6.5 s");  // not known how sure
    EXPECT_EQ(seconds_spread(nan, 0.5, Language::en), "-");
}

TEST(Language, SlotsAreFilledByTheirNumber) {
    EXPECT_EQ(filled("{1} before {0}, {1} again", {"a", "b"}), "b before a, b again");
    EXPECT_EQ(filled("no slot", {"a"}), "no slot");
    EXPECT_EQ(filled("{0}", {"{1}", "x"}), "{1}");  // what is filled in is not a pattern
    EXPECT_EQ(filled("open {", {"a"}), "open {");
}

TEST(Language, APhraseSpeaksBoth) {
    const Phrase phrase{"day", "Tag"};
    EXPECT_EQ(phrase.in(Language::en), "day");
    EXPECT_EQ(phrase.in(Language::de), "Tag");
}

}  // namespace
}  // namespace freiton::report
