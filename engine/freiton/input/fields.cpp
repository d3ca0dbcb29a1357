// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/fields.hpp"

#include <algorithm>

#include "freiton/input/meant_text.hpp"

namespace freiton::input {

Reader Reader::at(const std::string& key) const {
    Reader inner = *this;
    inner.key_ += key_.empty() || key.starts_with('[') ? key : "." + key;
    return inner;
}

void Reader::complain(const YamlNode& node, Rule rule, std::vector<std::string> arguments,
                      std::string suggestion) const {
    complain_of_key(node.line, rule, std::move(arguments), std::move(suggestion));
    if (node.kind == YamlNode::Kind::scalar) problems_.back().value = node.text;
}

void Reader::complain_of_key(int line, Rule rule, std::vector<std::string> arguments, std::string suggestion) const {
    problems_.push_back(
        Problem{rule}.at({file_, line}).on(key_).with(std::move(arguments)).meant(std::move(suggestion)));
}

std::string Reader::meant(std::string_view written, const std::vector<std::string>& known) const {
    return suggested_word(written, known, problems_);
}

namespace detail {

namespace {

// A typing error names what was meant; another word for it, and what is like nothing, all keys that there are.
void complain_of_unknown(const Reader& reader, const std::string& key, int line,
                         const std::vector<std::string>& known) {
    const std::string synonym = key_of_synonym(key, known);
    const std::string nearest = synonym.empty() ? reader.meant(key, known) : "";
    if (!nearest.empty()) return reader.at(key).complain_of_key(line, Rule::key_unknown, {}, nearest);
    reader.at(key).complain_of_key(line, Rule::key_unknown_here, {joined(known)}, synonym);
}

}  // namespace

void check_keys(const Reader& reader, const YamlNode& node, const std::vector<std::string>& known,
                const std::vector<std::string>& required) {
    for (const auto& [key, value] : node.entries)
        if (std::find(known.begin(), known.end(), key) == known.end())
            complain_of_unknown(reader, key, value.line, known);
    for (const std::string& key : required)
        if (node.find(key) == nullptr) reader.at(key).complain_of_key(node.line, Rule::key_missing);
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

bool expect(const Reader& reader, const YamlNode& node, YamlNode::Kind kind) {
    if (node.kind == kind) return true;
    if (node.kind == YamlNode::Kind::empty) {
        reader.complain(node, Rule::value_missing);
        return false;
    }
    if (kind == YamlNode::Kind::list)
        reader.complain(node, Rule::must_be_list, {},
                        node.kind == YamlNode::Kind::scalar ? "[" + node.text + "]" : std::string{});
    else
        reader.complain(node, kind == YamlNode::Kind::mapping ? Rule::must_be_mapping : Rule::must_be_text);
    return false;
}

// Letters (of any language), digits, _ and -: what can stand in a key path, a file and a table.
bool is_name(const std::string& name) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               (static_cast<unsigned char>(c) & 0x80) != 0;
    };
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), allowed);
}

YamlNode scalar(std::string text, bool quoted) {
    return {.kind = YamlNode::Kind::scalar, .quoted = quoted, .text = std::move(text)};
}

SchemaPtr mapping_schema(std::vector<Property> properties) {
    auto schema = std::make_shared<Schema>();
    schema->kind = Schema::Kind::mapping;
    schema->type = "mapping";
    schema->properties = std::move(properties);
    return schema;
}

namespace {

class MappingCodec final : public AnyCodec {
  public:
    explicit MappingCodec(std::vector<AnyField> fields) : fields_{std::move(fields)} {
        for (const AnyField& field : fields_) {
            known_.push_back(field.key);
            if (field.required) required_.push_back(field.key);
        }
    }
    void read(const Reader& reader, const YamlNode& node, void* part) const override {
        if (!expect(reader, node, YamlNode::Kind::mapping)) return;
        for (const AnyField& field : fields_)
            if (const YamlNode* value = node.find(field.key)) field.codec->read(reader.at(field.key), *value, part);
        check_keys(reader, node, known_, required_);
    }
    YamlNode write(const void* part) const override {
        YamlNode node{.kind = YamlNode::Kind::mapping};
        for (const AnyField& field : fields_)
            if (YamlNode value = field.codec->write(part); value.kind != YamlNode::Kind::empty)
                node.entries.emplace_back(field.key, std::move(value));
        return node;
    }

  private:
    std::vector<AnyField> fields_;
    std::vector<std::string> known_;
    std::vector<std::string> required_;
};

}  // namespace

std::pair<AnyCodecPtr, SchemaPtr> mapping_of(std::vector<AnyField> fields, const void* first) {
    std::vector<Property> properties;
    properties.reserve(fields.size());
    for (const AnyField& field : fields)
        properties.push_back({field.key, field.meaning, field.required,
                              field.required ? "" : flow_text(field.codec->write(first)), field.schema});
    return {std::make_shared<const MappingCodec>(std::move(fields)), mapping_schema(std::move(properties))};
}

}  // namespace detail

}  // namespace freiton::input
