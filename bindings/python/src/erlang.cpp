// SPDX-License-Identifier: Apache-2.0
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <map>

#include "erlang_columns.hpp"
#include "for_each_row.hpp"
#include "freiton/analytic/erlang_case.hpp"
#include "registrations.hpp"

namespace freiton::python {

namespace py = pybind11;
using Array = py::array_t<double, py::array::c_style>;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

ErlangModel model_of(const std::string& name) {
    return name == "b" ? ErlangModel::b : name == "c" ? ErlangModel::c : ErlangModel::a;
}

Counting counting_of(const std::string& word) {
    static const std::map<std::string, Counting> words = {{"offered", Counting::offered},
                                                          {"answered", Counting::answered},
                                                          {"offered_without_early", Counting::offered_without_early},
                                                          {"early_counts", Counting::early_counts},
                                                          {"virtual", Counting::virtual_wait}};
    const auto found = words.find(word);
    if (found != words.end()) return found->second;
    throw py::value_error(
        "counting: must be offered, answered, offered_without_early, early_counts or virtual, got \"" + word + "\"");
}

// The arrays must outlive the columns: Python holds them during the call.
ErlangColumns columns_of(const std::string& model, const py::dict& arrays, const std::string& counting) {
    ErlangColumns columns{.model = model_of(model), .counting = counting_of(counting)};
    for (const auto& [name, values] : arrays) {
        const auto array = py::cast<Array>(values);
        const auto field = erlang_field_of(py::cast<std::string>(name));
        if (!field || array.ptr() != values.ptr()) throw py::type_error("not a column of doubles");
        columns.columns[static_cast<std::size_t>(*field)] = {array.data(), static_cast<std::size_t>(array.size())};
    }
    return columns;
}

py::dict erlang_figures(const std::string& model, const py::dict& arrays, const std::string& counting,
                        std::size_t size) {
    const ErlangColumns columns = columns_of(model, arrays, counting);
    columns.check();
    std::array<Array, erlang_figure_names.size()> figures;
    std::array<double*, erlang_figure_names.size()> to{};
    py::dict result;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        figures[i] = Array(static_cast<py::ssize_t>(size));
        to[i] = figures[i].mutable_data();
        result[py::str(std::string{erlang_figure_names[i].key})] = figures[i];
    }
    py::array_t<bool> stable(static_cast<py::ssize_t>(size));
    result["stable"] = stable;
    bool* to_stable = stable.mutable_data();
    for_each_row(size, [&](std::size_t row) {
        const std::optional<ErlangCase> question = columns.at(row);
        ErlangFigures found{.stable = false};
        if (question) found = analytic::answer_at(*question, *question->load, *question->agents).figures;
        for (std::size_t i = 0; i < to.size(); ++i) to[i][row] = found.*(erlang_figure_names[i].member);
        to_stable[row] = found.stable;
    });
    return result;
}

Array erlang_agents(const std::string& model, const py::dict& arrays, const std::string& counting, std::size_t size,
                    bool fractional) {
    ErlangColumns columns = columns_of(model, arrays, counting);
    columns.fractional = fractional;
    columns.check();
    Array agents(static_cast<py::ssize_t>(size));
    double* to = agents.mutable_data();
    for_each_row(size, [&](std::size_t row) {
        const std::optional<ErlangCase> question = columns.at(row);
        const std::optional<Agents> fewest = question ? analytic::fewest_agents(*question) : std::nullopt;
        to[row] = fewest ? fewest->value() : nothing;
    });
    return agents;
}

Array erlang_load(const std::string& model, const py::dict& arrays, const std::string& counting, std::size_t size) {
    const ErlangColumns columns = columns_of(model, arrays, counting);
    columns.check();
    Array load(static_cast<py::ssize_t>(size));
    double* to = load.mutable_data();
    for_each_row(size, [&](std::size_t row) {
        const std::optional<ErlangCase> question = columns.at(row);
        to[row] = question ? analytic::largest_load(*question).value() : nothing;
    });
    return load;
}

}  // namespace

void register_erlang(py::module_& module) {
    module.def("erlang_figures", &erlang_figures, py::arg("model"), py::arg("columns"), py::arg("counting"),
               py::arg("size"));
    module.def("erlang_agents", &erlang_agents, py::arg("model"), py::arg("columns"), py::arg("counting"),
               py::arg("size"), py::arg("fractional"));
    module.def("erlang_load", &erlang_load, py::arg("model"), py::arg("columns"), py::arg("counting"), py::arg("size"));
}

}  // namespace freiton::python
