// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/yaml_walk.hpp"

#include <algorithm>

#include "freiton/core/text.hpp"

namespace freiton::input {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view without_comment(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '#' && (i == 0 || is_blank(text[i - 1]))) return trimmed(text.substr(0, i));
    return trimmed(text);
}

std::size_t find_colon(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == ':' && (i + 1 == text.size() || is_blank(text[i + 1]))) return i;
    return std::string_view::npos;
}

std::string in_quotes(std::string_view value) {
    const char quote = value.find('\'') == std::string_view::npos ? '\'' : '"';
    return quote + std::string{value} + quote;
}

void YamlWalk::mistake(Rule rule, std::string_view value, std::string suggestion) {
    if (found_) return;
    found_ = Problem{rule}.at({{}, line_}).meant(std::move(suggestion));
    if (!value.empty()) found_->value = std::string{value};
}

std::string_view YamlWalk::rest_of_line() const { return line_from(at_); }

std::string_view YamlWalk::line_from(std::size_t begin) const {
    return text_.substr(begin, std::min(text_.find('\n', begin), text_.size()) - begin);
}

std::string_view YamlWalk::following_line() const {
    return line_from(std::min(text_.find('\n', at_), text_.size() - 1) + 1);
}

void YamlWalk::skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
}

void YamlWalk::next_line() {
    const std::size_t end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    ++line_;
}

void YamlWalk::quoted(bool may_be_key) {
    const std::size_t begin = at_;
    const bool closed = skip_quote();
    if (found_ || (closed && !open_.empty())) return;  // within brackets a comma may follow
    const std::string_view after = closed ? without_comment(rest_of_line()) : std::string_view{};
    if (closed && (after.empty() || (may_be_key && after.front() == ':'))) return;
    const std::string_view whole = without_comment(line_from(begin));
    if (!closed) return mistake(Rule::quote_not_closed, whole);
    const bool wrapped = whole.size() > 1 && whole.back() == whole.front();
    mistake(Rule::yaml_after_quote, whole, in_quotes(wrapped ? whole.substr(1, whole.size() - 2) : whole));
}

// Behind the closing quote; false at the end of a line without one.
bool YamlWalk::skip_quote() {
    const std::size_t begin = at_;
    const char quote = text_[at_++];
    for (; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
        if (quote == '"' && text_[at_] == '\\') {
            constexpr std::string_view known = "0abtnvfre \"/\\N_LPxuU\n";
            if (known.find(next) == std::string_view::npos)
                return mistake(Rule::yaml_backslash, without_comment(line_from(begin))), true;
            if (next != '\n') ++at_;
        } else if (quote == '\'' && text_[at_] == quote && next == quote) {
            ++at_;  // '' is an apostrophe
        } else if (text_[at_] == quote) {
            ++at_;
            return true;
        }
    }
    return false;
}

void YamlWalk::brackets(std::size_t indent) {
    bool colon = false;  // since the last comma
    bool begins = true;  // a key or value: where a quote means a quote
    do {
        const char c = text_[at_];
        if (begins && (c == '"' || c == '\'')) {
            begins = false;
            quoted(false);
            continue;
        }
        if (c == '\n' || (c == '#' && is_blank(text_[at_ - 1]))) {
            line_within_brackets(indent);
            continue;
        }
        if (c == '[' || c == '{') open_.push_back({c, line_, at_});
        if (c == ']' || c == '}') close(c == ']' ? '[' : '{');
        if (open_.empty() || found_) return;
        const bool parts = c == ':' && (at_ + 1 == text_.size() || is_blank(text_[at_ + 1]) || text_[at_ + 1] == '\n');
        if (parts && colon) return mistake(Rule::yaml_comma_missing, without_comment(line_from(open_.back().from)));
        if (c == '[' || c == '{' || c == ',') colon = false;
        if (parts) colon = true;
        if (c == '[' || c == '{' || c == ',' || parts)
            begins = true;
        else if (!is_blank(c))
            begins = false;
        ++at_;
    } while (!found_ && at_ < text_.size());
    if (!open_.empty()) left_open();
}

// A key that stands no deeper than the block belongs to the block: the bracket before was left open.
void YamlWalk::line_within_brackets(std::size_t indent) {
    const std::string_view next = following_line();
    const std::size_t column = next.find_first_not_of(" \t\r");
    if (column != std::string_view::npos && column <= indent && find_colon(next) != std::string_view::npos)
        return left_open();
    next_line();
}

void YamlWalk::close(char sign) {
    if (open_.back().sign != sign) return left_open();
    open_.pop_back();
    if (!open_.empty()) return;
    ++at_;
    const std::string_view after = without_comment(rest_of_line());
    if (!after.empty() && after.front() != ':') mistake(Rule::yaml_after_bracket, after);
}

void YamlWalk::left_open() {
    const Bracket bracket = open_.back();
    const std::string_view whole = line_from(bracket.from);
    const std::string inside{without_comment(whole.substr(0, at_ - bracket.from))};
    line_ = bracket.line;
    mistake(Rule::yaml_bracket_open, without_comment(whole), inside + (bracket.sign == '[' ? "]" : "}"));
}

}  // namespace freiton::input
