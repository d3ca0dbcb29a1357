// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/html_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "freiton/report/plan_report.hpp"
#include "freiton/report/svg.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

constexpr const char* hostile_title = R"(</title><script>alert("1")</script>&'<!--)";
constexpr const char* harmless = "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;&lt;!--";

// Between its style and its script a page is what was asked for.
std::string body_of(const std::string& html) {
    const std::size_t from = html.find("<main>");
    return html.substr(from, html.find("</main>") - from);
}

TEST(HtmlWriter, TheTitleOfThePageIsNoMarkupEither) {
    Document document;
    document.heading(hostile_title);
    EXPECT_THAT(html_of(document), HasSubstr("<title>" + std::string{harmless} + "</title>"));
}

TEST(HtmlWriter, NothingThatAPlannerNamesBecomesMarkup) {
    Document document;
    document.heading(hostile_title);
    document.heading(hostile_title, 2);
    document.say(hostile_title);
    document.say(hostile_title, hostile_title);
    document.add({.caption = hostile_title,
                  .columns = {{hostile_title}, {hostile_title}},
                  .rows = {{{hostile_title, {Figure::number(1), hostile_title}}, Row::Kind::part}},
                  .notes = {hostile_title}});
    const std::string html = body_of(html_of(document));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<!--")));
    std::size_t told = 0;
    for (std::size_t at = html.find(harmless); at != std::string::npos; at = html.find(harmless, at + 1)) ++told;
    EXPECT_EQ(told, 11U);  // each of the places above
}

TEST(HtmlWriter, ATeamWithAHostileNameIsShownByItsName) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 2;
    parts.teams[0].name = "<b>desk</b>";
    PlanResult result = test::small_plan();
    result.plan.agents[0].resize(4, 1);
    Course<CallFigures>& calls = result.performance.work[0].calls;
    calls.by_interval.resize(4, calls.by_interval[0]);
    calls.by_day.resize(2, calls.by_day[0]);
    const std::string html = body_of(html_of(plan_document(Scenario{parts}, result, Language::en)));
    EXPECT_THAT(html, HasSubstr("&lt;b&gt;desk&lt;/b&gt;"));
    EXPECT_THAT(html, Not(HasSubstr("<b>")));
}

// Every figure of the document, in its order, reads back from the page as the same double.
TEST(HtmlWriter, FiguresReadBackExactly) {
    const Document document = plan_document(Scenario{test::one_hour_of_sales()}, test::small_plan(), Language::de);
    std::vector<double> wanted;
    const auto want_table = [&](const Table& table) {
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells)
                if (const auto* figure = std::get_if<Figure>(&cell.content);
                    figure != nullptr && std::isfinite(figure->value))
                    wanted.push_back(figure->value);
    };
    for (const auto& block : document.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) want_table(*table);
        if (const auto* picture = std::get_if<Picture>(&block)) want_table(table_of(*picture, document.language));
        if (const auto* headline = std::get_if<Headline>(&block))
            for (const Headline::Number& number : headline->numbers) wanted.push_back(number.figure.value);
    }
    const std::string html = html_of(document);
    std::vector<double> found;
    const std::regex value{R"re(<data value="([^"]*)")re"};
    for (auto match = std::sregex_iterator{html.begin(), html.end(), value}; match != std::sregex_iterator{}; ++match)
        found.push_back(std::strtod((*match)[1].str().c_str(), nullptr));
    EXPECT_GT(wanted.size(), 15U);
    EXPECT_EQ(found, wanted);
}

TEST(HtmlWriter, FiguresAreShownAsOnATerminal) {
    Document document{.language = Language::de};
    document.add({.columns = {{"a"}, {"b"}}, .rows = {{{Figure::share(0.8125).with(0.012), Figure{}}}}});
    EXPECT_THAT(html_of(document),
                HasSubstr("<th scope=\"row\"><data value=\"0.8125\" data-half-width=\"0.012\">81,2 ± 1,2 %</data></th>"
                          "<td>-</td>"));
}

TEST(HtmlWriter, ThePageNeedsNothingButItself) {
    const std::string html =
        html_of(plan_document(Scenario{test::one_hour_of_sales()}, test::small_plan(), Language::de));
    EXPECT_THAT(html, testing::StartsWith("<!doctype html>\n<html lang=\"de\">"));
    for (const char* request : {"http:", "https:", "src=", "href=", "url(", "@import", "<link", "fetch("})
        EXPECT_THAT(html, Not(HasSubstr(request)));
    EXPECT_THAT(html,
                HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\""));
    EXPECT_THAT(html, HasSubstr("<h1>Sales</h1>"));
    EXPECT_THAT(html, HasSubstr("<caption>Personen und Service nach Intervall</caption>"));
    EXPECT_THAT(html, ContainsRegex("<th scope=\"row\" class=\"words\">09:00-09:30</th>"));
    EXPECT_THAT(html, HasSubstr("@page { size: A4;"));
    EXPECT_THAT(html, HasSubstr("color-scheme: light dark"));
}

TEST(HtmlWriter, SentencesOfOneLabelAreOneEntryOfAList) {
    Document document;
    document.say("Note", "one");
    document.say("Note", "two");
    document.say("Target", "three");
    document.say("four");
    EXPECT_THAT(html_of(document), HasSubstr("<dl>\n<dt>Note</dt>\n<dd>one</dd>\n<dd>two</dd>\n<dt>Target</dt>\n"
                                             "<dd>three</dd>\n</dl>\n<p>four</p>\n"));
}

}  // namespace
}  // namespace freiton::report
