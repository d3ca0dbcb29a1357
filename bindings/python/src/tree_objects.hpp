// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/yaml_tree.hpp"

namespace pybind11 {
class object;
class handle;
}  // namespace pybind11

namespace freiton::python {

/// The tree of plain Python objects: dict with str keys, list, str, None. Throws InputError if it is too deep, and
/// TypeError for anything else (freiton._plain makes objects plain).
input::YamlNode tree_of(const pybind11::handle& object);

/// The other way: scalars that are written like numbers or like true and false become such, unless quoted.
pybind11::object objects_of(const input::YamlNode& node);

}  // namespace freiton::python
