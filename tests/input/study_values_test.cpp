// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/study_values.hpp"

#include <gtest/gtest.h>

namespace freiton::input {
namespace {

std::vector<YamlNode> nodes(const std::vector<std::string>& texts) {
    std::vector<YamlNode> values;
    for (const std::string& text : texts) values.push_back({.kind = YamlNode::Kind::scalar, .text = text});
    return values;
}

struct Column {
    std::vector<std::string> texts;
    std::string column;
    std::vector<double> numbers;
};

TEST(ValueScale, BringsNumbersToOneUnitAndNamesIt) {
    const std::vector<Column> columns = {
        {{"210 s", "240 s"}, "k_s", {210, 240}},   {{"90 s", "2 min", "1 h"}, "k_s", {90, 120, 3600}},
        {{"4 min", "5min"}, "k_min", {4, 5}},      {{"1 d", "2 d"}, "k_d", {1, 2}},
        {{"3 %", "9 %"}, "k", {0.03, 0.09}},       {{"3 %", "0.09"}, "k", {0.03, 0.09}},
        {{"38 / h", "41/h"}, "k_per_h", {38, 41}}, {{"-1", "1e3"}, "k", {-1, 1000}}};
    for (const Column& column : columns) {
        const auto values = nodes(column.texts);
        const ValueScale scale{values};
        EXPECT_TRUE(scale.numeric()) << column.texts[0];
        EXPECT_EQ(scale.column("k"), column.column);
        for (std::size_t i = 0; i < values.size(); ++i)
            EXPECT_DOUBLE_EQ(scale.shown(values[i]).number, column.numbers[i]) << column.texts[i];
    }
}

TEST(ValueScale, KeepsTextsAndWhatHasNoCommonUnit) {
    for (const auto& texts : std::vector<std::vector<std::string>>{
             {"site", "all"}, {"80/20", "90/20"}, {"4 h", "1 d"}, {"20 s", "0.5"}, {"08:00", "09:00"}, {"nan", "1"}}) {
        const auto values = nodes(texts);
        const ValueScale scale{values};
        EXPECT_FALSE(scale.numeric()) << texts[0];
        EXPECT_EQ(scale.column("k"), "k");
        EXPECT_EQ(scale.shown(values[1]).text, texts[1]);
    }
}

TEST(ValueScale, MakesValuesThatAScenarioReads) {
    EXPECT_EQ(ValueScale{nodes({"3 min", "5 min"})}.made(4.5).text, "4.5 min");
    EXPECT_EQ(ValueScale{nodes({"90 s", "5 min"})}.made(100.25).text, "100.25 s");
    EXPECT_EQ(ValueScale{nodes({"3 %", "9 %"})}.made(0.0625).text, "6.25 %");
    EXPECT_EQ(ValueScale{nodes({"3 %", "0.09"})}.made(0.0625).text, "0.0625");
    EXPECT_EQ(ValueScale{nodes({"30 / h", "40 / h"})}.made(31.5).text, "31.5 / h");
}

}  // namespace
}  // namespace freiton::input
