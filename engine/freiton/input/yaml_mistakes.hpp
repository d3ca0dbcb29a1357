// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <string_view>

#include "freiton/core/problem.hpp"

namespace freiton::input {

/// What a person probably did wrong in a text that is not YAML: the first of the mistakes that people make (tabs,
/// quotes and brackets left open, a second colon, a missing one, lines indented amiss), with its line and a hint.
/// Nothing if it is none of those. A parser only knows where it gave up, which may be many lines later. Looks no
/// further than `last_line`.
///
/// Cost: one pass over the text.
std::optional<Problem> find_yaml_mistake(std::string_view text, int last_line = std::numeric_limits<int>::max());

}  // namespace freiton::input
