// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "freiton/input/change_scenario.hpp"
#include "freiton/input/read_tables.hpp"
#include "freiton/input/study_values.hpp"
#include "freiton/input/yaml_tree.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/study_table.hpp"

namespace freiton::input {

enum class Design { grid, list, latin_hypercube, sobol, saltelli };
enum class Question { plan, simulate };

/// Whether the design draws from ranges; else it takes listed values.
constexpr bool samples(Design design) { return design != Design::grid && design != Design::list; }

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

/// What the tree of a study file says. Throws InputError.
StudyParts study_parts(const YamlNode& root, const std::string& file);

/// A study that was read, where its relative paths begin, and the scenario that it varies.
struct StudySource {
    YamlNode study{};
    std::string file{};                   // as problems name it
    std::filesystem::path directory{};    // of the study
    std::optional<YamlNode> scenario{};   // in place of the file that the study names; then no file is read for it
    std::optional<std::uint64_t> seed{};  // in place of the scenario's
    TableTexts tables{};                  // that are no files
    std::vector<Change> changes{};        // of the scenario, as they are typed
};

/// A study whose scenario reads well, and reads well with each single value put in.
class Study {
  public:
    /// Throws InputError with every problem of the study, of its scenario, or of its scenario with a value put in.
    explicit Study(const StudySource& source);

    const StudyParts& parts() const { return parts_; }
    const YamlNode& scenario_tree() const { return scenario_; }
    const std::string& scenario_file() const { return scenario_file_; }  // as problems name it
    std::uint64_t seed() const { return seed_; }
    std::size_t variations() const;

    /// Every table that the scenario names with some value put in, as it was when the study was read.
    const TableTexts& tables() const { return tables_; }

    /// The varied keys as columns of the table.
    std::vector<StudyInput> inputs() const;

    /// What one variation sets each key to. `point` holds a number from 0 to below 1 for each key; only the designs
    /// that sample look at it.
    std::vector<StudyValue> settings(std::size_t variation, const std::vector<double>& point) const;

    /// The scenario of these settings. Throws InputError where they do not go together.
    Scenario varied(std::size_t variation, const std::vector<StudyValue>& settings) const;

    bool samples() const { return input::samples(parts_.design); }

  private:
    std::vector<std::size_t> level_of(std::size_t variation) const;  // which value of each key; grid and list
    Scenario read(const YamlNode& tree) const;
    void keep_tables_of(const Scenario& scenario);
    void check_values(const std::string& file, Problems& problems);
    void check_range(std::size_t k, const std::string& file, Problems& problems);
    bool wants_whole_numbers(std::size_t k) const;
    void check_question(const Scenario& base, Problems& problems) const;

    StudyParts parts_;
    YamlNode scenario_;
    std::string scenario_file_;
    std::filesystem::path table_directory_;
    std::uint64_t seed_ = 1;
    TableTexts tables_;
    std::vector<ValueScale> scales_;  // of each key
    std::vector<bool> whole_;         // of each key: only whole numbers may be sampled
};

/// Throws InputError like the constructor, or if the file cannot be read.
Study read_study(const std::filesystem::path& path, std::optional<std::uint64_t> seed = {},
                 std::vector<Change> changes = {});

/// Whether the file's first key says that it is a study.
bool is_study(const std::filesystem::path& path);

std::string resolved_study(const Study& study);
std::string study_text(const StudyParts& parts);
std::string design_name(Design design);
std::string question_name(Question question);
std::string study_json_schema();
std::string study_reference();

/// Puts a value under a key path; "*" means every name there. Nothing as a value takes the key away; where there is
/// none it is put in, to be complained about. Mappings on the way are made where the format has them; what follows the
/// name of an organisation is one key, as organisations have key paths for keys. Nothing if the path names something;
/// else the part of it that does not, and what was probably meant.
struct UnknownPath {
    std::string part;
    std::string suggestion;
    Problem problem() const { return Problem{Rule::study_key_unknown}.got(part).meant(suggestion); }
};
std::optional<UnknownPath> put_value(YamlNode& tree, const std::string& path, const YamlNode& value);

}  // namespace freiton::input
