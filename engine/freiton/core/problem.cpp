// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/problem.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "freiton/core/text.hpp"

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

Problems without_repetitions(Problems problems) {
    using Told =
        std::tuple<Rule, std::string, int, int, std::string, std::optional<std::string>, std::vector<std::string>>;
    std::set<Told> met;
    const auto repeated = [&](const Problem& one) {
        const Place& at = one.place;
        return !met.emplace(one.rule, at.file, at.line, at.column, one.key, one.value, one.arguments).second;
    };
    problems.erase(std::remove_if(problems.begin(), problems.end(), repeated), problems.end());
    return problems;
}

std::string suggested_word(std::string_view written, const std::vector<std::string>& candidates,
                           const Problems& problems_so_far) {
    constexpr std::size_t most = 100;
    return problems_so_far.size() < most ? nearest_word(written, candidates).value_or("") : std::string{};
}

InputError::InputError(Problems problems)
    : std::runtime_error{std::to_string(problems.size()) + " problems in the input"}, problems_{std::move(problems)} {}

InputError::InputError(const Problem& problem) : InputError{Problems(1, problem)} {}

void refuse(Rule rule, Place place, std::vector<std::string> arguments) {
    throw InputError{Problem{rule}.at(std::move(place)).with(std::move(arguments))};
}

}  // namespace freiton
