// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "loaded_scenario.hpp"

namespace freiton::python {

/// What a call from Python says instead of the scenario.
struct Changes {
    std::optional<std::uint64_t> seed{};
    std::optional<int> replications{};
    std::optional<double> half_width_shares{};  // either takes the place of a number of replications
    std::optional<double> half_width_times{};   // relative
    std::optional<std::pair<std::string, std::string>>
        staff{};  // a table's name and CSV; empty CSV: the name of a file
};

/// Asks about the changed scenario; complaints that show only then get the place of its file.
std::string asked(const LoadedScenario& loaded, const Changes& changes,
                  const std::function<std::string(const Scenario&)>& question);

}  // namespace freiton::python
