// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/yaml_mistakes.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "freiton/core/text.hpp"
#include "freiton/input/yaml_walk.hpp"

namespace freiton::input {

namespace {

// "kind:call", "kind = call" and "kind call" lack the same two signs.
std::string with_colon(std::string_view line) {
    const std::size_t key_end = line.find_first_of(":= ");
    const std::size_t value = line.find_first_not_of(":= ", std::min(key_end, line.size()));
    if (key_end == 0 || value == std::string_view::npos) return {};
    return std::string{line.substr(0, key_end)} + ": " + std::string{line.substr(value)};
}

constexpr std::size_t most_dashes = 32;  // more than a scenario nests

// Goes through the file line by line, as blocks, and character by character within brackets and quotes.
class MistakeFinder {
  public:
    MistakeFinder(std::string_view text, int last_line) : walk_{text}, last_line_{last_line} {}

    std::optional<Problem> find() {
        while (!walk_.found() && !walk_.at_end() && walk_.line() <= last_line_) block_line();
        return walk_.found();
    }

  private:
    // Its indentation, then dashes and a key if there are any, then a value.
    void block_line() {
        const std::string_view line = walk_.rest_of_line();
        const std::size_t indent = line.find_first_not_of(' ');
        const std::string_view content = without_comment(line);
        if (content.empty() || content == "---" || content == "...") return walk_.next_line();
        if (line[indent] == '\t') return walk_.mistake(Rule::yaml_tab);
        if (line[indent] == '%') return walk_.mistake(Rule::yaml_sign, content);
        if (line.find("\xC2\xA0") != std::string_view::npos) return walk_.mistake(Rule::yaml_no_break_space);
        walk_.skip(indent);
        std::size_t column = indent;
        bool entry = false;  // "- value"
        for (; open_.size() < most_dashes && walk_.rest_of_line().starts_with("- "); entry = true) {
            if (!fits(column, true)) return;
            const std::size_t next =
                std::min(walk_.rest_of_line().find_first_not_of(' ', 1), walk_.rest_of_line().size());
            walk_.skip(next);
            column += next;
        }
        key_and_value(column, entry);
        if (!walk_.found() && !walk_.at_end()) walk_.next_line();
    }

    void key_and_value(std::size_t column, bool entry) {
        const std::string_view rest = without_comment(walk_.rest_of_line());
        if (rest.empty() || rest == "-") return;
        if (const char first = rest.front(); first == '"' || first == '\'' || first == '[' || first == '{') {
            value(!entry);
            if (walk_.found() || !walk_.rest_of_line().starts_with(":")) return;
            walk_.skip(1);  // it was a key in quotes
            if (fits(column, false)) value(false);
            return;
        }
        const std::size_t colon = find_colon(rest);
        if (colon == std::string_view::npos) {
            if (entry) return value(false);
            if (scalar_above_ && (open_.empty() || column > open_.back().indent))
                return;  // goes on with the value above
            return walk_.mistake(Rule::yaml_no_key, rest, with_colon(rest));
        }
        if (!fits(column, false)) return;
        walk_.skip(colon + 1);
        value(false);
    }

    // Whether a key or a dash may stand in this column; opens the block that it begins.
    bool fits(std::size_t column, bool dash) {
        while (!open_.empty() && open_.back().indent > column) {
            open_.pop_back();
            scalar_above_ = false;
        }
        if (open_.empty() || open_.back().indent < column) {
            // after dedenting there must be a block with that very column; after a value nothing goes deeper
            const bool deeper = !open_.empty() && walk_.line() != open_line_ && scalar_above_;
            const bool lost = column < deepest_ && !open_.empty() && walk_.line() != open_line_ && !awaits_block_;
            if (deeper || lost)
                return walk_.mistake(Rule::yaml_indentation, without_comment(walk_.rest_of_line())), false;
            open_.push_back({column, dash});
        } else if (open_.back().dash != dash) {
            if (!dash && open_.size() > 1 && open_[open_.size() - 2].indent == column) {
                open_.pop_back();  // the list under a key may stand in the key's own column
            } else if (dash && awaits_block_) {
                open_.push_back({column, true});
            } else {
                return walk_.mistake(Rule::yaml_list_and_keys, without_comment(walk_.rest_of_line())), false;
            }
        }
        deepest_ = column;
        open_line_ = walk_.line();
        awaits_block_ = true;
        scalar_above_ = false;
        return true;
    }

    // What follows a key or a dash, up to the end of the line on which it ends.
    void value(bool may_be_key) {
        walk_.skip_blanks();
        const std::string_view rest = without_comment(walk_.rest_of_line());
        if (rest.empty()) return;
        awaits_block_ = false;
        scalar_above_ = true;
        const char first = rest.front();
        if (first == '"' || first == '\'')
            walk_.quoted(may_be_key);
        else if (first == '[' || first == '{')
            walk_.brackets(open_.empty() ? 0 : open_.back().indent);
        else if (first == '|' || first == '>')
            block_text(rest);
        else if ((first == '*' || first == '&') && rest.size() > 1 && !is_blank(rest[1]))
            walk_.mistake(Rule::yaml_alias);
        else if (std::string_view{"@`%*&!"}.find(first) != std::string_view::npos)
            walk_.mistake(Rule::yaml_sign, rest, in_quotes(rest));
        else if (find_colon(rest) != std::string_view::npos)
            walk_.mistake(Rule::yaml_second_colon, rest, in_quotes(rest));
    }

    void block_text(std::string_view rest) {
        if (rest.find_first_not_of("|>+-123456789") != std::string_view::npos)
            return walk_.mistake(Rule::yaml_sign, rest, in_quotes(rest));
        const std::size_t indent = open_.empty() ? 0 : open_.back().indent;
        while (!walk_.last_line()) {  // to the last line of the text
            const std::string_view next = walk_.following_line();
            if (!trimmed(next).empty() && next.find_first_not_of(' ') <= indent) return;
            walk_.next_line();
        }
    }

    struct Block {
        std::size_t indent;
        bool dash;
    };
    YamlWalk walk_;
    int last_line_;
    std::vector<Block> open_;    // columns in which keys or dashes of the enclosing blocks stand
    std::size_t deepest_ = 0;    // column of the last key or dash
    int open_line_ = 0;          // its line
    bool awaits_block_ = false;  // the last key has no value yet
    bool scalar_above_ = false;  // the last key has one
};

}  // namespace

std::optional<Problem> find_yaml_mistake(std::string_view text, int last_line) {
    return MistakeFinder{text, last_line}.find();
}

}  // namespace freiton::input
