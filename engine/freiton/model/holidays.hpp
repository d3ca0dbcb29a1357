// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "freiton/core/dates.hpp"

namespace freiton {

/// Closed days: listed, or those of the file that is named.
struct Holidays {
    std::vector<Date> dates{};
    std::optional<std::string> path{};  // as the scenario states it

    Holidays() = default;
    Holidays(std::initializer_list<Date> listed) : dates{listed} {}
    Holidays(std::vector<Date> listed) : dates{std::move(listed)} {}  // NOLINT(google-explicit-constructor)

    bool has(Date date) const { return std::find(dates.begin(), dates.end(), date) != dates.end(); }
    friend bool operator==(const Holidays&, const Holidays&) = default;
};

}  // namespace freiton
