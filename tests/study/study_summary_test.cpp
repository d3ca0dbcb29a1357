// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/study_summary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "study/small_study.hpp"

namespace freiton::study {
namespace {

// Outputs 0, 1, 2, 3 in classes 0, 0, 1, 1: mean 1.5, total 2.25 + 0.25 + 0.25 + 2.25 = 5, within 4 x 0.25 = 1.
TEST(ExplainedShare, IsWhatTheMeansOfTheClassesExplain) {
    EXPECT_DOUBLE_EQ(*explained_share({0, 0, 1, 1}, {0, 1, 2, 3}, false), 0.8);
    EXPECT_DOUBLE_EQ(*explained_share({0, 0, 1, 1}, {0, 1, 2, 3}, true), 1.0 - (1.0 / 2.0) / (5.0 / 3.0));
    EXPECT_DOUBLE_EQ(*explained_share({0, 1, 0, 1}, {1, 1, 2, 2}, false), 0.0);
    EXPECT_FALSE(explained_share({0, 1}, {4, 4}, false));
}

// Ranks of a: 0, 1, 2; of b: 0, 1.5, 1.5. Products of deviations: 1 + 0 + 0.5; squares 2 and 1.5.
TEST(RankCorrelation, EqualValuesShareTheirMeanRank) {
    EXPECT_DOUBLE_EQ(*rank_correlation({1, 2, 3}, {10, 20, 20}), 1.5 / std::sqrt(2.0 * 1.5));
    EXPECT_DOUBLE_EQ(*rank_correlation({1, 2, 3}, {9, 4, 1}), -1.0);
    EXPECT_FALSE(rank_correlation({1, 1}, {1, 2}));
}

StudyTable table_of(const std::string& design, std::size_t inputs) {
    StudyTable table;
    table.design = design;
    for (std::size_t k = 0; k < inputs; ++k) {
        const std::string key = "x" + std::to_string(k + 1);
        table.inputs.push_back({key, key, true});
    }
    return table;
}

void add_row(StudyTable& table, const std::vector<double>& inputs, double cost, double service) {
    StudyRow row;
    row.variation = table.rows.size();
    row.met = true;
    row.names =
        std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"cost", std::string{study_service}});
    row.values = {cost, service};
    table.rows.push_back(row);
    std::vector<StudyValue> settings;
    for (const double input : inputs) settings.push_back({std::to_string(input), input});
    table.settings.push_back(settings);
    ++table.variations;
}

// y = x1 + 10 x2 at three by two points, of which (2, 1) failed: over all five the shares are 10.8 and 108.3 of 110.8,
// together 107 %. Without level 2 of x1 the outputs are 0, 10, 1, 11: 1 and 100 of 101.
TEST(StudySummary, SharesOfAGridInWhichRowsFailedAddUpToNoMoreThanAll) {
    StudyTable table = table_of("grid", 2);
    for (const double x1 : {0.0, 1.0, 2.0})
        for (const double x2 : {0.0, 1.0})
            add_row(table, {x1, x2}, x1 + x2 < 3.0 ? x1 + 10.0 * x2 : CallFigures::none, 0.5);
    table.rows.back().error = "failed";
    const StudySummary summary = summary_of(table);
    ASSERT_EQ(summary.effects.size(), 2U);
    EXPECT_EQ(summary.effects[0].input, "x2");
    EXPECT_DOUBLE_EQ(summary.effects[0].value, 100.0 / 101.0);
    EXPECT_NEAR(summary.effects[1].value, 1.0 / 101.0, 1e-15) << "1 less 100 / 101, to the last digits of 1";
    EXPECT_EQ(summary.left_out, 1U);
}

constexpr const char* three_ranges =
    "vary:\n  work.sales.arrivals.scale: {min: 0.8, max: 1.2}\n  work.post.arrivals.scale: {min: 1, max: 2}\n"
    "  work.sales.arrivals.day_cv: {min: 0.0, max: 0.5}\n";

// The summary of a function of three numbers between 0 and 1, at the points of a design.
template <class Function>
StudySummary summary_of_function(const std::string& design, int samples, Function function) {
    const test::SmallStudy study{three_ranges + ("design: " + design) + "\nsamples: " + std::to_string(samples) + "\n"};
    const input::Study read = study.read();
    const Design points{read};
    StudyTable table = table_of(design, 3);
    for (std::size_t i = 0; i < read.variations(); ++i) add_row(table, points.point(i), function(points.point(i)), 0.5);
    return summary_of(table);
}

const StudyEffect& effect_of(const StudySummary& summary, const std::string& input) {
    const auto found = std::find_if(summary.effects.begin(), summary.effects.end(),
                                    [&](const StudyEffect& effect) { return effect.input == input; });
    return *found;
}

double ishigami(std::vector<double> x) {
    for (double& one : x) one = (2.0 * one - 1.0) * std::numbers::pi;
    return std::sin(x[0]) + 7.0 * std::pow(std::sin(x[1]), 2) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}

// Ishigami and Homma (1990), a = 7, b = 0.1: first-order indices 0.3139, 0.4424, 0 (Saltelli et al. 2008, section 4.6).
// An index from n = 4096 points has an error of some sqrt(1 / n) = 0.016; 64 classes of a range 2 pi are fine enough.
TEST(StudySummary, FindsTheSobolIndicesOfIshigamisFunction) {
    const StudySummary summary = summary_of_function("sobol", 4096, ishigami);
    ASSERT_EQ(summary.effects.size(), 3U);  // service does not vary
    EXPECT_EQ(summary.effects[0].input, "x2");
    EXPECT_EQ(summary.effects[0].measure, StudyEffect::Measure::sobol_index);
    EXPECT_NEAR(summary.effects[0].value, 0.4424, 0.03);
    EXPECT_EQ(summary.effects[1].input, "x1");
    EXPECT_NEAR(summary.effects[1].value, 0.3139, 0.03);
    EXPECT_EQ(summary.effects[2].input, "x3");
    EXPECT_NEAR(summary.effects[2].value, 0.0, 0.03);
}

// Ishigami's total indices are 0.5576, 0.4424 and 0.2437: x1 and x3 only matter together (Saltelli et al. 2008, 4.6).
// The terms of both sums have standard deviations of about 1 in units of the variance: 0.016 over 4096 samples.
TEST(StudySummary, FindsTheTotalIndicesOfIshigamisFunction) {
    const StudySummary summary = summary_of_function("saltelli", 4096, ishigami);
    ASSERT_EQ(summary.effects.size(), 3U);
    EXPECT_EQ(summary.effects[0].input, "x1");  // by total index
    EXPECT_EQ(summary.effects[0].measure, StudyEffect::Measure::sobol_index);
    EXPECT_NEAR(effect_of(summary, "x1").value, 0.3139, 0.03);
    EXPECT_NEAR(effect_of(summary, "x2").value, 0.4424, 0.03);
    EXPECT_NEAR(effect_of(summary, "x3").value, 0.0, 0.03);
    EXPECT_NEAR(*effect_of(summary, "x1").total, 0.5576, 0.03);
    EXPECT_NEAR(*effect_of(summary, "x2").total, 0.4424, 0.03);
    EXPECT_NEAR(*effect_of(summary, "x3").total, 0.2437, 0.03);
}

// y = 3 a + b + 0 c: variances 9 and 1 of 10, and nothing together, so that totals are first-order indices.
TEST(StudySummary, InALinearFunctionTheTotalIsTheFirstOrderIndex) {
    const StudySummary summary =
        summary_of_function("saltelli", 1024, [](const std::vector<double>& x) { return 3.0 * x[0] + x[1]; });
    EXPECT_NEAR(effect_of(summary, "x1").value, 0.9, 0.03);
    EXPECT_NEAR(*effect_of(summary, "x1").total, 0.9, 0.03);
    EXPECT_NEAR(effect_of(summary, "x2").value, 0.1, 0.03);
    EXPECT_NEAR(*effect_of(summary, "x2").total, 0.1, 0.03);
    EXPECT_EQ(effect_of(summary, "x3").value, 0.0);
    EXPECT_EQ(*effect_of(summary, "x3").total, 0.0);
}

// Outputs 1 and 3 at A, 3 and 1 at B: mean 2, squares 4, variance 1. f(AB) - f(A) is 2 and 0: first (1 x 2 + 0) / 2,
// total (4 + 0) / 2 / 2.
TEST(SobolIndices, AreMeansOverTheVariance) {
    const auto indices = sobol_indices({1, 3}, {3, 1}, {3, 3});
    ASSERT_TRUE(indices);
    EXPECT_DOUBLE_EQ(indices->first, 1.0);
    EXPECT_DOUBLE_EQ(indices->total, 1.0);
    EXPECT_FALSE(sobol_indices({2, 2}, {2, 2}, {2, 2}));
}

TEST(StudySummary, ASampleWithAFailureIsLeftOutOfItsIndices) {
    StudyTable table = table_of("saltelli", 1);
    for (const auto& [x, y] : {std::pair{0.1, 1.0}, {0.9, 3.0}, {0.9, 3.0}, {0.8, 3.0}, {0.2, 1.0}, {0.2, 3.0}})
        add_row(table, {x}, y, 0.5);
    for (int i = 0; i < 3; ++i) add_row(table, {0.5}, 100.0, 0.5);
    table.rows.back().values = {CallFigures::none, CallFigures::none};
    table.rows.back().error = "went wrong";
    const StudySummary summary = summary_of(table);
    EXPECT_DOUBLE_EQ(effect_of(summary, "x1").value, 1.0);  // the numbers of SobolIndices above
    EXPECT_DOUBLE_EQ(*effect_of(summary, "x1").total, 1.0);
}

// y = 10 a + b for a in {0, 1}, b in {0, 1, 2}: variances 25 and 2/3, of 25 + 2/3.
TEST(StudySummary, RanksTheMainEffectsOfAGrid) {
    StudyTable table = table_of("grid", 2);
    for (const double a : {0.0, 1.0})
        for (const double b : {0.0, 1.0, 2.0}) add_row(table, {a, b}, 10.0 * a + b, 0.5 + 0.1 * b);
    const StudySummary summary = summary_of(table);
    ASSERT_EQ(summary.effects.size(), 4U);
    EXPECT_EQ(summary.effects[0].input, "x1");
    EXPECT_NEAR(summary.effects[0].value, 25.0 / (25.0 + 2.0 / 3.0), 1e-12);
    EXPECT_DOUBLE_EQ(summary.effects[0].least_mean, 1.0);
    EXPECT_DOUBLE_EQ(summary.effects[0].most_mean, 11.0);
    EXPECT_NEAR(summary.effects[1].value, (2.0 / 3.0) / (25.0 + 2.0 / 3.0), 1e-12);
    EXPECT_EQ(summary.effects[2].output, study_service);
    EXPECT_EQ(summary.effects[2].input, "x2");
    EXPECT_NEAR(summary.effects[2].value, 1.0, 1e-12);
}

TEST(StudySummary, LatinHypercubesAreRankedByRankCorrelationWithItsSign) {
    StudyTable table = table_of("latin_hypercube", 1);
    for (const double a : {1.0, 4.0, 2.0}) add_row(table, {a}, std::exp(-a), 0.5);
    const StudySummary summary = summary_of(table);
    ASSERT_EQ(summary.effects.size(), 1U);
    EXPECT_EQ(summary.effects[0].measure, StudyEffect::Measure::rank_correlation);
    EXPECT_DOUBLE_EQ(summary.effects[0].value, -1.0);
}

TEST(StudySummary, TheTradeoffHoldsWhatNoOtherBeatsAndLeavesFailuresOut) {
    StudyTable table = table_of("grid", 1);
    add_row(table, {1}, 100.0, 0.80);
    add_row(table, {2}, 100.0, 0.85);
    add_row(table, {3}, 120.0, 0.85);
    add_row(table, {4}, 130.0, 0.95);
    add_row(table, {5}, 90.0, 0.60);
    add_row(table, {6}, CallFigures::none, CallFigures::none);
    table.rows.back().error = "went wrong";
    const StudySummary summary = summary_of(table);
    std::vector<std::size_t> front;
    for (const StudyTradeoff& one : summary.tradeoff) front.push_back(one.variation);
    EXPECT_EQ(front, (std::vector<std::size_t>{4, 1, 3}));
    EXPECT_EQ(summary.cost, "cost");
}

}  // namespace
}  // namespace freiton::study
