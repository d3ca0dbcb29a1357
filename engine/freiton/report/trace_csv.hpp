// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/model/ending.hpp"

namespace freiton::report {

using freiton::Ending;

/// What became of one contact of a simulated horizon. Times are seconds from midnight of its first day.
struct TracedContact {
    std::string work{};
    std::string site{};
    int attempt = 1;
    double arrival_s = 0.0;
    double begin_s = 0.0;  // NaN: nobody took it
    double end_s = 0.0;
    double due_s = 0.0;  // NaN: no deadline
    std::string team{};
    Ending outcome = Ending::answered;
};

/// Throws Stopped.
std::string trace_csv(const std::vector<TracedContact>& contacts, const RunControl& control = {});

}  // namespace freiton::report
