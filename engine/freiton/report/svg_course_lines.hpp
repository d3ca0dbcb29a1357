// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>

#include "freiton/report/picture.hpp"
#include "freiton/report/svg_parts.hpp"

namespace freiton::report {

inline bool stands_on_others(const Series& one) {
    return one.kind == Series::Kind::area || one.kind == Series::Kind::hollow;
}

/// Where values and times of a course lie within its viewBox.
struct CourseFrame {
    double width = 0.0, height = 0.0;
    Axis values{};
    double left = 0.0, right = 0.0, top = 0.0, bottom = 0.0;
    double first_at = 0.0, last_at = 1.0;

    double x(double at) const { return left + (right - left) * (at - first_at) / (last_at - first_at); }
    /// What lies beyond an edge is drawn at it: nothing leaves its frame.
    double y(double value) const {
        const double share = (value - values.least) / (values.most - values.least);
        return bottom - (bottom - top) * std::clamp(share, 0.0, 1.0);
    }
};

/// Areas, lines, bands and promises of one stretch, whose first value is `from`.
std::string course_lines_svg(const TimeCourse& course, const Stretch& stretch, const CourseFrame& frame,
                             std::size_t from);

}  // namespace freiton::report
