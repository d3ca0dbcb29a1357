// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <optional>

namespace freiton::report {

/// A finite number; else null, as JSON knows neither infinity nor NaN.
template <class Json>
Json json_number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

/// The same of a number that may not be known: then null.
template <class Json>
Json json_number(const std::optional<double>& value) {
    return value ? json_number<Json>(*value) : Json(nullptr);
}

/// Whether something is kept; null: formulas that cannot vouch for it expect so.
template <class Json>
Json verdict_json(bool met, bool expected) {
    return expected ? Json(nullptr) : Json(met);
}

}  // namespace freiton::report
