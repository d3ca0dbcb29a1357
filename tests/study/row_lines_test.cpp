// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/row_lines.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace freiton::study {
namespace {

constexpr double none = CallFigures::none;

StudyRow row_of(std::size_t variation, std::vector<std::string> names, std::vector<double> values) {
    StudyRow row;
    row.variation = variation;
    row.names = std::make_shared<const std::vector<std::string>>(std::move(names));
    row.values = std::move(values);
    return row;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

TEST(RowLines, ARowReadsBackExactly) {
    StudyRow row = row_of(41, {"cost", "asa_s", "x"}, {0.1 + 0.2, none, std::numeric_limits<double>::infinity()});
    row.source = Source::simulation;
    row.replications = 312;
    row.met = true;
    row.seed = 18'446'744'073'709'551'615U;
    const auto lines = lines_of(RowLines{}.text(row));
    ASSERT_EQ(lines.size(), 2U);
    RowLines reader;
    EXPECT_FALSE(reader.read(lines[0]));
    const auto read = reader.read(lines[1]);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->variation, 41U);
    EXPECT_EQ(*read->names, *row.names);
    EXPECT_EQ(read->values[0], 0.1 + 0.2);
    EXPECT_TRUE(std::isnan(read->values[1]));
    EXPECT_TRUE(std::isinf(read->values[2]));
    EXPECT_EQ(read->source, Source::simulation);
    EXPECT_EQ(read->replications, 312);
    EXPECT_TRUE(read->met);
    EXPECT_EQ(read->seed, row.seed);
}

TEST(RowLines, WhereFiguresComeFromReadsBack) {
    for (const Source source : {Source::formula, Source::transient, Source::simulation}) {
        StudyRow row = row_of(1, {"cost"}, {2.0});
        row.source = source;
        const auto lines = lines_of(RowLines{}.text(row));
        RowLines reader;
        reader.read(lines[0]);
        const auto read = reader.read(lines[1]);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->source, source);
    }
}

TEST(RowLines, AnErrorKeepsItsTabsAndLines) {
    StudyRow row;
    row.error = "a\tb\nc\\t";
    RowLines lines;
    const auto written = lines_of(RowLines{}.text(row));
    ASSERT_EQ(written.size(), 2U);
    lines.read(written[0]);
    EXPECT_EQ(lines.read(written[1]).value().error, row.error);
}

TEST(RowLines, NamesStandOnceForAllRowsThatShareThem) {
    RowLines lines;
    EXPECT_EQ(lines_of(lines.text(row_of(0, {"a"}, {1}))).size(), 2U);
    EXPECT_EQ(lines_of(lines.text(row_of(1, {"a"}, {2}))).size(), 1U);
    EXPECT_EQ(lines_of(lines.text(row_of(2, {"b"}, {3}))).size(), 2U);
    EXPECT_EQ(lines_of(lines.text(row_of(3, {"a"}, {4}))).size(), 1U);
}

TEST(RowLines, EveryCutAndEveryChangedByteIsSeen) {
    const auto lines = lines_of(RowLines{}.text(row_of(3, {"cost"}, {12.5})));
    const std::string whole = lines[1];
    for (std::size_t i = 0; i < whole.size(); ++i) {
        RowLines reader;
        reader.read(lines[0]);
        EXPECT_FALSE(reader.read(whole.substr(0, i))) << i;
        std::string changed = whole;
        changed[i] = changed[i] == '7' ? '8' : '7';
        EXPECT_FALSE(reader.read(changed)) << changed;
    }
}

TEST(RowLines, ARowWhoseNamesWereLostIsNotRead) {
    const auto lines = lines_of(RowLines{}.text(row_of(3, {"cost"}, {12.5})));
    EXPECT_FALSE(RowLines{}.read(lines[1]));
}

}  // namespace
}  // namespace freiton::study
