// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/input/yaml_tree.hpp"
#include "freiton/model/study_table.hpp"

namespace freiton::input {

/// The values of one key of a study, brought to one unit where they all are numbers: "90 s" and "2 min" are 90 and 120
/// in seconds, "3 %" is 0.03. Otherwise they are texts.
class ValueScale {
  public:
    explicit ValueScale(const std::vector<YamlNode>& values);

    bool numeric() const { return numeric_; }

    /// The key with what its numbers are in: "_s", "_min", "_h", "_d", "_per_h", nothing for shares and plain numbers.
    std::string column(const std::string& key) const { return key + suffix_; }

    /// A value as the table shows it. It must be one of those that the scale was made of.
    StudyValue shown(const YamlNode& value) const;

    /// A number of this scale as a scenario holds it: "93.5 s".
    StudyValue made(double number) const;

  private:
    bool numeric_ = true;
    std::string unit_;      // that `made` writes
    std::string suffix_;    // of the column
    double written_ = 1.0;  // what one in the column is in that unit
};

/// The node that a value made by a scale stands for.
YamlNode scalar_of(const StudyValue& value);

}  // namespace freiton::input
