// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "freiton/report/html_parts.hpp"
#include "freiton/report/html_writer.hpp"
#include "freiton/report/svg.hpp"
#include "freiton/report/svg_parts.hpp"

namespace freiton::report {

namespace {

// A legend's entry: how it is drawn, and its name. `data-of` tells the script which series it hides.
std::string key_html(std::size_t k, std::string_view names, std::string_view shape, const std::string& name) {
    return fmt::format(
        "<li data-of=\"{}\"><svg class=\"key\" viewBox=\"0 0 24 12\" aria-hidden=\"true\"><path class=\"{} {}\" "
        "d=\"{}\"/>"
        "</svg> <bdi>{}</bdi></li>\n",
        k, series_names(k), names, shape, html_escaped(name));
}

std::string legend_html(const TimeCourse& course) {
    constexpr std::string_view box = "M1 1V11H23V1z";
    constexpr std::string_view stroke = "M0 6H24";
    constexpr std::string_view dots = "M5 6h0M12 6h0M19 6h0";
    constexpr std::string_view kinds[] = {"area", "hollow", "outline", "line", "dots"};  // as Series::Kind
    std::string html = "<ul class=\"legend\">\n";
    for (std::size_t k = 0; k < course.series.size(); ++k) {
        const Series& one = course.series[k];
        const bool filled_in = one.kind == Series::Kind::area || one.kind == Series::Kind::hollow;
        const std::string_view shape = one.kind == Series::Kind::dots ? dots : filled_in ? box : stroke;
        html += key_html(k, kinds[static_cast<std::size_t>(one.kind)], shape, one.name);
    }
    for (const Level& level : course.levels) html += key_html(level.series, "promise", stroke, level.name);
    return html + "</ul>\n";
}

std::string legend_html(const Scatter& scatter) {
    constexpr std::string_view dot = "M9 6a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z";
    std::string html = "<ul class=\"legend fixed\">\n";
    html += key_html(0, "area", dot, scatter.met_title) + key_html(0, "ring", dot, scatter.missed_title);
    html += key_html(1, "line", "M0 6H24", scatter.best_title);
    return html + "</ul>\n";
}

std::string legend_html(const HeatMap&) { return {}; }  // the numbers stand in its cells
std::string legend_html(const Bars&) { return {}; }     // the names stand at its bars

std::size_t frames_of(const TimeCourse& course) { return course.stretches.size(); }
std::size_t frames_of(const HeatMap& map) { return map.weeks.size(); }
std::size_t frames_of(const Bars&) { return 2; }  // small ones in any case
std::size_t frames_of(const Scatter&) { return 1; }

}  // namespace

std::string picture_html(const Picture& picture, Language language) {
    const auto frames = std::visit([](const auto& shape) { return frames_of(shape); }, picture.shape);
    std::string html = fmt::format("<figure>\n<figcaption><h2>{}</h2><p>{}</p></figcaption>\n",
                                   html_escaped(picture.title), html_escaped(picture.description));
    html += std::visit([](const auto& shape) { return legend_html(shape); }, picture.shape);
    html += std::holds_alternative<HeatMap>(picture.shape) ? "<div class=\"frames maps"
            : frames == 1                                  ? "<div class=\"frames one"
                                                           : "<div class=\"frames";
    html += "\">\n";
    html += std::visit([&](const auto& shape) { return svg_of(shape, picture.title, language); }, picture.shape);
    html += "</div>\n<p class=\"readout\" hidden></p>\n<details><summary>" + in({"Table", "Tabelle"}, language);
    html += "</summary>\n" + table_html(table_of(picture, language), language) + "</details>\n</figure>\n";
    return html;
}

std::string headline_html(const Headline& headline, Language language) {
    std::string html = "<div class=\"headline\">\n";
    if (!headline.numbers.empty()) {
        html += "<ul class=\"numbers\">\n";
        for (const Headline::Number& number : headline.numbers)
            html += "<li><strong>" + figure_html(number.figure, language) + "</strong> <span>" +
                    html_escaped(number.label) + "</span></li>\n";
        html += "</ul>\n";
    }
    for (const std::string& sentence : headline.sentences) html += "<p>" + html_escaped(sentence) + "</p>\n";
    return html + "</div>\n";
}

}  // namespace freiton::report
