// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace freiton {
namespace {

TEST(Problem, KeepsWhatItIsTold) {
    const Problem problem =
        Problem{Rule::at_least}.at({"a.yaml", 3, 7}).on("teams.T.max").got("1").with({"min: 2"}).meant("12");
    EXPECT_EQ(problem.rule, Rule::at_least);
    EXPECT_EQ(problem.place.file, "a.yaml");
    EXPECT_EQ(problem.place.line, 3);
    EXPECT_EQ(problem.place.column, 7);
    EXPECT_EQ(problem.key, "teams.T.max");
    EXPECT_EQ(problem.value, "1");
    EXPECT_THAT(problem.arguments, testing::ElementsAre("min: 2"));
    EXPECT_EQ(problem.suggestion, "12");
}

TEST(Problem, AnEmptyValueIsToldFromNone) {
    EXPECT_EQ(Problem{Rule::key_missing}.value, std::nullopt);
    EXPECT_EQ(Problem{Rule::number_expected}.got("").value, "");
}

TEST(Problems, AreToldOnceEach) {
    const auto twice = [] { return Problem{Rule::weekday_twice}.at({"f.yaml", 3}).on("open").with({"mon"}); };
    const Problems problems =
        without_repetitions({twice(), Problem{Rule::key_unknown}, twice(), twice().with({"tue"})});
    ASSERT_EQ(problems.size(), 3u);
    EXPECT_EQ(problems[0].arguments, std::vector<std::string>{"mon"});
    EXPECT_EQ(problems[1].rule, Rule::key_unknown);
    EXPECT_EQ(problems[2].arguments, std::vector<std::string>{"tue"});
}

TEST(SuggestedWord, IsTheNearestAsLongAsSomebodyReads) {
    const std::vector<std::string> known = {"patience", "priority"};
    Problems problems;
    EXPECT_EQ(suggested_word("patiance", known, problems), "patience");
    EXPECT_EQ(suggested_word("zebra", known, problems), "");
    problems.assign(99, Problem{Rule::key_unknown});
    EXPECT_EQ(suggested_word("patiance", known, problems), "patience");
    problems.emplace_back(Rule::key_unknown);
    EXPECT_EQ(suggested_word("patiance", known, problems), "");
}

TEST(InputError, CarriesEveryProblemInOrder) {
    const InputError error{Problems{Problem{Rule::key_unknown}, Problem{Rule::unit_missing}}};
    ASSERT_EQ(error.problems().size(), 2u);
    EXPECT_EQ(error.problems()[0].rule, Rule::key_unknown);
    EXPECT_EQ(error.problems()[1].rule, Rule::unit_missing);
    EXPECT_STREQ(error.what(), "2 problems in the input");
    EXPECT_EQ(InputError{Problem{Rule::file_empty}}.problems().size(), 1u);
}

}  // namespace
}  // namespace freiton
