// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/yaml_tree.hpp"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>
#include <unordered_set>

#include "freiton/core/files.hpp"
#include "freiton/input/yaml_mistakes.hpp"

namespace freiton::input {

namespace {

// yaml-cpp counts lines from 0.
int line_of(const YAML::Mark& mark) { return mark.line + 1; }

// Builds our tree from yaml-cpp's events. Its own node tree would keep duplicate keys silently and expand aliases.
class TreeBuilder : public YAML::EventHandler {
  public:
    explicit TreeBuilder(const std::string& file_name) : file_name_{file_name} {}

    YamlNode take_root() { return std::move(root_); }
    Problems take_problems() { return std::move(problems_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        if (wants_key()) return refuse_key(mark);
        add(mark, {.kind = YamlNode::Kind::empty});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        complain(Rule::yaml_alias, mark);
        if (wants_key()) return refuse_key(mark);
        add(mark, {.kind = YamlNode::Kind::empty});
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        if (!wants_key()) {
            const bool glued = mark.pos == last_end_ + 1;
            last_end_ = mark.pos + static_cast<int>(value.size());
            add(mark, {.kind = YamlNode::Kind::scalar, .quoted = tag == "!", .glued = glued, .text = value});
        } else {
            take_key(mark, tag, value);
        }
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        start(YamlNode::Kind::list, mark, anchor);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        start(YamlNode::Kind::mapping, mark, anchor);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapEnd() override { end(); }

  private:
    bool wants_key() const { return !open_.empty() && open_.back()->kind == YamlNode::Kind::mapping && !key_; }

    void refuse_key(const YAML::Mark& mark) {
        complain(Rule::must_be_text, mark);
        key_ = "";
        key_line_ = line_of(mark);
    }

    void take_key(const YAML::Mark& mark, const std::string& tag, const std::string& key) {
        if (key.size() > most_yaml_key_bytes) give_up(Problem{Rule::name_invalid}.got(key), mark);
        if (key == "<<" && tag != "!") complain(Rule::yaml_merge_key, mark);
        if (!keys_.back().insert(key).second) complain(Rule::key_duplicate, mark, key);
        if (keys_.back().size() > most_yaml_keys)
            give_up(Problem{Rule::too_many_values}.with({std::to_string(most_yaml_keys)}), mark);
        count(mark);
        key_ = key;
        key_line_ = line_of(mark);
    }

    void count(const YAML::Mark& mark) {
        if (++nodes_ > most_yaml_nodes)
            give_up(Problem{Rule::too_many_values}.with({std::to_string(most_yaml_nodes)}), mark);
    }

    void complain(Rule rule, const YAML::Mark& mark, const std::string& key = {}) {
        problems_.push_back(Problem{rule}.at({file_name_, line_of(mark)}).on(key));
    }
    // What is hostile is told alone.
    [[noreturn]] void give_up(Problem problem, const YAML::Mark& mark) {
        throw InputError{std::move(problem).at({file_name_, line_of(mark)})};
    }
    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) complain(Rule::yaml_alias, mark);
    }

    YamlNode* add(const YAML::Mark& mark, YamlNode node) {
        count(mark);
        node.line = line_of(mark);
        if (open_.empty()) return &(root_ = std::move(node));
        YamlNode& parent = *open_.back();
        if (parent.kind == YamlNode::Kind::list) return &parent.items.emplace_back(std::move(node));
        if (node.kind != YamlNode::Kind::scalar) node.line = key_line_;
        parent.entries.emplace_back(key_.value_or(""), std::move(node));
        key_.reset();
        return &parent.entries.back().second;
    }
    void start(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        refuse_anchor(mark, anchor);
        if (open_.size() >= most_yaml_depth)
            give_up(Problem{Rule::yaml_too_deep}.with({std::to_string(most_yaml_depth)}), mark);
        const bool is_key = wants_key();
        if (is_key) refuse_key(mark);  // "? [a, b]: ..."; its end is followed by the value
        open_.push_back(add(mark, {.kind = kind}));
        keys_.emplace_back();
        was_key_.push_back(is_key);
    }
    void end() {
        open_.pop_back();
        keys_.pop_back();
        if (was_key_.back()) key_ = "";  // its value comes next
        was_key_.pop_back();
    }

    const std::string& file_name_;
    Problems problems_;
    YamlNode root_;
    std::size_t nodes_ = 0;                              // values and keys
    std::vector<YamlNode*> open_;                        // from the root to the innermost list or mapping
    std::vector<std::unordered_set<std::string>> keys_;  // of each open mapping
    std::vector<bool> was_key_;                          // of each open list or mapping: it stands where a key should
    std::optional<std::string> key_;                     // waits for its value
    int key_line_ = 0;
    int last_end_ = -2;  // where the last value ended
};

// The parser's own words only where we know no better.
Problem not_yaml(std::string_view text, const std::string& file_name, const YAML::Exception& error) {
    const int gave_up = line_of(error.mark);
    std::optional<Problem> mistake = find_yaml_mistake(text, gave_up + 1);
    if (mistake && mistake->place.line <= gave_up + 1) {
        mistake->place.file = file_name;
        return *mistake;
    }
    return Problem{Rule::yaml_syntax}.at({file_name, gave_up}).with({error.msg});
}

}  // namespace

YamlNode parse_yaml(std::string bytes, const std::string& file_name) {
    const std::string text = checked_text(std::move(bytes), file_name);
    refuse_hostile_signs(text, file_name);
    std::istringstream stream{text};
    TreeBuilder builder{file_name};
    try {
        YAML::Parser parser{stream};
        parser.HandleNextDocument(builder);
        TreeBuilder second{file_name};
        if (parser.HandleNextDocument(second))
            throw InputError{Problem{Rule::yaml_documents}.at({file_name, second.take_root().line})};
    } catch (const YAML::DeepRecursion& deep) {
        throw InputError{
            Problem{Rule::yaml_too_deep}.at({file_name, line_of(deep.mark)}).with({std::to_string(most_yaml_depth)})};
    } catch (const YAML::Exception& error) {
        throw InputError{not_yaml(text, file_name, error)};
    }
    if (Problems problems = builder.take_problems(); !problems.empty()) throw InputError{std::move(problems)};
    return builder.take_root();
}

}  // namespace freiton::input
