// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "freiton/core/run_control.hpp"

namespace pybind11 {
class object;
}

namespace freiton::python {

/// Answers a question without the interpreter's lock, on a thread of its own; meanwhile the calling thread looks twenty
/// times a second for signals that Python has taken (Ctrl-C, and any other with a handler) and calls `progress(share)`
/// with a share that never falls, unless that is None. If a handler or `progress` raises, the question is stopped and
/// that is raised.
/// `threads`: how many the question may use, 0 for all that there are.
std::string watched(int threads, const pybind11::object& progress,
                    const std::function<std::string(const RunControl&)>& question);

}  // namespace freiton::python
