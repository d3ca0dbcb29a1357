// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_study.hpp"

#include <algorithm>
#include <utility>

#include "freiton/core/files.hpp"
#include "freiton/input/scenario_fields.hpp"

namespace freiton::input {

namespace {

std::vector<std::pair<std::string, Design>> designs() {
    return {{"grid", Design::grid},
            {"list", Design::list},
            {"latin_hypercube", Design::latin_hypercube},
            {"sobol", Design::sobol},
            {"saltelli", Design::saltelli}};
}

std::vector<std::pair<std::string, Question>> questions() {
    return {{"plan", Question::plan}, {"simulate", Question::simulate}};
}

template <class T>
std::string word_for(const std::vector<std::pair<std::string, T>>& words, T meant) {
    return std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.second == meant; })->first;
}

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
        field("design", &P::design, word<Design>(designs()),
              "every combination; the i-th value of each key; or samples from the ranges"),
        field("samples", &P::samples, optional_of(integer(1, 100'000'000)),
              "how many, for the designs that sample; saltelli takes so many for each key and twice more"),
        field("question", &P::question, word<Question>(questions()), "what is asked of each variation"),
    });
}

const Codec<StudyParts>& study_codec() {
    static const Codec<StudyParts> codec = study_file();
    return codec;
}

}  // namespace

StudyParts study_parts(const YamlNode& root, const std::string& file) {
    if (const YamlNode* version = root.find("freiton"); version != nullptr && root.find("freiton-study") == nullptr)
        throw InputError{Problem{Rule::is_scenario}.at({file, version->line})};
    Problems problems;
    StudyParts parts;
    study_codec().read(Reader{file, problems}, root, parts);
    if (!problems.empty()) throw InputError{std::move(problems)};
    return parts;
}

Study read_study(const std::filesystem::path& path, std::optional<std::uint64_t> seed, std::vector<Change> changes) {
    return Study{{.study = parse_yaml(read_file(path, most_yaml_bytes), path.string()),
                  .file = path.string(),
                  .directory = path.parent_path(),
                  .scenario = {},
                  .seed = seed,
                  .changes = std::move(changes)}};
}

bool is_study(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored) && std::filesystem::exists(path, ignored)) return false;
    const YamlNode root = parse_yaml(read_file(path, most_yaml_bytes), path.string());
    return root.find("freiton-study") != nullptr;
}

std::string study_text(const StudyParts& parts) { return yaml_text(study_codec().write(parts)); }

std::string resolved_study(const Study& study) { return study_text(study.parts()); }

std::string study_json_schema() { return json_schema(study_codec().schema, "Freiton study"); }

std::string study_reference() { return reference_page(study_codec().schema); }

std::string design_name(Design design) { return word_for(designs(), design); }

std::string question_name(Question question) { return word_for(questions(), question); }

}  // namespace freiton::input
