// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "freiton/core/run_control.hpp"
#include "freiton/study/study_run.hpp"

namespace freiton::study {

struct SweepOptions {
    std::filesystem::path directory{};  // keeps what is done, and the table in the end; empty: only in memory
    bool resume = false;                // go on with the run that is there
    RunControl control{};
};

/// Plans or simulates every variation, on all threads, each variation on one of them (on more only where there are more
/// threads than variations); all on the same random numbers. The table never depends on the threads, nor on how often
/// the run was interrupted and gone on with. A variation that fails is a row with its error. Throws like Checkpoint.
StudyTable sweep(const Variations& variations, const SweepOptions& options = {});

}  // namespace freiton::study
