// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace freiton::input {

struct Schema;
using SchemaPtr = std::shared_ptr<const Schema>;

/// A key of a mapping, as editors and the reference page show it.
struct Property {
    std::string key;
    std::string meaning;
    bool required = false;
    std::string default_text;  // empty: none
    SchemaPtr schema;
};

/// What a value may look like: made by the same codecs that read it, and turned into JSON Schema and documentation.
struct Schema {
    enum class Kind { text, number, integer, pattern, word, list, mapping, named, one_of };

    Kind kind = Kind::text;
    std::string type;                   // for people: "duration", "share", "list of numbers"
    std::string pattern;                // of texts
    std::optional<double> least, most;  // of numbers
    bool least_exclusive = false;
    std::vector<std::string> words;
    std::vector<Property> properties;
    std::string paths;             // of a mapping that takes key paths as well: what they begin with
    std::vector<SchemaPtr> parts;  // items of a list, values of names, alternatives
};

SchemaPtr scalar_schema(Schema::Kind kind, std::string type);
SchemaPtr pattern_schema(std::string type, std::string pattern);
SchemaPtr list_schema(const SchemaPtr& items);
SchemaPtr named_schema(const SchemaPtr& values, const std::string& what);
SchemaPtr one_of_schema(std::vector<SchemaPtr> alternatives);

/// JSON Schema (draft 2020-12) of a whole file.
std::string json_schema(const SchemaPtr& root, const std::string& title);

/// The reference page: one table for each mapping, in the order of the file.
std::string reference_page(const SchemaPtr& root);

}  // namespace freiton::input
