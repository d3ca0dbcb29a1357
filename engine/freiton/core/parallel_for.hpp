// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

namespace freiton {

/// Threads that this machine runs at once, at least 1.
int available_threads();

/// Calls `body(index)` for every index below `count`, on so many threads (0: as many as there are). Each index is
/// handed out once, in rising order; which thread takes it is chance, so a body writes only into a slot of its own.
/// Rethrows what the body of the lowest index threw, after all threads have ended; after a throw no new index begins.
void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& body);

/// Runs `work` on a thread of its own; meanwhile the calling thread calls `look` after each `pause`. Returns as soon as
/// the work has ended, and rethrows what it threw. A `look` that wants the work to end has to tell it; it must not
/// throw.
void run_watched(const std::function<void()>& work, std::chrono::milliseconds pause, const std::function<void()>& look);

}  // namespace freiton
