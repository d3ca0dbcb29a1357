// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <regex>

#include "freiton/report/html_writer.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/svg.hpp"
#include "freiton/report/text_writer.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* hostile_name = "</title></svg><script>\"'&\xE2\x80\xAE";  // ends with a right-to-left override

Document small_document(Language language = Language::en) {
    return plan_document(Scenario{test::one_hour_of_sales()}, test::small_plan(), language);
}

const Picture& picture_named(const Document& document, const std::string& part) {
    for (const auto& block : document.blocks)
        if (const auto* picture = std::get_if<Picture>(&block);
            picture != nullptr && picture->title.find(part) != std::string::npos)
            return *picture;
    throw std::out_of_range{part};
}

std::string svg_of(const Picture& picture) {
    return std::visit([&](const auto& shape) { return svg_of(shape, picture.title, Language::en); }, picture.shape);
}

// One frame of two points: values 1 and 3 of an area, 4 and 4 of an outline, and a promise of 2.
Picture two_points() {
    TimeCourse course{
        .stretches = {{"Monday", {{16.0, "08:00", "08:00"}, {17.0, "08:30", "08:30"}}}},
        .series = {{"busy", Series::Kind::area, {1.0, 3.0}}, {"present", Series::Kind::outline, {4.0, 4.0}}},
        .levels = {{"promised", 2.0, 0}},
        .in_steps = true,
        .from_zero = true};
    return {.title = "People", .description = "how to read it", .shape = course};
}

// All coordinates of paths are absolute, as M, L, H and V have them; h, v and z stay within a cell or a whisker.
struct Extent {
    double least_x = 1e9, most_x = -1e9, least_y = 1e9, most_y = -1e9;
};

Extent extent_of(const std::string& svg) {
    Extent extent;
    const auto x = [&](const std::string& text) {
        extent.least_x = std::min(extent.least_x, std::strtod(text.c_str(), nullptr));
        extent.most_x = std::max(extent.most_x, std::strtod(text.c_str(), nullptr));
    };
    const auto y = [&](const std::string& text) {
        extent.least_y = std::min(extent.least_y, std::strtod(text.c_str(), nullptr));
        extent.most_y = std::max(extent.most_y, std::strtod(text.c_str(), nullptr));
    };
    const std::regex step{R"re(([MLHV])(-?[0-9.]+)(?: (-?[0-9.]+))?)re"};
    const std::regex path{R"re( d="([^"]*)")re"};
    for (auto p = std::sregex_iterator{svg.begin(), svg.end(), path}; p != std::sregex_iterator{}; ++p) {
        const std::string d = (*p)[1];
        for (auto s = std::sregex_iterator{d.begin(), d.end(), step}; s != std::sregex_iterator{}; ++s) {
            if ((*s)[1] == "V") {
                y((*s)[2]);
                continue;
            }
            x((*s)[2]);
            if ((*s)[3].matched) y((*s)[3]);
        }
    }
    return extent;
}

std::pair<double, double> view_box(const std::string& svg) {
    std::smatch match;
    std::regex_search(svg, match, std::regex{R"re(viewBox="0 0 ([0-9.]+) ([0-9.]+)")re"});
    return {std::stod(match[1]), std::stod(match[2])};
}

TEST(Picture, ATerminalPassesOverItAndOverTheHeadline) {
    Document document;
    document.say("before");
    document.add(Headline{{{Figure::number(7), "people"}}, {"seven"}});
    document.add(two_points());
    document.say("after");
    EXPECT_EQ(text_of(document), "before\nafter\n");
}

TEST(Picture, IsReadAloudByTitleAndDescription) {
    const std::string svg = svg_of(two_points());
    EXPECT_THAT(svg, HasSubstr("<svg role=\"img\""));
    EXPECT_THAT(svg, HasSubstr("<title>People, Monday</title>\n<desc>busy: 1 to 3; present: 4 to 4.</desc>"));
}

// 70 to 100 % around 90 % in the first half hour, unknown in the second. Two kinds of work would hide each other.
TEST(Picture, SingleDaysAreABandRoundTheirMean) {
    PlanResult result = test::small_plan();
    auto& calls = result.performance.work[0].calls;
    calls.by_interval[0].single_days = {{{0.7, 1.0}, {1.0, 2.0}, {0.0, 0.1}}};
    calls.by_interval[1].single_days.emplace();
    const Scenario scenario{test::one_hour_of_sales()};
    const Document document = plan_document(scenario, result, Language::en);
    const Picture& picture = picture_named(document, "answered in time");
    EXPECT_THAT(picture.description, HasSubstr("Nine of ten single days lie in the wide pale band."));
    EXPECT_THAT(std::get<TimeCourse>(picture.shape).series[0].highs[0], 1.0);
    EXPECT_THAT(svg_of(picture), HasSubstr("class=\"c0 days\""));
    EXPECT_THAT(html_of(document), HasSubstr("(70.0 % to 100.0 %)"));
    EXPECT_THAT(svg_of(picture_named(small_document(), "answered in time")), Not(HasSubstr("days\"")));
}

// Values 0 to 4 lie between y = 173 and y = 20, points of half an hour between x = 16 (one digit) and x = 352.
TEST(Picture, AnAreaStandsWhereItsValuesAre) {
    EXPECT_THAT(svg_of(two_points()), HasSubstr("class=\"c0 area\" d=\"M16 173V134.8H184V58.3H352V173H184V173H16z\""));
    EXPECT_THAT(svg_of(two_points()), HasSubstr("class=\"c1 outline\" d=\"M16 20H184V20H352\""));
    EXPECT_THAT(svg_of(two_points()), HasSubstr("class=\"c0 promise\" d=\"M16 96.5H352\""));
}

TEST(Picture, AnOutlineIsNoAreaAndNothingStandsOnIt) {
    EXPECT_THAT(svg_of(two_points()), Not(HasSubstr("c1 area")));
    EXPECT_THAT(svg_of(two_points()), Not(HasSubstr("strokes")));
}

// A thousand points leave a third of a column each: the labels of every 24th, the fewest, would still lie over each
// other, and half of the first beyond the edge. A letter takes 5.8 columns.
TEST(Picture, LabelsOfTimesStandApartAndWithin) {
    Picture picture = two_points();
    auto& course = std::get<TimeCourse>(picture.shape);
    course.stretches[0].points.clear();
    for (int i = 0; i < 1000; ++i) course.stretches[0].points.push_back({16.0 + i, "in March", "in March"});
    course.series = {{"busy", Series::Kind::line, std::vector<double>(1000, 1.0)}};
    const std::string svg = svg_of(picture);
    const std::regex label{R"re(<text x="([0-9.]+)"[^>]*>in March<)re"};
    const double half = 8 * 5.8 / 2.0;
    double free_from = 0.0;
    int labels = 0;
    for (auto one = std::sregex_iterator{svg.begin(), svg.end(), label}; one != std::sregex_iterator{}; ++one) {
        const double middle = std::stod((*one)[1]);
        EXPECT_GE(middle - half, free_from);
        free_from = middle + half;
        ++labels;
    }
    EXPECT_GT(labels, 1);
    EXPECT_LE(free_from, view_box(svg).first);
}

TEST(Picture, NothingLeavesItsFrame) {
    Picture picture = two_points();
    auto& course = std::get<TimeCourse>(picture.shape);
    course.series.push_back({"wild",
                             Series::Kind::line,
                             {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()}});
    course.series.push_back({"unknown", Series::Kind::line, {CallFigures::none, CallFigures::none}});
    const std::string svg = svg_of(picture);
    const auto [width, height] = view_box(svg);
    const Extent extent = extent_of(svg);
    EXPECT_GE(extent.least_x, 0.0);
    EXPECT_LE(extent.most_x, width);
    EXPECT_GE(extent.least_y, 0.0);
    EXPECT_LE(extent.most_y, height);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_THAT(svg, Not(HasSubstr("inf")));
}

TEST(Picture, WhatIsUnknownIsAHole) {
    Picture picture = two_points();
    std::get<TimeCourse>(picture.shape).series[1].values[0] = CallFigures::none;
    EXPECT_THAT(svg_of(picture), HasSubstr("class=\"c1 outline\" d=\"M184 20H352\""));
}

// Ticks of three letters leave x = 27 to 352, so that the middle of the first of two points is 27 + 325 / 4.
TEST(Picture, AValueOnItsOwnIsSeen) {
    Picture picture = two_points();
    auto& course = std::get<TimeCourse>(picture.shape);
    course.in_steps = false;
    course.series = {{"alone", Series::Kind::line, {2.0, CallFigures::none}}};
    EXPECT_THAT(svg_of(picture), HasSubstr("class=\"c0 line\" d=\"M108.3 20h4\""));
}

TEST(Picture, HostileNamesAreText) {
    Picture picture = two_points();
    picture.title = hostile_name;
    picture.description = hostile_name;
    auto& course = std::get<TimeCourse>(picture.shape);
    course.stretches[0].title = hostile_name;
    course.stretches[0].points[0] = {16.0, hostile_name, hostile_name};
    course.series[0].name = hostile_name;
    course.levels[0].name = hostile_name;
    Document document;
    document.add(picture);
    const std::string html = html_of(document);
    EXPECT_THAT(html, Not(HasSubstr("<script>\"")));
    EXPECT_THAT(html, Not(HasSubstr("</title></svg>")));
    EXPECT_THAT(html, HasSubstr("<bdi>&lt;/title&gt;&lt;/svg&gt;"));  // its override ends with it
}

TEST(Picture, IsFoldedWithItsTableBesideIt) {
    Document document;
    document.add(two_points());
    EXPECT_THAT(html_of(document),
                HasSubstr("<details><summary>Table</summary>\n<div class=\"table\" tabindex=\"0\">"));
    EXPECT_THAT(html_of(document),
                HasSubstr("08:30</th><td><data value=\"3\">3</data></td><td><data value=\"4\">4</data></td>"));
}

// small_plan() has two people, then four; half of the first two are busy, nobody knows what the four do.
TEST(Picture, PeopleAndWhatTheyDoAreThoseOfTheResult) {
    const Document document = small_document();
    const auto& people = std::get<TimeCourse>(picture_named(document, "People in").shape);
    ASSERT_EQ(people.series.size(), 3U);
    EXPECT_EQ(people.series[0].values[0], 1.0);  // 2 people x occupancy 0.5
    EXPECT_TRUE(std::isnan(people.series[0].values[1]));
    EXPECT_EQ(people.series[1].values[0], 1.0);  // idle
    EXPECT_EQ(people.series[2].values, (std::vector<double>{2.0, 4.0}));
}

TEST(Picture, ServiceIsThatOfTheJson) {
    const Scenario scenario{test::one_hour_of_sales()};
    const auto json = nlohmann::json::parse(plan_json(scenario, test::small_plan(), {}));
    const auto& calls = json["work"]["sales"]["by_interval"];
    const Document document = small_document();
    const auto& course = std::get<TimeCourse>(picture_named(document, "answered in time").shape);
    ASSERT_EQ(course.series[0].values.size(), calls.size());
    for (std::size_t i = 0; i < calls.size(); ++i) EXPECT_EQ(course.series[0].values[i], calls[i]["service_level"]);
    ASSERT_EQ(course.levels.size(), 1U);
    EXPECT_EQ(course.levels[0].value, 0.8);
    EXPECT_EQ(course.levels[0].name, "sales: promised 80 % in every interval");
}

TEST(Picture, TheHeadlineSaysHowManyWhenAndWhatIsMissed) {
    const std::string html = html_of(small_document());
    EXPECT_THAT(html, HasSubstr("<strong><data value=\"4\">4</data></strong> <span>people at the peak</span>"));
    EXPECT_THAT(html, HasSubstr("<p>At most 4 people are on duty at once, first on Mon 2 Mar at 09:30.</p>"));
    EXPECT_THAT(html, HasSubstr("0 of 1 promises are kept; the worst: "));
}

TEST(Picture, SpeaksGerman) {
    const std::string html = html_of(small_document(Language::de));
    EXPECT_THAT(html, HasSubstr("<summary>Tabelle</summary>"));
    EXPECT_THAT(html, HasSubstr("Personen in der Spitze"));
    EXPECT_THAT(html, HasSubstr("Rechtzeitig angenommene Anrufe"));
}

}  // namespace
}  // namespace freiton::report
