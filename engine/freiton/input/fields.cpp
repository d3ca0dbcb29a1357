// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/fields.hpp"

#include <algorithm>
#include <cmath>

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

// A codec of one scalar: `parse` gets its node only if it is one.
template <class T>
Codec<T> scalar_codec(std::function<void(const Reader&, const YamlNode&, T&)> parse,
                      std::function<std::string(const T&)> write, SchemaPtr schema, bool quoted = false) {
    return {[parse](const Reader& reader, const YamlNode& node, T& value) {
                if (detail::expect(reader, node, YamlNode::Kind::scalar)) parse(reader, node, value);
            },
            [write, quoted](const T& value) { return detail::scalar(write(value), quoted); }, std::move(schema)};
}

SchemaPtr bounded(Schema::Kind kind, std::string type, const Bounds& bounds) {
    auto schema = std::make_shared<Schema>();
    schema->kind = kind;
    schema->type = std::move(type);
    schema->least = bounds.least;
    schema->most = bounds.most;
    schema->least_exclusive = bounds.least_exclusive;
    return schema;
}

}  // namespace

Codec<std::string> text() {
    return scalar_codec<std::string>([](const Reader&, const YamlNode& node, std::string& value) { value = node.text; },
                                     [](const std::string& value) { return value; },
                                     scalar_schema(Schema::Kind::text, "text"), true);
}

Codec<std::string> name() {
    return scalar_codec<std::string>(
        [](const Reader& reader, const YamlNode& node, std::string& value) {
            if (!detail::is_name(node.text)) return reader.complain(node, Rule::name_invalid);
            value = node.text;
        },
        [](const std::string& value) { return value; }, scalar_schema(Schema::Kind::text, "name"), true);
}

Codec<bool> yes_no() {
    return scalar_codec<bool>(
        [](const Reader& reader, const YamlNode& node, bool& value) {
            if (node.text == "true" || node.text == "false") return void(value = node.text == "true");
            const std::string word = lower_case(node.text);
            const auto is_one_of = [&](std::initializer_list<const char*> words) {
                return std::find(words.begin(), words.end(), word) != words.end();
            };
            reader.complain(node, Rule::yes_no_expected, {},
                            is_one_of({"yes", "on", "y", "ja", "1", "true"})      ? "true"
                            : is_one_of({"no", "off", "n", "nein", "0", "false"}) ? "false"
                                                                                  : "");
        },
        [](const bool& value) { return std::string{value ? "true" : "false"}; },
        word<int>({{"true", 1}, {"false", 0}}).schema);
}

Codec<double> number(Bounds bounds) {
    return scalar_codec<double>(
        [bounds](const Reader& reader, const YamlNode& node, double& value) {
            const auto taken = reader.take(node, read_number(node.text));
            if (taken && within(reader, node, *taken, bounds, number_text)) value = *taken;
        },
        [](const double& value) { return number_text(value); }, bounded(Schema::Kind::number, "number", bounds));
}

Codec<double> amount(Bounds bounds) {
    return scalar_codec<double>(
        [bounds](const Reader& reader, const YamlNode& node, double& value) {
            const auto taken = reader.take(node, read_amount(node.text));
            if (taken && within(reader, node, *taken, bounds, number_text)) value = *taken;
        },
        [](const double& value) { return amount_text(value); }, number(bounds).schema);
}

Codec<int> integer(int least, int most) {
    const Bounds bounds{.least = least, .most = most};
    return scalar_codec<int>(
        [bounds](const Reader& reader, const YamlNode& node, int& value) {
            const auto taken = reader.take(node, read_amount(node.text));
            if (!taken) return;
            if (*taken != std::floor(*taken)) return reader.complain(node, Rule::integer_expected);
            if (within(reader, node, *taken, bounds, number_text)) value = static_cast<int>(*taken);
        },
        [](const int& value) { return std::to_string(value); }, bounded(Schema::Kind::integer, "whole number", bounds));
}

Codec<Seconds> duration(Bounds bounds_s, const std::string& usual_unit) {
    return scalar_codec<Seconds>(
        [bounds_s, usual_unit](const Reader& reader, const YamlNode& node, Seconds& value) {
            const auto taken = reader.take(node, read_duration(node.text, usual_unit));
            const auto text_of = [](double seconds) { return duration_text(Seconds{seconds}); };
            if (taken && within(reader, node, taken->count(), bounds_s, text_of)) value = *taken;
        },
        [](const Seconds& value) { return duration_text(value); },
        pattern_schema("duration", "^\\s*[0-9][0-9.eE+-]*\\s*(s|min|h)\\s*$"));
}

Codec<Share> share(bool one_allowed) {
    return scalar_codec<Share>(
        [one_allowed](const Reader& reader, const YamlNode& node, Share& value) {
            const auto taken = reader.take(node, read_share(node.text));
            if (!taken) return;
            if (*taken == 1.0 && !one_allowed) return reader.complain(node, Rule::less_than, {"100 %"});
            value = Share{*taken};
        },
        [](const Share& value) { return share_text(value.value()); },
        one_of_schema({pattern_schema("share", "^\\s*([0-9]|[1-9][0-9]|100)(\\.[0-9]+)?\\s*%\\s*$"),
                       bounded(Schema::Kind::number, "0 to 1", {.least = 0.0, .most = 1.0})}));
}

Codec<double> variation() {
    return scalar_codec<double>(
        [](const Reader& reader, const YamlNode& node, double& value) {
            std::string_view written = trimmed(node.text);
            const bool percent = written.ends_with('%');
            if (percent) written = trimmed(written.substr(0, written.size() - 1));
            const auto taken = reader.take(node, read_number(written));
            if (taken && within(reader, node, *taken, not_negative, number_text))
                value = percent ? *taken / 100.0 : *taken;
        },
        [](const double& value) { return number_text(value); },
        one_of_schema({bounded(Schema::Kind::number, "number", not_negative),
                       pattern_schema("share", "^\\s*[0-9]+(\\.[0-9]+)?\\s*%\\s*$")}));
}

Codec<Date> date() {
    return scalar_codec<Date>(
        [](const Reader& reader, const YamlNode& node, Date& value) {
            const ParsedDate parsed = parse_date(node.text);
            if (parsed.date)
                value = *parsed.date;
            else
                reader.complain(
                    node, parsed.error == DateError::does_not_exist ? Rule::date_does_not_exist : Rule::date_expected,
                    {}, meant_date(node.text));
        },
        [](const Date& value) { return date_text(value); },
        pattern_schema("date", "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$|^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}$"));
}

Codec<Minutes> clock_time() {
    return scalar_codec<Minutes>(
        [](const Reader& reader, const YamlNode& node, Minutes& value) {
            const auto taken = parse_clock(node.text);
            if (taken && *taken < Minutes{1440})
                value = *taken;
            else
                reader.complain(node, Rule::time_expected, {}, meant_clock(node.text));
        },
        [](const Minutes& value) { return clock_text(value); },
        pattern_schema("time of day", "^([01]?[0-9]|2[0-3]):[0-5][0-9](:00)?$"), true);
}

}  // namespace freiton::input
