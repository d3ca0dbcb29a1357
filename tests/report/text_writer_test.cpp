// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/text_writer.hpp"

#include <gtest/gtest.h>

namespace freiton::report {
namespace {

constexpr auto words = Column::Holds::words;
constexpr auto pictures = Column::Holds::pictures;

std::string text(Table table, const TextShape& shape = {}) {
    Document document;
    document.add(std::move(table));
    return text_of(document, shape);
}

TEST(TextWriter, ColumnsAreAsWideAsTheyMustBe) {
    EXPECT_EQ(text({.columns = {{"day", words}, {"calls"}},
                    .rows = {{{"Wednesday", Figure::number(7)}}, {{"Fri", Figure::number(1234567)}}}}),
              "day          calls\n"
              "──────────────────\n"
              "Wednesday        7\n"
              "Fri        1234567\n");
}

TEST(TextWriter, SumsStandBelowALineAndPartsAreIndented) {
    EXPECT_EQ(text({.columns = {{"a", words}, {"b"}},
                    .rows = {{{"one", "2"}},
                             {{"of it", "1"}, Row::Kind::part},
                             {{"two", "3"}, Row::Kind::sum},
                             {{"all", "5"}, Row::Kind::sum}},
                    .notes = {"That is all."}}),
              "a        b\n"
              "──────────\n"
              "one      2\n"
              "  of it  1\n"
              "──────────\n"
              "two      3\n"
              "all      5\n"
              "That is all.\n");
}

TEST(TextWriter, WidthIsCountedInCharactersNotBytes) {
    EXPECT_EQ(text({.columns = {{"Öl", words}, {"x"}}, .rows = {{{"ä", "1"}}}}),
              "Öl  x\n"
              "─────\n"
              "ä   1\n");
}

TEST(TextWriter, LinesHaveNoSpaceAtTheirEndAndMissingCellsAreEmpty) {
    EXPECT_EQ(text({.columns = {{"a", words}, {"long title", words}}, .rows = {{{"1"}}, {{"1", "x"}}}}),
              "a  long title\n"
              "─────────────\n"
              "1\n"
              "1  x\n");
}

TEST(TextWriter, FiguresSpeakTheLanguageOfTheDocument) {
    Document document{.language = Language::de};
    document.add({.columns = {{"a"}, {"b"}, {"c"}, {"d"}},
                  .rows = {{{Figure::share(0.8125).with(0.012),
                             Figure::hours(4.15).with(0.1),
                             Figure{},
                             {Figure::number(7), "a"}}}}});
    EXPECT_EQ(text_of(document),
              "           a            b  c    d\n"
              "─────────────────────────────────\n"
              "81,2 ± 1,2 %  4,2 ± 0,1 h  -  7 a\n");
}

TEST(TextWriter, PicturesTakeTheRoomThatIsLeftAndAreLeftOutWhereThereIsNone) {
    const Table table{.columns = {{"n", words}, {"", pictures}}, .rows = {{{"1", Bar{1, 2}}}, {{"2", Bar{2, 2}}}}};
    EXPECT_EQ(text(table, {13}), "n\n─────────────\n1  █████\n2  ██████████\n");  // 13 - 1 - 2 between: 10
    EXPECT_EQ(text(table, {7}), "n\n─\n1\n2\n");
}

TEST(TextWriter, SentencesStandBesideTheirLabelAndBreakAtTheWidth) {
    Document document;
    document.heading("Title");
    document.say("Below it.");
    document.say("Note", std::vector<std::string>{"one two 8.1 ± 0.3 %, four", "five"});
    EXPECT_EQ(text_of(document, {26}),
              "Title\n"
              "Below it.\n"
              "Note     one two\n"  // a figure stays together
              "         8.1 ± 0.3 %, four\n"
              "         five\n");
}

TEST(TextWriter, TablesStandApartAndUnderTheirHeading) {
    Document document;
    const Table table{.columns = {{"a"}}, .rows = {{{"1"}}}};
    document.say("Before.");
    document.add(table);
    document.heading("Section", 2);
    document.add(table);
    document.say("After.");
    EXPECT_EQ(text_of(document), "Before.\n\na\n─\n1\n\nSection\na\n─\n1\n\nAfter.\n");
}

TEST(TextWriter, ATableThatIsTooWideHasItsWordsBroken) {
    const Table table{.columns = {{"promise", words}, {"hours"}},
                      .rows = {{{"sales: 80 % answered within 20 s", "1.5"}},
                               {{"looser: 75 % answered within 20 s", "12"}, Row::Kind::part}}};
    EXPECT_EQ(text(table, {80, 27}),
              "promise               hours\n"
              "───────────────────────────\n"
              "sales: 80 % answered    1.5\n"
              "within 20 s\n"
              "  looser: 75 %           12\n"
              "  answered within\n"
              "  20 s\n");
}

TEST(TextWriter, WhatIsStillTooWideIsPartedAndEveryPartSaysWhichRowsItHas) {
    const Table table{.columns = {{"day", words}, {"calls"}, {"in time"}, {"post"}},
                      .rows = {{{"Mon", "100", "81 %", "7"}}, {{"Tue", "90", "85 %", "8"}, Row::Kind::sum}}};
    EXPECT_EQ(text(table, {80, 19}),
              "day  calls  in time\n"
              "───────────────────\n"
              "Mon    100     81 %\n"
              "───────────────────\n"
              "Tue     90     85 %\n"
              "\n"
              "day  post\n"
              "─────────\n"
              "Mon     7\n"
              "─────────\n"
              "Tue     8\n");
    EXPECT_EQ(text(table, {80, 25}), text(table)) << "as wide as it is";
}

TEST(TextWriter, ColoursSetHeadsSumsAndPicturesApart) {
    Document document;
    document.heading("Title");
    document.say("Note", "A sentence.");
    document.add(Table{.columns = {{"n", words}, {"", pictures}},
                       .rows = {{{"1", Bar{1, 2}}}, {{"2", Bar{2, 2}}, Row::Kind::sum}}});
    EXPECT_EQ(text_of(document, {13, 13, true}),
              "\x1b[1mTitle\x1b[0m\n"
              "\x1b[1mNote\x1b[0m     A sentence.\n"
              "\n"
              "\x1b[1mn\x1b[0m\n"
              "─────────────\n"
              "1  \x1b[36m█████\x1b[0m\n"
              "─────────────\n"
              "\x1b[1m2  \x1b[36m██████████\x1b[0m\x1b[0m\n");
    EXPECT_EQ(text_of(document, {13, 13, false}).find('\x1b'), std::string::npos);
}

// 10 columns for 8: one column and a quarter for each.
TEST(BarText, IsDrawnInEighthsOfAColumn) {
    EXPECT_EQ(bar_text(8, 8, 10), "██████████");
    EXPECT_EQ(bar_text(4, 8, 10), "█████");
    EXPECT_EQ(bar_text(1, 8, 10), "█▎");    // 1.25 columns: 1 and 2/8
    EXPECT_EQ(bar_text(3, 8, 10), "███▊");  // 3.75 columns: 3 and 6/8
    EXPECT_EQ(bar_text(0, 8, 10), "");
    EXPECT_EQ(bar_text(0, 0, 10), "");
}

TEST(CurveText, HasTheGreatestOfTheValuesThatShareAColumn) {
    EXPECT_EQ(curve_text({{0, 1, 4, 8}, 8}, 10), " ▁▄█");
    EXPECT_EQ(curve_text({{0, 1, 4, 8}, 8}, 2), "▁█");
    EXPECT_EQ(curve_text({{0.001, 0}, 8}, 2), "▁ ");  // little is not nothing
    EXPECT_EQ(curve_text({{0, 0}, 0}, 2), "  ");
}

}  // namespace
}  // namespace freiton::report
