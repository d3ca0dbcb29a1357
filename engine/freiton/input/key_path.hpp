// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace freiton::input {

/// Key paths are parts with dots between them; in keys that problems name a part may also end with the "[2]" of a list.
std::string_view first_part(std::string_view path);
std::string_view other_parts(std::string_view path);

/// Whether what stands under the path decides what stands under the key: "teams", "teams.*.staff" and "*.office" all
/// reach "teams.office.staff".
bool reaches(std::string_view path, std::string_view key);

/// The path's first parts, as many as the key has.
std::string_view beginning_like(std::string_view path, std::string_view key);

}  // namespace freiton::input
