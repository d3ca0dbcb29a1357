// SPDX-License-Identifier: Apache-2.0
#include "freiton/cli/erlang_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "cli/run_erlang.hpp"
#include "freiton/core/text.hpp"

namespace freiton::cli {
namespace {

using test::erlang;
using test::Json;
using test::Outcome;
using testing::HasSubstr;

Json json_of(const std::string& arguments) { return Json::parse(erlang(arguments + " --json").out); }

// One Erlang, two agents: a third waits; those wait 180 s in the mean, (n - a) / aht = 1/180 per second.
TEST(ErlangCommand, AnswersASingleCaseForProgramsAndForPeople) {
    const Json json = json_of("c --load 1 --aht 180s --agents 2 --within 20s");
    EXPECT_NEAR(json["wait_probability"].get<double>(), 1.0 / 3, 1e-15);
    EXPECT_NEAR(json["asa_s"].get<double>(), 60.0, 1e-12);
    EXPECT_NEAR(json["service_level"].get<double>(), 1.0 - std::exp(-20.0 / 180) / 3, 1e-15);
    EXPECT_EQ(json["stable"], true);
    EXPECT_EQ(json["one_more"]["agents"], 3.0);
    EXPECT_EQ(json["one_fewer"]["stable"], false);
    const Outcome run = erlang("c --load 1 --aht 180s --agents 2 --within 20s");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("2  <-   70.2 %   60 s     33.3 %"));
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(json_of("c --calls 10 --per 30min --aht 3min --agents 2")["wait_probability"], json["wait_probability"]);
}

TEST(ErlangCommand, FindsTheFewestAgentsAndTheLargestLoad) {
    EXPECT_EQ(json_of("c --load 10 --aht 180s --answered 80% --within 20s")["agents"], 14);
    EXPECT_EQ(json_of("b --load 10 --blocked 1%")["agents"], 18);  // B(18, 10) = 0.0071, B(17, 10) = 0.0129
    const double fractional = json_of("c --load 10 --aht 180s --answered 80% --within 20s --fractional")["agents"];
    EXPECT_GT(fractional, 13.0);
    EXPECT_LT(fractional, 14.0);
    for (const std::string& arguments : {std::string{"b --load-for 14 --blocked 1%"},
                                         std::string{"c --load-for 14 --aht 3min --answered 80% --within 20s"},
                                         std::string{"a --load-for 14 --aht 3min --patience 1min --abandoned 5%"}}) {
        const Json json = json_of(arguments);
        EXPECT_EQ(json["agents"], 14) << arguments;
        EXPECT_EQ(json["met"], true) << arguments;
        EXPECT_EQ(json["one_fewer"]["met"], false) << arguments;
        const std::string back =
            arguments.substr(0, 2) + "--load " + number_text(json["load"]) + arguments.substr(arguments.find("14") + 2);
        EXPECT_EQ(json_of(back)["agents"], 14) << back;
    }
}

TEST(ErlangCommand, AnOverloadIsSaidInASentence) {
    const Json json = json_of("c --load 10 --aht 180s --agents 10");
    EXPECT_EQ(json["stable"], false);
    EXPECT_EQ(json["wait_probability"], 1.0);
    EXPECT_EQ(json["service_level"], 0.0);
    EXPECT_TRUE(json["asa_s"].is_null());
    EXPECT_TRUE(json["queue_mean"].is_null());
    EXPECT_THAT(erlang("c --load 10 --aht 180s --agents 10").out, HasSubstr("the queue grows without end"));
    EXPECT_THAT(erlang("c --load 10 --aht 180s --agents 10 --lang de").out, HasSubstr("Die Warteschlange wächst"));
}

// 12 lines turn away 5 % of 10 Erlang and more, however many people are there.
TEST(ErlangCommand, WhatNobodyCanMeetIsExitCodeOne) {
    const Outcome run = erlang("a --load 10 --aht 180s --lines 12 --blocked 1%");
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_EQ(run.out, "No number of agents meets these targets.\n");
    EXPECT_TRUE(json_of("a --load 10 --aht 180s --lines 12 --blocked 1%")["agents"].is_null());
}

TEST(ErlangCommand, WrongOptionsAreExitCodeTwoWithEveryProblem) {
    const Outcome run =
        erlang("a --load -1 --aht 0s --patience 60 --answered 80 --within 20sec --lines 1.5 --counting ofered");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
              "freiton erlang a  --load: got \"-1\", must be at least 0\n"
              "freiton erlang a  --aht: got \"0s\", must be greater than 0 s\n"
              "freiton erlang a  --within: got \"20sec\", must be a duration such as 20 s, 4 min or 2 h; did you mean "
              "\"20 s\"?\n"
              "freiton erlang a  --patience: got \"60\", needs a unit; did you mean \"60 s\"?\n"
              "freiton erlang a  --lines: got \"1.5\", must be a whole number\n"
              "freiton erlang a  --counting: got \"ofered\", must be one of: offered, answered, offered_without_early, "
              "early_counts, "
              "virtual; did you mean \"offered\"?\n"
              "freiton erlang a  --answered: got \"80\", must be at most 100 %; did you mean \"80 %\"?\n"
              "7 problems; nothing was computed.\n");
    for (const char* arguments :
         {"", "d", "c", "c --load 10", "c --load 10 --calls 3 --aht 1min --agents 3",
          "c --calls 3 --aht 1min --agents 3", "c --load 10 --aht 1min --patience 1min --agents 3",
          "a --load 10 --aht 1min --agents 3.5 --lines 5", "a --load 10 --aht 1min --fractional --lines 5 --blocked 1%",
          "c --load-for 3 --aht 1min", "c --load '' --aht 1min --agents 3", "c --load nan --aht 1min --agents 3",
          "c --load 1e300 --aht 1min --agents 3", "c --cases no/such.csv", "c --cases x.csv --load 3"}) {
        const Outcome wrong = erlang(arguments);
        EXPECT_EQ(wrong.exit_code, 2) << arguments;
        EXPECT_EQ(wrong.out, "") << arguments;
        EXPECT_NE(wrong.err, "") << arguments;
    }
}

}  // namespace
}  // namespace freiton::cli
