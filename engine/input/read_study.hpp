// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "freiton/input/yaml_tree.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

enum class Design { grid, list, latin_hypercube, sobol };
enum class Question { plan, simulate };

/// One key of the scenario that a study varies: a list of values, or a range to sample from.
struct Vary {
    std::string name{};  // key path; "*" stands for any name
    std::vector<YamlNode> values{};
    std::optional<YamlNode> least{}, most{};
    int line = 0;
    friend bool operator==(const Vary&, const Vary&) = default;
};

/// What a study file says.
struct StudyParts {
    std::string title{};
    std::string scenario{};  // path relative to the study
    std::vector<Vary> vary{};
    Design design = Design::grid;
    std::optional<int> samples{};
    Question question = Question::plan;
    friend bool operator==(const StudyParts&, const StudyParts&) = default;
};

/// A study whose scenario reads well, and reads well with each single value put in.
class Study {
  public:
    const StudyParts& parts() const { return parts_; }
    std::size_t variations() const;  // of a grid or list; the samples otherwise

  private:
    friend Study read_study(const std::filesystem::path& path);
    StudyParts parts_;
    YamlNode scenario_;
};

/// Throws InputError with every problem of the study, of its scenario, or of its scenario with a value put in.
Study read_study(const std::filesystem::path& path);

/// Whether the file's first key says that it is a study.
bool is_study(const std::filesystem::path& path);

std::string resolved_study(const Study& study);
std::string study_json_schema();
std::string study_reference();

/// Puts a value under a key path; "*" means every name there. Mappings on the way are made where the format has them.
/// Nothing if the path names something; else the part of it that does not, and what was probably meant.
struct UnknownPath {
    std::string part;
    std::string suggestion;
};
std::optional<UnknownPath> put_value(YamlNode& tree, const std::string& path, const YamlNode& value);

}  // namespace freiton::input
