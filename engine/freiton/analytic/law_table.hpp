// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "freiton/model/law_upto.hpp"

namespace freiton::analytic {

/// A smooth law of mean 1 for integrals that ask it hundreds of times: its functions as polynomials of degree 15 on
/// parts of octaves, halved until their last coefficients vanish; the law itself below 2^-30, from 2^8 on and wherever
/// 32 parts of an octave do not do.
///
/// Source:   Chebyshev interpolation (Trefethen, "Approximation Theory and Approximation Practice", 2013).
/// Domain:   t >= 0, in means.
/// Accuracy: about 1e-13 of the largest value on a part, a 32nd of an octave or more (LawTable.IsAsGoodAsTheLaw).
/// Cost:     20 ns a value, where a law costs 50 to 500; made in 0.1 to 0.5 ms, in some 100 kB.
class LawTable {
  public:
    using Polynomial = std::array<double, 16>;  // of the powers from 0 on

    explicit LawTable(std::function<LawUpto(double)> law);

    LawUpto operator()(double v) const;

  private:
    struct Part {
        Polynomial ended;
        Polynomial ended_mean;
    };
    struct Octave {
        std::size_t first = 0;
        int parts = 0;  // 0: ask the law
    };

    bool add_part(double from, double width);
    Octave divided(double from);

    std::function<LawUpto(double)> law_;
    std::vector<Octave> octaves_;
    std::vector<Part> parts_;
};

}  // namespace freiton::analytic
