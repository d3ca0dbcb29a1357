// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "freiton/core/files.hpp"
#include "freiton/input/read_study.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/report/text_writer.hpp"
#include "freiton/study/engine_version.hpp"
#include "freiton/study/study_summary.hpp"
#include "freiton/study/sweep.hpp"
#include "registrations.hpp"
#include "tree_objects.hpp"
#include "watched.hpp"

namespace freiton::python {

namespace py = pybind11;
using study::StudyRun;
using study::Variations;

namespace {

using OptionalSeed = std::optional<std::uint64_t>;

Variations load_study(const std::string& path, OptionalSeed seed) {
    const py::gil_scoped_release others_may_run;
    return Variations{input::read_study(path, seed)};
}

Variations made(input::StudySource source, const std::optional<std::string>& scenario) {
    const py::gil_scoped_release others_may_run;
    if (scenario) source.scenario = input::parse_yaml(*scenario, source.file);
    return Variations{input::Study{source}};
}

Variations study_of_objects(const py::object& objects, const std::string& directory,
                            const std::optional<std::string>& scenario, OptionalSeed seed, input::TableTexts tables) {
    return made({tree_of(objects), "", directory, {}, seed, std::move(tables)}, scenario);
}

Variations study_of_text(const std::string& yaml, const std::string& scenario, input::TableTexts tables) {
    return made({input::parse_yaml(yaml, ""), "", "", {}, {}, std::move(tables)}, scenario);
}

py::dict tables_of(const Variations& variations) {
    py::dict tables;
    for (const auto& [path, text] : variations.study().tables()) tables[py::str(path)] = py::bytes(text);
    return tables;
}

// The rows of these variations as lines of text, each with its checksum.
std::string rows_text(const Variations& variations, const std::vector<std::size_t>& which) {
    const py::gil_scoped_release others_may_run;
    study::RowLines lines;
    std::string text;
    for (const std::size_t variation : which) {
        if (variation >= variations.count()) throw std::out_of_range{"variation"};
        text += lines.text(*variations.row(variation, {.threads = 1}));
    }
    return text;
}

std::size_t add_rows(StudyRun& run, const std::string& text) {
    const py::gil_scoped_release others_may_run;
    study::RowLines lines;
    std::size_t rows = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (auto row = lines.read(std::string_view{text}.substr(begin, end - begin))) {
            run.add(std::move(*row));
            ++rows;
        }
        begin = end + 1;
    }
    return rows;
}

StudyTable swept(const Variations& variations, const std::string& directory, bool resume, int threads,
                 const py::object& progress) {
    StudyTable table;
    watched(threads, progress, [&](const RunControl& control) {
        table = study::sweep(variations, {.directory = directory, .resume = resume, .control = control});
        return std::string{};
    });
    return table;
}

std::string csv_of(const StudyTable& table) {
    std::string csv;
    report::study_csv(table, [&](std::string_view bytes) { csv += bytes; });
    return csv;
}

void register_variations(py::module_& module) {
    py::class_<Variations>(module, "Study")
        .def_property_readonly("title", [](const Variations& self) { return self.study().parts().title; })
        .def_property_readonly("question",
                               [](const Variations& self) { return question_name(self.study().parts().question); })
        .def_property_readonly("design",
                               [](const Variations& self) { return design_name(self.study().parts().design); })
        .def_property_readonly("count", &Variations::count)
        .def_property_readonly("seed", [](const Variations& self) { return self.study().seed(); })
        .def_property_readonly(
            "key", [](const Variations& self) { return study::study_key(self.study(), study::engine_version()); })
        .def_property_readonly("keys",
                               [](const Variations& self) {
                                   std::vector<std::string> keys;
                                   for (const input::Vary& varied : self.study().parts().vary)
                                       keys.push_back(varied.name);
                                   return keys;
                               })
        .def("settings",
             [](const Variations& self, std::size_t variation) {
                 std::vector<std::string> texts;
                 for (const StudyValue& value : self.settings(variation)) texts.push_back(value.text);
                 return texts;
             })
        .def("study_yaml", [](const Variations& self) { return input::study_text(self.study().parts()); })
        .def("scenario_yaml", [](const Variations& self) { return input::yaml_text(self.study().scenario_tree()); })
        .def("tables", &tables_of)
        .def("rows", &rows_text, py::arg("variations"))
        .def("failed_row", [](const Variations& self, std::size_t variation, const std::string& error) {
            return study::RowLines{}.text({.variation = variation, .seed = self.study().seed(), .error = error});
        });
    module.def("load_study", &load_study, py::arg("path"), py::arg("seed"));
    module.def("study_of_objects", &study_of_objects, py::arg("objects"), py::arg("directory"), py::arg("scenario"),
               py::arg("seed"), py::arg("tables"));
    module.def("study_of_text", &study_of_text, py::arg("yaml"), py::arg("scenario"), py::arg("tables"));
}

}  // namespace

void register_study(py::module_& module) {
    register_variations(module);
    py::class_<StudyTable>(module, "StudyTable")
        .def_readonly("variations", &StudyTable::variations)
        .def_readonly("interrupted", &StudyTable::interrupted)
        .def_property_readonly("failed", &StudyTable::failed)
        .def_property_readonly("text_inputs",
                               [](const StudyTable& self) {
                                   std::vector<std::string> columns;
                                   for (const StudyInput& input : self.inputs)
                                       if (!input.numeric) columns.push_back(input.column);
                                   return columns;
                               })
        .def("csv", &csv_of)
        .def("effects_csv", [](const StudyTable& self) { return report::effects_csv(study::summary_of(self)); })
        .def("tradeoff_csv", [](const StudyTable& self) { return report::tradeoff_csv(self, study::summary_of(self)); })
        .def("text", [](const StudyTable& self) {
            return report::text_of(report::study_document(self, study::summary_of(self), report::Language::en));
        });
    py::class_<StudyRun>(module, "StudyRun")
        .def(py::init([](const Variations& study, const std::string& directory, bool resume) {
                 return std::make_unique<StudyRun>(study, directory, resume);
             }),
             py::arg("study"), py::arg("directory"), py::arg("resume"), py::keep_alive<1, 2>())
        .def("missing", &StudyRun::missing)
        .def_property_readonly("done", &StudyRun::done)
        .def("add", &add_rows, py::arg("rows"))
        .def("close", &StudyRun::close)
        .def("finish", &StudyRun::finish, py::arg("interrupted"), py::call_guard<py::gil_scoped_release>());
    module.def("sweep", &swept, py::arg("study"), py::arg("directory"), py::arg("resume"), py::arg("threads"),
               py::arg("progress"));
}

}  // namespace freiton::python
