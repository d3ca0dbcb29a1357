// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace freiton::python {

/// Calls `answer` for each row without the interpreter's lock; looks for Ctrl-C ten times a second. The clock is read
/// once a millisecond or so, whether a row takes nanoseconds or longer than that.
template <class Answer>
void for_each_row(std::size_t size, Answer answer) {
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t most = 4096;
    constexpr std::chrono::milliseconds between_looks{100};
    constexpr std::chrono::milliseconds between_clocks{1};
    const pybind11::gil_scoped_release others_may_run;
    auto looked = Clock::now();
    auto began = looked;
    for (std::size_t row = 0, block = 1; row < size;) {
        for (const std::size_t end = std::min(size, row + block); row < end; ++row) answer(row);
        const auto now = Clock::now();
        block = now - began < between_clocks ? std::min(2 * block, most) : std::max<std::size_t>(block / 2, 1);
        began = now;
        if (now - looked < between_looks) continue;
        const pybind11::gil_scoped_acquire back;
        if (PyErr_CheckSignals() != 0) throw pybind11::error_already_set();
        began = looked = Clock::now();
    }
}

}  // namespace freiton::python
