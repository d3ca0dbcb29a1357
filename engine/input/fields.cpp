// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/fields.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/dates.hpp"

namespace freiton::input {

Reader Reader::at(const std::string& key) const {
    Reader inner = *this;
    inner.key_ += key_.empty() || key.starts_with('[') ? key : "." + key;
    return inner;
}

void Reader::complain(const YamlNode& node, Rule rule, std::vector<std::string> arguments,
                      std::string suggestion) const {
    Problem problem =
        Problem{rule}.at({file_, node.line}).on(key_).with(std::move(arguments)).meant(std::move(suggestion));
    if (node.kind == YamlNode::Kind::scalar) problem.value = node.text;
    problems_.push_back(std::move(problem));
}

namespace detail {

void check_keys(const Reader& reader, const YamlNode& node, const std::vector<std::string>& known,
                const std::vector<std::string>& required) {
    for (const auto& [key, value] : node.entries) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        YamlNode place{.kind = YamlNode::Kind::empty, .line = value.line};  // the key is wrong, not its value
        reader.at(key).complain(place, Rule::key_unknown, {}, nearest_word(key, known).value_or(""));
    }
    for (const std::string& key : required)
        if (node.find(key) == nullptr)
            reader.at(key).complain({.kind = YamlNode::Kind::empty, .line = node.line}, Rule::key_missing);
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

bool expect(const Reader& reader, const YamlNode& node, YamlNode::Kind kind) {
    if (node.kind == kind) return true;
    reader.complain(node, kind == YamlNode::Kind::mapping ? Rule::must_be_mapping
                          : kind == YamlNode::Kind::list  ? Rule::must_be_list
                                                          : Rule::must_be_text);
    return false;
}

}  // namespace detail

namespace {

bool within(const Reader& reader, const YamlNode& node, double value, const Bounds& bounds,
            const std::function<std::string(double)>& text_of) {
    if (bounds.least && (bounds.least_exclusive ? value <= *bounds.least : value < *bounds.least)) {
        reader.complain(node, bounds.least_exclusive ? Rule::greater_than : Rule::at_least, {text_of(*bounds.least)});
        return false;
    }
    if (bounds.most && value > *bounds.most) {
        reader.complain(node, Rule::at_most, {text_of(*bounds.most)});
        return false;
    }
    return true;
}

}  // namespace

Codec<std::string> text() {
    return [](const Reader& reader, const YamlNode& node, std::string& value) {
        if (detail::expect(reader, node, YamlNode::Kind::scalar)) value = node.text;
    };
}

Codec<double> number(Bounds bounds) {
    return [bounds](const Reader& reader, const YamlNode& node, double& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        const auto taken = reader.take(node, read_number(node.text));
        if (taken && within(reader, node, *taken, bounds, number_text)) value = *taken;
    };
}

Codec<int> integer(int least, int most) {
    return [=](const Reader& reader, const YamlNode& node, int& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        const auto taken = reader.take(node, read_number(node.text));
        if (!taken) return;
        if (*taken != std::floor(*taken)) return reader.complain(node, Rule::integer_expected);
        const Bounds bounds{.least = least, .most = most};
        if (within(reader, node, *taken, bounds, number_text)) value = static_cast<int>(*taken);
    };
}

Codec<Seconds> duration(Bounds bounds_s, std::string usual_unit) {
    return [bounds_s, usual_unit = std::move(usual_unit)](const Reader& reader, const YamlNode& node, Seconds& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        const auto taken = reader.take(node, read_duration(node.text, usual_unit));
        const auto text_of = [](double seconds) { return duration_text(Seconds{seconds}); };
        if (taken && within(reader, node, taken->count(), bounds_s, text_of)) value = *taken;
    };
}

Codec<Share> share(bool one_allowed) {
    return [one_allowed](const Reader& reader, const YamlNode& node, Share& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        const auto taken = reader.take(node, read_share(node.text));
        if (!taken) return;
        if (*taken == 1.0 && !one_allowed) return reader.complain(node, Rule::less_than, {"100 %"});
        value = Share{*taken};
    };
}

Codec<Date> date() {
    return [](const Reader& reader, const YamlNode& node, Date& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        const ParsedDate parsed = parse_date(node.text);
        if (parsed.date) {
            value = *parsed.date;
        } else {
            reader.complain(
                node, parsed.error == DateError::does_not_exist ? Rule::date_does_not_exist : Rule::date_expected);
        }
    };
}

}  // namespace freiton::input
