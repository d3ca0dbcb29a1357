// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/bracket_mistakes.hpp"

#include <algorithm>

#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

bool begins_with_digit(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

bool is_whole_number(const YamlNode& node) {
    return node.kind == YamlNode::Kind::scalar && !node.quoted && !node.text.empty() &&
           node.text.find_first_not_of("0123456789") == std::string::npos;
}

// The key of "mean:270 s", or nothing.
std::string key_before_colon(const std::string& key) {
    const auto colon = key.find(':');
    const bool parts = colon != std::string::npos && colon > 0 && colon + 1 < key.size() && !begins_with_digit(key);
    return parts ? key.substr(0, colon) : std::string{};
}

// Whether every second value, and no other, is glued to the one before it: "20,5, 35,0".
bool has_decimal_commas(const YamlNode& list) {
    const auto& items = list.items;
    if (items.size() < 4 || items.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!is_whole_number(items[i]) || items[i].glued != (i % 2 == 1)) return false;
    return true;
}

// "4,5 min" fell apart into the value before and a key without a value.
bool is_rest_of_number(const YamlNode& mapping, std::size_t i) {
    const auto& [key, value] = mapping.entries[i];
    return i > 0 && value.kind == YamlNode::Kind::empty && begins_with_digit(key) &&
           is_whole_number(mapping.entries[i - 1].second);
}

bool has_mistake(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::list && has_decimal_commas(node)) return true;
    if (std::any_of(node.items.begin(), node.items.end(), has_mistake)) return true;
    for (std::size_t i = 0; i < node.entries.size(); ++i) {
        const auto& [key, value] = node.entries[i];
        if (value.kind == YamlNode::Kind::empty && !key_before_colon(key).empty()) return true;
        if (is_rest_of_number(node, i) || has_mistake(value)) return true;
    }
    return false;
}

class BracketMender {
  public:
    BracketMender(const std::string& file_name, Problems& problems) : file_name_{file_name}, problems_{problems} {}

    void mend(YamlNode& node, const std::string& path) {
        if (node.kind == YamlNode::Kind::list && has_decimal_commas(node)) return mend_list(node, path);
        for (YamlNode& item : node.items) mend(item, path);
        for (std::size_t i = 0; i < node.entries.size(); ++i) {
            if (is_rest_of_number(node, i)) join(node, i--, path);
        }
        for (auto& [key, value] : node.entries) {
            if (value.kind == YamlNode::Kind::empty) part(key, value, path);
            mend(value, below(path, key));
        }
    }

  private:
    static std::string below(const std::string& path, const std::string& key) {
        return path.empty() ? key : path + "." + key;
    }

    void tell(Rule rule, int line, const std::string& key, const std::string& written, const std::string& meant) {
        problems_.push_back(Problem{rule}.at({file_name_, line}).on(key).got(written).meant(meant));
    }

    void mend_list(YamlNode& list, const std::string& path) {
        const std::string first = list.items[0].text;
        const std::string second = list.items[1].text;
        tell(Rule::comma_in_brackets, list.items[0].line, path, first + "," + second, first + "." + second);
        std::vector<YamlNode> joined;
        for (std::size_t i = 0; i + 1 < list.items.size(); i += 2) {
            joined.push_back(list.items[i]);
            joined.back().text += "." + list.items[i + 1].text;
        }
        list.items = std::move(joined);
    }

    void join(YamlNode& mapping, std::size_t rest, const std::string& path) {
        auto& [key, value] = mapping.entries[rest - 1];
        const std::string written = mapping.entries[rest].first;
        const std::string meant = value.text + "." + written;
        tell(Rule::comma_in_brackets, value.line, below(path, key), value.text + "," + written, meant);
        value.text = meant;
        mapping.entries.erase(mapping.entries.begin() + static_cast<std::ptrdiff_t>(rest));
    }

    void part(std::string& key, YamlNode& value, const std::string& path) {
        const std::string before = key_before_colon(key);
        if (before.empty()) return;
        const std::string after{trimmed(key.substr(before.size() + 1))};
        tell(Rule::blank_after_colon, value.line, below(path, before), key, before + ": " + after);
        value = {.kind = YamlNode::Kind::scalar, .line = value.line, .text = after};
        key = before;
    }

    const std::string& file_name_;
    Problems& problems_;
};

}  // namespace

std::optional<YamlNode> with_brackets_mended(const YamlNode& root, const std::string& file_name, Problems& problems) {
    if (!has_mistake(root)) return std::nullopt;
    YamlNode mended = root;
    BracketMender{file_name, problems}.mend(mended, "");
    return mended;
}

}  // namespace freiton::input
