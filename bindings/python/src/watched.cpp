// SPDX-License-Identifier: Apache-2.0
#include "watched.hpp"

#include <pybind11/pybind11.h>

#include <algorithm>
#include <atomic>

#include "freiton/core/parallel_for.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

// Called with the interpreter's lock. Throws what Python raised.
void look(const py::object& progress, double share_done) {
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!progress.is_none()) progress(share_done);
}

}  // namespace

std::string watched(int threads, const py::object& progress,
                    const std::function<std::string(const RunControl&)>& question) {
    constexpr std::chrono::milliseconds between_looks{50};
    std::atomic<bool> stop{false};
    std::atomic<double> share_done{0.0};
    const RunControl control{threads, &stop, [&](double share) {
                                 share_done = std::max<double>(share_done, share);  // an estimate may fall
                             }};
    std::string answer;
    std::exception_ptr raised;
    const auto look_once = [&] {
        if (stop) return;
        const py::gil_scoped_acquire back;
        try {
            look(progress, share_done);
        } catch (const py::error_already_set&) {
            raised = std::current_exception();
            stop = true;
        }
    };
    {
        const py::gil_scoped_release others_may_run;
        try {
            run_watched([&] { answer = question(control); }, between_looks, look_once);
        } catch (...) {  // a question that was stopped may not find anything to say
            if (!raised) throw;
        }
    }
    if (raised) std::rethrow_exception(raised);
    look(progress, 1.0);
    return answer;
}

}  // namespace freiton::python
