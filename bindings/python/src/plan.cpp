// SPDX-License-Identifier: Apache-2.0
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "freiton/report/plan_report.hpp"
#include "freiton/report/warning_text.hpp"
#include "freiton/study/plan.hpp"
#include "loaded_scenario.hpp"
#include "registrations.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

// Problems that show only when a scenario is used have a key, but no file.
InputError with_file(const InputError& error, const std::string& file) {
    Problems problems = error.problems();
    for (Problem& problem : problems)
        if (problem.place.file.empty()) problem.place.file = file;
    return InputError{std::move(problems)};
}

// The JSON of the report, so that Python sees what `freiton plan --json` prints.
std::string plan_json(const LoadedScenario& loaded, std::optional<std::uint64_t> seed) {
    const py::gil_scoped_release others_may_run;
    const Scenario& scenario = loaded.read.scenario;
    try {
        const PlanResult result = study::plan(scenario, {.seed = seed.value_or(scenario.parts().simulation.seed)});
        return report::plan_json(scenario, result);
    } catch (const InputError& error) {
        throw with_file(error, loaded.file);
    }
}

}  // namespace

void register_plan(py::module_& module) {
    module.def("plan_json", &plan_json, py::arg("scenario"), py::arg("seed"));
    module.def(
        "warning_text",
        [](const std::string& code, const std::vector<std::string>& arguments) {
            return report::warning_text({code, arguments}, report::Language::en);
        },
        py::arg("code"), py::arg("arguments"));
}

}  // namespace freiton::python
