// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/report/language.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace freiton::cli {

/// What is wrong with a command line, in our own words and all at once: unknown commands and options, missing and
/// surplus arguments, options that exclude or need each other. `app` has been parsed, with extras allowed; `error` is
/// what CLI11 gave up with, if it did.
Problems usage_problems(const CLI::App& app, const CLI::ParseError* error);

/// "freiton erlang c": the innermost command that was given.
std::string command_name(const CLI::App& app);

/// English, unless --lang de stands in the arguments, which may be wrong otherwise.
report::Language language_asked_for(const std::vector<std::string>& arguments);

}  // namespace freiton::cli
