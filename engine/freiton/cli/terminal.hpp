// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/report/text_writer.hpp"

namespace freiton::cli {

/// How stdout shows text. COLUMNS says how wide it is, else the terminal does; colours are only for a terminal, and not
/// where NO_COLOR is set (no-color.org) or TERM is "dumb". A file or a pipe gets what TextShape says.
report::TextShape shape_of_stdout();

}  // namespace freiton::cli
