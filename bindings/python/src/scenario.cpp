// SPDX-License-Identifier: Apache-2.0
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "content.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/organisation_fields.hpp"
#include "freiton/input/read_scenario.hpp"
#include "loaded_scenario.hpp"
#include "registrations.hpp"
#include "tree_objects.hpp"

namespace freiton::python {

namespace py = pybind11;
using input::YamlNode;

namespace {

LoadedScenario checked(YamlNode tree, const std::string& file, const std::filesystem::path& directory,
                       input::TableTexts tables = {}) {
    Scenario scenario = input::scenario_from_tree(tree, file, directory, tables);
    return {file, directory, std::move(tables), {std::move(tree), std::move(scenario)}};
}

LoadedScenario load_file(const std::string& path) {
    const py::gil_scoped_release others_may_run;
    const std::filesystem::path file{path};
    return checked(input::parse_yaml(read_file(file, input::most_yaml_bytes), path), path, file.parent_path());
}

LoadedScenario load_text(const std::string& yaml, const std::string& file, const std::string& directory,
                         input::TableTexts tables) {
    const py::gil_scoped_release others_may_run;
    return checked(input::parse_yaml(yaml, file), file, directory, std::move(tables));
}

LoadedScenario load_objects(const py::object& objects, const std::string& file, const std::string& directory,
                            input::TableTexts tables) {
    YamlNode tree = tree_of(objects);
    const py::gil_scoped_release others_may_run;
    return checked(std::move(tree), file, directory, std::move(tables));
}

// New tables take the place of old ones of the same name.
LoadedScenario changed(const LoadedScenario& from, const py::dict& values, input::TableTexts tables) {
    std::vector<input::Change> changes;
    for (const auto& [path, value] : values) changes.push_back({py::cast<std::string>(path), tree_of(value)});
    if (Problems undone = undone_changes(changes); !undone.empty()) throw InputError{std::move(undone)};
    const py::gil_scoped_release others_may_run;
    tables.insert(from.tables.begin(), from.tables.end());
    input::ReadScenario read = changed_scenario(from.read.tree, changes, from.file, from.directory, tables);
    return {from.file, from.directory, std::move(tables), std::move(read)};
}

LoadedScenario organised(const LoadedScenario& from, const std::string& organisation) {
    const py::gil_scoped_release others_may_run;
    return checked(input::organised_tree(from.read.tree, organisation), from.file, from.directory, from.tables);
}

py::object resolved_objects(const LoadedScenario& loaded) {
    return objects_of(input::parse_yaml(input::resolved_scenario(loaded.read.scenario), loaded.file));
}

py::list intervals(const LoadedScenario& loaded) {
    const Calendar& calendar = loaded.read.scenario.calendar();
    py::list rows;
    for (IntervalIndex i{0}; i < calendar.intervals().size(); ++i)
        rows.append(py::make_tuple(calendar.start_text(i), calendar.end_text(i)));
    return rows;
}

template <class Named>
std::vector<std::string> names_of(const std::vector<Named>& parts) {
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (const Named& part : parts) names.push_back(part.name);
    return names;
}

}  // namespace

void register_scenario(py::module_& module) {
    py::class_<LoadedScenario>(module, "Scenario")
        .def_property_readonly("file", [](const LoadedScenario& self) { return self.file; })
        .def_property_readonly("directory", [](const LoadedScenario& self) { return self.directory.string(); })
        .def_property_readonly("title", [](const LoadedScenario& self) { return self.read.scenario.title(); })
        .def_property_readonly("work", [](const LoadedScenario& self) { return names_of(self.read.scenario.work()); })
        .def_property_readonly("teams", [](const LoadedScenario& self) { return names_of(self.read.scenario.teams()); })
        .def_property_readonly(
            "organisations",
            [](const LoadedScenario& self) { return names_of(self.read.scenario.parts().organisations); })
        .def_property_readonly("tables", [](const LoadedScenario& self) { return self.tables; })
        .def("changed", &changed, py::arg("values"), py::arg("tables"))
        .def("organised", &organised, py::arg("organisation"))
        .def("intervals", &intervals)
        .def("content", [](const LoadedScenario& self) { return py::bytes(content_of(self.read.scenario)); })
        .def("written_objects", [](const LoadedScenario& self) { return objects_of(self.read.tree); })
        .def("written_yaml", [](const LoadedScenario& self) { return input::yaml_text(self.read.tree); })
        .def("resolved_objects", &resolved_objects)
        .def("resolved_yaml", [](const LoadedScenario& self) { return input::resolved_scenario(self.read.scenario); });
    module.def("load_file", &load_file, py::arg("path"));
    module.def("load_text", &load_text, py::arg("yaml"), py::arg("file"), py::arg("directory"), py::arg("tables"));
    module.def("load_objects", &load_objects, py::arg("objects"), py::arg("file"), py::arg("directory"),
               py::arg("tables"));
}

}  // namespace freiton::python
