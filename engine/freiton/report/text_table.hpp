// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/report/document.hpp"
#include "freiton/report/text_writer.hpp"

namespace freiton::report {

/// A table in columns. Pictures take what the others leave of the width for sentences. One that is wider than tables
/// may be has its longest column of words broken; what is wider still is parted into blocks that repeat the first
/// column.
std::string text_of(const Table& table, Language language, const TextShape& shape);

}  // namespace freiton::report
