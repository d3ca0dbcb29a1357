// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/envelope.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/core/contracts.hpp"

namespace freiton::history {
namespace {

// 4 1 0     6
// 1 3 1  =  10  at (1, 2, 3): 4 + 2 = 6, 1 + 6 + 3 = 10, 2 + 15 = 17.
// 0 1 5     17
TEST(Envelope, ThreeEquationsAreSolvedAsByHand) {
    EnvelopeMatrix matrix{{0, 0, 1}};
    matrix.at(0, 0) = 4.0;
    matrix.at(1, 0) = 1.0;
    matrix.at(1, 1) = 3.0;
    matrix.at(2, 1) = 1.0;
    matrix.at(2, 2) = 5.0;
    EXPECT_THAT(std::move(matrix).solve({6.0, 10.0, 17.0}),
                testing::Pointwise(testing::DoubleNear(1e-14), std::vector<double>{1.0, 2.0, 3.0}));
}

// With the matrix above and x = (6, 10, 17), A^-1 x = (1, 2, 3): x' A^-1 x = 6 + 20 + 51 = 77.
TEST(Envelope, AFormOfTheInverseAsByHand) {
    EnvelopeMatrix matrix{{0, 0, 1}};
    matrix.at(0, 0) = 4.0;
    matrix.at(1, 0) = 1.0;
    matrix.at(1, 1) = 3.0;
    matrix.at(2, 1) = 1.0;
    matrix.at(2, 2) = 5.0;
    EXPECT_NEAR(EnvelopeFactor{std::move(matrix)}.inverse_form({6.0, 10.0, 17.0}), 77.0, 1e-12);
}

// A band of 2 with two full rows below it: A x is built for a known x.
TEST(Envelope, ABandWithFullRowsGivesBackWhatWentIn) {
    std::vector<std::size_t> first{0, 0, 0, 1, 2, 3, 4, 5, 0, 0};
    EnvelopeMatrix matrix{first};
    std::vector<double> solution;
    std::vector<double> right(first.size(), 0.0);
    for (std::size_t i = 0; i < first.size(); ++i) solution.push_back(1.0 + 0.5 * static_cast<double>(i));
    for (std::size_t i = 0; i < first.size(); ++i)
        for (std::size_t j = first[i]; j <= i; ++j) {
            const double entry = i == j ? 20.0 : 1.0 / static_cast<double>(i + j);
            matrix.at(i, j) = entry;
            right[i] += entry * solution[j];
            if (i != j) right[j] += entry * solution[i];
        }
    EXPECT_THAT(std::move(matrix).solve(right), testing::Pointwise(testing::DoubleNear(1e-12), solution));
}

TEST(Envelope, AMatrixThatIsNotPositiveDefiniteBreaksTheContract) {
    EnvelopeMatrix matrix{{0, 0}};
    matrix.at(0, 0) = 1.0;
    matrix.at(1, 0) = 2.0;
    matrix.at(1, 1) = 4.0;
    EXPECT_THROW(std::move(matrix).solve({1.0, 1.0}), ContractViolation);
}

}  // namespace
}  // namespace freiton::history
