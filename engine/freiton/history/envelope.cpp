// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/envelope.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "freiton/core/contracts.hpp"

namespace freiton::history {

EnvelopeMatrix::EnvelopeMatrix(std::vector<std::size_t> first_columns) : first_{std::move(first_columns)} {
    std::size_t count = 0;
    begin_.reserve(first_.size());
    for (std::size_t row = 0; row < first_.size(); ++row) {
        EXPECTS(first_[row] <= row);
        begin_.push_back(count);
        count += row - first_[row] + 1;
    }
    entries_.assign(count, 0.0);
}

double& EnvelopeMatrix::at(std::size_t row, std::size_t column) {
    EXPECTS(first_[row] <= column && column <= row);
    return entries_[begin_[row] + column - first_[row]];
}

// L(i,j) = (A(i,j) - sum over k < j of L(i,k) L(j,k)) / L(j,j), row by row.
void EnvelopeMatrix::factorise() {
    for (std::size_t i = 0; i < size(); ++i) {
        double* of_i = entries_.data() + begin_[i];
        for (std::size_t j = first_[i]; j <= i; ++j) {
            const double* of_j = entries_.data() + begin_[j];
            double value = of_i[j - first_[i]];
            for (std::size_t k = std::max(first_[i], first_[j]); k < j; ++k)
                value -= of_i[k - first_[i]] * of_j[k - first_[j]];
            if (j == i) EXPECTS(value > 0.0);
            of_i[j - first_[i]] = j == i ? std::sqrt(value) : value / of_j[j - first_[j]];
        }
    }
}

std::vector<double> EnvelopeMatrix::solve(std::vector<double> right) && {
    return EnvelopeFactor{std::move(*this)}.solve(std::move(right));
}

EnvelopeFactor::EnvelopeFactor(EnvelopeMatrix matrix) : matrix_{std::move(matrix)} { matrix_.factorise(); }

void EnvelopeFactor::solve_lower(std::vector<double>& right) const {
    EXPECTS(right.size() == matrix_.size());
    for (std::size_t i = 0; i < right.size(); ++i) {
        for (std::size_t k = matrix_.first_[i]; k < i; ++k) right[i] -= at(i, k) * right[k];
        right[i] /= at(i, i);
    }
}

std::vector<double> EnvelopeFactor::solve(std::vector<double> right) const {
    solve_lower(right);
    for (std::size_t i = right.size(); i-- > 0;) {
        right[i] /= at(i, i);
        for (std::size_t k = matrix_.first_[i]; k < i; ++k) right[k] -= at(i, k) * right[i];
    }
    return right;
}

// With A = L L' and L y = x it is y' y.
double EnvelopeFactor::inverse_form(std::vector<double> x) const {
    solve_lower(x);
    return std::inner_product(x.begin(), x.end(), x.begin(), 0.0);
}

}  // namespace freiton::history
