// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/report/document.hpp"

namespace freiton::report {

/// A page that needs nothing but itself: no request, no font of its own, and it is whole without its script. Every
/// figure stands in a `data` element whose value reads back as the same double (shares as fractions, times in the unit
/// that is shown).
std::string html_of(const Document& document);

/// As text between tags or in a quoted attribute.
std::string html_escaped(std::string_view text);

}  // namespace freiton::report
