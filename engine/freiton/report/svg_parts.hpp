// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/report/figure.hpp"

namespace freiton::report {

/// Where a frame's values lie: round numbers at equal steps that enclose all of them.
struct Axis {
    double least = 0.0;
    double most = 1.0;
    std::vector<double> ticks{};
};

/// For values from `least` to `most`, with some `steps` steps of 1, 2 or 5 times a power of ten.
Axis axis_of(double least, double most, int steps);

/// The same for what one unit allows: shares end at 100 %, times begin at nothing.
Axis axis_for(double least, double most, const Figure& like, bool from_zero);

/// A value at an axis, with as many digits as its steps need.
std::string tick_text(double value, const Axis& axis, const Figure& like, Language language);

/// The figure that a value of a picture is.
Figure figure_like(const Figure& like, double value);

/// The value in a whole system of coordinates: at most one digit behind the point.
std::string coordinate(double value);

enum class Anchor { start, middle, end };
std::string svg_text(double x, double y, Anchor anchor, std::string_view text);
std::string svg_line(double x1, double y1, double x2, double y2, std::string_view names);

/// Opens an SVG that is read aloud as its title and description. `attributes` begin with a blank.
std::string svg_opened(double width, double height, std::string_view title, std::string_view description,
                       std::string_view attributes = {});

/// At most so many columns of a text, "…" for what is left away: the whole stands in the table.
std::string shortened(std::string_view text, std::size_t columns);

/// Class names of the k-th series: colours and dashes begin again after six.
std::string series_names(std::size_t k);

}  // namespace freiton::report
