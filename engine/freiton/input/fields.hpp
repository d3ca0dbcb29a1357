// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/quantity_text.hpp"
#include "freiton/input/schema.hpp"
#include "freiton/input/yaml_tree.hpp"

namespace freiton::input {

/// Where the reader stands in the file, and what it has complained about so far.
class Reader {
  public:
    Reader(std::string file, Problems& problems) : file_{std::move(file)}, problems_{problems} {}

    Reader at(const std::string& key) const;

    /// Names the value if it is a scalar.
    void complain(const YamlNode& node, Rule rule, std::vector<std::string> arguments = {},
                  std::string suggestion = {}) const;
    /// About the key itself, whatever its value.
    void complain_of_key(int line, Rule rule, std::vector<std::string> arguments = {},
                         std::string suggestion = {}) const;

    /// The known word that was probably meant, or nothing.
    std::string meant(std::string_view written, const std::vector<std::string>& known) const;

    /// Hands on what a text turned out to be, or complains.
    template <class T>
    std::optional<T> take(const YamlNode& node, Reading<T> reading) const {
        if (!reading.value) complain(node, reading.rule, std::move(reading.arguments), std::move(reading.suggestion));
        return reading.value;
    }

  private:
    std::string file_;
    std::string key_;  // "work.sales.target"
    Problems& problems_;
};

/// A function that is shared by all copies: codecs hold codecs, and copying them deeply would cost 2 to the power of
/// depth.
template <class Signature>
class Shared;
template <class Result, class... Arguments>
class Shared<Result(Arguments...)> {
  public:
    template <class Callable>
    requires(!std::is_same_v<Callable, Shared>) Shared(Callable callable)
        : function_{std::make_shared<const std::function<Result(Arguments...)>>(std::move(callable))} {}
    Result operator()(Arguments... arguments) const { return (*function_)(std::forward<Arguments>(arguments)...); }

  private:
    std::shared_ptr<const std::function<Result(Arguments...)>> function_;
};

/// How a value of type T stands in a file: read (complaining where it cannot be), written, and described. `write` gives
/// an empty node for a value that need not be written. Codecs are made once, by the functions below, from small to
/// large; so the reader, the writer, the schema, the reference page and the suggestions share one description.
template <class T>
struct Codec {
    Shared<void(const Reader&, const YamlNode&, T&)> read;
    Shared<YamlNode(const T&)> write;
    SchemaPtr schema;
};

/// One key of a mapping that fills one member of a Part.
template <class Part>
struct Field {
    std::string key;
    std::string meaning;
    bool required = false;
    Codec<Part> codec;
};

template <class Part, class Member>
Field<Part> required_field(std::string key, Member Part::*member, Codec<Member> codec, std::string meaning) {
    return {std::move(key),
            std::move(meaning),
            true,
            {[codec, member](const Reader& reader, const YamlNode& node, Part& part) {
                 codec.read(reader, node, part.*member);
             },
             [codec, member](const Part& part) { return codec.write(part.*member); }, codec.schema}};
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
bool is_name(const std::string& name);
YamlNode scalar(std::string text, bool quoted = false);
SchemaPtr mapping_schema(std::vector<Property> properties);
}  // namespace detail

/// A mapping with known keys.
template <class Part>
Codec<Part> mapping(std::vector<Field<Part>> fields) {
    std::vector<Property> properties;
    properties.reserve(fields.size());
    for (const Field<Part>& field : fields)
        properties.push_back({field.key, field.meaning, field.required,
                              field.required ? "" : flow_text(field.codec.write(Part{})), field.codec.schema});
    const auto read = [fields](const Reader& reader, const YamlNode& node, Part& part) {
        if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
        std::vector<std::string> known;
        std::vector<std::string> required;
        for (const Field<Part>& field : fields) {
            known.push_back(field.key);
            if (field.required) required.push_back(field.key);
            if (const YamlNode* value = node.find(field.key)) field.codec.read(reader.at(field.key), *value, part);
        }
        detail::check_keys(reader, node, known, required);
    };
    const auto write = [fields](const Part& part) {
        YamlNode node{.kind = YamlNode::Kind::mapping};
        for (const Field<Part>& field : fields)
            if (YamlNode value = field.codec.write(part); value.kind != YamlNode::Kind::empty)
                node.entries.emplace_back(field.key, std::move(value));
        return node;
    };
    return {read, write, detail::mapping_schema(std::move(properties))};
}

/// Which keys an author may choose.
enum class Names { plain, any };

/// A mapping from names that the author chooses to parts that know their name. Each part begins as `first`.
template <class Part>
Codec<std::vector<Part>> named_parts(Codec<Part> codec, const std::string& what, Names names = Names::plain,
                                     Part first = {}) {
    const auto read = [codec, names, first](const Reader& reader, const YamlNode& node, std::vector<Part>& parts) {
        if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
        for (const auto& [name, value] : node.entries) {
            if (names == Names::plain && !detail::is_name(name))
                reader.at(name).complain_of_key(value.line, Rule::name_invalid);
            Part part = first;
            part.name = name;
            codec.read(reader.at(name), value, part);
            parts.push_back(std::move(part));
        }
    };
    const auto write = [codec](const std::vector<Part>& parts) {
        YamlNode node{.kind = parts.empty() ? YamlNode::Kind::empty : YamlNode::Kind::mapping};
        for (const Part& part : parts) node.entries.emplace_back(part.name, codec.write(part));
        return node;
    };
    return {read, write, named_schema(codec.schema, what)};
}

/// A list of numbers is measured by what it is for; one of names or dates has at most as many as a mapping has keys.
template <class T>
inline constexpr std::size_t most_items = std::is_arithmetic_v<T> ? most_yaml_nodes : most_yaml_keys;

template <class T>
Codec<std::vector<T>> list_of(Codec<T> codec) {
    const auto read = [codec](const Reader& reader, const YamlNode& node, std::vector<T>& list) {
        if (!detail::expect(reader, node, YamlNode::Kind::list)) return;
        if (node.items.size() > most_items<T>)
            return reader.complain(node, Rule::too_many_values, {std::to_string(most_items<T>)});
        list.clear();
        for (std::size_t i = 0; i < node.items.size(); ++i)
            codec.read(reader.at("[" + std::to_string(i + 1) + "]"), node.items[i], list.emplace_back());
    };
    const auto write = [codec](const std::vector<T>& list) {
        YamlNode node{.kind = list.empty() ? YamlNode::Kind::empty : YamlNode::Kind::list};
        for (const T& item : list) node.items.push_back(codec.write(item));
        return node;
    };
    return {read, write, list_schema(codec.schema)};
}

template <class T>
Codec<std::optional<T>> optional_of(Codec<T> codec) {
    return {[codec](const Reader& reader, const YamlNode& node, std::optional<T>& value) {
                codec.read(reader, node, value.emplace());
            },
            [codec](const std::optional<T>& value) { return value ? codec.write(*value) : YamlNode{}; }, codec.schema};
}

/// One of a few words.
template <class T>
Codec<T> word(std::vector<std::pair<std::string, T>> words) {
    std::vector<std::string> known;
    known.reserve(words.size());
    for (const auto& entry : words) known.push_back(entry.first);
    const auto read = [words, known](const Reader& reader, const YamlNode& node, T& value) {
        if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
        for (const auto& [name, meant] : words)
            if (node.text == name) return void(value = meant);
        reader.complain(node, Rule::word_unknown, {detail::joined(known)}, reader.meant(node.text, known));
    };
    const auto write = [words](const T& value) {
        for (const auto& [name, meant] : words)
            if (meant == value) return detail::scalar(name);
        return YamlNode{};
    };
    auto schema = std::make_shared<Schema>();
    schema->kind = Schema::Kind::word;
    schema->type = detail::joined(known);
    schema->words = known;
    return {read, write, schema};
}

/// Reads with the first codec what is a scalar, with the second what is not; writes with the second unless `plain`.
template <class T>
Codec<T> scalar_or(Codec<T> scalar, Codec<T> other, std::function<bool(const T&)> plain) {
    return {[scalar, other](const Reader& reader, const YamlNode& node, T& value) {
                (node.kind == YamlNode::Kind::scalar ? scalar : other).read(reader, node, value);
            },
            [scalar, other, plain](const T& value) { return (plain(value) ? scalar : other).write(value); },
            one_of_schema({scalar.schema, other.schema})};
}

/// The value under another type that it converts to and from.
template <class Outer, class Inner>
Codec<Outer> converted(Codec<Inner> codec, std::function<Outer(const Inner&)> to,
                       std::function<Inner(const Outer&)> from) {
    return {[codec, to, from](const Reader& reader, const YamlNode& node, Outer& value) {
                Inner inner = from(value);
                codec.read(reader, node, inner);
                value = to(inner);
            },
            [codec, from](const Outer& value) { return codec.write(from(value)); }, codec.schema};
}

/// Bounds of a quantity, as the message words them; an exclusive bound is not itself allowed.
struct Bounds {
    std::optional<double> least{};
    std::optional<double> most{};
    bool least_exclusive = false;
};
inline const Bounds not_negative{.least = 0.0};
inline const Bounds positive{.least = 0.0, .least_exclusive = true};

Codec<std::string> text();
Codec<std::string> name();  // of a thing that the author names: what is_name allows
Codec<bool> yes_no();
Codec<double> number(Bounds bounds);
Codec<int> integer(int least, int most);
Codec<Seconds> duration(Bounds bounds_s, const std::string& usual_unit);
Codec<Share> share(bool one_allowed = true);
Codec<double> variation();  // "8 %" or 1.2: may exceed one
Codec<Date> date();
Codec<Minutes> clock_time();

}  // namespace freiton::input
