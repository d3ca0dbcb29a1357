// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/encodings.hpp"

#include <gtest/gtest.h>

#include "freiton/core/text.hpp"

namespace freiton {
namespace {

TEST(Windows1252, WhatAGermanExcelWritesReadsAsItWasTyped) {
    EXPECT_EQ(utf8_of_windows_1252("M\xFCnchen;Stra\xDF"
                                   "e;\x80;5 \xB0"),
              "München;Straße;€;5 °");
    EXPECT_EQ(utf8_of_windows_1252("\x84so\x93 \x96 \x85"), "„so“ – …");
    EXPECT_EQ(utf8_of_windows_1252("plain, 1.5\r\n"), "plain, 1.5\r\n");
    EXPECT_EQ(utf8_of_windows_1252(""), "");
}

TEST(Windows1252, FiveBytesStandForNothing) {
    int undefined = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const auto text = utf8_of_windows_1252(std::string(1, static_cast<char>(byte)));
        if (!text) {
            ++undefined;
            continue;
        }
        EXPECT_EQ(first_invalid_utf8(*text), std::nullopt) << byte;
        EXPECT_EQ(display_width(*text), 1u) << byte;
    }
    EXPECT_EQ(undefined, 5);
    for (const char* bytes : {"\x81", "\x8D", "\x8F", "\x90", "\x9D", "a\x81z"})
        EXPECT_EQ(utf8_of_windows_1252(bytes), std::nullopt);
}

// Every byte from A0 on is the code point of its number, which is what Latin-1 means.
TEST(Windows1252, LatinOneIsPartOfIt) {
    for (unsigned byte = 0xA0; byte < 0x100; ++byte) {
        const std::string expected{static_cast<char>(0xC0 | (byte >> 6)), static_cast<char>(0x80 | (byte & 0x3F))};
        EXPECT_EQ(utf8_of_windows_1252(std::string(1, static_cast<char>(byte))), expected);
    }
}

TEST(Utf16, IsReadInEitherOrderOfItsBytes) {
    EXPECT_EQ(utf8_of_utf_16(std::string{"\xFF\xFE"
                                         "a\0\xFC\0",
                                         6}),
              "a\u00FC");
    EXPECT_EQ(utf8_of_utf_16(std::string{"\xFE\xFF"
                                         "\0a\0\xFC",
                                         6}),
              "a\u00FC");
    EXPECT_EQ(utf8_of_utf_16(std::string{"\xFF\xFE"
                                         "\x3D\xD8\x00\xDE",
                                         6}),
              "\U0001F600");
    EXPECT_EQ(utf8_of_utf_16("plain"), std::nullopt);
}

TEST(Utf16, HalvesThatStandAloneAreShown) {
    EXPECT_EQ(utf8_of_utf_16(std::string{"\xFF\xFE"
                                         "\x3D\xD8"
                                         "a\0",
                                         6}),
              "\uFFFD"
              "a");
    EXPECT_EQ(utf8_of_utf_16(std::string{"\xFF\xFE"
                                         "a\0b",
                                         5}),
              "a\uFFFD");
}

}  // namespace
}  // namespace freiton
