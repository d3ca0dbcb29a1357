// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/yaml_limits.hpp"

#include <algorithm>

#include "freiton/core/problem.hpp"

namespace freiton::input {

namespace {

constexpr std::size_t most_signs =
    2 * most_yaml_nodes;                         // a value has a line or a comma of its own, few have quotes too
constexpr int most_open = 64 * most_yaml_depth;  // a comment may hold a bracket that nothing closes

[[noreturn]] void refuse(Rule rule, std::string_view before, const std::string& file_name, std::size_t limit) {
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    throw InputError{Problem{rule}.at({file_name, static_cast<int>(line)}).with({std::to_string(limit)})};
}

}  // namespace

void refuse_hostile_signs(std::string_view text, const std::string& file_name) {
    std::size_t signs = 0;
    int open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
            case '[':
            case '{':
                if (++open > most_open) refuse(Rule::yaml_too_deep, text.substr(0, i), file_name, most_yaml_depth);
                break;
            case ']':
            case '}':
                open = std::max(0, open - 1);
                continue;
            case '\r':
                if (text.substr(i).starts_with("\r\n")) continue;
                break;
            case '\n':
            case ',':
            case '"':
            case '\'':
            case '!':
            case '&':
            case '*':
                break;
            default:
                continue;
        }
        if (++signs > most_signs) refuse(Rule::too_many_values, text.substr(0, i), file_name, most_yaml_nodes);
    }
}

}  // namespace freiton::input
