// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "freiton/model/calendar.hpp"

namespace freiton {

inline bool is_within(const OpenHours& hours, Minutes time) {
    return std::any_of(hours.begin(), hours.end(),
                       [&](const OpenSpan& span) { return span.from <= time && time < span.to; });
}

}  // namespace freiton
