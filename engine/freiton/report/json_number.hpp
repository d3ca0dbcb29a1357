// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

namespace freiton::report {

/// A finite number; else null, as JSON knows neither infinity nor NaN.
template <class Json>
Json json_number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

}  // namespace freiton::report
