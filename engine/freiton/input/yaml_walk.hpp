// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/problem.hpp"

namespace freiton::input {

bool is_blank(char c);

/// Text without its comment: a # after a blank.
std::string_view without_comment(std::string_view text);

/// Where a colon separates a key from its value, or npos.
std::size_t find_colon(std::string_view text);

/// The value in the quotes that need no escape.
std::string in_quotes(std::string_view value);

/// Walks through a text that is not YAML, and what stands within quotes and brackets; keeps the first mistake it finds.
class YamlWalk {
  public:
    explicit YamlWalk(std::string_view text) : text_{text} {}

    const std::optional<Problem>& found() const { return found_; }
    bool at_end() const { return at_ >= text_.size(); }
    int line() const { return line_; }
    std::string_view rest_of_line() const;
    std::string_view following_line() const;  // the one after this
    bool last_line() const { return text_.find('\n', at_) == std::string_view::npos; }

    void mistake(Rule rule, std::string_view value = {}, std::string suggestion = {});
    void skip(std::size_t characters) { at_ += characters; }
    void skip_blanks();
    void next_line();

    /// Behind the closing quote. Legal quotes may go over several lines; a file that is not YAML more likely has one
    /// left open. Complains about what follows the quote, if it is not within brackets or the colon of a key.
    void quoted(bool may_be_key);

    /// Behind [a, b] and {a: b}, which may hold each other and go over several lines; `indent` is that of the block.
    void brackets(std::size_t indent);

  private:
    struct Bracket {
        char sign;
        int line;
        std::size_t from;
    };
    std::string_view line_from(std::size_t begin) const;
    bool skip_quote();
    void line_within_brackets(std::size_t indent);
    void close(char sign);
    void left_open();

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::optional<Problem> found_;
    std::vector<Bracket> open_;  // not yet closed
};

}  // namespace freiton::input
