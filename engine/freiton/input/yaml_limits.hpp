// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace freiton::input {

/// Limits that no honest scenario meets; they bound time and memory for hostile ones.
inline constexpr std::size_t most_yaml_bytes = std::size_t{4} << 20;
inline constexpr std::size_t most_yaml_nodes = 400'000;  // values and keys
inline constexpr std::size_t most_yaml_keys = 1'000;     // of one mapping; names in one list
inline constexpr std::size_t most_yaml_key_bytes = 1'024;
inline constexpr int most_yaml_depth = 16;

/// Refuses what yaml-cpp would take in whole before it hands on a single value, at a hundred bytes a sign: thousands of
/// brackets within each other, and more line ends, commas, brackets, quotes, tags, anchors and aliases than a file at
/// the limit of its values needs. Counts them wherever they stand, in comments too. Throws InputError.
///
/// Cost: one pass, 1 ms a megabyte.
void refuse_hostile_signs(std::string_view text, const std::string& file_name);

}  // namespace freiton::input
