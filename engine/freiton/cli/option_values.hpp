// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/core/units.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace freiton::cli {

struct WholeNumbers {
    std::int64_t least;
    std::int64_t most;
};

/// An option whose value is a whole number. A wrong one goes to `problems` instead of `use`, so that all of a command
/// line is told at once.
CLI::Option* add_whole_number(CLI::App& command, const std::string& name, WholeNumbers allowed, Problems& problems,
                              std::function<void(std::int64_t)> use, const std::string& description);

/// An option whose value is one of these words; the same. `use` gets its index.
CLI::Option* add_word(CLI::App& command, const std::string& name, const std::vector<std::string>& words,
                      Problems& problems, std::function<void(std::size_t)> use, const std::string& description);

/// An option whose value is a duration with its unit, longer than 0; the same.
CLI::Option* add_duration(CLI::App& command, const std::string& name, Problems& problems,
                          std::function<void(Seconds)> use, const std::string& description);

/// The date that the value of an option states; what is wrong with it goes to `problems`.
std::optional<Date> read_date(const std::string& option, const std::string& text, Problems& problems);

/// An option whose value is a date; a wrong one goes to `problems`.
CLI::Option* add_date(CLI::App& command, const std::string& name, Problems& problems, std::function<void(Date)> use,
                      const std::string& description);

/// An option whose value names a file to be written, without folder and ending; another one goes to `problems`.
CLI::Option* add_file_name(CLI::App& command, const std::string& name, Problems& problems, std::string& value,
                           const std::string& description);

}  // namespace freiton::cli
