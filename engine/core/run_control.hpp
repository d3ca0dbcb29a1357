// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>

namespace freiton {

/// How a caller watches and ends a long computation. A computation that is stopped returns what it knows so far.
struct RunControl {
    int threads = 0;                                    // 0: as many as the machine runs at once
    const std::atomic<bool>* stop = nullptr;            // set from a signal handler or another thread
    std::function<void(double share_done)> progress{};  // 0 to 1; never called by two threads at once

    bool stopped() const { return stop != nullptr && stop->load(std::memory_order_relaxed); }
    void report(double share_done) const {
        if (progress) progress(share_done);
    }
};

}  // namespace freiton
