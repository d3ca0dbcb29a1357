// SPDX-License-Identifier: Apache-2.0
#include <pybind11/pybind11.h>

#include "registrations.hpp"

PYBIND11_MODULE(_engine, module) {
    module.doc() = "The engine behind freiton. Private: names here may change with every version.";
    module.attr("__version__") = FREITON_VERSION;
    freiton::python::register_errors(module);
    freiton::python::register_scenario(module);
    freiton::python::register_plan(module);
    freiton::python::register_simulate(module);
    freiton::python::register_given_log(module);
    freiton::python::register_import_log(module);
    freiton::python::register_forecast(module);
    freiton::python::register_validate(module);
    freiton::python::register_law(module);
    freiton::python::register_backlog(module);
    freiton::python::register_study(module);
    freiton::python::register_erlang(module);
}
