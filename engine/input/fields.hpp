// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/quantity_text.hpp"
#include "freiton/input/yaml_tree.hpp"

namespace freiton::input {

/// Where the reader stands in the file, and what it has complained about so far.
class Reader {
  public:
    Reader(std::string file, Problems& problems) : file_{std::move(file)}, problems_{problems} {}

    const std::string& file() const { return file_; }
    Reader at(const std::string& key) const;

    void complain(const YamlNode& node, Rule rule, std::vector<std::string> arguments = {},
                  std::string suggestion = {}) const;

    /// Hands on what a text turned out to be, or complains.
    template <class T>
    std::optional<T> take(const YamlNode& node, Reading<T> reading) const {
        if (!reading.value) complain(node, reading.rule, std::move(reading.arguments), std::move(reading.suggestion));
        return reading.value;
    }

    Problems& problems() const { return problems_; }

  private:
    std::string file_;
    std::string key_;  // "work.sales.target"
    Problems& problems_;
};

/// How a value of type T stands in a file.
template <class T>
using Codec = std::function<void(const Reader&, const YamlNode&, T&)>;

/// One key of a mapping that fills one member of a Part. The tables of fields are what the reader, the suggestions, the
/// schema and the reference page share.
template <class Part>
struct Field {
    std::string key;
    std::string meaning;
    bool required = false;
    Codec<Part> read;
};

template <class Part, class Member>
Field<Part> required_field(std::string key, Member Part::*member, Codec<Member> codec, std::string meaning) {
    return {std::move(key), std::move(meaning), true,
            [=](const Reader& reader, const YamlNode& node, Part& part) { codec(reader, node, part.*member); }};
}

template <class Part, class Member>
Field<Part> field(std::string key, Member Part::*member, Codec<Member> codec, std::string meaning) {
    Field<Part> result = required_field(std::move(key), member, std::move(codec), std::move(meaning));
    result.required = false;
    return result;
}

namespace detail {
void check_keys(const Reader& reader, const YamlNode& node, const std::vector<std::string>& known,
                const std::vector<std::string>& required);
std::string joined(const std::vector<std::string>& words);  // "a, b, c"
bool expect(const Reader& reader, const YamlNode& node, YamlNode::Kind kind);
}  // namespace detail

/// A mapping with known keys.
template <class Part>
Codec<Part> mapping(std::vector<Field<Part>> fields) {
    return [fields = std::move(fields)](const Reader& reader, const YamlNode& node, Part& part) {
        if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
        std::vector<std::string> known;
        std::vector<std::string> required;
        for (const Field<Part>& field : fields) {
            known.push_back(field.key);
            if (field.required) required.push_back(field.key);
            if (const YamlNode* value = node.find(field.key)) field.read(reader.at(field.key), *value, part);
        }
        detail::check_keys(reader, node, known, required);
    };
}

/// A mapping from names that the author chooses to parts that know their name.
template <class Part>
Codec<std::vector<Part>> named_parts(Codec<Part> codec) {
    return [codec = std::move(codec)](const Reader& reader, const YamlNode& node, std::vector<Part>& parts) {
        if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
        for (const auto& [name, value] : node.entries) {
            if (name.empty() || name.find_first_of(".*,:;\" \t/\\") != std::string::npos || name.size() > 64)
                reader.at(name).complain(value, Rule::name_invalid);
            Part part;
            part.name = name;
            codec(reader.at(name), value, part);
            parts.push_back(std::move(part));
        }
    };
}

template <class T>
Codec<std::vector<T>> list_of(Codec<T> codec) {
    return [codec = std::move(codec)](const Reader& reader, const YamlNode& node, std::vector<T>& list) {
        if (!detail::expect(reader, node, YamlNode::Kind::list)) return;
        list.clear();
        for (std::size_t i = 0; i < node.items.size(); ++i)
            codec(reader.at("[" + std::to_string(i + 1) + "]"), node.items[i], list.emplace_back());
    };
}

template <class T>
Codec<std::optional<T>> optional_of(Codec<T> codec) {
    return [codec = std::move(codec)](const Reader& reader, const YamlNode& node, std::optional<T>& value) {
        codec(reader, node, value.emplace());
    };
}

/// Bounds of a quantity, as the message words them; an exclusive bound is not itself allowed.
struct Bounds {
    std::optional<double> least{};
    std::optional<double> most{};
    bool least_exclusive = false;
};

/// One of a few words.
template <class T>
Codec<T> word(std::vector<std::pair<std::string, T>> words) {
    return [words = std::move(words)](const Reader& reader, const YamlNode& node, T& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        std::vector<std::string> known;
        for (const auto& [name, meant] : words) {
            if (node.text == name) {
                value = meant;
                return;
            }
            known.push_back(name);
        }
        reader.complain(node, Rule::word_unknown, {detail::joined(known)}, nearest_word(node.text, known).value_or(""));
    };
}

Codec<std::string> text();
Codec<double> number(Bounds bounds);
Codec<int> integer(int least, int most);
Codec<Seconds> duration(Bounds bounds_s, std::string usual_unit);
Codec<Share> share(bool one_allowed = true);
Codec<Date> date();

}  // namespace freiton::input
