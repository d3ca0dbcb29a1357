// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/import_log.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "freiton/input/read_scenario.hpp"
#include "freiton/report/import_report.hpp"
#include "given_log.hpp"
#include "imported.hpp"
#include "registrations.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

std::vector<std::string> sentences_of(const LogReading& reading) {
    std::vector<std::string> sentences;
    sentences.reserve(reading.notes.size());
    for (const LogNote& note : reading.notes) sentences.push_back(report::note_text(note, report::Language::en));
    return sentences;
}

std::tuple<std::string, std::vector<std::string>> look(const GivenLog& log) {
    const input::LogLook found = log.look();
    return {report::look_json(found.log, found.problems), sentences_of(found.log.reading)};
}

Imported import_log(const GivenLog& log, const std::string& title, std::optional<int> interval_min,
                    std::optional<double> handling_time_s) {
    return imported_of(study::import_log(log.read(), log.file, import_options(title, interval_min, handling_time_s)));
}

}  // namespace

study::ImportOptions import_options(const std::string& title, std::optional<int> interval_min,
                                    std::optional<double> handling_time_s) {
    study::ImportOptions options{.title = title};
    if (interval_min) options.interval = Minutes{*interval_min};
    if (handling_time_s) options.handling_time = Seconds{*handling_time_s};
    return options;
}

Imported imported_of(const study::ImportedLog& imported) {
    const LogSummary& summary = imported.summary;
    std::vector<std::string> gaps;
    gaps.reserve(summary.gaps.size());
    for (const LogGap gap : summary.gaps) gaps.push_back(report::gap_text(gap, report::Language::en));
    return {report::import_json(summary, {}), input::scenario_text(imported.parts),
            report::volumes_csv(imported.parts.work), sentences_of(summary.reading), std::move(gaps)};
}

void register_import_log(py::module_& module) {
    const py::call_guard<py::gil_scoped_release> others_may_run;
    module.def("look", &look, py::arg("log"), others_may_run);
    module.def("import_log", &import_log, py::arg("log"), py::arg("title"), py::arg("interval_min"),
               py::arg("handling_time_s"), others_may_run);
}

}  // namespace freiton::python
