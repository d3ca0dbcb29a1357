// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_numbers.hpp"

#include <gtest/gtest.h>

namespace freiton::input {
namespace {

TEST(LogNumbers, SomeShowTheirDecimalSign) {
    for (const char* text : {"1.5", "1,234.5", "1,234,567", "0.125"})
        EXPECT_EQ(shown_sign(text), DecimalSign::point) << text;
    for (const char* text : {"1,5", "1.234,5", "1.234.567", "0,125"})
        EXPECT_EQ(shown_sign(text), DecimalSign::comma) << text;
    for (const char* text : {"12", "1.010", "1,010", "", "a.b", "1.2.3", "5."})
        EXPECT_EQ(shown_sign(text), DecimalSign::unknown) << text;
}

TEST(LogNumbers, ThreeDigitsAfterALoneSignMayBeAThousand) {
    EXPECT_TRUE(needs_sign("1.010"));
    EXPECT_TRUE(needs_sign("999,999"));
    for (const char* text : {"0.125", "1.01", "1.0100", "1010", "1234.567"}) EXPECT_FALSE(needs_sign(text)) << text;
    EXPECT_EQ(log_number("1.010", DecimalSign::comma), 1010.0);
    EXPECT_EQ(log_number("1.010", DecimalSign::point), 1.01);
    EXPECT_EQ(log_number("1,010", DecimalSign::point), 1010.0);
}

TEST(LogNumbers, ThousandsMayBePartedByBlanksAndApostrophes) {
    EXPECT_EQ(log_number("1 010", DecimalSign::unknown), 1010.0);
    EXPECT_EQ(log_number("1\u00A0010,5", DecimalSign::unknown), 1010.5);
    EXPECT_EQ(log_number("1'234'567", DecimalSign::unknown), 1'234'567.0);
    for (const char* text : {"1\u2019010", "1\u202F010", "1\u2009010"})
        EXPECT_EQ(log_number(text, DecimalSign::unknown), 1010.0) << text;
    EXPECT_EQ(log_number("-2,5", DecimalSign::unknown), -2.5);
    for (const char* text : {"1 2", "1,2,3", "12 min", "", "-", "1 0100", ".,"})
        EXPECT_EQ(log_number(text, DecimalSign::unknown), std::nullopt) << text;
}

TEST(LogNumbers, NothingHasManyNames) {
    for (const char* text : {"", "-", "--", "n/a", "NULL", "\u2013", "#N/A", "#DIV/0!"})
        EXPECT_TRUE(is_nothing(text)) << text;
    for (const char* text : {"0", "-1", "none of them", "#REF!"}) EXPECT_FALSE(is_nothing(text)) << text;
}

}  // namespace
}  // namespace freiton::input
