// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "freiton/report/comparison_report.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/report/svg.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::HasSubstr;
using testing::Not;

// Texts lie within the viewBox when none begins or ends beyond an edge; a letter takes some 6 of a font of 10.
void expect_texts_inside(const std::string& svg) {
    std::smatch box;
    ASSERT_TRUE(std::regex_search(svg, box, std::regex{R"re(viewBox="0 0 ([0-9.]+) ([0-9.]+)")re"}));
    const std::regex text{R"re(<text x="(-?[0-9.]+)" y="(-?[0-9.]+)"( text-anchor="(middle|end)")?>([^<]*)</text>)re"};
    std::size_t texts = 0;
    for (auto t = std::sregex_iterator{svg.begin(), svg.end(), text}; t != std::sregex_iterator{}; ++t, ++texts) {
        const double width = 5.8 * static_cast<double>((*t)[5].length());
        const double x = std::stod((*t)[1]) - ((*t)[4] == "end" ? width : (*t)[4] == "middle" ? width / 2.0 : 0.0);
        EXPECT_GE(x, -0.5) << (*t)[0];
        EXPECT_LE(x + width, std::stod(box[1]) + 0.5) << (*t)[0];
        EXPECT_LE(std::stod((*t)[2]), std::stod(box[2])) << (*t)[0];
    }
    EXPECT_GT(texts, 0U);
}

TEST(HeatMap, EveryOpenCellHasItsNumberAndClosedOnesNone) {
    const HeatMap map{.times = {"08:00", "08:30"},
                      .weeks = {{"week", {"Mon 2 Mar", "Tue 3 Mar"}, {{5.0, 9.0}, {7.0, CallFigures::none}}}}};
    const std::string svg = svg_of(map, "People", Language::en);
    for (const char* number : {">5</text>", ">7</text>", ">9</text>", ">Mon</text>", ">3 Mar</text>", ">08:30</text>"})
        EXPECT_THAT(svg, HasSubstr(number));
    EXPECT_THAT(svg, Not(HasSubstr(">-</text>")));
    EXPECT_THAT(svg, HasSubstr("<desc>From 5 to 9.</desc>"));
    EXPECT_THAT(svg, HasSubstr("<path class=\"h0 cell\""));  // 5: the lightest
    EXPECT_THAT(svg, HasSubstr("<path class=\"h4 cell\""));  // 9: the darkest
    const Table table = table_of({.title = "People", .shape = map}, Language::en);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(std::get<Figure>(table.rows[1].cells[1].content).value, 7.0);
}

// Bars of 240 columns: 2 to 234 is the whole of a share, so that a half ends at 118.
TEST(Bars, AreAsLongAsTheyAreOfTheWhole) {
    const Bars bars{.names = {"a", std::string(60, 'b')},
                    .measures = {{"in time", {Figure::share(0.5).with(0.05), Figure{}}, Figure::share(0.8, 0)}}};
    const std::string svg = svg_of(bars, "Service", Language::en);
    EXPECT_THAT(svg, HasSubstr("<path class=\"c0 area\" d=\"M2 34H118v10H2z\"/>"));
    EXPECT_THAT(svg, Not(HasSubstr("c1 area")));                  // nothing is known of it
    EXPECT_THAT(svg, HasSubstr("class=\"whisker\" d=\"M106.4"));  // 2 + 232 x 0.45
    EXPECT_THAT(svg, HasSubstr("class=\"promise\" d=\"M187.6"));  // 2 + 232 x 0.8
    EXPECT_THAT(svg, HasSubstr(std::string(23, 'b') + "…</text>"));
    EXPECT_THAT(svg, HasSubstr(std::string(60, 'b') + ": -")) << "the whole name is read aloud";
    expect_texts_inside(svg);
}

TEST(Bars, ALossLiesLeftOfTheLineOfNothing) {
    const Bars bars{.names = {"a", "b"}, .measures = {{"saved", {Figure::number(-10), Figure::number(10)}, {}}}};
    EXPECT_THAT(svg_of(bars, "Saved", Language::en), HasSubstr("c0 area\" d=\"M2 34H118v10H2z\""));
    EXPECT_THAT(svg_of(bars, "Saved", Language::en), HasSubstr("c1 area\" d=\"M118 64H234v10H118z\""));
}

TEST(Scatter, TheBestPointsAreJoinedAndMissedOnesAreRings) {
    const auto point = [](double cost, double service, bool met, bool best) {
        return Scatter::Point{"p", Figure::number(cost), Figure::share(service), met, best};
    };
    const Scatter scatter{
        .x_title = "cost",
        .y_title = "in time",
        .points = {point(100, 0.6, false, true), point(200, 0.5, true, false), point(300, 1.0, true, true)}};
    const std::string svg = svg_of(scatter, "Cost", Language::en);
    EXPECT_THAT(svg, testing::ContainsRegex("c1 line\" d=\"M[0-9.]+ [0-9.]+L348 20\""));
    EXPECT_THAT(svg, testing::ContainsRegex("c0 ring\" cx=\"[0-9.]+\""));
    expect_texts_inside(svg);
}

StudyTable two_rows() {
    const auto names = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{"agent_hours", "cost", std::string{study_service}});
    StudyTable table{.title = "study", .question = "simulate", .design = "grid", .variations = 2};
    table.inputs = {{"teams.a.staff", "teams.a.staff", true}};
    table.rows = {{.variation = 0, .met = false, .names = names, .values = {8, 80, 0.7}},
                  {.variation = 1, .met = true, .names = names, .values = {10, 100, 0.9}}};
    table.settings = {{{"2", 2}}, {{"3", 3}}};
    return table;
}

template <class Part>
const Part* first_of(const Document& document) {
    for (const auto& block : document.blocks)
        if (const auto* part = std::get_if<Part>(&block)) return part;
    return nullptr;
}

TEST(StudyPictures, ShowEachVariationWhereItsCostAndServiceAre) {
    StudySummary summary;
    summary.cost = "cost";
    summary.tradeoff = {{0, 80, 0.7, false}, {1, 100, 0.9, true}};
    const Document document = study_document(two_rows(), summary, Language::en);
    const auto* picture = first_of<Picture>(document);
    ASSERT_NE(picture, nullptr);
    const auto& points = std::get<Scatter>(picture->shape).points;
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[1].x.value, 100.0);
    EXPECT_EQ(points[1].y.value, 0.9);
    EXPECT_TRUE(points[1].met && points[1].best && points[0].best && !points[0].met);
    const auto* headline = first_of<Headline>(document);
    ASSERT_NE(headline, nullptr);
    EXPECT_EQ(headline->sentences[0], "1 of 2 variations keep all promises.");
    EXPECT_EQ(headline->sentences[1], "The cheapest of those is number 2: a.staff 3.");
}

TEST(StudyPictures, DoNotCountAsKeptWhatFormulasOnlyExpect) {
    StudyTable table = two_rows();
    const auto names = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{"agent_hours", "cost", std::string{study_service}, "targets_expected"});
    table.rows[1].names = names;
    table.rows[1].values.push_back(1);
    StudySummary summary;
    summary.cost = "cost";
    const Document document = study_document(table, summary, Language::en);
    const auto* headline = first_of<Headline>(document);
    ASSERT_NE(headline, nullptr);
    EXPECT_EQ(headline->sentences[0], "0 of 2 variations keep all promises.");
    EXPECT_EQ(headline->sentences[1], "Of 1 the formulas expect it, but cannot vouch for it.");
    EXPECT_FALSE(std::get<Scatter>(first_of<Picture>(document)->shape).points[1].met);
}

TEST(ComparisonPictures, DoNotCountAsKeptWhatFormulasOnlyExpectOrWhatWasStopped) {
    Comparison comparison;
    for (const char* name : {"kept", "expected", "stopped"}) {
        comparison.organisations.push_back({name, Scenario{test::one_hour_of_sales()}, test::small_plan()});
        comparison.organisations.back().result.performance.targets[0].met = true;
    }
    comparison.organisations[1].result.performance.targets[0].may_be_off = 0.2;
    comparison.organisations[2].result.performance.interrupted = true;
    const Document document = comparison_document(comparison, Language::en);
    const auto* headline = first_of<Headline>(document);
    ASSERT_NE(headline, nullptr);
    EXPECT_EQ(headline->sentences[0], "1 of 3 organisations keep all promises.");
    EXPECT_EQ(headline->sentences[1], "Of 1 the formulas expect it, but cannot vouch for it.");
}

TEST(ComparisonPictures, ShowThePeopleOfEachOrganisation) {
    Comparison comparison;
    comparison.organisations.push_back({"a", Scenario{test::one_hour_of_sales()}, test::small_plan()});
    comparison.organisations.push_back({"b", Scenario{test::one_hour_of_sales()}, test::small_plan()});
    comparison.organisations[1].result.performance.teams[0].agent_hours = 5.0;
    const Document document = comparison_document(comparison, Language::en);
    const auto* picture = first_of<Picture>(document);
    ASSERT_NE(picture, nullptr);
    const auto& bars = std::get<Bars>(picture->shape);
    EXPECT_EQ(bars.names, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(bars.measures.size(), 3U) << "nobody has a price";
    EXPECT_EQ(bars.measures[1].title, "agent hours");
    EXPECT_EQ(bars.measures[1].figures[0].value, 3.0);
    EXPECT_EQ(bars.measures[1].figures[1].value, 5.0);
}

}  // namespace
}  // namespace freiton::report
