// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/study_table.hpp"

namespace freiton::report {

/// The figures that at least one row knows.
std::vector<std::string> known_figures(const StudyTable& table);

/// Looks figures up by column: rows of one study mostly have the same names.
class FigureLookup {
  public:
    explicit FigureLookup(std::vector<std::string> columns) : columns_{std::move(columns)} {}

    const std::vector<std::string>& columns() const { return columns_; }

    /// The value of each column in this row; not a number where it has none.
    std::vector<double> values(const StudyRow& row);

  private:
    std::vector<std::string> columns_;
    StudyRow::Names names_{};          // those that `places_` belongs to
    std::vector<std::size_t> places_;  // of each column in them; their size if it is not there
};

/// The heads of the table of all variations, in CSV and spreadsheets; `figures` as known_figures().
std::vector<std::string> study_header(const StudyTable& table, const std::vector<std::string>& figures);

/// Names of the inputs for people: the last parts of each key, as many as tell it from the others and at least two.
std::vector<std::string> short_names(const std::vector<StudyInput>& inputs);

std::string_view measure_name(StudyEffect::Measure measure);

}  // namespace freiton::report
