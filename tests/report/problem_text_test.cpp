// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/problem_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "freiton/core/contracts.hpp"
#include "freiton/core/text.hpp"

namespace freiton::report {
namespace {

using testing::HasSubstr;
using testing::Not;

// The three lines of STYLE.md, section 11.
TEST(ProblemText, SaysWhereWhatWhyAndWhatWasMeant) {
    const std::string file = "scenarios/hotline.yaml";
    const Problems problems = {
        Problem{Rule::greater_than}.at({file, 14}).on("work.sales.handling_time").got("-180 s").with({"0 s"}),
        Problem{Rule::unit_missing}.at({file, 19}).on("work.sales.target.within").got("20").meant("20 s"),
        Problem{Rule::key_unknown}.at({file, 23}).on("work.sales.patiance").meant("patience")};
    EXPECT_EQ(problems_text(problems, Language::en),
              "scenarios/hotline.yaml:14  work.sales.handling_time: got \"-180 s\", must be greater than 0 s\n"
              "scenarios/hotline.yaml:19  work.sales.target.within: got \"20\", needs a unit; did you mean \"20 s\"?\n"
              "scenarios/hotline.yaml:23  work.sales.patiance: unknown key; did you mean \"patience\"?\n"
              "3 problems; nothing was computed.\n");
    EXPECT_EQ(problems_text({problems[1]}, Language::de),
              "scenarios/hotline.yaml:19  work.sales.target.within: gefunden \"20\", braucht eine Einheit; gemeint "
              "\"20 s\"?\n"
              "1 Fehler; es wurde nichts berechnet.\n");
}

TEST(ProblemText, EveryRuleHasATextOfItsOwnInBothLanguages) {
    std::set<std::string> texts;
    std::vector<Rule> all;
    for (int i = 0; i < static_cast<int>(Rule::count_); ++i) all.push_back(static_cast<Rule>(i));
    for (const Rule rule : all) {
        const auto i = static_cast<int>(rule);
        const Problem problem = Problem{rule}.with({"<0>", "<1>"});
        const std::string en = rule_text(problem, Language::en);
        const std::string de = rule_text(problem, Language::de);
        EXPECT_NE(en, "") << i;
        EXPECT_NE(de, "") << i;
        EXPECT_NE(en, de) << i;
        for (const std::string& text : {en, de}) {
            EXPECT_TRUE(texts.insert(text).second) << text;
            EXPECT_THAT(text, Not(testing::ContainsRegex("\\{[0-9]*\\}"))) << text;
        }
        EXPECT_EQ(en.find("<0>") == std::string::npos, de.find("<0>") == std::string::npos) << en;
        EXPECT_EQ(en.find("<1>") == std::string::npos, de.find("<1>") == std::string::npos) << en;
    }
}

TEST(ProblemText, WhatIsNoRuleBreaksTheContract) {
    EXPECT_THROW(rule_text(Problem{Rule::count_}, Language::en), ContractViolation);
}

TEST(ProblemText, APlaceIsAsExactAsItIsKnown) {
    EXPECT_EQ(problem_text(Problem{Rule::key_missing}.on("work"), Language::en), "work: is missing");
    EXPECT_EQ(problem_text(Problem{Rule::file_empty}.at({"f"}), Language::en), "f  is empty");
    EXPECT_EQ(problem_text(Problem{Rule::number_expected}.at({"f", 2, 3}).on("arrivals").got(""), Language::en),
              "f:2:3  arrivals: got \"\", must be a number");
}

TEST(ProblemText, AValueStaysOnItsLineAndShort) {
    EXPECT_THAT(problem_text(Problem{Rule::number_expected}.got("a\nb"), Language::en), HasSubstr("got \"a b\","));
    EXPECT_THAT(problem_text(Problem{Rule::number_expected}.got(std::string(60, 'x')), Language::en),
                HasSubstr("\"" + std::string(60, 'x') + "\","));
    EXPECT_THAT(problem_text(Problem{Rule::number_expected}.got(std::string(61, 'x')), Language::en),
                HasSubstr("\"" + std::string(60, 'x') + "...\","));
}

TEST(ProblemText, AValueIsNotCutWithinACharacter) {
    std::string value = "a";
    for (int i = 0; i < 40; ++i) value += "ä";
    const std::string text = problem_text(Problem{Rule::number_expected}.got(value), Language::en);
    EXPECT_EQ(first_invalid_utf8(text), std::nullopt);
}

TEST(ProblemText, AValueBringsNoControlCharactersToTheTerminal) {
    const std::string text = problem_text(Problem{Rule::number_expected}.got("\x1b[31m 3\r\x7f"), Language::en);
    EXPECT_EQ(text.find_first_of("\x1b\r\x7f"), std::string::npos);
}

TEST(ProblemsText, TheFirstTwentyAreListedAndTheOthersCounted) {
    Problems problems;
    for (int i = 1; i <= 20; ++i) problems.push_back(Problem{Rule::key_missing}.on("k" + std::to_string(i)));
    EXPECT_THAT(problems_text(problems, Language::en),
                testing::EndsWith("k20: is missing\n20 problems; nothing was computed.\n"));
    problems.push_back(Problem{Rule::key_missing}.on("k21"));
    problems.push_back(Problem{Rule::key_missing}.on("k22"));
    EXPECT_THAT(problems_text(problems, Language::en),
                testing::EndsWith("k20: is missing\n... and 2 more\n22 problems; nothing was computed.\n"));
    EXPECT_THAT(problems_text(problems, Language::de),
                testing::EndsWith("k20: fehlt\n... und 2 weitere\n22 Fehler; es wurde nichts berechnet.\n"));
}

}  // namespace
}  // namespace freiton::report
