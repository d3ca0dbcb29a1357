// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/duration_law.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include <map>

#include "reference.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;

// The kind of the problem and the key that it concerns, as "missing cv"; empty if the law is well.
std::string problem_of(const DurationLaw& law) {
    const auto problem = duration_law_problem(law);
    if (!problem) return "";
    const char* const kinds[] = {"missing", "unwanted", "too small", "too large", "only one", "order"};
    return std::string{kinds[static_cast<int>(problem->kind)]} + " " + problem->key;
}

// A case of the reference as a scenario would state it.
DurationLaw stated(const test::Json& one) {
    static const std::map<std::string, Law> names = {{"exponential", Law::exponential},
                                                     {"lognormal", Law::lognormal},
                                                     {"gamma", Law::gamma},
                                                     {"erlang", Law::erlang},
                                                     {"weibull", Law::weibull},
                                                     {"uniform", Law::uniform},
                                                     {"triangular", Law::triangular},
                                                     {"deterministic", Law::constant},
                                                     {"empirical", Law::empirical},
                                                     {"hyperexponential_balanced", Law::hyperexponential}};
    const test::Json& given = one.at("given");
    DurationLaw law{.law = names.at(one.at("distribution"))};
    const auto seconds = [&](const char* key, std::optional<Seconds>& member) {
        if (given.contains(key)) member = Seconds{given.at(key).get<double>()};
    };
    seconds("mean", law.mean);
    if (law.law != Law::constant) seconds("sd", law.sd);  // of which the reference says 0
    seconds("min", law.min);
    seconds("mode", law.mode);
    seconds("max", law.max);
    if (given.contains("k")) law.k = given.at("k").get<int>();
    if (given.contains("data")) {
        law.file = "data.csv";
        law.values_s = given.at("data").get<std::vector<double>>();
    }
    return law;
}

TEST(DurationLaw, MeanAndVariationAreThoseOfTheReference) {
    for (const auto& one : test::reference_cases("random_variates")) {
        const DurationLaw law = stated(one);
        const std::string id = one.at("id");
        EXPECT_EQ(problem_of(law), "") << id;
        test::expect_close(one.at("mean"), law.mean_duration().count(), 1e-14, id + " mean");
        const double cv = one.at("sd").get<double>() / one.at("mean").get<double>();
        test::expect_close(cv, law.variation(), 1e-13, id + " cv");
    }
}

TEST(DurationLaw, CvAndSdSayTheSame) {
    for (const Law law : {Law::lognormal, Law::gamma, Law::weibull}) {
        EXPECT_DOUBLE_EQ((DurationLaw{.law = law, .mean = 4min, .cv = 0.5}.variation()), 0.5);
        EXPECT_DOUBLE_EQ((DurationLaw{.law = law, .mean = 4min, .sd = 2min}.variation()), 0.5);
    }
}

// From 60 s to 180 s: mean 120 s, sd 120 s / sqrt(12), so cv = 1 / sqrt(12).
TEST(DurationLaw, AUniformLawIsStatedByItsEndsOrByMeanAndSpread) {
    const DurationLaw by_ends{.law = Law::uniform, .min = 60s, .max = 180s};
    EXPECT_EQ(by_ends.mean_duration(), 120s);
    EXPECT_DOUBLE_EQ(by_ends.variation(), 1.0 / std::sqrt(12.0));
    EXPECT_EQ((DurationLaw{.law = Law::uniform, .mean = 2min, .cv = 0.3}.variation()), 0.3);
}

TEST(DurationLawProblem, EachLawNeedsItsParameters) {
    EXPECT_EQ(problem_of({}), "missing mean");
    EXPECT_EQ(problem_of({.law = Law::constant}), "missing mean");
    for (const Law law : {Law::lognormal, Law::gamma, Law::weibull, Law::hyperexponential, Law::uniform})
        EXPECT_EQ(problem_of({.law = law, .mean = 3min}), "missing cv");
    EXPECT_EQ(problem_of({.law = Law::erlang, .mean = 3min}), "missing k");
    EXPECT_EQ(problem_of({.law = Law::triangular, .mode = 2s, .max = 3s}), "missing min");
    EXPECT_EQ(problem_of({.law = Law::triangular, .min = 1s, .mode = 2s}), "missing max");
    EXPECT_EQ(problem_of({.law = Law::triangular, .min = 1s, .max = 3s}), "missing mode");
    EXPECT_EQ(problem_of({.law = Law::uniform, .min = 1s}), "missing max");
    EXPECT_EQ(problem_of({.law = Law::uniform, .max = 1s}), "missing min");
    EXPECT_EQ(problem_of({.law = Law::empirical}), "missing file");
}

TEST(DurationLawProblem, ParametersOfOtherLawsAreNotWanted) {
    EXPECT_EQ(problem_of({.mean = 3min, .cv = 0.5}), "unwanted cv");
    EXPECT_EQ(problem_of({.mean = 3min, .sd = 1min}), "unwanted sd");
    EXPECT_EQ(problem_of({.mean = 3min, .cv = 1.0}), "");  // what an exponential law has anyway
    EXPECT_EQ(problem_of({.law = Law::constant, .mean = 3min, .cv = 0.5}), "unwanted cv");
    EXPECT_EQ(problem_of({.law = Law::erlang, .mean = 3min, .cv = 0.5, .k = 4}), "unwanted cv");
    EXPECT_EQ(problem_of({.law = Law::gamma, .mean = 3min, .cv = 0.5, .k = 4}), "unwanted k");
    EXPECT_EQ(problem_of({.law = Law::gamma, .mean = 3min, .cv = 0.5, .min = 1s}), "unwanted min");
    EXPECT_EQ(problem_of({.law = Law::gamma, .mean = 3min, .cv = 0.5, .max = 1s}), "unwanted max");
    EXPECT_EQ(problem_of({.law = Law::uniform, .min = 1s, .mode = 2s, .max = 3s}), "unwanted mode");
    EXPECT_EQ(problem_of({.law = Law::gamma, .mean = 3min, .cv = 0.5, .file = "f.csv"}), "unwanted file");
    EXPECT_EQ(problem_of({.law = Law::triangular, .mean = 2s, .min = 1s, .mode = 2s, .max = 3s}), "unwanted mean");
    EXPECT_EQ(problem_of({.law = Law::uniform, .cv = 0.1, .min = 1s, .max = 3s}), "unwanted cv");
    EXPECT_EQ(problem_of({.law = Law::empirical, .mean = 2s, .file = "f.csv"}), "unwanted mean");
}

TEST(DurationLawProblem, TheSpreadIsStatedOnceAndPossible) {
    EXPECT_EQ(problem_of({.law = Law::gamma, .mean = 3min, .cv = 0.5, .sd = 1min}), "only one sd");
    EXPECT_EQ(problem_of({.law = Law::uniform, .mean = 3min, .cv = 0.58}), "too large cv");  // 1 / sqrt(3) = 0.577...
    EXPECT_EQ(problem_of({.law = Law::uniform, .mean = 3min, .cv = 0.577}), "");
    EXPECT_EQ(problem_of({.law = Law::uniform, .mean = 3min, .sd = 3min}), "too large sd");
    EXPECT_EQ(problem_of({.law = Law::hyperexponential, .mean = 3min, .cv = 1.0}), "too small cv");
    EXPECT_EQ(problem_of({.law = Law::hyperexponential, .mean = 3min, .sd = 2min}), "too small sd");
    EXPECT_EQ(problem_of({.law = Law::hyperexponential, .mean = 3min, .cv = 1.01}), "");
}

TEST(DurationLawProblem, TheEndsOfALawStandInOrder) {
    EXPECT_EQ(problem_of({.law = Law::triangular, .min = 2s, .mode = 1s, .max = 3s}), "order mode");
    EXPECT_EQ(problem_of({.law = Law::triangular, .min = 1s, .mode = 4s, .max = 3s}), "order max");
    EXPECT_EQ(problem_of({.law = Law::triangular, .min = 1s, .mode = 1s, .max = 1s}), "order max");
    EXPECT_EQ(problem_of({.law = Law::triangular, .min = 1s, .mode = 1s, .max = 2s}), "");
    EXPECT_EQ(problem_of({.law = Law::uniform, .min = 3s, .max = 2s}), "order max");
}

}  // namespace
}  // namespace freiton
