// SPDX-License-Identifier: Apache-2.0
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "freiton/core/problem.hpp"
#include "freiton/report/problem_text.hpp"
#include "registrations.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

py::object text_or_none(const std::string& text) { return text.empty() ? py::none() : py::object{py::str(text)}; }
py::object number_or_none(int number) { return number == 0 ? py::none() : py::object{py::int_(number)}; }

// The order of the fields of freiton._errors.Problem.
py::tuple problem_fields(const Problem& problem) {
    constexpr auto english = report::Language::en;
    const Place& place = problem.place;
    return py::make_tuple(text_or_none(place.file), number_or_none(place.line), number_or_none(place.column),
                          problem.key, report::rule_text(problem, english), problem.value,
                          text_or_none(problem.suggestion), report::problem_text(problem, english));
}

// Raises freiton.ScenarioError. If even that fails, Python's own error stands in its place.
void raise(const InputError& error) {
    try {
        py::list problems;
        for (const Problem& problem : error.problems()) problems.append(problem_fields(problem));
        const py::object type = py::module_::import("freiton._errors").attr("ScenarioError");
        const py::object made =
            type.attr("_of")(problems, report::problems_text(error.problems(), report::Language::en));
        PyErr_SetObject(type.ptr(), made.ptr());
    } catch (py::error_already_set& other) {
        other.restore();
    }
}

}  // namespace

void register_errors(py::module_&) {
    py::register_exception_translator([](std::exception_ptr pointer) {
        try {
            if (pointer) std::rethrow_exception(pointer);
        } catch (const InputError& error) {
            raise(error);
        }
    });
}

}  // namespace freiton::python
