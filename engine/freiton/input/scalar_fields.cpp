// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/scalar_fields.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>

#include "freiton/core/text.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::input {

namespace {

bool within(const Reader& reader, const YamlNode& node, double value, const Bounds& bounds,
            const std::function<std::string(double)>& text_of) {
    if (bounds.least && (bounds.least_exclusive ? value <= *bounds.least : value < *bounds.least)) {
        reader.complain(node, bounds.least_exclusive ? Rule::greater_than : Rule::at_least, {text_of(*bounds.least)});
        return false;
    }
    if (value < bounds.smallest) {
        reader.complain(node, Rule::at_least, {text_of(bounds.smallest)});
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
    schema->least = bounds.smallest > 0.0 ? bounds.smallest : bounds.least;
    schema->most = bounds.most;
    schema->least_exclusive = bounds.least_exclusive && bounds.smallest <= 0.0;
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

Codec<double> variation(Bounds bounds) {
    return scalar_codec<double>(
        [bounds](const Reader& reader, const YamlNode& node, double& value) {
            std::string_view written = trimmed(node.text);
            const bool percent = written.ends_with('%');
            if (percent) written = trimmed(written.substr(0, written.size() - 1));
            const auto taken = reader.take(node, read_number(written));
            if (taken && within(reader, node, percent ? *taken / 100.0 : *taken, bounds, number_text))
                value = percent ? *taken / 100.0 : *taken;
        },
        [](const double& value) { return number_text(value); },
        one_of_schema({bounded(Schema::Kind::number, "number", bounds),
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
            else if (const std::string meant = meant_clock(node.text); meant == "24:00")
                reader.complain(node, Rule::time_expected, {}, "23:59");  // the day is over
            else
                reader.complain(node, Rule::time_expected, {}, meant);
        },
        [](const Minutes& value) { return clock_text(value); },
        pattern_schema("time of day", "^([01]?[0-9]|2[0-3]):[0-5][0-9](:00)?$"), true);
}

}  // namespace freiton::input
