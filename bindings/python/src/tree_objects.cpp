// SPDX-License-Identifier: Apache-2.0
#include "tree_objects.hpp"

#include <pybind11/pybind11.h>

#include <charconv>

namespace freiton::python {

namespace py = pybind11;
using input::YamlNode;

namespace {

YamlNode node_of(const py::handle& object, int depth) {
    if (depth > input::most_yaml_depth)
        throw InputError{Problem{Rule::yaml_too_deep}.with({std::to_string(input::most_yaml_depth)})};
    if (object.is_none()) return {};
    if (py::isinstance<py::str>(object)) return {.kind = YamlNode::Kind::scalar, .text = py::cast<std::string>(object)};
    if (py::isinstance<py::list>(object)) {
        YamlNode node{.kind = YamlNode::Kind::list};
        for (const py::handle item : object) node.items.push_back(node_of(item, depth + 1));
        return node;
    }
    if (!py::isinstance<py::dict>(object)) throw py::type_error("neither dict, list, str nor None");
    YamlNode node{.kind = YamlNode::Kind::mapping};
    for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(object))
        node.entries.emplace_back(py::cast<std::string>(key), node_of(value, depth + 1));
    return node;
}

template <class Number>
bool is_whole_text(const std::string& text, Number& number) {
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stopped == end && !text.empty();
}

py::object scalar_object(const YamlNode& node) {
    if (!node.quoted) {
        if (node.text == "true" || node.text == "false") return py::bool_(node.text == "true");
        const bool number_like = node.text.find_first_not_of("+-.0123456789eE") == std::string::npos;
        long long whole = 0;
        if (number_like && is_whole_text(node.text, whole) && std::to_string(whole) == node.text)
            return py::int_(whole);
        double real = 0.0;
        if (number_like && is_whole_text(node.text, real)) return py::float_(real);
    }
    return py::str(node.text);
}

}  // namespace

YamlNode tree_of(const py::handle& object) { return node_of(object, 0); }

py::object objects_of(const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::empty:
            break;
        case YamlNode::Kind::scalar:
            return scalar_object(node);
        case YamlNode::Kind::list: {
            py::list list;
            for (const YamlNode& item : node.items) list.append(objects_of(item));
            return list;
        }
        case YamlNode::Kind::mapping: {
            py::dict dict;
            for (const auto& [key, value] : node.entries) dict[py::str(key)] = objects_of(value);
            return dict;
        }
    }
    return py::none();
}

}  // namespace freiton::python
