// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/key_path.hpp"

#include <algorithm>

namespace freiton::input {

std::string_view first_part(std::string_view path) { return path.substr(0, path.find_first_of(".[")); }

std::string_view other_parts(std::string_view path) {
    return path.substr(std::min(path.size(), first_part(path).size() + 1));
}

bool reaches(std::string_view path, std::string_view key) {
    for (; !path.empty(); path = other_parts(path), key = other_parts(key))
        if (key.empty() || (first_part(path) != "*" && first_part(path) != first_part(key))) return false;
    return true;
}

std::string_view beginning_like(std::string_view path, std::string_view key) {
    if (key.empty()) return {};
    std::string_view rest = path;
    for (; !key.empty(); key = other_parts(key)) rest = other_parts(rest);
    return rest.empty() ? path : path.substr(0, path.size() - rest.size() - 1);
}

}  // namespace freiton::input
