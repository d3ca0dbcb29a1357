// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/contracts.hpp"
#include "freiton/core/files.hpp"
#include "freiton/input/change_scenario.hpp"
#include "freiton/input/key_path.hpp"
#include "freiton/input/named_tables.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"

namespace freiton::input {

namespace {

constexpr std::size_t most_table_bytes = std::size_t{256} << 20;  // as for any table
constexpr std::size_t most_variations = 100'000'000;

std::vector<YamlNode> all_values(const Vary& varied) {
    std::vector<YamlNode> values = varied.values;
    for (const auto& bound : {varied.least, varied.most})
        if (bound) values.push_back(*bound);
    return values;
}

void check_design(const StudyParts& parts, const std::string& file, Problems& problems) {
    const bool sampled = samples(parts.design);
    if (sampled && !parts.samples) problems.push_back(Problem{Rule::study_needs_samples}.at({file, 0}).on("design"));
    for (const Vary& varied : parts.vary) {
        const auto problem = [&](Rule rule) { return Problem{rule}.at({file, varied.line}).on("vary." + varied.name); };
        if (sampled && !varied.least) problems.push_back(problem(Rule::study_range));
        if (!sampled && varied.values.empty()) problems.push_back(problem(Rule::must_be_list));
        const std::size_t first = parts.vary.front().values.size();
        if (parts.design == Design::list && varied.values.size() != first)
            problems.push_back(
                problem(Rule::study_lists_differ).with({std::to_string(varied.values.size()), std::to_string(first)}));
    }
    double count = 1.0;
    if (parts.design == Design::grid)
        for (const Vary& varied : parts.vary) count *= static_cast<double>(varied.values.size());
    if (parts.design == Design::saltelli)
        count = parts.samples.value_or(1) * static_cast<double>(parts.vary.size() + 2);
    if (count > static_cast<double>(most_variations))
        problems.push_back(
            Problem{Rule::study_too_large}.at({file, 0}).on("vary").with({std::to_string(most_variations)}));
}

// A scenario that cannot be read is a problem of the line that names it.
std::string scenario_bytes(const StudySource& source, const std::filesystem::path& path) {
    try {
        return read_file(path, most_yaml_bytes);
    } catch (const InputError& error) {
        Problem problem = error.problems().front();
        const YamlNode* named = source.study.find("scenario");
        problem.place = {source.file, named->line};
        throw InputError{std::move(problem).on("scenario").got(named->text)};
    }
}

// Each value costs a reading of the scenario.
bool has_too_many_values(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.rule == Rule::study_too_large; });
}

bool has_no_fraction(double number) { return number == std::floor(number); }

// What a variation replaces would be ignored in silence.
void check_set(const StudyParts& parts, const std::vector<Change>& changes, Problems& problems) {
    for (const Vary& varied : parts.vary)
        for (const Change& change : changes)
            if (reaches(varied.name, change.path))
                problems.push_back(Problem{Rule::keys_exclusive}
                                       .at({"--set " + change.path, 0})
                                       .with({"vary." + varied.name + ", --set " + change.path}));
}

}  // namespace

Study::Study(const StudySource& source) : parts_{study_parts(source.study, source.file)}, tables_{source.tables} {
    for (const Vary& varied : parts_.vary) scales_.emplace_back(all_values(varied));
    whole_.assign(parts_.vary.size(), false);
    Problems problems;
    check_design(parts_, source.file, problems);
    const std::filesystem::path scenario = source.directory / parts_.scenario;
    scenario_file_ = source.scenario ? source.file : scenario.string();
    table_directory_ = source.scenario ? source.directory : scenario.parent_path();
    scenario_ = source.scenario ? *source.scenario : parse_yaml(scenario_bytes(source, scenario), scenario.string());
    if (source.seed) put_value(scenario_, "simulation.seed", scalar_of({std::to_string(*source.seed), 0.0}));
    ReadScenario changed = scenario_as_typed(scenario_, source.changes, scenario_file_, table_directory_, tables_);
    const Scenario base = std::move(changed.scenario);
    scenario_ = std::move(changed.tree);
    check_set(parts_, source.changes, problems);
    seed_ = base.parts().simulation.seed;
    keep_tables_of(base);
    check_question(base, problems);
    if (!has_too_many_values(problems)) check_values(source.file, problems);
    if (!problems.empty()) throw InputError{std::move(problems)};
}

Scenario Study::read(const YamlNode& tree) const {
    return scenario_from_tree(tree, scenario_file_, table_directory_, tables_);
}

// From now on they are what they are now: a file that is changed while a study runs does not change the study.
void Study::keep_tables_of(const Scenario& scenario) {
    for (const std::string& path : tables_of(scenario.parts()))
        if (!tables_.contains(path)) tables_[path] = read_file(table_directory_ / path, most_table_bytes);
}

void Study::check_question(const Scenario& base, Problems& problems) const {
    if (parts_.question != Question::simulate) return;
    for (const Team& team : base.teams()) {
        const std::string key = "teams." + team.name + ".staff";
        const bool varied = std::any_of(parts_.vary.begin(), parts_.vary.end(),
                                        [&](const Vary& one) { return reaches(one.name, key); });
        if (!team.staff && !varied)
            problems.push_back(Problem{Rule::staff_needed_by_study}.at({scenario_file_, 0}).on(key));
    }
}

// Puts in one value at a time: what the scenario then complains about is a problem of that value.
void Study::check_values(const std::string& file, Problems& problems) {
    for (std::size_t k = 0; k < parts_.vary.size(); ++k) {
        const Vary& varied = parts_.vary[k];
        bool well = true;
        for (const YamlNode& value : all_values(varied)) {
            YamlNode tree = scenario_;
            if (const auto unknown = put_value(tree, varied.name, value)) {
                problems.push_back(unknown->problem().at({file, varied.line}).on("vary." + varied.name));
                well = false;
                break;
            }
            try {
                keep_tables_of(read(tree));
            } catch (const InputError& error) {
                well = false;
                for (Problem problem : error.problems()) {
                    problem.place = {file, value.line};
                    problem.key = "vary." + problem.key;
                    problems.push_back(std::move(problem));
                }
            }
        }
        if (well && samples() && varied.least && varied.most) check_range(k, file, problems);
    }
}

void Study::check_range(std::size_t k, const std::string& file, Problems& problems) {
    const Vary& varied = parts_.vary[k];
    const auto complain = [&](Rule rule) {
        problems.push_back(Problem{rule}.at({file, varied.line}).on("vary." + varied.name));
    };
    if (!scales_[k].numeric()) return complain(Rule::study_range_units);
    if (scales_[k].shown(*varied.least).number >= scales_[k].shown(*varied.most).number)
        return complain(Rule::study_range_order);
    whole_[k] = wants_whole_numbers(k);
}

// Between whole bounds that are well lies one that is not: so only whole numbers are.
bool Study::wants_whole_numbers(std::size_t k) const {
    const Vary& varied = parts_.vary[k];
    const double least = scales_[k].shown(*varied.least).number;
    if (!has_no_fraction(least) || !has_no_fraction(scales_[k].shown(*varied.most).number)) return false;
    YamlNode tree = scenario_;
    put_value(tree, varied.name, scalar_of(scales_[k].made(least + 0.5)));
    try {
        read(tree);
        return false;
    } catch (const InputError&) {
        return true;
    }
}

std::size_t Study::variations() const {
    const std::size_t blocks = parts_.design == Design::saltelli ? parts_.vary.size() + 2 : 1;
    if (samples()) return static_cast<std::size_t>(*parts_.samples) * blocks;
    if (parts_.vary.empty()) return 1;
    if (parts_.design == Design::list) return parts_.vary.front().values.size();
    std::size_t product = 1;
    for (const Vary& varied : parts_.vary) product *= varied.values.size();
    return product;
}

std::vector<StudyInput> Study::inputs() const {
    std::vector<StudyInput> inputs;
    for (std::size_t k = 0; k < parts_.vary.size(); ++k)
        inputs.push_back({parts_.vary[k].name, scales_[k].column(parts_.vary[k].name), scales_[k].numeric()});
    return inputs;
}

// In a grid the last key changes fastest.
std::vector<std::size_t> Study::level_of(std::size_t variation) const {
    std::vector<std::size_t> levels(parts_.vary.size(), variation);
    if (parts_.design == Design::list) return levels;
    for (std::size_t k = levels.size(); k-- > 0;) {
        levels[k] = variation % parts_.vary[k].values.size();
        variation /= parts_.vary[k].values.size();
    }
    return levels;
}

std::vector<StudyValue> Study::settings(std::size_t variation, const std::vector<double>& point) const {
    EXPECTS(variation < variations());
    std::vector<StudyValue> values;
    if (!samples()) {
        const std::vector<std::size_t> levels = level_of(variation);
        for (std::size_t k = 0; k < levels.size(); ++k)
            values.push_back(scales_[k].shown(parts_.vary[k].values[levels[k]]));
        return values;
    }
    EXPECTS(point.size() == parts_.vary.size());
    for (std::size_t k = 0; k < point.size(); ++k) {
        const double least = scales_[k].shown(*parts_.vary[k].least).number;
        const double most = scales_[k].shown(*parts_.vary[k].most).number;
        const double number = whole_[k] ? std::min(most, std::floor(least + point[k] * (most - least + 1.0)))
                                        : least + point[k] * (most - least);
        values.push_back(scales_[k].made(number));
    }
    return values;
}

Scenario Study::varied(std::size_t variation, const std::vector<StudyValue>& settings) const {
    std::vector<Change> changes;
    const std::vector<std::size_t> levels = samples() ? std::vector<std::size_t>{} : level_of(variation);
    for (std::size_t k = 0; k < parts_.vary.size(); ++k)
        changes.push_back({parts_.vary[k].name, samples() ? scalar_of(settings[k]) : parts_.vary[k].values[levels[k]]});
    return changed_scenario(scenario_, changes, scenario_file_, table_directory_, tables_).scenario;
}

}  // namespace freiton::input
