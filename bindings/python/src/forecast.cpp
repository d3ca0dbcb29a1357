// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>

#include "freiton/report/forecast_report.hpp"
#include "freiton/study/forecast_scenario.hpp"
#include "given_log.hpp"
#include "imported.hpp"
#include "registrations.hpp"

namespace freiton::python {

namespace py = pybind11;

namespace {

// The JSON, the tables of --csv as (name, text), and the scenarios of expected, low and high days by the end of their
// files' names, where there can be any.
using Scenarios = std::vector<std::pair<std::string, Imported>>;
using Forecasted = std::tuple<std::string, std::vector<std::pair<std::string, std::string>>, std::optional<Scenarios>>;

// Nobody is asked for handling times who wants volumes only: then there is no scenario.
std::optional<Scenarios> scenarios_of(const CallLog& log, const GivenLog& history, const Forecast& forecast,
                                      const study::ImportOptions& options) {
    try {
        Scenarios scenarios;
        for (const ForecastScene scene : all_forecast_scenes)
            scenarios.emplace_back(scene_suffix(scene),
                                   imported_of(study::forecast_scenario(log, history.file, forecast, options, scene)));
        return scenarios;
    } catch (const InputError& error) {
        const Problems& problems = error.problems();
        const bool only_asked = std::all_of(problems.begin(), problems.end(), [](const Problem& problem) {
            return problem.rule == Rule::log_without_handling_time;
        });
        if (!only_asked) throw;
        return std::nullopt;
    }
}

Forecasted forecast(const GivenLog& history, const study::ForecastOptions& options, const std::string& title,
                    std::optional<int> interval_min, std::optional<double> handling_time_s) {
    const study::ImportOptions of_scenario = import_options(title, interval_min, handling_time_s);
    study::ForecastOptions asked = options;
    asked.interval = of_scenario.interval;
    const CallLog log = history.read();
    const Forecast forecast = study::forecast(log, history.file, asked);
    std::vector<std::pair<std::string, std::string>> tables;
    for (report::NamedBytes& file : report::forecast_csv(forecast))
        tables.emplace_back(std::move(file.name), std::move(file.bytes));
    return {report::forecast_json(forecast), std::move(tables), scenarios_of(log, history, forecast, of_scenario)};
}

// Python has checked that they are dates.
std::vector<Date> dates_of(const std::vector<std::string>& texts) {
    std::vector<Date> dates;
    for (const std::string& text : texts)
        if (const ParsedDate parsed = parse_date(text); parsed.date) dates.push_back(*parsed.date);
    return dates;
}

}  // namespace

void register_forecast(py::module_& module) {
    using study::ForecastOptions;
    py::class_<ForecastOptions>(module, "ForecastOptions")
        .def(py::init<>())
        .def_readwrite("days", &ForecastOptions::days)
        .def_readwrite("low_quantile", &ForecastOptions::low_quantile)
        .def_readwrite("high_quantile", &ForecastOptions::high_quantile)
        .def(
            "set_from", [](ForecastOptions& asked, const std::string& date) { asked.from = parse_date(date).date; },
            py::arg("date"))
        .def(
            "set_holidays",
            [](ForecastOptions& asked, const std::vector<std::string>& dates) { asked.holidays = dates_of(dates); },
            py::arg("dates"))
        .def(
            "add_event",
            [](ForecastOptions& asked, const std::string& name, const std::vector<std::string>& dates) {
                asked.events.push_back({name, dates_of(dates)});
            },
            py::arg("name"), py::arg("dates"));
    module.def("forecast", &forecast, py::arg("history"), py::arg("options"), py::arg("title"), py::arg("interval_min"),
               py::arg("handling_time_s"), py::call_guard<py::gil_scoped_release>());
}

}  // namespace freiton::python
