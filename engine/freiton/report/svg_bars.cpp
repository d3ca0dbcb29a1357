// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "freiton/report/svg.hpp"
#include "freiton/report/svg_parts.hpp"

namespace freiton::report {

namespace {

constexpr double bars_width = 240.0;
constexpr double bar_row = 30.0;  // a name over its bar
constexpr double bar_high = 10.0;
constexpr double bars_head = 18.0;
constexpr std::size_t title_columns = 38;
constexpr std::size_t name_columns = 24;

// From nothing, or from the least value where some lie below it.
struct BarScale {
    double least = 0.0;
    double most = 0.0;

    double x(double value) const {
        const double share = most > least ? (value - least) / (most - least) : 0.0;
        return 2.0 + (bars_width - 8.0) * std::clamp(share, 0.0, 1.0);
    }
};

BarScale scale_of(const Bars::Measure& measure) {
    BarScale scale;
    const auto take = [&](const Figure& figure) {
        if (!std::isfinite(figure.value)) return;
        const double doubt = figure.half_width && std::isfinite(*figure.half_width) ? *figure.half_width : 0.0;
        const double end = figure.unit == Figure::Unit::share ? 1.0 : figure.value + doubt;
        scale.least = std::min(scale.least, figure.value - doubt);
        scale.most = std::max({scale.most, end, figure.value});
    };
    for (const Figure& figure : measure.figures) take(figure);
    if (measure.promise) take(*measure.promise);
    return scale;
}

std::string bar_svg(const Figure& figure, const BarScale& scale, std::size_t k, double top) {
    const double from = scale.x(std::min(0.0, figure.value));
    const double to = scale.x(std::max(0.0, figure.value));
    std::string svg =
        fmt::format("<path class=\"{} area\" d=\"M{} {}H{}v{}H{}z\"/>\n", series_names(k), coordinate(from),
                    coordinate(top), coordinate(to), coordinate(bar_high), coordinate(from));
    if (!figure.half_width || !std::isfinite(*figure.half_width) || *figure.half_width <= 0.0) return svg;
    const std::string low = coordinate(scale.x(figure.value - *figure.half_width));
    const std::string high = coordinate(scale.x(figure.value + *figure.half_width));
    const double middle = top + bar_high / 2.0;
    return svg + fmt::format("<path class=\"whisker\" d=\"M{} {}H{}M{} {}v6M{} {}v6\"/>\n", low, coordinate(middle),
                             high, low, coordinate(middle - 3.0), high, coordinate(middle - 3.0));
}

std::string measure_svg(const Bars& bars, const Bars::Measure& measure, const std::string& title, Language language) {
    const BarScale scale = scale_of(measure);
    const double height = bars_head + bar_row * static_cast<double>(bars.names.size()) + 4.0;
    std::string description;
    std::string drawn = svg_text(2.0, 11.0, Anchor::start, shortened(measure.title, title_columns));
    for (std::size_t k = 0; k < bars.names.size(); ++k) {
        const Figure& figure = measure.figures[k];
        const std::string value = figure_text(figure, language);
        const double top = bars_head + bar_row * static_cast<double>(k);
        description += fmt::format("{}{}: {}", description.empty() ? "" : "; ", bars.names[k], value);
        drawn += svg_text(2.0, top + 12.0, Anchor::start, shortened(bars.names[k], name_columns));
        drawn += svg_text(bars_width - 6.0, top + 12.0, Anchor::end, value);
        if (std::isfinite(figure.value)) drawn += bar_svg(figure, scale, k, top + 16.0);
        if (measure.promise) {
            const double x = scale.x(measure.promise->value);
            drawn += svg_line(x, top + 14.0, x, top + 28.0, "promise");
        }
    }
    if (measure.promise)
        description +=
            fmt::format("; {} {}", in({"promised", "versprochen"}, language), figure_text(*measure.promise, language));
    return svg_opened(bars_width, height, title + ", " + measure.title, description + ".") + drawn + "</svg>\n";
}

}  // namespace

std::string svg_of(const Bars& bars, const std::string& title, Language language) {
    std::string svg;
    for (const Bars::Measure& measure : bars.measures) svg += measure_svg(bars, measure, title, language);
    return svg;
}

}  // namespace freiton::report
