// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/svg_course_lines.hpp"

#include <fmt/format.h>

#include <cmath>

namespace freiton::report {

namespace {

constexpr double next_to_each_other = 1.0 + 1e-6;  // points that are further apart have closed hours between them

// One stretch of a course on its way into a path.
struct Drawn {
    const TimeCourse& course;
    const Stretch& stretch;
    const CourseFrame& frame;
    std::size_t from;

    std::size_t size() const { return stretch.points.size(); }
    double at(std::size_t i) const { return stretch.points[i].at; }
    bool goes_on(std::size_t i) const { return i > 0 && at(i) - at(i - 1) <= next_to_each_other; }
};

// The line through `heights`, a hole where there is none.
std::string line_path(const Drawn& d, const std::vector<double>& heights) {
    std::string path;
    bool drawing = false;
    for (std::size_t i = 0; i < d.size(); ++i) {
        if (std::isnan(heights[i])) {
            drawing = false;
            continue;
        }
        drawing = drawing && d.goes_on(i);
        const std::string y = coordinate(d.frame.y(heights[i]));
        if (d.course.in_steps) {
            path += drawing ? "V" + y : "M" + coordinate(d.frame.x(d.at(i))) + " " + y;
            path += "H" + coordinate(d.frame.x(d.at(i) + 1.0));
        } else {
            path.append(drawing ? "L" : "M").append(coordinate(d.frame.x(d.at(i) + 0.5))).append(" ").append(y);
            const bool ends = i + 1 == d.size() || std::isnan(heights[i + 1]) || !d.goes_on(i + 1);
            if (!drawing && ends) path += "h4";  // a value on its own would not be seen
        }
        drawing = true;
    }
    return path;
}

// A point at each value: a stroke of no length with round ends.
std::string dots_path(const Drawn& d, const std::vector<double>& heights) {
    std::string path;
    for (std::size_t i = 0; i < d.size(); ++i) {
        if (std::isnan(heights[i])) continue;
        path.append("M").append(coordinate(d.frame.x(d.at(i) + 0.5))).append(" ");
        path.append(coordinate(d.frame.y(heights[i]))).append("h0");
    }
    return path;
}

// What lies between two lines, each step or gap by itself.
std::string area_path(const Drawn& d, const std::vector<double>& low, const std::vector<double>& high) {
    std::string path;
    for (std::size_t begin = 0; begin < d.size();) {
        std::size_t end = begin + 1;
        while (end < d.size() && d.goes_on(end) && !std::isnan(high[end]) && !std::isnan(low[end])) ++end;
        if (std::isnan(high[begin]) || std::isnan(low[begin])) {
            ++begin;
            continue;
        }
        std::string back;
        const double edge = d.course.in_steps ? 0.0 : 0.5;
        path += "M" + coordinate(d.frame.x(d.at(begin) + edge)) + " " + coordinate(d.frame.y(low[begin]));
        for (std::size_t i = begin; i < end; ++i) {
            if (d.course.in_steps) {
                path.append("V").append(coordinate(d.frame.y(high[i])));
                path.append("H").append(coordinate(d.frame.x(d.at(i) + 1.0)));
            } else {
                path.append("L").append(coordinate(d.frame.x(d.at(i) + 0.5))).append(" ");
                path.append(coordinate(d.frame.y(high[i])));
            }
        }
        for (std::size_t i = end; i-- > begin;) {
            back.append(d.course.in_steps ? "V" : "L" + coordinate(d.frame.x(d.at(i) + 0.5)) + " ");
            back.append(coordinate(d.frame.y(low[i])));
            if (d.course.in_steps) back.append("H").append(coordinate(d.frame.x(d.at(i))));
        }
        path += back + "z";
        begin = end;
    }
    return path;
}

// Strokes in the middle of every step tell an area from its neighbours without colours.
std::string strokes_path(const Drawn& d, const std::vector<double>& low, const std::vector<double>& high) {
    std::string path;
    for (std::size_t i = 0; i < d.size(); ++i) {
        if (!(high[i] > low[i])) continue;
        path += "M" + coordinate(d.frame.x(d.at(i) + 0.5)) + " " + coordinate(d.frame.y(low[i]));
        path += "V" + coordinate(d.frame.y(high[i]));
    }
    return path;
}

std::string path_svg(std::size_t k, std::string_view names, const std::string& path) {
    if (path.empty()) return {};
    return fmt::format("<path data-series=\"{}\" class=\"{} {}\" d=\"{}\"/>\n", k, series_names(k), names, path);
}

std::string areas_svg(const Drawn& d) {
    std::string svg;
    std::vector<double> low(d.size(), 0.0);
    std::size_t areas = 0;
    for (std::size_t k = 0; k < d.course.series.size(); ++k) {
        const Series& one = d.course.series[k];
        if (!stands_on_others(one)) continue;
        std::vector<double> high = low;
        for (std::size_t i = 0; i < d.size(); ++i)
            if (std::isfinite(one.values[d.from + i])) high[i] += one.values[d.from + i];
        svg += path_svg(k, one.kind == Series::Kind::hollow ? "hollow" : "area", area_path(d, low, high));
        if (one.kind == Series::Kind::area && areas++ % 2 == 1)
            svg += path_svg(k, "strokes", strokes_path(d, low, high));
        low = std::move(high);
    }
    return svg;
}

std::vector<double> part_of(const Drawn& d, const std::vector<double>& values, const std::vector<double>& widths,
                            double sign) {
    std::vector<double> part(d.size());
    for (std::size_t i = 0; i < d.size(); ++i)
        part[i] = values[d.from + i] + (widths.empty() ? 0.0 : sign * widths[d.from + i]);
    return part;
}

std::string series_svg(const Drawn& d) {
    std::string svg;
    for (std::size_t k = 0; k < d.course.series.size(); ++k) {
        const Series& one = d.course.series[k];
        if (stands_on_others(one)) continue;
        if (!one.lows.empty())
            svg += path_svg(k, "days", area_path(d, part_of(d, one.lows, {}, 0.0), part_of(d, one.highs, {}, 0.0)));
        if (!one.half_widths.empty())
            svg += path_svg(k, "band",
                            area_path(d, part_of(d, one.values, one.half_widths, -1.0),
                                      part_of(d, one.values, one.half_widths, 1.0)));
        const std::vector<double> heights = part_of(d, one.values, {}, 0.0);
        if (one.kind == Series::Kind::dots)
            svg += path_svg(k, "dots", dots_path(d, heights));
        else
            svg += path_svg(k, one.kind == Series::Kind::outline ? "outline" : "line", line_path(d, heights));
    }
    return svg;
}

}  // namespace

std::string course_lines_svg(const TimeCourse& course, const Stretch& stretch, const CourseFrame& frame,
                             std::size_t from) {
    const Drawn drawn{course, stretch, frame, from};
    std::string svg = areas_svg(drawn) + series_svg(drawn);
    for (const Level& level : course.levels)
        svg += path_svg(level.series, "promise",
                        fmt::format("M{} {}H{}", coordinate(frame.left), coordinate(frame.y(level.value)),
                                    coordinate(frame.right)));
    return svg;
}

}  // namespace freiton::report
