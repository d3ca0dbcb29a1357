// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "freiton/input/read_study.hpp"

namespace freiton::study {

/// The points of the unit cube that a study samples: the same for the same study and seed, on any machine.
///
///   latin_hypercube  each key's range is cut into as many equal parts as there are samples, and each part is met once
///                    (McKay, Beckman, Conover 1979); where in the part is chance
///   sobol            Sobol's sequence in Gray-code order (Bratley, Fox 1988; Joe and Kuo's direction numbers, as
///                    Boost.Random has them), its zero included, with a random digital shift for each key: 2^m samples
///                    meet each of 2^m equal parts of a range once, and the same holds in many ways for pairs of keys
///   saltelli         for each sample a point A and a point B, one of Sobol's sequence in twice as many dimensions, and
///                    for each key A with that key from B (Saltelli et al. 2010): keys + 2 variations, in this order
///
/// Empty for the designs that take listed values.
class Design {
  public:
    explicit Design(const input::Study& study);

    /// A number from 0 to below 1 for each key of the study.
    std::vector<double> point(std::size_t variation) const;

  private:
    std::size_t keys_ = 0;
    std::vector<double> coordinates_;  // [variation][key]
};

}  // namespace freiton::study
