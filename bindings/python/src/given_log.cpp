// SPDX-License-Identifier: Apache-2.0
#include "given_log.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "registrations.hpp"

namespace freiton::python {

namespace py = pybind11;
using input::LogOptions;

namespace {

void set_month_first(LogOptions& options, bool month_first) {
    options.dates = month_first ? input::DateOrder::month_first : input::DateOrder::day_first;
}

void set_decimal_comma(LogOptions& options, bool comma) {
    options.decimal = comma ? input::DecimalSign::comma : input::DecimalSign::point;
}

void set_open(LogOptions& options, int from_min, int to_min) {
    options.open = OpenSpan{Minutes{from_min}, Minutes{to_min}};
}

}  // namespace

void register_given_log(py::module_& module) {
    py::class_<LogOptions>(module, "LogOptions")
        .def(py::init<>())
        .def_readwrite("columns", &LogOptions::columns)
        .def_readwrite("unit_s", &LogOptions::unit_s)
        .def_readwrite("sheet", &LogOptions::sheet)
        .def_readwrite("time_zone", &LogOptions::time_zone)
        .def_readwrite("handling_time_given", &LogOptions::handling_time_given)
        .def("set_month_first", &set_month_first, py::arg("month_first"))
        .def("set_decimal_comma", &set_decimal_comma, py::arg("comma"))
        .def(
            "set_first_day",
            [](LogOptions& options, const std::string& date) { options.first_day = parse_date(date).date; },
            py::arg("date"))
        .def("set_open", &set_open, py::arg("from_min"), py::arg("to_min"));
    py::class_<GivenLog>(module, "Log")
        .def(py::init([](const std::string& file, const std::optional<std::string>& text, const LogOptions& reading) {
                 return GivenLog{file, text, reading};
             }),
             py::arg("file"), py::arg("text"), py::arg("reading"));
}

}  // namespace freiton::python
