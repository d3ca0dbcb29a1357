// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cmath>

#include "for_each_row.hpp"
#include "freiton/input/law_fields.hpp"
#include "freiton/input/scalar_fields.hpp"
#include "freiton/model/law_functions.hpp"
#include "freiton/simulation/kernel/sampler.hpp"
#include "loaded_scenario.hpp"
#include "registrations.hpp"
#include "tree_objects.hpp"

namespace freiton::python {

namespace py = pybind11;
using Array = py::array_t<double, py::array::c_style>;

namespace {

// As a scenario states it; an empirical one has its values beside it.
DurationLaw law_from(const py::object& stated, std::vector<double> values_s) {
    using namespace input;
    static const Codec<DurationLaw> codec = duration_law(duration(positive, std::string{seconds_or_minutes}),
                                                         duration(not_negative, std::string{seconds_or_minutes}));
    const YamlNode node = tree_of(stated);
    Problems problems;
    DurationLaw law;
    codec.read(Reader{"", problems}, node, law);
    if (!problems.empty()) throw InputError{std::move(problems)};
    law.values_s = std::move(values_s);
    return law;
}

Array mapped(const std::function<double(double)>& function, const Array& from) {
    Array to(from.size());
    const double* x = from.data();
    double* y = to.mutable_data();
    for_each_row(static_cast<std::size_t>(from.size()),
                 [&](std::size_t row) { y[row] = std::isnan(x[row]) ? x[row] : function(x[row]); });
    return to;
}

Array sample(const DurationLaw& law, std::size_t size, std::uint64_t seed) {
    using namespace simulation::kernel;
    Generator generator{seed, 0, Purpose::asked, 0, 0};
    const Sampler draw = make_sampler(law);
    Array draws(static_cast<py::ssize_t>(size));
    double* to = draws.mutable_data();
    for_each_row(size, [&](std::size_t row) { to[row] = draw(generator); });
    return draws;
}

const Work& work_of(const LoadedScenario& loaded, const std::string& name) {
    for (const Work& work : loaded.read.scenario.work())
        if (work.name == name) return work;
    throw py::key_error(name);
}

}  // namespace

void register_law(py::module_& module) {
    using Law = DurationLaw;
    py::class_<Law>(module, "DurationLaw")
        .def(py::init(&law_from), py::arg("stated"), py::arg("values_s"))
        .def("mean", [](const Law& self) { return law_mean(self); })
        .def("sd", [](const Law& self) { return law_sd(self); })
        .def("skewness", [](const Law& self) { return law_skewness(self); })
        .def("excess_kurtosis", [](const Law& self) { return law_excess_kurtosis(self); })
        .def_property_readonly("values_s", [](const Law& self) { return self.values_s; })
        .def(
            "cdf", [](const Law& self, const Array& t_s) { return mapped(law_cdf_function(self), t_s); },
            py::arg("t_s"))
        .def(
            "tail", [](const Law& self, const Array& t_s) { return mapped(law_tail_function(self), t_s); },
            py::arg("t_s"))
        .def(
            "quantile", [](const Law& self, const Array& p) { return mapped(law_quantile_function(self), p); },
            py::arg("p"))
        .def("sample", &sample, py::arg("size"), py::arg("seed"));
    module.def(
        "handling_time",
        [](const LoadedScenario& loaded, const std::string& work) { return work_of(loaded, work).handling_time; },
        py::arg("scenario"), py::arg("work"));
    module.def(
        "patience",
        [](const LoadedScenario& loaded, const std::string& work) { return work_of(loaded, work).patience; },
        py::arg("scenario"), py::arg("work"));
}

}  // namespace freiton::python
