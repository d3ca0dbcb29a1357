// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

#include <chrono>
#include <cstddef>

namespace freiton::python {

/// Calls `answer` for each row without the interpreter's lock; looks for Ctrl-C ten times a second.
template <class Answer>
void for_each_row(std::size_t size, Answer answer) {
    constexpr std::size_t block = 256;
    constexpr std::chrono::milliseconds between_looks{100};
    const pybind11::gil_scoped_release others_may_run;
    auto looked = std::chrono::steady_clock::now();
    for (std::size_t row = 0; row < size; ++row) {
        answer(row);
        if (row % block != 0 || std::chrono::steady_clock::now() - looked < between_looks) continue;
        const pybind11::gil_scoped_acquire back;
        if (PyErr_CheckSignals() != 0) throw pybind11::error_already_set();
        looked = std::chrono::steady_clock::now();
    }
}

}  // namespace freiton::python
