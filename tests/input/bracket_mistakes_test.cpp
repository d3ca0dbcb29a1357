// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/bracket_mistakes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"

namespace freiton::input {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Mended {
    std::string text;  // empty: nothing to mend
    std::vector<std::string> said;
};

Mended mended(const std::string& yaml) {
    Problems problems;
    const auto tree = with_brackets_mended(parse_yaml(yaml, "s.yaml"), "s.yaml", problems);
    return {tree ? flow_text(*tree) : "", test::lines_of(problems)};
}

TEST(BracketMistakes, ADecimalCommaInBracesIsAPoint) {
    const auto [text, said] = mended("law: {mean: 4,5 min, cv: 1}");
    EXPECT_EQ(text, "{law: {mean: 4.5 min, cv: 1}}");
    EXPECT_THAT(said,
                ElementsAre("s.yaml:1  law.mean: got \"4,5 min\", a comma parts values inside brackets; a decimal "
                            "point is needed; did you mean \"4.5 min\"?"));
}

TEST(BracketMistakes, AValueWithoutABlankBeforeItIsAValue) {
    const auto [text, said] = mended("law: {mean:270 s, cv: 1}");
    EXPECT_EQ(text, "{law: {mean: 270 s, cv: 1}}");
    EXPECT_THAT(said, ElementsAre("s.yaml:1  law.mean: got \"mean:270 s\", the blank after the colon is missing; did "
                                  "you mean \"mean: 270 s\"?"));
}

TEST(BracketMistakes, DecimalCommasInAListArePoints) {
    const auto [text, said] = mended("list: [20,5, 35,0]");
    EXPECT_EQ(text, "{list: [20.5, 35.0]}");
    EXPECT_THAT(said, ElementsAre("s.yaml:1  list: got \"20,5\", a comma parts values inside brackets; a decimal point "
                                  "is needed; did you mean \"20.5\"?"));
}

TEST(BracketMistakes, ListsAndBracesAsTheyAreMeantAreLeftAlone) {
    for (const std::string yaml : {"[1,2,3,4]", "[1, 2, 3, 4]", "[1, 2,3, 4]", "[20,5]", "{a: 4, b: 5 min}", "{a: 4}",
                                   "open: {mon: \"08:00-18:00\"}", "{a: [x,y, z,w]}"}) {
        EXPECT_EQ(mended(yaml).text, "") << yaml;
        EXPECT_THAT(mended(yaml).said, IsEmpty()) << yaml;
    }
}

}  // namespace
}  // namespace freiton::input
