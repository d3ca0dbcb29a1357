// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/report/document.hpp"

namespace freiton::report {

/// The frames of a picture, each an SVG of its own that is read aloud as its title and description. All that is drawn
/// and written lies within its viewBox; colours and dashes are the page's (page_style.cpp). `title`: of the picture.
std::string svg_of(const TimeCourse& course, const std::string& title, Language language);
std::string svg_of(const HeatMap& map, const std::string& title, Language language);
std::string svg_of(const Bars& bars, const std::string& title, Language language);
std::string svg_of(const Scatter& scatter, const std::string& title, Language language);

/// The values of a picture as a table, in the order in which it draws them.
Table table_of(const Picture& picture, Language language);

}  // namespace freiton::report
