// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/law_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/scalar_fields.hpp"
#include "input/codec_outcome.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

Codec<DurationLaw> law() { return duration_law(duration(positive, "min"), duration(not_negative, "min")); }

DurationLaw law_of(const std::string& yaml) {
    const auto [value, said] = test::read(law(), yaml);
    EXPECT_THAT(said, IsEmpty()) << yaml;
    return value;
}

std::vector<std::string> law_said(const std::string& yaml) { return test::read(law(), yaml).said; }

TEST(LawFields, ADurationAloneIsTheMeanOfAnExponentialLaw) {
    EXPECT_EQ(law_of("4 min"), (DurationLaw{.mean = 4min}));
    EXPECT_EQ(law_of("{mean: 4 min}"), law_of("4 min"));
}

TEST(LawFields, EveryKeyFindsItsMember) {
    EXPECT_EQ(law_of("{mean: 4 min, cv: 0.8, law: gamma}"), (DurationLaw{.law = Law::gamma, .mean = 4min, .cv = 0.8}));
    EXPECT_EQ(law_of("{mean: 4 min, sd: 90 s, law: weibull}"),
              (DurationLaw{.law = Law::weibull, .mean = 4min, .sd = 90s}));
    EXPECT_EQ(law_of("{mean: 4 min, k: 3, law: erlang}"), (DurationLaw{.law = Law::erlang, .mean = 4min, .k = 3}));
    EXPECT_EQ(law_of("{min: 1 min, mode: 2 min, max: 5 min, law: triangular}"),
              (DurationLaw{.law = Law::triangular, .min = 1min, .mode = 2min, .max = 5min}));
    EXPECT_EQ(law_of("{file: talk.csv, law: empirical}"), (DurationLaw{.law = Law::empirical, .file = "talk.csv"}));
}

// An exponential law has no cv of its own to state, so a planner who writes one means another law.
TEST(LawFields, ACvWithoutALawMeansLognormal) {
    EXPECT_EQ(law_of("{mean: 4 min, cv: 0.8}").law, Law::lognormal);
    EXPECT_EQ(law_of("{mean: 4 min, sd: 3 min}").law, Law::lognormal);
    EXPECT_EQ(law_of("{mean: 4 min, cv: 1}").law, Law::exponential);
}

TEST(LawFields, ACvMayBeAPercentage) {
    EXPECT_EQ(law_of("{mean: 4 min, cv: 80 %, law: gamma}").cv, 0.8);
    EXPECT_EQ(law_of("{mean: 4 min, cv: 150 %, law: gamma}").cv, 1.5);
}

TEST(LawFields, WhatKeepsALawFromBeingCompleteIsToldAtItsKey) {
    EXPECT_THAT(law_said("law: gamma\nmean: 4 min\n"), ElementsAre("f.yaml:1  key: this law needs \"cv\""));
    EXPECT_THAT(law_said("law: exponential\nmean: 4 min\ncv: 0.8\n"),
                ElementsAre("f.yaml:3  key.cv: got \"0.8\", does not go with this law (exponential)"));
    EXPECT_THAT(law_said("law: uniform\nmean: 4 min\ncv: 0.8\n"),
                ElementsAre("f.yaml:3  key.cv: got \"0.8\", must be at most 0.577"));
    EXPECT_THAT(law_said("law: hyperexponential\nmean: 4 min\ncv: 0.8\n"),
                ElementsAre("f.yaml:3  key.cv: got \"0.8\", must be greater than 1"));
    EXPECT_THAT(law_said("law: gamma\nmean: 4 min\ncv: 0.8\nsd: 3 min\n"),
                ElementsAre("f.yaml:4  key.sd: got \"3 min\", only one of these can be given: cv, sd"));
    EXPECT_THAT(law_said("law: triangular\nmin: 1 min\nmode: 9 min\nmax: 5 min\n"),
                ElementsAre("f.yaml:4  key.max: got \"5 min\", must keep min <= mode <= max and min < max"));
}

TEST(LawFields, ALawIsWrittenSoThatItReadsBack) {
    for (const std::string yaml :
         {"4 min", "{mean: 4 min, cv: 0.8}", "{mean: 4 min, cv: 1}", "{mean: 100.1 s, sd: 33.3 s, law: weibull}",
          "{mean: 4 min, k: 3, law: erlang}", "{min: 1 min, mode: 2 min, max: 5 min, law: triangular}",
          "{min: 1 min, max: 5 min, law: uniform}", "{file: talk.csv, law: empirical}", "{law: constant, mean: 7 s}"}) {
        const DurationLaw value = law_of(yaml);
        EXPECT_EQ(law_of(test::written(law(), value)), value) << yaml;
    }
}

TEST(DayCount, CountsDaysOfItsOwnUnit) {
    EXPECT_EQ(test::read(day_count(), "3 d").value, 72h);
    EXPECT_EQ(test::read(day_count(), "1.5 d").value, 36h);
    EXPECT_THAT(test::read(day_count(), "3").said,
                ElementsAre("f.yaml:1  key: got \"3\", needs a unit; did you mean \"3 d\"?"));
    EXPECT_THAT(test::read(day_count(), "-1 d").said, ElementsAre("f.yaml:1  key: got \"-1 d\", must be at least 0 d"));
    EXPECT_EQ(test::written(day_count(), Seconds{36h}), "1.5 d");
}

}  // namespace
}  // namespace freiton::input
