// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "freiton/core/contracts.hpp"

namespace freiton {

/// The middle one of one value and more; of an even number the upper.
inline double upper_median(std::vector<double> values) {
    EXPECTS(!values.empty());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace freiton
