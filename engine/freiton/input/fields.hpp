// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

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

/// Reads and writes values of a type that only its maker knows; so what all types have in common is compiled once.
class AnyCodec {
  public:
    AnyCodec() = default;
    AnyCodec(const AnyCodec&) = delete;
    AnyCodec& operator=(const AnyCodec&) = delete;
    virtual ~AnyCodec() = default;
    virtual void read(const Reader& reader, const YamlNode& node, void* value) const = 0;
    virtual YamlNode write(const void* value) const = 0;
};
using AnyCodecPtr = std::shared_ptr<const AnyCodec>;  // codecs hold codecs: copying them deeply would cost 2^depth

namespace detail {

template <class T, class Read, class Write>
class CodecOf final : public AnyCodec {
  public:
    CodecOf(Read read, Write write) : read_{std::move(read)}, write_{std::move(write)} {}
    void read(const Reader& reader, const YamlNode& node, void* value) const override {
        read_(reader, node, *static_cast<T*>(value));
    }
    YamlNode write(const void* value) const override { return write_(*static_cast<const T*>(value)); }

  private:
    Read read_;
    Write write_;
};

}  // namespace detail

/// How a value of type T stands in a file: read (complaining where it cannot be), written, and described. `write` gives
/// an empty node for a value that need not be written. Codecs are made once, by the functions below, from small to
/// large; so the reader, the writer, the schema, the reference page and the suggestions share one description.
template <class T>
struct Codec {
    Codec(AnyCodecPtr codec, SchemaPtr described) : any{std::move(codec)}, schema{std::move(described)} {}
    template <class Read, class Write>
    Codec(Read reads, Write writes, SchemaPtr described)
        : any{static_cast<const AnyCodec*>(new detail::CodecOf<T, Read, Write>{
              std::move(reads), std::move(writes)})},  // one shared_ptr for all types
          schema{std::move(described)} {}

    void read(const Reader& reader, const YamlNode& node, T& value) const { any->read(reader, node, &value); }
    YamlNode write(const T& value) const { return any->write(&value); }

    AnyCodecPtr any;
    SchemaPtr schema;
};

/// The same codec with something done round its reading.
template <class T, class Read>
Codec<T> read_by(Read read, const Codec<T>& codec) {
    return {std::move(read), [codec](const T& value) { return codec.write(value); }, codec.schema};
}

/// One key of a mapping.
struct AnyField {
    std::string key;
    std::string meaning;
    bool required = false;
    AnyCodecPtr codec;  // of the whole part: it fills one member
    SchemaPtr schema;
};

/// One key of a mapping that fills one member of a Part.
template <class Part>
struct Field : AnyField {
    Field(std::string key_, std::string meaning_, bool required_, Codec<Part> codec_)
        : AnyField{std::move(key_), std::move(meaning_), required_, std::move(codec_.any), std::move(codec_.schema)} {}
};

namespace detail {

template <class Part, class Member>
class MemberCodec final : public AnyCodec {
  public:
    MemberCodec(Member Part::*member, AnyCodecPtr codec) : member_{member}, codec_{std::move(codec)} {}
    void read(const Reader& reader, const YamlNode& node, void* part) const override {
        codec_->read(reader, node, &(static_cast<Part*>(part)->*member_));
    }
    YamlNode write(const void* part) const override {
        return codec_->write(&(static_cast<const Part*>(part)->*member_));
    }

  private:
    Member Part::*member_;
    AnyCodecPtr codec_;
};

template <class Part, class Member>
Codec<Part> of_member(Member Part::*member, const Codec<Member>& codec) {
    const AnyCodec* made = new MemberCodec<Part, Member>{member, codec.any};
    return {AnyCodecPtr{made}, codec.schema};
}

void check_keys(const Reader& reader, const YamlNode& node, const std::vector<std::string>& known,
                const std::vector<std::string>& required);
std::string joined(const std::vector<std::string>& words);  // "a, b, c"
bool expect(const Reader& reader, const YamlNode& node, YamlNode::Kind kind);
inline bool is_empty_mapping(const YamlNode& node) {
    return node.kind == YamlNode::Kind::mapping && node.entries.empty();
}
bool is_name(const std::string& name);
YamlNode scalar(std::string text, bool quoted = false);
SchemaPtr mapping_schema(std::vector<Property> properties);

/// A mapping whose keys have these fields; `first` is a part with every default.
std::pair<AnyCodecPtr, SchemaPtr> mapping_of(std::vector<AnyField> fields, const void* first);

}  // namespace detail

template <class Part, class Member>
Field<Part> required_field(std::string key, Member Part::*member, const Codec<Member>& codec, std::string meaning) {
    return {std::move(key), std::move(meaning), true, detail::of_member(member, codec)};
}

template <class Part, class Member>
Field<Part> field(std::string key, Member Part::*member, const Codec<Member>& codec, std::string meaning) {
    return {std::move(key), std::move(meaning), false, detail::of_member(member, codec)};
}

/// A mapping with known keys.
template <class Part>
Codec<Part> mapping(const std::vector<Field<Part>>& fields) {
    const Part first{};
    auto [codec, schema] = detail::mapping_of({fields.begin(), fields.end()}, &first);
    return {std::move(codec), std::move(schema)};
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

/// The same where an empty list says nothing.
template <class T>
Codec<std::vector<T>> filled_list_of(Codec<T> codec) {
    const Codec<std::vector<T>> list = list_of(codec);
    return read_by<std::vector<T>>(
        [list](const Reader& reader, const YamlNode& node, std::vector<T>& values) {
            if (node.kind == YamlNode::Kind::list && node.items.empty()) return reader.complain(node, Rule::list_empty);
            list.read(reader, node, values);
        },
        list);
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

}  // namespace freiton::input
