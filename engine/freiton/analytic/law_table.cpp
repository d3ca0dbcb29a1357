// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/law_table.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

namespace freiton::analytic {

namespace {

constexpr int least_exponent = -30;  // exponents of two
constexpr int end_exponent = 8;
constexpr int most_parts_of_octave = 32;
constexpr double vanishing_terms = 3e-14;  // of the largest coefficient
using Values = LawTable::Polynomial;
constexpr std::size_t nodes_of_table = std::tuple_size_v<Values>;

// cos(k x_j) at the nodes x_j, and the powers of u that make up the polynomial cos(k arccos u).
struct Chebyshev {
    std::array<Values, nodes_of_table> at{};
    std::array<Values, nodes_of_table> powers{};

    Chebyshev() {
        for (std::size_t k = 0; k < nodes_of_table; ++k)
            for (std::size_t j = 0; j < nodes_of_table; ++j)
                at[k][j] = std::cos(static_cast<double>(k) * std::numbers::pi * (static_cast<double>(j) + 0.5) /
                                    nodes_of_table);
        powers[0][0] = powers[1][1] = 1.0;
        for (std::size_t k = 2; k < nodes_of_table; ++k)
            for (std::size_t i = 0; i < nodes_of_table; ++i)
                powers[k][i] = (i > 0 ? 2.0 * powers[k - 1][i - 1] : 0.0) - powers[k - 2][i];
    }
};
const Chebyshev& chebyshev() {
    static const Chebyshev known;
    return known;
}

// The polynomial through values at the nodes; nothing if its last terms still count.
std::optional<Values> fitted_polynomial(const Values& values) {
    const Chebyshev& basis = chebyshev();
    Values terms{};
    double largest = 0.0;
    for (std::size_t k = 0; k < nodes_of_table; ++k) {
        for (std::size_t j = 0; j < nodes_of_table; ++j) terms[k] += values[j] * basis.at[k][j];
        terms[k] *= (k == 0 ? 1.0 : 2.0) / nodes_of_table;
        largest = std::max(largest, std::abs(terms[k]));
    }
    if (std::abs(terms[nodes_of_table - 2]) + std::abs(terms[nodes_of_table - 1]) > vanishing_terms * largest)
        return std::nullopt;
    Values polynomial{};
    for (std::size_t k = 0; k < nodes_of_table; ++k)
        for (std::size_t i = 0; i <= k; ++i) polynomial[i] += terms[k] * basis.powers[k][i];
    return polynomial;
}

// Even and odd powers apart: two short chains instead of a long one.
double polynomial_at(const Values& of, double u) {
    const double square = u * u;
    double even = of[nodes_of_table - 2];
    double odd = of[nodes_of_table - 1];
    for (std::size_t i = nodes_of_table - 2; i > 0; i -= 2) {
        even = even * square + of[i - 2];
        odd = odd * square + of[i - 1];
    }
    return even + u * odd;
}

}  // namespace

LawTable::LawTable(std::function<LawUpto(double)> law) : law_{std::move(law)} {
    for (int exponent = least_exponent; exponent < end_exponent; ++exponent)
        octaves_.push_back(divided(std::ldexp(1.0, exponent)));
}

LawTable::Octave LawTable::divided(double from) {
    const std::size_t first = parts_.size();
    for (int parts = 1; parts <= most_parts_of_octave; parts *= 2) {
        bool fits = true;
        for (int i = 0; i < parts && fits; ++i) fits = add_part(from * (1.0 + i / (1.0 * parts)), from / parts);
        if (fits) return {first, parts};
        parts_.resize(first);
    }
    return {};
}

bool LawTable::add_part(double from, double width) {
    Values ended{};
    Values ended_mean{};
    for (std::size_t j = 0; j < nodes_of_table; ++j) {
        const LawUpto law = law_(from + 0.5 * width * (1.0 + chebyshev().at[1][j]));
        ended[j] = law.ended;
        ended_mean[j] = law.ended_mean_s;
    }
    const auto shares = fitted_polynomial(ended);
    if (!shares) return false;
    const auto means = fitted_polynomial(ended_mean);
    if (!means) return false;
    parts_.push_back({*shares, *means});
    return true;
}

LawUpto LawTable::operator()(double v) const {
    constexpr int bias = 1023;
    const auto bits = std::bit_cast<std::uint64_t>(v);
    const int exponent = static_cast<int>(bits >> 52) - bias;
    if (exponent < least_exponent || exponent >= end_exponent) return law_(v);
    const Octave& octave = octaves_[static_cast<std::size_t>(exponent - least_exponent)];
    if (octave.parts == 0) return law_(v);
    const double one_to_two = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
    const double position = (one_to_two - 1.0) * octave.parts;
    const double whole = std::floor(position);
    const Part& part = parts_[octave.first + static_cast<std::size_t>(whole)];
    const double u = 2.0 * (position - whole) - 1.0;
    const double ended = polynomial_at(part.ended, u);
    return {ended, 1.0 - ended, polynomial_at(part.ended_mean, u)};
}

}  // namespace freiton::analytic
