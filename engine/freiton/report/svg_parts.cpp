// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/svg_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/report/html_writer.hpp"

namespace freiton::report {

Axis axis_of(double least, double most, int steps) {
    if (!(most > least)) most = least + 1.0;
    const double rough = (most - least) / steps;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10.0 * power;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power >= rough * (1.0 - 1e-9)) step = factor * power;
    Axis axis{.least = step * std::floor(least / step + 1e-9), .most = step * std::ceil(most / step - 1e-9)};
    const auto count = static_cast<int>(std::lround((axis.most - axis.least) / step));
    for (int k = 0; k <= count; ++k) axis.ticks.push_back(axis.least + step * k);
    return axis;
}

Axis axis_for(double least, double most, const Figure& like, bool from_zero) {
    constexpr int steps = 4;
    if (!std::isfinite(least) || !std::isfinite(most)) least = most = 0.0;
    if (from_zero || like.unit != Figure::Unit::share)
        least = std::min(0.0, least);
    else
        most = std::max(1.0, most);  // how much is missing is seen only up to the whole
    Axis axis = axis_of(least, most, steps);
    if (like.unit == Figure::Unit::share && most <= 1.0 + 1e-9 && axis.most > 1.0) {
        axis.most = 1.0;
        std::erase_if(axis.ticks, [](double tick) { return tick > 1.0 + 1e-9; });
    }
    return axis;
}

std::string tick_text(double value, const Axis& axis, const Figure& like, Language language) {
    const double percent_of = like.unit == Figure::Unit::share ? 100.0 : 1.0;
    const double step = axis.ticks.size() > 1 ? (axis.ticks[1] - axis.ticks[0]) * percent_of : 1.0;
    const int decimals = step >= 1.0 - 1e-9 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    switch (like.unit) {
        case Figure::Unit::none:
            return decimal(value, decimals, language);
        case Figure::Unit::share:
            return percent(value, decimals, language);
        case Figure::Unit::seconds:
            return decimal(value, decimals, language) + " s";
        case Figure::Unit::minutes:
            return decimal(value, decimals, language) + " min";
        case Figure::Unit::hours:
            return decimal(value, decimals, language) + " h";
    }
    return {};
}

Figure figure_like(const Figure& like, double value) {
    Figure figure = like;
    figure.value = value;
    figure.half_width.reset();
    return figure;
}

std::string coordinate(double value) {
    const double rounded = std::round(value * 10.0) / 10.0;
    return number_text(rounded == 0.0 ? 0.0 : rounded);  // never "-0"
}

std::string svg_text(double x, double y, Anchor anchor, std::string_view text) {
    constexpr std::string_view anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
    return fmt::format("<text x=\"{}\" y=\"{}\"{}>{}</text>\n", coordinate(x), coordinate(y),
                       anchors[static_cast<std::size_t>(anchor)], html_escaped(text));
}

std::string svg_line(double x1, double y1, double x2, double y2, std::string_view names) {
    return fmt::format("<path class=\"{}\" d=\"M{} {}L{} {}\"/>\n", names, coordinate(x1), coordinate(y1),
                       coordinate(x2), coordinate(y2));
}

std::string svg_opened(double width, double height, std::string_view title, std::string_view description,
                       std::string_view attributes) {
    return fmt::format("<svg role=\"img\" viewBox=\"0 0 {} {}\"{}>\n<title>{}</title>\n<desc>{}</desc>\n",
                       coordinate(width), coordinate(height), attributes, html_escaped(title),
                       html_escaped(description));
}

std::string shortened(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string{text};
    return std::string{first_letters(text, columns - 1)} + "…";
}

std::string series_names(std::size_t k) { return fmt::format("c{}", k % 6); }

}  // namespace freiton::report
