// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/yaml_tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"

namespace freiton::input {
namespace {

using testing::ElementsAre;

std::vector<std::string> tree_said(const std::string& yaml) {
    return test::complaints([&] { parse_yaml(yaml, "f.yaml"); });
}

TEST(YamlTree, EveryScalarStaysTheTextThatWasWritten) {
    const YamlNode root = parse_yaml("{number: 012, truth: yes, date: 2026-03-02, quoted: '80'}", "f");
    EXPECT_EQ(root.find("number")->text, "012");
    EXPECT_EQ(root.find("truth")->text, "yes");
    EXPECT_EQ(root.find("date")->text, "2026-03-02");
    EXPECT_FALSE(root.find("number")->quoted);
    EXPECT_TRUE(root.find("quoted")->quoted);
    EXPECT_EQ(root.find("none"), nullptr);
}

TEST(YamlTree, NodesKnowTheirKindAndLine) {
    const YamlNode root = parse_yaml("# a comment\nwork:\n  sales: [1,\n    2]\ntitle: x\n", "f");
    ASSERT_EQ(root.kind, YamlNode::Kind::mapping);
    const YamlNode& sales = *root.find("work")->find("sales");
    EXPECT_EQ(sales.kind, YamlNode::Kind::list);
    EXPECT_EQ(sales.line, 3);
    ASSERT_EQ(sales.items.size(), 2u);
    EXPECT_EQ(sales.items[0].line, 3);
    EXPECT_EQ(sales.items[1].line, 4);
    EXPECT_EQ(root.find("title")->kind, YamlNode::Kind::scalar);
    EXPECT_EQ(root.find("title")->line, 5);
}

TEST(YamlTree, EntriesKeepTheOrderOfTheFile) {
    const YamlNode root = parse_yaml("b: 1\na: 2\nc: 3\n", "f");
    ASSERT_EQ(root.entries.size(), 3u);
    EXPECT_EQ(root.entries[0].first, "b");
    EXPECT_EQ(root.entries[1].first, "a");
    EXPECT_EQ(root.entries[2].first, "c");
}

TEST(YamlTree, AKeyWithoutAValueIsEmpty) {
    EXPECT_EQ(parse_yaml("a:\nb: ~\nc: 1", "f").find("a")->kind, YamlNode::Kind::empty);
    EXPECT_EQ(parse_yaml("a:\nb: ~\nc: 1", "f").find("b")->kind, YamlNode::Kind::empty);
}

TEST(YamlTree, EveryKeyThatIsThereTwiceIsRefused) {
    EXPECT_THAT(tree_said("a: 1\nb: {x: 1, x: 2}\na: 3\n"),
                ElementsAre("f.yaml:2  x: this key is there twice; only one can hold",
                            "f.yaml:3  a: this key is there twice; only one can hold"));
    EXPECT_THAT(tree_said("a: {x: 1}\nb: {x: 1}\n"), ElementsAre());  // in two mappings it may be
}

TEST(YamlTree, AnchorsAliasesAndMergeKeysAreRefused) {
    const std::string written_out = "anchors and aliases are not supported; write the value out";
    EXPECT_THAT(tree_said("a: &x 1\nb: *x\n"), ElementsAre("f.yaml:1  " + written_out, "f.yaml:2  " + written_out));
    EXPECT_THAT(tree_said("<<: {a: 1}\n"),
                ElementsAre("f.yaml:1  merge keys (<<) are not supported; write the values out"));
}

// Nine lists of nine aliases each would be 9^9 nodes if they were expanded.
TEST(YamlTree, ABillionLaughsAreRefusedUnexpanded) {
    std::string yaml = "a0: &a0 [x]\n";
    for (int i = 1; i <= 9; ++i) {
        const std::string name = "a" + std::to_string(i);
        const std::string before = "*a" + std::to_string(i - 1);
        yaml += name + ": &" + name + " [" + before;
        for (int k = 1; k < 9; ++k) yaml += ", " + before;
        yaml += "]\n";
    }
    EXPECT_EQ(tree_said(yaml).size(), 10u + 81u);  // ten anchors, nine times nine aliases
}

TEST(YamlTree, ASecondDocumentIsRefused) {
    EXPECT_THAT(tree_said("a: 1\n---\nb: 2\n"),
                ElementsAre("f.yaml:3  a second document begins here; one file is one scenario"));
    EXPECT_THAT(tree_said("---\na: 1\n...\n"), ElementsAre());  // begun and ended: still one
}

TEST(YamlTree, WhatIsNoYamlIsSaidWithItsLine) {
    EXPECT_THAT(tree_said("a: 1\nb: [1, 2\n"),
                ElementsAre("f.yaml:2  got \"[1, 2\", this bracket is never closed; did you mean \"[1, 2]\"?"));
    EXPECT_THAT(tree_said("a: !<x\n"), ElementsAre(testing::StartsWith("f.yaml:1  ")));
}

TEST(YamlTree, KeysAreSingleValues) {
    EXPECT_THAT(tree_said("[a, b]: 1\n"), ElementsAre("f.yaml:1  must be a single value"));
    EXPECT_THAT(tree_said("? {a: 1}\n: 1\n"), ElementsAre("f.yaml:1  must be a single value"));
}

TEST(YamlTree, NestingEndsAtTheLimit) {
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
    };
    EXPECT_THAT(tree_said(nested(most_yaml_depth)), ElementsAre());
    EXPECT_THAT(tree_said(nested(most_yaml_depth + 1)),
                ElementsAre("f.yaml:1  is nested too deeply (limit: 16 levels)"));
    EXPECT_THAT(tree_said("a:\n" + std::string(100'000, '[')),
                ElementsAre("f.yaml:2  is nested too deeply (limit: 16 levels)"));
}

TEST(YamlTree, TooManyValuesNameTheLimit) {
    std::string yaml = "[1";
    for (std::size_t i = 0; i < most_yaml_nodes; ++i) yaml += ",1";
    EXPECT_THAT(tree_said(yaml + "]"), ElementsAre("f.yaml:1  holds too many values to be meant (limit: 400000)"));
    std::string mapping;
    for (std::size_t i = 0; i <= most_yaml_keys; ++i) mapping += "key_" + std::to_string(i) + ": 1\n";
    EXPECT_THAT(tree_said(mapping), ElementsAre("f.yaml:1001  holds too many values to be meant (limit: 1000)"));
    EXPECT_THAT(tree_said("? " + std::string(most_yaml_key_bytes + 1, 'k') + "\n: 1\n"),
                ElementsAre("f.yaml:1  got \"" + std::string(60, 'k') +
                            "...\", is no name: letters, digits, _ and - only, at most 64"));
}

// A parser takes such lines in whole, at a hundred bytes a sign, before it hands on the first value.
TEST(YamlTree, MoreSignsThanAnyFileNeedsAreRefusedUnparsed) {
    for (const std::string sign : {"\n", "\r", ",", "[]", "{}", "\"", "'", "!", "&", "*"}) {
        std::string yaml = "a:\n ";
        for (std::size_t i = 0; i <= 2 * most_yaml_nodes; ++i) yaml += sign;
        EXPECT_THAT(tree_said(yaml),
                    ElementsAre(testing::EndsWith("holds too many values to be meant (limit: 400000)")))
            << sign;
    }
    std::string windows = "- 1";
    for (std::size_t i = 0; i < most_yaml_nodes / 2; ++i) windows += "\r\n- 1";
    EXPECT_EQ(parse_yaml(windows, "f").items.size(), most_yaml_nodes / 2 + 1);
}

TEST(YamlTree, BytesThatAreNoTextAreRefusedFirst) {
    EXPECT_THAT(tree_said(""), ElementsAre("f.yaml  is empty"));
    EXPECT_THAT(tree_said("a: M\xFCnchen"), ElementsAre("f.yaml:1  is not UTF-8; save it as \"UTF-8\""));
}

}  // namespace
}  // namespace freiton::input
