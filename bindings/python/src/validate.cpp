// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/validate.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "asked.hpp"
#include "freiton/report/calibration_report.hpp"
#include "freiton/report/validation_report.hpp"
#include "freiton/study/calibrate.hpp"
#include "given_log.hpp"
#include "registrations.hpp"
#include "watched.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

std::string validate_json(const LoadedScenario& loaded, const Changes& changes, const GivenLog& against,
                          std::optional<double> wrap_up_s, int threads, const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            study::ValidateOptions options;
            if (wrap_up_s) options.wrap_up = Seconds{*wrap_up_s};
            return report::validation_json(
                study::validate(scenario, against.read_for(scenario), against.file, options, control));
        });
    });
}

std::string calibrate_json(const LoadedScenario& loaded, const Changes& changes, const GivenLog& against, int threads,
                           const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            return report::calibration_json(
                study::calibrate(scenario, against.read_for(scenario), against.file, control));
        });
    });
}

}  // namespace

void register_validate(py::module_& module) {
    module.def("validate_json", &validate_json, py::arg("scenario"), py::arg("changes"), py::arg("against"),
               py::arg("wrap_up_s"), py::arg("threads"), py::arg("progress"));
    module.def("calibrate_json", &calibrate_json, py::arg("scenario"), py::arg("changes"), py::arg("against"),
               py::arg("threads"), py::arg("progress"));
}

}  // namespace freiton::python
