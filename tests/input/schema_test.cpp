// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "freiton/input/read_scenario.hpp"
#include "freiton/input/scalar_fields.hpp"

namespace freiton::input {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json scenario_schema() { return json::parse(scenario_json_schema()); }

// Every mapping of the schema forbids what it does not know, and says what each key means.
void expect_described(const json& schema, const std::string& path) {
    if (schema.contains("properties")) {
        EXPECT_EQ(schema.at("additionalProperties"), false) << path;
        for (const auto& [key, value] : schema.at("properties").items()) {
            EXPECT_NE(value.value("description", ""), "") << path << "." << key;
            expect_described(value, path + "." + key);
        }
    } else if (schema.contains("additionalProperties")) {
        expect_described(schema.at("additionalProperties"), path + ".*");
    }
    if (schema.contains("items")) expect_described(schema.at("items"), path + "[]");
    for (const char* const alternatives : {"anyOf", "oneOf"})
        if (schema.contains(alternatives))
            for (const json& part : schema.at(alternatives)) expect_described(part, path);
}

TEST(Schema, DescribesEveryKeyOfTheScenario) {
    const json schema = scenario_schema();
    EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
    expect_described(schema, "");
    for (const std::string key :
         {"freiton", "title", "calendar", "sites", "work", "teams", "routing", "organisations", "simulation", "plan"})
        EXPECT_TRUE(schema.at("properties").contains(key)) << key;
}

// The schema goes down every alternative of a value; so must the page.
void expect_on_page(const json& schema, const std::string& page) {
    if (schema.contains("properties"))
        for (const auto& [key, value] : schema.at("properties").items()) {
            EXPECT_THAT(page, HasSubstr("| `" + key + "` |"));
            expect_on_page(value, page);
        }
    else if (schema.contains("additionalProperties"))
        expect_on_page(schema.at("additionalProperties"), page);
    if (schema.contains("items")) expect_on_page(schema.at("items"), page);
    if (schema.contains("anyOf"))
        for (const json& part : schema.at("anyOf")) expect_on_page(part, page);
}

TEST(Schema, TheReferencePageHasEveryKeyThatTheSchemaHas) {
    const std::string page = scenario_reference();
    expect_on_page(scenario_schema(), page);
    for (const std::string key :
         {"answered", "within", "abandoned", "average_wait", "wait_probability", "counting", "over"})
        EXPECT_THAT(page, HasSubstr("| `" + key + "` |"));
}

TEST(Schema, NamesWhatIsRequired) {
    const json schema = scenario_schema();
    const auto required = schema.at("required").get<std::vector<std::string>>();
    EXPECT_THAT(required, testing::UnorderedElementsAre("freiton", "calendar", "work", "teams"));
    EXPECT_THAT(schema.at("properties").at("calendar").at("required").get<std::vector<std::string>>(),
                testing::UnorderedElementsAre("first_day", "open"));
}

TEST(Schema, WordsAreListedForCompletion) {
    const json routing = scenario_schema().at("properties").at("routing").at("properties");
    EXPECT_EQ(routing.at("reach").at("enum"), (json{"all", "site", "team", "owner"}));
}

TEST(Schema, DefaultsAreShownAsTheyWouldBeWritten) {
    const json calendar = scenario_schema().at("properties").at("calendar").at("properties");
    EXPECT_THAT(calendar.at("interval").at("description").get<std::string>(), HasSubstr("(default: 30 min)"));
    EXPECT_THAT(calendar.at("contract_week").at("description").get<std::string>(), HasSubstr("(default: 40 h)"));
}

TEST(Schema, NumbersKeepTheirBounds) {
    const auto schema_of = [](const SchemaPtr& part) { return json::parse(json_schema(part, "t")); };
    EXPECT_EQ(schema_of(integer(1, 10).schema).at("minimum"), 1);
    EXPECT_EQ(schema_of(integer(1, 10).schema).at("maximum"), 10);
    EXPECT_EQ(schema_of(number(positive).schema).at("exclusiveMinimum"), 0);
    EXPECT_EQ(schema_of(list_of(number({})).schema).at("items").at("type"), "number");
}

TEST(ReferencePage, HasATableForEachMappingInTheOrderOfTheFile) {
    const std::string page = scenario_reference();
    std::size_t last = 0;
    for (const std::string heading : {"## The file", "## `calendar`", "## `work.NAME`", "## `work.NAME.arrivals`",
                                      "## `teams.NAME`", "## `routing`", "## `simulation`", "## `plan`"}) {
        const std::size_t at = page.find("\n" + heading + "\n");
        ASSERT_NE(at, std::string::npos) << heading;
        EXPECT_GE(at, last) << heading;
        last = at;
    }
    EXPECT_THAT(page, HasSubstr("| `interval` | duration | `30 min` |"));
    EXPECT_THAT(page, HasSubstr("| `first_day` | date | required |"));
}

TEST(ReferencePage, EveryRowOfATableHasFourCells) {
    std::istringstream lines{scenario_reference()};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("|")) continue;
        int bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
        EXPECT_EQ(bars, 5) << line;
    }
}

}  // namespace
}  // namespace freiton::input
