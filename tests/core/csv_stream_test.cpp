// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv_stream.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"
#include "freiton/core/csv.hpp"

namespace freiton {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::vector<std::string>> rows_of(CsvStream& stream) {
    std::vector<std::vector<std::string>> rows;
    while (const CsvRow* row = stream.next()) rows.emplace_back(row->cells.begin(), row->cells.end());
    return rows;
}

TEST(CsvStream, ReadsRowsInTheDialectsOfTheTable) {
    const test::TemporaryFolder folder;
    for (const std::string& text :
         {std::string{"A;b\r\n1,5;\"x;\"\"y\"\"\"\r\n\r\n2;z"}, std::string{"\xEF\xBB\xBF"
                                                                            "A;b\n1,5;\"x;\"\"y\"\"\"\n;\n2;z\n"}}) {
        CsvStream stream{folder.write("t.csv", text)};
        EXPECT_THAT(stream.columns(), ElementsAre("a", "b"));
        EXPECT_THAT(stream.titles(), ElementsAre("A", "b"));
        EXPECT_EQ(stream.separator(), ';');
        EXPECT_THAT(rows_of(stream), ElementsAre(ElementsAre("1,5", "x;\"y\""), ElementsAre("2", "z")));
    }
}

TEST(CsvStream, ReadsWhatTheTableReads) {
    const test::TemporaryFolder folder;
    std::string text = "n,text\n";
    for (int i = 0; i < 30'000; ++i)
        text += std::to_string(i) + (i % 7 == 0 ? ",\"two\nlines, " + std::to_string(i) + "\"\n" : ",plain\n");
    const auto path = folder.write("long.csv", text);
    const CsvTable table = CsvTable::read(path);
    CsvStream stream{path};
    for (const CsvTable::Row& row : table.rows()) {
        const CsvRow* streamed = stream.next();
        ASSERT_NE(streamed, nullptr);
        ASSERT_EQ(streamed->line, row.line);
        ASSERT_EQ(streamed->cells, row.cells);
    }
    EXPECT_EQ(stream.next(), nullptr);
}

TEST(CsvStream, ComplainsWithTheLineOfTheFile) {
    const test::TemporaryFolder folder;
    const auto complaint = [&](const std::string& text) {
        const auto path = folder.write("bad.csv", text);
        const auto lines = test::complaints([&] {
            CsvStream stream{path};
            rows_of(stream);
        });
        return lines.empty() ? "" : lines[0].substr(path.string().size());
    };
    EXPECT_EQ(complaint("a,b\n1,2\n3,\"4\n5,6\n"), ":3  this quote is never closed");
    EXPECT_THAT(complaint("a,b\n1,2\n3,\x01\n"), HasSubstr(":3  is not a text file"));
    EXPECT_THAT(complaint("a,b\n1,2\n\n3,\x81\n"), HasSubstr(":4  is neither UTF-8 nor Windows-1252"));
    EXPECT_THAT(complaint("a,b\n1," + std::string(2 << 20, 'x') + "\n"), HasSubstr(":2  is too large"));
    EXPECT_THAT(complaint(""), HasSubstr("has no rows"));
    EXPECT_THAT(complaint("\n \n"), HasSubstr("has no rows"));
    EXPECT_THAT(test::complaints([&] { CsvStream{folder.path() / "none.csv"}; }),
                ElementsAre(HasSubstr("no such file")));
    EXPECT_THAT(test::complaints([&] { CsvStream{folder.path()}; }), ElementsAre(HasSubstr("is a directory")));
}

}  // namespace
}  // namespace freiton
