// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/problem.hpp"

#include <utility>

namespace freiton {

Problem&& Problem::at(Place where) && {
    place = std::move(where);
    return std::move(*this);
}

Problem&& Problem::on(std::string which_key) && {
    key = std::move(which_key);
    return std::move(*this);
}

Problem&& Problem::got(std::string written) && {
    value = std::move(written);
    return std::move(*this);
}

Problem&& Problem::with(std::vector<std::string> values) && {
    arguments = std::move(values);
    return std::move(*this);
}

Problem&& Problem::meant(std::string probably) && {
    suggestion = std::move(probably);
    return std::move(*this);
}

InputError::InputError(Problems problems)
    : std::runtime_error{std::to_string(problems.size()) + " problems in the input"}, problems_{std::move(problems)} {}

InputError::InputError(const Problem& problem) : InputError{Problems(1, problem)} {}

}  // namespace freiton
