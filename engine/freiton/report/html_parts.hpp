// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "freiton/report/document.hpp"

namespace freiton::report {

/// What html_of() puts a page together from.
extern const std::string_view page_style;   // CSS: light, dark, a phone, A4
extern const std::string_view page_script;  // shows values under the pointer, hides series; the page does without

std::string figure_html(const Figure& figure, Language language);
std::string table_html(const Table& table, Language language);
std::string headline_html(const Headline& headline, Language language);

/// Title, what it shows, its legend, its frames, and its table to unfold.
std::string picture_html(const Picture& picture, Language language);

}  // namespace freiton::report
