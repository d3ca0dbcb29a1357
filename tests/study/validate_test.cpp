// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/validate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "study/drawn_log.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;
using test::drawn_log;
using test::two_weeks_of_sales;

// The scenario as it is predicted, held against a log of what another scenario brought.
WorkValidation held(const ScenarioParts& predicted, const ScenarioParts& real) {
    return validate(Scenario{predicted}, drawn_log(real), "log.csv").work.at(0);
}

Cause main_cause(const WorkValidation& work) { return work.causes_of(Compared::service_level)->bias.main_cause(); }

// 160 intervals: 0.9 +- 3 sqrt(0.09 / 160) = 0.83 to 0.97 if they were independent; values at the ends of a band count
// as inside, which of whole calls adds some points, and intervals of a day are alike.
TEST(Validate, BandsOfTheTruthHoldNineOfTen) {
    const CallLog log = drawn_log(two_weeks_of_sales(), 101);
    const WorkValidation work = validate(Scenario{two_weeks_of_sales()}, log, "log.csv").work.at(0);
    for (const Compared figure : {Compared::offered, Compared::answered, Compared::service_level, Compared::asa_s}) {
        const FigureFit& fit = *work.fit(figure);
        EXPECT_GE(fit.intervals.values(), 155) << compared_name(figure);
        EXPECT_GT(fit.intervals.share(), 0.83) << compared_name(figure);
        EXPECT_LT(fit.intervals.share(), 0.99) << compared_name(figure);
        EXPECT_LE(leaning_of(fit), Leaning::may_be_chance) << compared_name(figure) << " is not denied";
        EXPECT_GE(fit.days.inside, 7) << compared_name(figure) << ": P(less than 7 of 10) = 1.3 %";
    }
    EXPECT_TRUE(work.only_chance);
    EXPECT_TRUE(work.not_in_log.empty());
}

// Days whose volumes differ by 20 % leave bands that know nothing of it, and are held by bands that do.
TEST(Validate, BandsHoldWhatTheScenarioSaysIsNotKnown) {
    ScenarioParts varying = two_weeks_of_sales();
    varying.work[0].arrivals.day_cv = 0.2;
    varying.work[0].handling_time.day_cv = 0.1;
    const WorkValidation blind = held(two_weeks_of_sales(), varying);
    EXPECT_LE(blind.fit(Compared::offered)->days.inside, 6);
    EXPECT_LE(blind.fit(Compared::service_level)->days.inside, 6);
    const WorkValidation knowing = held(varying, varying);
    EXPECT_GE(knowing.fit(Compared::offered)->days.inside, 8);
    EXPECT_GE(knowing.fit(Compared::service_level)->days.inside, 8);
    EXPECT_FALSE(knowing.only_chance);
}

TEST(Validate, MoreCallsThanPredictedAreFoundAsVolumes) {
    ScenarioParts more = two_weeks_of_sales();
    more.work[0].arrivals.scale = 1.2;
    const WorkValidation work = held(two_weeks_of_sales(), more);
    EXPECT_EQ(leaning_of(*work.fit(Compared::offered)), Leaning::less_predicted);
    EXPECT_NEAR(work.fit(Compared::offered)->bias, 1.0 / 1.2 - 1.0, 3.0 / std::sqrt(160 * 24 * 1.2));
    EXPECT_EQ(leaning_of(*work.fit(Compared::service_level)), Leaning::more_predicted);
    EXPECT_EQ(leaning_of(*work.fit(Compared::asa_s)), Leaning::less_predicted);
    EXPECT_EQ(leaning_of(*work.fit(Compared::handling_time_s)), Leaning::holds);
    EXPECT_EQ(main_cause(work), Cause::volume);
    const ErrorParts& parts = work.causes_of(Compared::service_level)->bias;
    EXPECT_GT(parts.volume, 0.7 * parts.whole);
}

TEST(Validate, LongerCallsThanPredictedAreFoundAsHandlingTimes) {
    ScenarioParts longer = two_weeks_of_sales();
    longer.work[0].handling_time.mean = 216s;
    const WorkValidation work = held(two_weeks_of_sales(), longer);
    EXPECT_EQ(leaning_of(*work.fit(Compared::offered)), Leaning::holds);
    EXPECT_EQ(leaning_of(*work.fit(Compared::handling_time_s)), Leaning::less_predicted);
    EXPECT_NEAR(work.fit(Compared::handling_time_s)->predicted, 180.0, 1e-6);
    EXPECT_EQ(main_cause(work), Cause::handling_time);
    EXPECT_EQ(work.causes_of(Compared::asa_s)->bias.main_cause(), Cause::handling_time);
}

TEST(Validate, ShorterPatienceIsFoundAsPatience) {
    ScenarioParts shorter = two_weeks_of_sales();
    shorter.work[0].patience = DurationLaw{.mean = 40s};
    const WorkValidation work = held(two_weeks_of_sales(), shorter);
    EXPECT_NEAR(*work.patience_mean_s, 40.0, 6.0) << "some 400 give up: 3 / sqrt(400) of it";
    EXPECT_EQ(leaning_of(*work.fit(Compared::asa_s)), Leaning::more_predicted);
    EXPECT_EQ(work.causes_of(Compared::asa_s)->bias.main_cause(), Cause::patience);
}

TEST(Validate, FewerPeopleThanPredictedRemain) {
    ScenarioParts fewer = two_weeks_of_sales();
    fewer.teams[0].staff = Staff{.agents = {3}, .same_for_all = true};
    const WorkValidation work = held(two_weeks_of_sales(), fewer);
    EXPECT_EQ(leaning_of(*work.fit(Compared::service_level)), Leaning::more_predicted);
    EXPECT_EQ(main_cause(work), Cause::rest);
    const ErrorParts& parts = work.causes_of(Compared::service_level)->bias;
    EXPECT_GT(parts.rest(), 0.7 * parts.whole);
}

// An office of five with volumes that vary, held against a week's logs of its own. Put in as they came, volumes, talk
// and patience leave nothing for people: the mean of eight logs is 0 within two of its standard errors, which eight
// values tell within a quarter. Rates that chance draws from once more left 2 points and 15 %.
TEST(Validate, OfTheTruthNothingRemains) {
    ScenarioParts truth = two_weeks_of_sales();
    truth.calendar.days = 7;
    truth.work[0].arrivals = test::listed(std::vector<double>(16, 30.0));
    truth.work[0].arrivals.day_cv = 0.12;
    truth.work[0].wrap_up = DurationLaw{.mean = 45s};
    truth.teams[0].staff = Staff{.agents = {5}, .same_for_all = true};
    constexpr int logs = 8;
    for (const bool single : {true, false}) {
        std::map<Compared, std::vector<double>> rest;
        for (int seed = 0; seed < logs; ++seed) {
            const CallLog log = drawn_log(truth, 200 + static_cast<std::uint64_t>(seed));
            const WorkValidation work =
                validate(Scenario{truth}, single ? log : test::by_interval(log), "log.csv", {.wrap_up = 45s})
                    .work.at(0);
            for (const ErrorCauses& causes : work.causes) rest[causes.figure].push_back(causes.bias.rest());
        }
        EXPECT_EQ(rest.size(), single ? 2U : 1U);
        for (const auto& [figure, values] : rest) {
            double sum = 0.0, squares = 0.0;
            for (const double value : values) sum += value, squares += value * value;
            const double mean = sum / logs;
            const double error = std::sqrt((squares / logs - mean * mean) / (logs - 1));
            EXPECT_NEAR(mean, 0.0, 2.0 * 1.25 * error) << compared_name(figure);
            EXPECT_LT(std::abs(mean), figure == Compared::asa_s ? 0.05 : 0.01) << compared_name(figure);
        }
    }
}

// What is taken off adds up to what there was.
TEST(Validate, PartsOfAnErrorAddUp) {
    ScenarioParts other = two_weeks_of_sales();
    other.work[0].arrivals.scale = 1.1;
    other.work[0].handling_time.mean = 200s;
    const WorkValidation work = held(two_weeks_of_sales(), other);
    for (const ErrorCauses& causes : work.causes) {
        EXPECT_NEAR(causes.bias.whole, work.fit(causes.figure)->bias, 1e-12);
        EXPECT_NEAR(causes.day_error.whole, work.fit(causes.figure)->day_error, 1e-12);
        EXPECT_GT(std::abs(causes.bias.volume), 0.0);
    }
}

TEST(Validate, AllowedWrapUpIsAddedToEveryHandlingTime) {
    const Scenario scenario{two_weeks_of_sales()};
    const CallLog log = drawn_log(two_weeks_of_sales());
    const auto actual = [&](Seconds wrap_up) {
        return validate(scenario, log, "log.csv", {.wrap_up = wrap_up})
            .work.at(0)
            .fit(Compared::handling_time_s)
            ->actual;
    };
    EXPECT_NEAR(actual(60s) - actual(0s), 60.0, 1e-9);
}

TEST(Validate, ManyDaysAreSimulatedWhereTheScenarioWantsAPrecision) {
    ScenarioParts parts = two_weeks_of_sales();
    parts.calendar.days = 1;
    parts.simulation.replications.reset();
    const Validation result = validate(Scenario{parts}, drawn_log(parts), "log.csv");
    EXPECT_EQ(result.predicted.performance.replications, days_for_bands);
}

TEST(Validate, NobodyGivenIsAskedFor) {
    ScenarioParts parts = two_weeks_of_sales();
    const CallLog log = drawn_log(parts);
    parts.teams[0].staff.reset();
    try {
        validate(Scenario{parts}, log, "log.csv");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().at(0).rule, Rule::staff_needed);
    }
}

TEST(Validate, TwoRunsAreEqualAndThreadsChangeNothing) {
    const Scenario scenario{two_weeks_of_sales()};
    const CallLog log = drawn_log(two_weeks_of_sales(), 5);
    const WorkValidation one = validate(scenario, log, "log.csv", {}, {.threads = 1}).work.at(0);
    const WorkValidation two = validate(scenario, log, "log.csv", {}, {.threads = 2}).work.at(0);
    EXPECT_EQ(one.causes.at(0).bias.volume, two.causes.at(0).bias.volume);
    EXPECT_EQ(one.fits.at(3).day_error, two.fits.at(3).day_error);
}

TEST(Validate, StoppedItTellsWhatItHas) {
    const std::atomic<bool> stop{true};
    const Validation result =
        validate(Scenario{two_weeks_of_sales()}, drawn_log(two_weeks_of_sales()), "log.csv", {}, {.stop = &stop});
    EXPECT_TRUE(result.interrupted);
    EXPECT_FALSE(result.work.at(0).fits.empty());
    EXPECT_TRUE(result.work.at(0).causes.empty());
}

}  // namespace
}  // namespace freiton::study
