// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_study.hpp"

#include <algorithm>

#include "freiton/core/files.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/scenario_fields.hpp"

namespace freiton::input {

namespace {

SchemaPtr any_value() { return scalar_schema(Schema::Kind::text, "value"); }

// A list of values, or {min, max}.
Codec<Vary> vary() {
    auto range = detail::mapping_schema(
        {{"min", "least value", true, "", any_value()}, {"max", "largest value", true, "", any_value()}});
    auto list = std::make_shared<Schema>(*list_schema(any_value()));
    return {
        [](const Reader& reader, const YamlNode& node, Vary& value) {
            value.line = node.line;
            if (node.kind == YamlNode::Kind::list) {
                value.values = node.items;
                if (value.values.empty()) reader.complain(node, Rule::must_be_list);
            } else if (detail::expect(reader, node, YamlNode::Kind::mapping)) {
                detail::check_keys(reader, node, {"min", "max"}, {"min", "max"});
                if (const YamlNode* least = node.find("min")) value.least = *least;
                if (const YamlNode* most = node.find("max")) value.most = *most;
            }
        },
        [](const Vary& value) {
            if (!value.least) return YamlNode{.kind = YamlNode::Kind::list, .items = value.values};
            return YamlNode{.kind = YamlNode::Kind::mapping, .entries = {{"min", *value.least}, {"max", *value.most}}};
        },
        one_of_schema({list, range})};
}

Codec<StudyParts> study_file() {
    using P = StudyParts;
    return mapping<P>({
        version_field<P>("freiton-study"),
        field("title", &P::title, text(), "what the study is about"),
        required_field("scenario", &P::scenario, text(), "path relative to the study"),
        required_field("vary", &P::vary, named_parts(vary(), "key path", Names::any),  // key paths hold dots
                       "key paths (* for any name) to lists of values, or to {min, max}"),
        field("design", &P::design,
              word<Design>({{"grid", Design::grid},
                            {"list", Design::list},
                            {"latin_hypercube", Design::latin_hypercube},
                            {"sobol", Design::sobol}}),
              "every combination; the i-th value of each key; or samples from the ranges"),
        field("samples", &P::samples, optional_of(integer(1, 100'000'000)), "how many, for latin_hypercube and sobol"),
        field("question", &P::question, word<Question>({{"plan", Question::plan}, {"simulate", Question::simulate}}),
              "what is asked of each variation"),
    });
}

const Codec<StudyParts>& file_codec() {
    static const Codec<StudyParts> codec = study_file();
    return codec;
}

void check_design(const StudyParts& parts, const std::string& file, Problems& problems) {
    const bool sampled = parts.design == Design::latin_hypercube || parts.design == Design::sobol;
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
}

// Puts in one value at a time: what the scenario then complains about is a problem of that value.
void check_values(const StudyParts& parts, const YamlNode& scenario, const std::filesystem::path& path,
                  const std::filesystem::path& directory, Problems& problems) {
    for (const Vary& varied : parts.vary) {
        std::vector<YamlNode> values = varied.values;
        for (const auto& bound : {varied.least, varied.most})
            if (bound) values.push_back(*bound);
        for (const YamlNode& value : values) {
            YamlNode tree = scenario;
            const auto unknown = put_value(tree, varied.name, value);
            if (unknown) {
                problems.push_back(Problem{Rule::study_key_unknown}
                                       .at({path.string(), varied.line})
                                       .on("vary." + varied.name)
                                       .got(unknown->part)
                                       .meant(unknown->suggestion));
                break;
            }
            try {
                scenario_from_tree(tree, path.string(), directory);
            } catch (const InputError& error) {
                for (Problem problem : error.problems()) {
                    problem.place = {path.string(), value.line};
                    problem.key = "vary." + problem.key;
                    problems.push_back(std::move(problem));
                }
            }
        }
    }
}

}  // namespace

std::size_t Study::variations() const {
    if (parts_.samples && parts_.design != Design::grid && parts_.design != Design::list)
        return static_cast<std::size_t>(*parts_.samples);
    if (parts_.vary.empty()) return 1;
    if (parts_.design == Design::list) return parts_.vary.front().values.size();
    std::size_t product = 1;
    for (const Vary& varied : parts_.vary) product *= varied.values.size();
    return product;
}

Study read_study(const std::filesystem::path& path) {
    const YamlNode root = parse_yaml(read_file(path, most_yaml_bytes), path.string());
    Problems problems;
    Study study;
    file_codec().read(Reader{path.string(), problems}, root, study.parts_);
    if (!problems.empty()) throw InputError{std::move(problems)};
    check_design(study.parts_, path.string(), problems);
    const std::filesystem::path scenario = path.parent_path() / study.parts_.scenario;
    study.scenario_ = parse_yaml(read_file(scenario, most_yaml_bytes), scenario.string());
    scenario_from_tree(study.scenario_, scenario.string(), scenario.parent_path());
    check_values(study.parts_, study.scenario_, path, scenario.parent_path(), problems);
    if (!problems.empty()) throw InputError{std::move(problems)};
    return study;
}

bool is_study(const std::filesystem::path& path) {
    const YamlNode root = parse_yaml(read_file(path, most_yaml_bytes), path.string());
    return root.find("freiton-study") != nullptr;
}

std::string resolved_study(const Study& study) { return yaml_text(file_codec().write(study.parts())); }

std::string study_json_schema() { return json_schema(file_codec().schema, "Freiton study"); }

std::string study_reference() { return reference_page(file_codec().schema); }

}  // namespace freiton::input
