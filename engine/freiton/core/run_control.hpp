// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <exception>
#include <functional>

namespace freiton {

/// Thrown by a computation that was stopped and knows nothing before its end.
class Stopped : public std::exception {
  public:
    const char* what() const noexcept override { return "stopped"; }
};

/// How a caller watches and ends a long computation. One that is stopped returns what it knows so far; if that is
/// nothing, it throws Stopped.
struct RunControl {
    int threads = 0;                          // 0: as many as the machine runs at once
    const std::atomic<bool>* stop = nullptr;  // set from a signal handler or another thread
    std::function<void(double share_done)>
        progress{};  // 0 to 1, an estimate that may fall; never called by two threads at once
    std::function<void(double agent_hours)>
        best_so_far{};           // of a plan that seems to hold with fewer than before; NaN: a new search
    bool may_take_hours = true;  // else a search that would is refused before it begins (study/search_hours.hpp)

    bool stopped() const { return stop != nullptr && stop->load(std::memory_order_relaxed); }
    void stop_if_asked() const {
        if (stopped()) throw Stopped{};
    }
    void report(double share_done) const {
        if (progress) progress(share_done);
    }

    /// For a part of the work: its 0 to 1 is `from` to `to` of the whole.
    RunControl part(double from, double to) const {
        RunControl control{*this};
        if (progress)
            control.progress = [whole = progress, from, to](double share) { whole(from + share * (to - from)); };
        return control;
    }
};

}  // namespace freiton
