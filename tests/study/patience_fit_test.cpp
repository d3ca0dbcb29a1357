// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/patience_fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/model/law_functions.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

std::vector<const LoggedCall*> pointers_to(const std::vector<LoggedCall>& calls) {
    std::vector<const LoggedCall*> all;
    for (const LoggedCall& call : calls) all.push_back(&call);
    return all;
}

LoggedCall ended(double wait_s, CallEnd end) { return {.wait_s = wait_s, .end = end}; }

// 8,000 callers of that patience who would have had to wait up to five minutes: every pair of quantiles once, so that
// chance has no part in it. The waits are whole seconds as a telephone system rounds them, or as they are.
std::vector<LoggedCall> callers(const DurationLaw& patience, int at_once, bool whole_seconds) {
    constexpr int patiences = 400, queues = 20;
    constexpr double longest_s = 300.0;
    const auto quantile = law_quantile_function(patience);
    std::vector<LoggedCall> calls;
    for (int i = 0; i < patiences; ++i)
        for (int j = 0; j < queues; ++j) {
            const double willing_s = quantile((i + 0.5) / patiences);
            const double offered_s = longest_s * (j + 0.31) / queues;
            const double wait_s = std::min(willing_s, offered_s);
            calls.push_back(ended(whole_seconds ? std::round(wait_s) : wait_s,
                                  willing_s < offered_s ? CallEnd::abandoned : CallEnd::answered));
        }
    for (int k = 0; k < at_once; ++k) calls.push_back(ended(0.0, CallEnd::abandoned));
    return calls;
}

PatienceCandidate chosen_of(const std::vector<LoggedCall>& calls) {
    for (PatienceCandidate& one : fit_patience(ended_waits(pointers_to(calls))))
        if (one.chosen) return one;
    return {};
}

// Four callers: one of four gives up after 1 s, one is answered after 2 s, one of two gives up after 3 s, the last is
// answered. S(1) = 3/4, S(3) = 3/4 * 1/2; Greenwood: S^2 (1 / (4 * 3)), S^2 (1 / (4 * 3) + 1 / (2 * 1)).
TEST(PatienceFit, KaplanAndMeiersCurveByHand) {
    const std::vector<LoggedCall> calls = {ended(3.0, CallEnd::abandoned), ended(1.0, CallEnd::abandoned),
                                           ended(2.0, CallEnd::answered), ended(4.0, CallEnd::answered)};
    const auto curve = survival_curve(ended_waits(pointers_to(calls)));
    ASSERT_EQ(curve.size(), 2U);
    EXPECT_DOUBLE_EQ(curve[0].share, 0.75);
    EXPECT_DOUBLE_EQ(curve[1].share, 0.375);
    EXPECT_DOUBLE_EQ(curve[1].at_risk, 2.0);
    EXPECT_NEAR(curve[0].standard_error, 0.75 * std::sqrt(1.0 / 12.0), 1e-15);
    EXPECT_NEAR(curve[1].standard_error, 0.375 * std::sqrt(1.0 / 12.0 + 0.5), 1e-15);
}

TEST(PatienceFit, WhoHungUpAtOnceIsWhereTheCurveBegins) {
    const std::vector<LoggedCall> calls = {ended(0.0, CallEnd::abandoned), ended(0.0, CallEnd::answered),
                                           ended(2.5, CallEnd::abandoned), ended(9.0, CallEnd::turned_away),
                                           ended(4.0, CallEnd::answered)};
    const EndedWaits waits = ended_waits(pointers_to(calls));
    EXPECT_DOUBLE_EQ(waits.waited(), 3.0) << "neither who did not wait nor who was turned away";
    const auto curve = survival_curve(waits);
    EXPECT_DOUBLE_EQ(curve.at(0).wait_s, 0.0);
    EXPECT_DOUBLE_EQ(curve.at(0).share, 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(curve.at(1).share, 1.0 / 3.0);
}

// The exponential law's estimate m is all waits over the n who gave up. Its log likelihood falls by n (d^2 / 2 - d^3 /
// 6) at ln m + d, so by two at m (1 + 2 / sqrt(n) + 8 / (3 n)) on the farther side: the error is half of that, and its
// limit is sought until a sixtieth of the way is left. Each wait is moved by up to 0.15 s, and half of the callers give
// up: by 0.3 s at most.
TEST(PatienceFit, AnExponentialLawIsAllWaitsOverWhoGaveUp) {
    const std::vector<LoggedCall> calls = callers({.mean = 120s}, 0, false);
    double waited = 0.0, gave_up = 0.0;
    for (const LoggedCall& call : calls) {
        waited += call.wait_s;
        gave_up += call.end == CallEnd::abandoned ? 1.0 : 0.0;
    }
    const PatienceCandidate found = chosen_of(calls);
    EXPECT_EQ(found.law.law, Law::exponential);
    EXPECT_NEAR(found.law.mean->count(), waited / gave_up, 0.3);
    const double error = waited / gave_up * (1.0 / std::sqrt(gave_up) + 4.0 / (3.0 * gave_up));
    EXPECT_NEAR(found.mean_error, error, error / 60.0);
    EXPECT_EQ(found.balk, 0.0);
}

// 400 of 8,400 hang up at once; the share has the error of a binomial count. By quantiles in place of chance the others
// are nearer than their errors say.
TEST(PatienceFit, ALawAndWhoHangsUpAtOnceAreFoundTogether) {
    for (const bool whole_seconds : {false, true})
        for (const DurationLaw& law :
             {DurationLaw{.mean = 120s}, DurationLaw{.law = Law::lognormal, .mean = 120s, .cv = 0.9},
              DurationLaw{.law = Law::hyperexponential, .mean = 150s, .cv = 2.5}}) {
            const PatienceCandidate found = chosen_of(callers(law, 400, whole_seconds));
            EXPECT_EQ(found.law.law, law.law);
            EXPECT_NEAR(found.law.mean->count(), law.mean->count(), found.mean_error);
            EXPECT_NEAR(found.law.variation(), law.variation(), law.cv ? found.cv_error : 0.0);
            EXPECT_NEAR(found.balk, 400.0 / 8400.0, whole_seconds ? 2.0 * found.balk_error : 1e-6);
            if (whole_seconds) continue;
            EXPECT_NEAR(found.balk_error, std::sqrt(found.balk * (1.0 - found.balk) / 8400.0), 1e-5);
        }
}

// Impatience below half a second is in a log of whole seconds an end at once, and no sign of balk.
TEST(PatienceFit, RoundedWaitsAreNoBalk) {
    const DurationLaw hasty{.mean = 6s};
    std::vector<LoggedCall> calls = callers(hasty, 0, true);
    const EndedWaits waits = ended_waits(pointers_to(calls));
    ASSERT_GT(waits.at_once, 300.0);
    const PatienceCandidate found = chosen_of(calls);
    EXPECT_EQ(found.balk, 0.0);
    EXPECT_NEAR(found.law.mean->count(), 6.0, 2.0 * found.mean_error);
}

// Weights 1 and exp(-1 / 2); means 100 +- 3 and 104 +- 5: (3 + 0.60653 sqrt(25 + 16)) / 1.60653 = 4.2849.
TEST(PatienceFit, TheDoubtAboutTheLawIsInTheErrorOfTheMean) {
    std::vector<PatienceCandidate> laws = {
        {.law = {.mean = 100s}, .log_likelihood = -50.0, .parameters = 1, .mean_error = 3.0, .chosen = true},
        {.law = {.law = Law::lognormal, .mean = 104s, .cv = 1.0},
         .log_likelihood = -49.5,
         .parameters = 2,
         .mean_error = 5.0},
        {.law = {.law = Law::lognormal, .mean = 1e9s, .cv = 9.0},
         .log_likelihood = -80.0,
         .parameters = 2,
         .mean_error = 1e9}};
    EXPECT_NEAR(mean_error_over_laws(laws), (3.0 + std::exp(-0.5) * std::sqrt(41.0)) / (1.0 + std::exp(-0.5)), 1e-12);
}

TEST(PatienceFit, CandidatesAreInTheOrderOfTheirCriterionAndOneIsChosen) {
    const auto laws = fit_patience(ended_waits(pointers_to(callers({.mean = 120s}, 40, true))));
    EXPECT_EQ(laws.size(), 6U);
    for (std::size_t i = 1; i < laws.size(); ++i) EXPECT_GE(laws[i].aic(), laws[i - 1].aic());
    EXPECT_EQ(std::count_if(laws.begin(), laws.end(), [](const auto& one) { return one.chosen; }), 1);
}

}  // namespace
}  // namespace freiton::study
