// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "freiton/cli/output.hpp"
#include "freiton/core/run_control.hpp"

namespace freiton::cli {

/// Set by Ctrl-C once watch_for_interrupt() was called; a second Ctrl-C ends the process as usual.
const std::atomic<bool>& interrupted();
void watch_for_interrupt();

/// Threads, Ctrl-C and, on a terminal, a progress bar for whatever takes longer than a second.
RunControl run_control(const CommonOptions& common);

}  // namespace freiton::cli
