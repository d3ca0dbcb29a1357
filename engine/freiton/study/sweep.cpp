// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/sweep.hpp"

#include <algorithm>
#include <mutex>

#include "freiton/core/parallel_for.hpp"

namespace freiton::study {

StudyTable sweep(const Variations& variations, const SweepOptions& options) {
    StudyRun run{variations, options.directory, options.resume};
    const std::vector<std::size_t> todo = run.missing();
    const int threads = options.control.threads == 0 ? available_threads() : options.control.threads;
    RunControl of_one = options.control;
    of_one.threads = std::max(1, threads / std::max(1, static_cast<int>(std::min<std::size_t>(todo.size(), 1024))));
    of_one.progress = {};
    std::mutex progress;
    std::size_t ended = 0;
    parallel_for(todo.size(), threads, [&](std::size_t i) {
        if (options.control.stopped()) return;
        auto row = variations.row(todo[i], of_one);
        if (!row) return;
        run.add(std::move(*row));
        const std::lock_guard lock{progress};
        options.control.report(static_cast<double>(++ended) / static_cast<double>(todo.size()));
    });
    return run.finish(options.control.stopped());
}

}  // namespace freiton::study
