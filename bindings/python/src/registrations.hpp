// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace pybind11 {
class module_;
}

/// Each source file adds its own names to the module.
namespace freiton::python {

void register_errors(pybind11::module_& module);
void register_scenario(pybind11::module_& module);
void register_plan(pybind11::module_& module);
void register_simulate(pybind11::module_& module);
void register_given_log(pybind11::module_& module);
void register_import_log(pybind11::module_& module);
void register_forecast(pybind11::module_& module);
void register_validate(pybind11::module_& module);
void register_law(pybind11::module_& module);
void register_backlog(pybind11::module_& module);
void register_study(pybind11::module_& module);
void register_erlang(pybind11::module_& module);

}  // namespace freiton::python
