// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/core/units.hpp"
#include "freiton/report/html_writer.hpp"
#include "freiton/report/svg.hpp"
#include "freiton/report/svg_parts.hpp"

namespace freiton::report {

namespace {

constexpr double time_column = 36.0;
constexpr double cell_height = 15.0;
constexpr double heads = 24.0;
constexpr std::size_t shades = 5;

struct HeatRange {
    double least = infinity;
    double most = -infinity;

    std::size_t shade(double value) const {
        if (most <= least) return 0;
        const double share = (value - least) / (most - least);
        return std::min(shades - 1, static_cast<std::size_t>(share * static_cast<double>(shades)));
    }
};

HeatRange range_of(const HeatMap& map) {
    HeatRange range;
    for (const HeatMap::Week& week : map.weeks)
        for (const auto& row : week.values)
            for (const double value : row) {
                if (!std::isfinite(value)) continue;
                range.least = std::min(range.least, value);
                range.most = std::max(range.most, value);
            }
    return range;
}

double widest_week(const HeatMap& map) {
    std::size_t most = 1;
    for (const HeatMap::Week& week : map.weeks) most = std::max(most, week.days.size());
    return static_cast<double>(most);
}

// One path and one group of numbers for each shade: a cell costs a few bytes.
std::string cells_svg(const HeatMap& map, const HeatMap::Week& week, const HeatRange& range, double cell_width,
                      Language language) {
    std::array<std::string, shades> cells{};
    std::array<std::string, shades> numbers{};
    for (std::size_t r = 0; r < week.values.size(); ++r)
        for (std::size_t d = 0; d < week.days.size(); ++d) {
            const double value = week.values[r][d];
            if (!std::isfinite(value)) continue;
            const double x = time_column + cell_width * static_cast<double>(d);
            const double y = heads + cell_height * static_cast<double>(r);
            const std::size_t shade = range.shade(value);
            cells[shade] += fmt::format("M{} {}h{}v{}h-{}z", coordinate(x), coordinate(y), coordinate(cell_width - 1.0),
                                        coordinate(cell_height - 1.0), coordinate(cell_width - 1.0));
            numbers[shade] +=
                fmt::format("<text x=\"{}\" y=\"{}\">{}</text>", coordinate(x + cell_width / 2.0), coordinate(y + 10.5),
                            html_escaped(figure_text(figure_like(map.like, value), language)));
        }
    std::string svg;
    for (std::size_t s = 0; s < shades; ++s)
        if (!cells[s].empty())
            svg += fmt::format("<path class=\"h{} cell\" d=\"{}\"/>\n<g class=\"n{} number\">{}</g>\n", s, cells[s], s,
                               numbers[s]);
    return svg;
}

std::string week_text(const HeatMap& map, const HeatRange& range, Language language) {
    return filled(in({"From {0} to {1}.", "Von {0} bis {1}."}, language),
                  {figure_text(figure_like(map.like, range.least), language),
                   figure_text(figure_like(map.like, range.most), language)});
}

}  // namespace

std::string svg_of(const HeatMap& map, const std::string& title, Language language) {
    const HeatRange range = range_of(map);
    const double cell_width = std::clamp(208.0 / widest_week(map), 28.0, 60.0);
    const double width = time_column + cell_width * widest_week(map);
    const double height = heads + cell_height * static_cast<double>(map.times.size());
    std::string svg;
    for (const HeatMap::Week& week : map.weeks) {
        svg += svg_opened(width, height, title + ", " + week.title, week_text(map, range, language));
        for (std::size_t r = 0; r < map.times.size(); ++r)
            svg += svg_text(time_column - 4.0, heads + cell_height * static_cast<double>(r) + 10.5, Anchor::end,
                            map.times[r]);
        for (std::size_t d = 0; d < week.days.size(); ++d) {
            const double middle = time_column + cell_width * (static_cast<double>(d) + 0.5);
            const std::size_t blank = week.days[d].find(' ');  // "Mon 2 Mar": the weekday stands over the date
            svg += svg_text(middle, 10.0, Anchor::middle, week.days[d].substr(0, blank));
            if (blank != std::string::npos)
                svg += svg_text(middle, 20.0, Anchor::middle, week.days[d].substr(blank + 1));
        }
        svg += cells_svg(map, week, range, cell_width, language) + "</svg>\n";
    }
    return svg;
}

}  // namespace freiton::report
