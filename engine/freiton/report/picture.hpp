// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "freiton/report/figure.hpp"

namespace freiton::report {

/// Values over all points of a course. Not a number: nothing is drawn there; infinite: at the upper edge.
struct Series {
    enum class Kind {
        area,     // areas stand on each other, in their order
        hollow,   // the same without a filling: room that nobody takes
        outline,  // who or what is there at all: a line in the colour of the text
        line,
        dots  // what really was, over a line that was predicted: in the colour of the text
    };
    std::string name{};
    Kind kind = Kind::line;
    std::vector<double> values{};
    std::vector<double> half_widths{};  // of 95 % intervals, drawn as a band; empty where there are none
    std::vector<double> lows{};         // 5 and 95 % of single days, a wider and paler band; empty where there are none
    std::vector<double> highs{};
};

/// A place on the time axis, `at` in points from the left end: intervals since midnight, days since the month began.
struct CoursePoint {
    double at = 0.0;
    std::string name{};  // "08:00", "Mon 2 Mar"
    std::string tick{};  // the same for an axis: "08:00", "2"
};

/// Points that belong together and get a frame of their own: the intervals of a day, the days of a month.
struct Stretch {
    std::string title{};
    std::vector<CoursePoint> points{};
};

/// What was promised for a series: a dotted line across every frame.
struct Level {
    std::string name{};
    double value = 0.0;
    std::size_t series = 0;
};

/// Something over time: a frame for each stretch, all with the same axes, so that they stack where the page is narrow.
struct TimeCourse {
    std::vector<Stretch> stretches{};
    std::vector<Series> series{};  // values over the points of all stretches, one after the other
    std::vector<Level> levels{};
    Figure like{};           // unit and decimals of all values
    bool in_steps = false;   // a value holds until the next point
    bool from_zero = false;  // else the axis begins below the least value
};

/// Numbers by time of day and date: a frame for each week, a row for each time.
struct HeatMap {
    struct Week {
        std::string title{};
        std::vector<std::string> days{};
        std::vector<std::vector<double>> values{};  // [time][day]; not a number: closed
    };
    std::vector<std::string> times{};
    std::vector<Week> weeks{};
    Figure like{};
};

/// The same measure of several things: a frame for each measure, a bar for each thing, a whisker for its doubt.
struct Bars {
    struct Measure {
        std::string title{};
        std::vector<Figure> figures{};  // as `names`
        std::optional<Figure> promise{};
    };
    std::vector<std::string> names{};
    std::vector<Measure> measures{};
};

/// Points by two measures. The best ones are joined by a line.
struct Scatter {
    struct Point {
        std::string name{};
        Figure x{};
        Figure y{};
        bool met = false;   // filled, else a ring
        bool best = false;  // on the line, in the order of the points
    };
    std::string x_title{};
    std::string y_title{};
    std::string met_title{};
    std::string missed_title{};
    std::string best_title{};
    std::vector<Point> points{};
};

/// What a page shows and a terminal passes over: what it is, how to read it, and the values.
struct Picture {
    std::string title{};
    std::string description{};
    std::variant<TimeCourse, HeatMap, Bars, Scatter> shape{};
};

}  // namespace freiton::report
