// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace freiton::history {

/// The lower triangle of a symmetric matrix, each row from its first entry that may differ from 0.
///
/// Source: A. George, J. Liu, Computer Solution of Large Sparse Positive Definite Systems (1981), chapter 4: the factor
///         of Cholesky has the same envelope.
/// Domain: positive definite.
/// Cost:   O(sum over rows of their entries x those they share with the rows above), which is linear in the rows of a
///         band.
class EnvelopeMatrix {
  public:
    explicit EnvelopeMatrix(std::vector<std::size_t> first_columns);

    std::size_t size() const { return first_.size(); }
    double& at(std::size_t row, std::size_t column);  // first column of the row <= column <= row

    /// Solves for the right side; the matrix is used up.
    std::vector<double> solve(std::vector<double> right) &&;

  private:
    friend class EnvelopeFactor;
    void factorise();

    std::vector<std::size_t> first_;
    std::vector<std::size_t> begin_;  // where each row's entries begin
    std::vector<double> entries_;
};

/// The factor of such a matrix A.
///
/// Cost: O(entries) a question.
class EnvelopeFactor {
  public:
    explicit EnvelopeFactor(EnvelopeMatrix matrix);

    std::vector<double> solve(std::vector<double> right) const;
    double inverse_form(std::vector<double> x) const;  // x' A^-1 x

  private:
    void solve_lower(std::vector<double>& right) const;
    double at(std::size_t row, std::size_t column) const {
        return matrix_.entries_[matrix_.begin_[row] + column - matrix_.first_[row]];
    }

    EnvelopeMatrix matrix_;
};

}  // namespace freiton::history
