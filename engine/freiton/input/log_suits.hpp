// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "freiton/input/log_titles.hpp"

namespace freiton::input {

/// Whether these cells may be what the title of their column says: counts are numbers or yes and no, waits are numbers
/// or durations, moments have dates or times. Half of them suffice; without any cell everything suits.
bool suits(LogColumn kind, const std::vector<std::string_view>& cells);

/// Whether cells say yes or no, or how a call ended, and are no counts: words, or nothing but 0 and 1.
bool are_flags(const std::vector<std::string_view>& cells);

}  // namespace freiton::input
