// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace freiton::cli {

/// An example file of scenarios/, built into the program.
struct Example {
    std::string_view name;  // "quickstart"
    std::string_view text;
};

/// In alphabetical order. Written by CMake from scenarios/*.yaml and, with German comments, scenarios/de/*.yaml.
const std::vector<Example>& examples();
const std::vector<Example>& german_examples();

}  // namespace freiton::cli
