// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/yaml_mistakes.hpp"

#include <gtest/gtest.h>

#include <random>

#include "freiton/core/files.hpp"
#include "freiton/report/problem_text.hpp"
#include "places.hpp"

namespace freiton::input {
namespace {

// The message about the first mistake, as somebody reads it who wrote the file.
std::string mistakes_said(const std::string& text) {
    const auto mistake = find_yaml_mistake(text);
    return mistake ? report::problem_text(*mistake, report::Language::en) : "nothing";
}

TEST(YamlMistakes, ATabIsNoIndentation) {
    EXPECT_EQ(mistakes_said("a:\n\tb: 1\n"), ":2  is indented with a tab; YAML wants spaces");
    EXPECT_EQ(mistakes_said("a:\n  \tb: 1\n"), ":2  is indented with a tab; YAML wants spaces");
    EXPECT_EQ(mistakes_said("a:\n\xC2\xA0 b: 1\n"),
              ":2  holds a no-break space, which looks like a space and is none; type it anew");
}

TEST(YamlMistakes, AQuoteIsClosedOnItsLine) {
    EXPECT_EQ(mistakes_said("a: 1\nb: \"x\nc: 2\n"), ":2  got \"\"x\", this quote is never closed");
    EXPECT_EQ(mistakes_said("a: 'it's here'\n"),
              ":1  got \"'it's here'\", goes on after its closing quote; did you mean \"\"it's here\"\"?");
    EXPECT_EQ(mistakes_said("a: \"C:\\data\"\n"),
              ":1  got \"\"C:\\data\"\", a backslash means something else in double quotes; write single quotes");
}

TEST(YamlMistakes, AColonPartsAKeyFromOneValue) {
    EXPECT_EQ(mistakes_said("a: b: c\n"),
              ":1  got \"b: c\", a value with \": \" in it must stand in quotes; or a line break is "
              "missing; did you mean \"'b: c'\"?");
    EXPECT_EQ(mistakes_said("a:\n  kind:call\n  b: 1\n"),
              ":2  got \"kind:call\", is neither \"key: value\" nor \"- entry\"; did you mean \"kind: call\"?");
    EXPECT_EQ(mistakes_said("a:\n  kind = call\n  b: 1\n"),
              ":2  got \"kind = call\", is neither \"key: value\" nor \"- entry\"; did you mean \"kind: call\"?");
}

TEST(YamlMistakes, BracketsAreClosedAndCommasPartTheirEntries) {
    EXPECT_EQ(mistakes_said("a: {b: [c}\n"), ":1  got \"[c}\", this bracket is never closed; did you mean \"[c]\"?");
    EXPECT_EQ(mistakes_said("a: [b\nc: 1\n"), ":1  got \"[b\", this bracket is never closed; did you mean \"[b]\"?");
    EXPECT_EQ(mistakes_said("a: [b]]\n"), ":1  got \"]\", stands after the closing bracket");
    EXPECT_EQ(mistakes_said("a: {b: 1 c: 2}\n"), ":1  got \"{b: 1 c: 2}\", a comma is missing before this colon");
}

TEST(YamlMistakes, LinesOfABlockBeginInOneColumn) {
    EXPECT_EQ(mistakes_said("a:\n   b: 1\n    c: 2\n"),
              ":3  got \"c: 2\", is indented like no line above that it could belong to");
    EXPECT_EQ(mistakes_said("a:\n    b: 1\n  c: 2\n"),
              ":3  got \"c: 2\", is indented like no line above that it could belong to");
    EXPECT_EQ(mistakes_said("a:\n  - b\n  c: 2\n"),
              ":3  got \"c: 2\", \"- entry\" and \"key: value\" cannot stand side by side");
}

TEST(YamlMistakes, SignsWithAMeaningOfTheirOwnNeedQuotes) {
    for (const std::string value : {"@home", "`x`", "%x", "& co", "| x", "!"})
        EXPECT_EQ(mistakes_said("a: " + value + "\n"),
                  ":1  got \"" + value +
                      "\", begins with a sign that means something else in YAML; put it in "
                      "quotes; did you mean \"'" +
                      value + "'\"?");
    EXPECT_EQ(mistakes_said("a: *x\n"), ":1  anchors and aliases are not supported; write the value out");
}

// It is asked only about files that are not YAML; but what is right should not look wrong beside what is not.
TEST(YamlMistakes, WhatIsRightIsNoMistake) {
    for (const char* text :
         {"a: 1 # b: c\n", "a:\n- b: 1\n  c: 2\n- d\n", "a:\n  - - 1\n    - 2\n", "'a': \"b: c\"\n",
          "\"a\": {b: 'c'}\n", "a: |\n  x: y: z\n  \tq\nb: 1\n", "a: [1,\n  2, # three: 3\n  'x]']\nb: c\n",
          "---\na:\n    b:\n        c: 1\n    d: 2\n...\n", "a: 09:00-10:00\nb: http://x\n", "a: 'it''s'\n", "a:\n"})
        EXPECT_EQ(mistakes_said(text), "nothing") << text;
    for (const char* file : {"scenarios/quickstart.yaml", "scenarios/service_firm.yaml", "scenarios/three_sites.yaml",
                             "scenarios/whatif.yaml", "scenarios/starter.yaml", "tests/catalogue/valid.yaml"})
        EXPECT_EQ(mistakes_said(read_file(test::in_source(file), 1 << 20)), "nothing") << file;
}

// Any text is looked through to its end.
TEST(YamlMistakes, AnyTextIsBearable) {
    std::mt19937 random{5};
    const std::string signs = "ab:-[]{}'\"#,|>&*! \n\n\t\\%@=\r";
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto length = random() % 40; length > 0; --length) text += signs[random() % signs.size()];
        const auto mistake = find_yaml_mistake(text);
        EXPECT_TRUE(!mistake || mistake->place.line >= 1) << text;
    }
}

}  // namespace
}  // namespace freiton::input
