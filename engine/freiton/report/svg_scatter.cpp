// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/core/units.hpp"
#include "freiton/report/svg.hpp"
#include "freiton/report/svg_parts.hpp"

namespace freiton::report {

namespace {

struct ScatterFrame {
    static constexpr double width = 360.0, height = 210.0;
    static constexpr double top = 20.0, bottom = 178.0, right = 348.0;
    double left = 40.0;
    Axis across{};
    Axis up{};

    double x(double value) const {
        return left + (right - left) * (value - across.least) / (across.most - across.least);
    }
    double y(double value) const { return bottom - (bottom - top) * (value - up.least) / (up.most - up.least); }
};

Axis axis_over(const std::vector<Scatter::Point>& points, Figure Scatter::Point::*measure) {
    double least = infinity;
    double most = -infinity;
    for (const Scatter::Point& point : points) {
        least = std::min(least, (point.*measure).value);
        most = std::max(most, (point.*measure).value);
    }
    Axis axis = axis_of(least, most, 4);
    if ((points.front().*measure).unit == Figure::Unit::share && axis.most > 1.0 && most <= 1.0) {
        axis.most = 1.0;
        std::erase_if(axis.ticks, [](double tick) { return tick > 1.0 + 1e-9; });
    }
    return axis;
}

ScatterFrame frame_of(const Scatter& scatter, Language language) {
    ScatterFrame frame{.across = axis_over(scatter.points, &Scatter::Point::x),
                       .up = axis_over(scatter.points, &Scatter::Point::y)};
    std::size_t widest = 0;
    for (const double tick : frame.up.ticks)
        widest = std::max(widest, display_width(tick_text(tick, frame.up, scatter.points.front().y, language)));
    frame.left = 7.0 * static_cast<double>(widest) + 6.0;
    return frame;
}

std::string axes_svg(const Scatter& scatter, const ScatterFrame& frame, Language language) {
    std::string svg = svg_text(2.0, 11.0, Anchor::start, shortened(scatter.y_title, 55));
    for (const double tick : frame.up.ticks) {
        svg += svg_line(frame.left, frame.y(tick), ScatterFrame::right, frame.y(tick), "grid");
        svg += svg_text(frame.left - 4.0, frame.y(tick) + 3.5, Anchor::end,
                        tick_text(tick, frame.up, scatter.points.front().y, language));
    }
    for (const double tick : frame.across.ticks) {
        const std::string text = tick_text(tick, frame.across, scatter.points.front().x, language);
        const double half = 3.5 * static_cast<double>(display_width(text));
        const double x = std::min(frame.x(tick), ScatterFrame::width - half);
        svg += svg_line(frame.x(tick), ScatterFrame::bottom, frame.x(tick), ScatterFrame::bottom + 3.0, "grid");
        svg += svg_text(x, ScatterFrame::bottom + 13.0, Anchor::middle, text);
    }
    return svg + svg_text(ScatterFrame::right, ScatterFrame::height - 4.0, Anchor::end, shortened(scatter.x_title, 55));
}

}  // namespace

std::string svg_of(const Scatter& scatter, const std::string& title, Language language) {
    const ScatterFrame frame = frame_of(scatter, language);
    std::string best;
    std::string points;
    for (const Scatter::Point& point : scatter.points) {
        const std::string x = coordinate(frame.x(point.x.value));
        const std::string y = coordinate(frame.y(point.y.value));
        if (point.best) best.append(best.empty() ? "M" : "L").append(x).append(" ").append(y);
        points +=
            fmt::format("<circle class=\"c0 {}\" cx=\"{}\" cy=\"{}\" r=\"3\"/>\n", point.met ? "area" : "ring", x, y);
    }
    const std::string description =
        filled(in({"{0} points; from {1} to {2}: {3}", "{0} Punkte; von {1} bis {2}: {3}"}, language),
               {std::to_string(scatter.points.size()),
                tick_text(frame.across.least, frame.across, scatter.points.front().x, language),
                tick_text(frame.across.most, frame.across, scatter.points.front().x, language), scatter.x_title});
    std::string svg = svg_opened(ScatterFrame::width, ScatterFrame::height, title, description);
    svg += axes_svg(scatter, frame, language);
    if (!best.empty()) svg += "<path class=\"c1 line\" d=\"" + best + "\"/>\n";
    return svg + points + "</svg>\n";
}

}  // namespace freiton::report
