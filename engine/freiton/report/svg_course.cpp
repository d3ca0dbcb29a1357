// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/core/units.hpp"
#include "freiton/report/svg.hpp"
#include "freiton/report/svg_course_lines.hpp"
#include "freiton/report/svg_parts.hpp"

namespace freiton::report {

namespace {

constexpr double letter = 7.0;  // width of a digit of a wide font at the greatest size, 11
constexpr double above = 20.0;  // for the title of a stretch
constexpr double below = 17.0;  // for the ticks of time

double height_of_areas(const TimeCourse& course, std::size_t point) {
    double sum = 0.0;
    for (const Series& one : course.series)
        if (stands_on_others(one) && std::isfinite(one.values[point])) sum += one.values[point];
    return sum;
}

Axis value_axis(const TimeCourse& course) {
    double least = infinity;
    double most = -infinity;
    const auto take = [&](double value) {
        if (!std::isfinite(value)) return;
        least = std::min(least, value);
        most = std::max(most, value);
    };
    for (const Series& one : course.series) {
        if (stands_on_others(one)) continue;
        for (const auto* values : {&one.values, &one.lows, &one.highs})
            for (const double value : *values) take(value);
    }
    for (const Level& level : course.levels) take(level.value);
    if (std::any_of(course.series.begin(), course.series.end(), stands_on_others))
        for (std::size_t i = 0; i < course.series.front().values.size(); ++i) take(height_of_areas(course, i));
    return axis_for(least, most, course.like, course.from_zero);
}

// Alike for all stretches, so that the same time of day stands at the same place.
CourseFrame frame_of(const TimeCourse& course, Language language) {
    const bool alone = course.stretches.size() == 1;
    CourseFrame frame{.width = alone ? 360.0 : 240.0, .height = alone ? 190.0 : 150.0, .values = value_axis(course)};
    std::size_t widest = 0;
    for (const double tick : frame.values.ticks)
        widest = std::max(widest, display_width(tick_text(tick, frame.values, course.like, language)));
    frame.left = std::max(16.0, letter * static_cast<double>(widest) + 6.0);
    frame.right = frame.width - 8.0;
    frame.top = above;
    frame.bottom = frame.height - below;
    frame.first_at = infinity;
    frame.last_at = -infinity;
    for (const Stretch& stretch : course.stretches)
        for (const CoursePoint& point : stretch.points) {
            frame.first_at = std::min(frame.first_at, point.at);
            frame.last_at = std::max(frame.last_at, point.at + 1.0);
        }
    return frame;
}

std::string grid_svg(const TimeCourse& course, const CourseFrame& frame, Language language) {
    std::string svg;
    for (const double tick : frame.values.ticks) {
        svg += svg_line(frame.left, frame.y(tick), frame.right, frame.y(tick), "grid");
        svg += svg_text(frame.left - 4.0, frame.y(tick) + 3.5, Anchor::end,
                        tick_text(tick, frame.values, course.like, language));
    }
    return svg;
}

// As many ticks as have room, the first at the first point.
std::string time_ticks_svg(const Stretch& stretch, const CourseFrame& frame) {
    std::size_t widest = 1;
    for (const CoursePoint& point : stretch.points) widest = std::max(widest, display_width(point.tick));
    const double wide = letter * static_cast<double>(widest);
    std::string svg;
    double free_from = 0.0;
    std::size_t every = 1;
    for (const std::size_t step : {1U, 2U, 4U, 6U, 8U, 12U, 24U}) {
        every = step;
        if (frame.x(frame.first_at + static_cast<double>(step)) - frame.left >= wide + 8.0) break;
    }
    for (std::size_t i = 0; i < stretch.points.size(); ++i) {
        const CoursePoint& point = stretch.points[i];
        const double x = frame.x(point.at);
        if (i % every != 0 || x - wide / 2.0 < free_from || x + wide / 2.0 > frame.width) continue;
        svg += svg_line(x, frame.bottom, x, frame.bottom + 3.0, "grid");
        svg += svg_text(x, frame.bottom + 14.0, Anchor::middle, point.tick);
        free_from = x + wide / 2.0 + 4.0;
    }
    return svg;
}

std::string spans_text(const TimeCourse& course, std::size_t from, std::size_t to, Language language) {
    std::string text;
    for (const Series& one : course.series) {
        double least = infinity;
        double most = -infinity;
        for (std::size_t i = from; i < to; ++i) {
            if (std::isnan(one.values[i])) continue;
            least = std::min(least, one.values[i]);
            most = std::max(most, one.values[i]);
        }
        if (least > most) continue;
        text += fmt::format("{}{}: {} {} {}", text.empty() ? "" : "; ", one.name,
                            figure_text(figure_like(course.like, least), language), in({"to", "bis"}, language),
                            figure_text(figure_like(course.like, most), language));
    }
    return text + ".";
}

std::string places_attribute(const Stretch& stretch, const CourseFrame& frame, std::size_t from) {
    std::string places;
    for (const CoursePoint& point : stretch.points)
        places.append(places.empty() ? "" : " ").append(coordinate(frame.x(point.at + 0.5)));
    return fmt::format(" data-first=\"{}\" data-x=\"{}\"", from, places);
}

}  // namespace

std::string svg_of(const TimeCourse& course, const std::string& title, Language language) {
    const CourseFrame frame = frame_of(course, language);
    std::string svg;
    std::size_t from = 0;
    for (const Stretch& stretch : course.stretches) {
        const std::size_t to = from + stretch.points.size();
        svg += svg_opened(frame.width, frame.height, title + ", " + stretch.title,
                          spans_text(course, from, to, language), places_attribute(stretch, frame, from));
        svg += grid_svg(course, frame, language);
        svg += course_lines_svg(course, stretch, frame, from);
        svg += svg_text(frame.left, 11.0, Anchor::start, shortened(stretch.title, 30));
        svg += time_ticks_svg(stretch, frame);
        svg += "</svg>\n";
        from = to;
    }
    return svg;
}

}  // namespace freiton::report
