// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "asked.hpp"
#include "freiton/report/comparison_report.hpp"
#include "freiton/report/contract_report.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/warning_text.hpp"
#include "freiton/study/compare.hpp"
#include "freiton/study/contract.hpp"
#include "registrations.hpp"
#include "watched.hpp"

// The answers are the JSON of the reports, so that Python sees what the command line prints.
namespace freiton::python {

namespace py = pybind11;

namespace {

study::PlanOptions options(const RunControl& control) { return {.explain = true, .control = control}; }

std::string plan_json(const LoadedScenario& loaded, const Changes& changes, int threads, const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            return report::plan_json(scenario, study::plan(scenario, options(control)));
        });
    });
}

std::string compare_json(const LoadedScenario& loaded, const Changes& changes, int threads,
                         const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            return report::comparison_json(study::compare(scenario, options(control)));
        });
    });
}

std::string contract_json(const LoadedScenario& loaded, const Changes& changes, int threads,
                          const py::object& progress) {
    return watched(threads, progress, [&](const RunControl& control) {
        return asked(loaded, changes, [&](const Scenario& scenario) {
            return report::contract_json(study::contract(scenario, control));
        });
    });
}

}  // namespace

void register_plan(py::module_& module) {
    py::class_<Changes>(module, "Changes")
        .def(py::init<>())
        .def_readwrite("seed", &Changes::seed)
        .def_readwrite("replications", &Changes::replications)
        .def_readwrite("half_width_shares", &Changes::half_width_shares)
        .def_readwrite("half_width_times", &Changes::half_width_times)
        .def_readwrite("staff", &Changes::staff);
    module.def("plan_json", &plan_json, py::arg("scenario"), py::arg("changes"), py::arg("threads"),
               py::arg("progress"));
    module.def("compare_json", &compare_json, py::arg("scenario"), py::arg("changes"), py::arg("threads"),
               py::arg("progress"));
    module.def("contract_json", &contract_json, py::arg("scenario"), py::arg("changes"), py::arg("threads"),
               py::arg("progress"));
    module.def(
        "warning_text",
        [](const std::string& code, const std::vector<std::string>& arguments) {
            const auto known = warning_code(code);
            if (!known) throw py::value_error("unknown code of a warning: " + code);
            return report::warning_text({*known, arguments}, report::Language::en);
        },
        py::arg("code"), py::arg("arguments"));
}

}  // namespace freiton::python
