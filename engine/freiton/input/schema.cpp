// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/schema.hpp"

#include <nlohmann/json.hpp>

namespace freiton::input {

namespace {

using Json = nlohmann::ordered_json;

std::shared_ptr<Schema> made(Schema::Kind kind, std::string type) {
    auto schema = std::make_shared<Schema>();
    schema->kind = kind;
    schema->type = std::move(type);
    return schema;
}

Json json_of(const Schema& schema);

Json number_json(const Schema& schema, const char* type) {
    Json json = {{"type", type}};
    if (schema.least) json[schema.least_exclusive ? "exclusiveMinimum" : "minimum"] = *schema.least;
    if (schema.most) json["maximum"] = *schema.most;
    return json;
}

Json mapping_json(const Schema& schema) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Property& property : schema.properties) {
        Json json = json_of(*property.schema);
        std::string description = property.meaning;
        if (!property.default_text.empty()) description += " (default: " + property.default_text + ")";
        json["description"] = description;
        properties[property.key] = json;
        if (property.required) required.push_back(property.key);
    }
    Json json = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    if (!required.empty()) json["required"] = required;
    if (!schema.paths.empty()) json["patternProperties"] = {{schema.paths, Json::object()}};
    return json;
}

Json json_of(const Schema& schema) {
    switch (schema.kind) {
        case Schema::Kind::text:
            return {{"type", {"string", "number", "boolean"}}};
        case Schema::Kind::number:
            return number_json(schema, "number");
        case Schema::Kind::integer:
            return number_json(schema, "integer");
        case Schema::Kind::pattern:
            return {{"type", "string"}, {"pattern", schema.pattern}};
        case Schema::Kind::word:
            if (schema.words == std::vector<std::string>{"true", "false"}) return {{"type", "boolean"}};
            return {{"enum", schema.words}};
        case Schema::Kind::list:
            return {{"type", "array"}, {"items", json_of(*schema.parts[0])}};
        case Schema::Kind::mapping:
            return mapping_json(schema);
        case Schema::Kind::named:
            return {{"type", "object"}, {"additionalProperties", json_of(*schema.parts[0])}};
        case Schema::Kind::one_of: {
            Json alternatives = Json::array();
            for (const SchemaPtr& part : schema.parts) alternatives.push_back(json_of(*part));
            return {{"anyOf", alternatives}};
        }
    }
    return {};
}

std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\|");
    return text;
}

// Tables of a mapping and of the mappings below it.
void add_tables(const Schema& schema, const std::string& path, std::string& page) {
    if (schema.kind == Schema::Kind::mapping) {
        page += "\n## " + (path.empty() ? std::string{"The file"} : "`" + path + "`") +
                "\n\n| key | type | default | meaning |\n|---|---|---|---|\n";
        for (const Property& property : schema.properties) {
            const std::string standard = property.required               ? "required"
                                         : property.default_text.empty() ? "none"
                                                                         : "`" + property.default_text + "`";
            page += "| `" + property.key + "` | " + cell(property.schema->type) + " | " + cell(standard) + " | " +
                    cell(property.meaning) + " |\n";
        }
        if (!schema.paths.empty()) page += "| a key path | any | none | replaces what stands there: `teams.*.min` |\n";
        for (const Property& property : schema.properties)
            add_tables(*property.schema, (path.empty() ? "" : path + ".") + property.key, page);
    }
    if (schema.kind == Schema::Kind::named) add_tables(*schema.parts[0], path + ".NAME", page);
    if (schema.kind == Schema::Kind::list) add_tables(*schema.parts[0], path + "[]", page);
    if (schema.kind == Schema::Kind::one_of)
        for (const SchemaPtr& part : schema.parts) add_tables(*part, path, page);
}

}  // namespace

SchemaPtr scalar_schema(Schema::Kind kind, std::string type) { return made(kind, std::move(type)); }

SchemaPtr pattern_schema(std::string type, std::string pattern) {
    auto schema = made(Schema::Kind::pattern, std::move(type));
    schema->pattern = std::move(pattern);
    return schema;
}

SchemaPtr list_schema(const SchemaPtr& items) {
    auto schema = made(Schema::Kind::list, "list: " + items->type);
    schema->parts = {items};
    return schema;
}

SchemaPtr named_schema(const SchemaPtr& values, const std::string& what) {
    auto schema = made(Schema::Kind::named, "by " + what + ": " + values->type);
    schema->parts = {values};
    return schema;
}

SchemaPtr one_of_schema(std::vector<SchemaPtr> alternatives) {
    std::string type;
    for (const SchemaPtr& part : alternatives) type += (type.empty() ? "" : ", or ") + part->type;
    auto schema = made(Schema::Kind::one_of, std::move(type));
    schema->parts = std::move(alternatives);
    return schema;
}

std::string json_schema(const SchemaPtr& root, const std::string& title) {
    Json json = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    json.update(json_of(*root));
    return json.dump(2) + "\n";
}

std::string reference_page(const SchemaPtr& root) {
    std::string page;
    add_tables(*root, "", page);
    return page;
}

}  // namespace freiton::input
