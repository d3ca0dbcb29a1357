// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace freiton {
namespace {

TEST(Text, SpaceIsTrimmedFromTheEndsOnly) {
    EXPECT_EQ(trimmed(" \t80 %\r\n"), "80 %");
    EXPECT_EQ(trimmed("80 %"), "80 %");
    EXPECT_EQ(trimmed(" \t\r\n"), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Text, OnlyAsciiLettersBecomeLowerCase) { EXPECT_EQ(lower_case("Date_2 ÄZ"), "date_2 Äz"); }

TEST(Text, NumbersAreDecimal) {
    EXPECT_EQ(parse_number("12"), 12.0);
    EXPECT_EQ(parse_number("+12"), 12.0);
    EXPECT_EQ(parse_number("-0.5"), -0.5);
    EXPECT_EQ(parse_number(".5"), 0.5);
    EXPECT_EQ(parse_number("1e3"), 1000.0);
    EXPECT_EQ(parse_number("012"), 12.0);  // never octal, which would be ten
}

TEST(Text, WhatIsNotWhollyANumberIsNone) {
    for (const std::string_view text : {"", "+", "-", ".", "abc", "12 s", " 12", "12 ", "1,5", "0x10", "1e", "--1",
                                        "-+1", "++1", "+-5", "inf", "-inf", "nan", "infinity"})
        EXPECT_EQ(parse_number(text), std::nullopt) << '"' << text << '"';
}

TEST(Text, NumbersBeyondADoubleBecomeInfiniteOrZero) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(parse_number("1e400"), infinity);
    EXPECT_EQ(parse_number("-1e400"), -infinity);
    EXPECT_EQ(parse_number("1" + std::string(400, '0')), infinity);
    EXPECT_EQ(parse_number("1e-400"), 0.0);
    EXPECT_EQ(parse_number("0." + std::string(400, '0') + "1"), 0.0);
    EXPECT_EQ(parse_number("4.9e-324"), std::numeric_limits<double>::denorm_min());
}

TEST(Text, NumbersAreWrittenAsShortAsReadsBackTheSame) {
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(number_text(1800.0), "1800");
    EXPECT_EQ(number_text(1e-12), "1e-12");
    for (const double value : {1.0 / 3.0, 0.1 + 0.2, 2.0 / 7.0 * 1e300, -5e-324})
        EXPECT_EQ(parse_number(number_text(value)), value);
}

TEST(NearestWord, FindsTheTypingError) {
    const std::vector<std::string> keys = {"handling_time", "patience", "priority", "within"};
    EXPECT_EQ(nearest_word("patiance", keys), "patience");             // one letter replaced
    EXPECT_EQ(nearest_word("handeling_time", keys), "handling_time");  // one too many
    EXPECT_EQ(nearest_word("witin", keys), "within");                  // one missing
    EXPECT_EQ(nearest_word("wihtin", keys), "within");                 // two swapped
    EXPECT_EQ(nearest_word("Patience", keys), "patience");             // only the case
}

// At most one edit in three letters: "min" may differ from its neighbour in one letter, not in two.
TEST(NearestWord, KeepsSilentWhenNothingIsNear) {
    EXPECT_EQ(nearest_word("colour", {"patience", "within"}), std::nullopt);
    EXPECT_EQ(nearest_word("mix", {"max"}), "max");
    EXPECT_EQ(nearest_word("fox", {"max"}), std::nullopt);
    EXPECT_EQ(nearest_word("patience", {}), std::nullopt);
    EXPECT_EQ(nearest_word("d", {"b", "c", "a"}), std::nullopt);
    EXPECT_EQ(nearest_word("B", {"b", "c", "a"}), "b");
    EXPECT_EQ(nearest_word(std::string(10'000, 'a'), {std::string(10'000, 'a')}), std::nullopt);
}

TEST(NearestWord, PrefersTheNearest) {
    EXPECT_EQ(nearest_word("shrinkag", {"shrinking", "shrinkage"}), "shrinkage");
    EXPECT_EQ(nearest_word("aa", {"ab", "ac"}), "ab");  // the first of equals
}

TEST(Utf8, AcceptsEveryLengthOfCharacter) {
    EXPECT_EQ(first_invalid_utf8("aä€😀"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
}

TEST(Utf8, FindsTheFirstByteThatIsWrong) {
    EXPECT_EQ(first_invalid_utf8("M\xFCnchen"), 1u);        // Latin 1
    EXPECT_EQ(first_invalid_utf8("ab\x80"), 2u);            // continues nothing
    EXPECT_EQ(first_invalid_utf8("abc\xE2\x82"), 3u);       // cut off
    EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0u);          // overlong, two bytes
    EXPECT_EQ(first_invalid_utf8("\xE0\x80\xAF"), 0u);      // overlong, three
    EXPECT_EQ(first_invalid_utf8("\xF0\x80\x80\xAF"), 0u);  // overlong, four
    EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0u);      // half a surrogate pair
    EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0u);  // beyond U+10FFFF
}

// Four bytes reach U+10FFFF, which begins with 0xF4: nothing that begins with more is a character.
TEST(Utf8, NoCharacterBeginsWithAByteBeyondUnicode) {
    for (const char* text : {"\xF5\x80\x80\x80", "\xF7\xBF\xBF\xBF", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF"})
        EXPECT_EQ(first_invalid_utf8(text), 0u) << std::hex << +static_cast<unsigned char>(text[0]);
}

TEST(DisplayWidth, CountsCharactersNotBytes) {
    EXPECT_EQ(display_width("Öffnung"), 7u);
    EXPECT_EQ(display_width("█▌"), 2u);
    EXPECT_EQ(display_width(""), 0u);
}

TEST(FirstLetters, NeverCutALetterInTwo) {
    EXPECT_EQ(first_letters("Öffnung", 1), "Ö");
    EXPECT_EQ(first_letters("a█▌b", 3), "a█▌");
    EXPECT_EQ(first_letters("ab", 3), "ab");
    EXPECT_EQ(first_letters("ab", 0), "");
}

}  // namespace
}  // namespace freiton
