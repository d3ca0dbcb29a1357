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
            PlanResult result = study::simulate(scenario, plan, headroom ? control.part(0.0, 0.1) : control);
            if (!headroom) return report::plan_json(scenario, result);
            const auto found = study::headroom_beside(result, scenario, control.part(0.1, 1.0));
            if (!found) return report::plan_json(scenario, result);
            return report::plan_json(scenario, result, report::HeadroomScale{found->scale, found->at_least});
        });
    });
}

std::string trace_csv(const LoadedScenario& loaded, const Changes& changes) {
    return watched(1, py::none(), [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            return report::trace_csv(study::trace(scenario, study::given_staffing(scenario), control), control);
        });
    });
}

}  // namespace

void register_simulate(py::module_& module) {
    module.def("simulate_json", &simulate_json, py::arg("scenario"), py::arg("changes"), py::arg("headroom"),
               py::arg("threads"), py::arg("progress"));
    module.def("trace_csv", &trace_csv, py::arg("scenario"), py::arg("changes"));
}

}  // namespace freiton::python
