// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/report/text_writer.hpp"

namespace freiton::cli {

/// How stdout shows text. Of a terminal COLUMNS says how wide it is, else it says so itself; it has colours, unless
/// NO_COLOR is set (no-color.org) or TERM is "dumb". A file or a pipe gets what TextShape says, whatever COLUMNS is.
report::TextShape shape_of_stdout();

}  // namespace freiton::cli
