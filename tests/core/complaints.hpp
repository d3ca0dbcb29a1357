// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/report/problem_text.hpp"

namespace freiton::test {

inline std::vector<std::string> lines_of(const Problems& problems) {
    std::vector<std::string> lines;
    for (const Problem& problem : problems) lines.push_back(report::problem_text(problem, report::Language::en));
    return lines;
}

/// What an action complains about, one line for each problem as people read it; empty if it is content.
template <class Action>
std::vector<std::string> complaints(const Action& action) {
    try {
        action();
    } catch (const InputError& error) {
        return lines_of(error.problems());
    }
    return {};
}

}  // namespace freiton::test
