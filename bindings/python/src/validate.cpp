// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/validate.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "asked.hpp"
#include "freiton/input/read_call_log.hpp"
#include "freiton/report/calibration_report.hpp"
#include "freiton/report/validation_report.hpp"
#include "freiton/study/calibrate.hpp"
#include "registrations.hpp"
#include "watched.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

std::string validate_json(const LoadedScenario& loaded, const Changes& changes, const std::string& against,
                          const input::LogOptions& reading, double wrap_up_s, int threads, const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            const CallLog log = input::read_call_log(against, reading);
            return report::validation_json(
                study::validate(scenario, log, against, {.wrap_up = Seconds{wrap_up_s}}, control));
        });
    });
}

std::string calibrate_json(const LoadedScenario& loaded, const Changes& changes, const std::string& against,
                           const input::LogOptions& reading, int threads, const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            return report::calibration_json(
                study::calibrate(scenario, input::read_call_log(against, reading), against, control));
        });
    });
}

}  // namespace

void register_validate(py::module_& module) {
    py::class_<input::LogOptions>(module, "LogOptions")
        .def(py::init([] {
            input::LogOptions options;
            options.handling_time_given = true;  // who has none is not held against it
            return options;
        }))
        .def_readwrite("columns", &input::LogOptions::columns)
        .def_readwrite("unit_s", &input::LogOptions::unit_s)
        .def_readwrite("sheet", &input::LogOptions::sheet)
        .def_readwrite("time_zone", &input::LogOptions::time_zone)
        .def(
            "set_month_first",
            [](input::LogOptions& options, bool month_first) {
                options.dates = month_first ? input::DateOrder::month_first : input::DateOrder::day_first;
            },
            py::arg("month_first"));
    module.def("validate_json", &validate_json, py::arg("scenario"), py::arg("changes"), py::arg("against"),
               py::arg("reading"), py::arg("wrap_up_s"), py::arg("threads"), py::arg("progress"));
    module.def("calibrate_json", &calibrate_json, py::arg("scenario"), py::arg("changes"), py::arg("against"),
               py::arg("reading"), py::arg("threads"), py::arg("progress"));
}

}  // namespace freiton::python
