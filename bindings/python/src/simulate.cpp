// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/simulate.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "asked.hpp"
#include "freiton/report/plan_report.hpp"
#include "registrations.hpp"
#include "watched.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

std::string simulate_json(const LoadedScenario& loaded, const Changes& changes, bool headroom, int threads,
                          const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            const StaffingPlan plan = study::given_staffing(scenario);
            const PlanResult result = study::simulate(scenario, plan, control);
            std::optional<double> scale;
            if (headroom && !control.stopped()) scale = study::headroom(scenario, plan, control).scale;
            return report::plan_json(scenario, result, scale);
        });
    });
}

std::string trace_csv(const LoadedScenario& loaded, const Changes& changes) {
    const py::gil_scoped_release others_may_run;
    return asked(loaded, changes, [](const Scenario& scenario) {
        return report::trace_csv(study::trace(scenario, study::given_staffing(scenario)));
    });
}

}  // namespace

void register_simulate(py::module_& module) {
    module.def("simulate_json", &simulate_json, py::arg("scenario"), py::arg("changes"), py::arg("headroom"),
               py::arg("threads"), py::arg("progress"));
    module.def("trace_csv", &trace_csv, py::arg("scenario"), py::arg("changes"));
}

}  // namespace freiton::python
