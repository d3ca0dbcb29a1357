// SPDX-License-Identifier: Apache-2.0
// What columns are called in messages, in --columns and in the help.
#include "freiton/input/log_titles.hpp"

namespace freiton::input {

std::string name_of(LogColumn column) {
    for (const KnownColumn& known : known_columns())
        if (known.column == column) return std::string{known.name};
    return {};
}

std::optional<LogColumn> column_named(std::string_view name) {
    const std::string plain = plain_title(name);
    for (const KnownColumn& known : known_columns())
        if (plain_title(known.name) == plain) return known.column;
    const TitleMeaning meaning = meaning_of(name);
    return meaning.column == LogColumn::count_ ? std::nullopt : std::optional{meaning.column};
}

namespace {

std::string titles_text(const std::vector<std::string_view>& titles) {
    std::string text;
    for (const std::string_view title : titles) text.append(text.empty() ? "" : ", ").append(title);
    return text;
}

}  // namespace

std::string log_columns_help() {
    std::string text;
    for (const KnownColumn& known : known_columns())
        text.append(known.name)
            .append(": ")
            .append(known.holds)
            .append("\n    ")
            .append(titles_text(known.english))
            .append("; ")
            .append(titles_text(known.german))
            .append("\n");
    return text;
}

std::string log_columns_markdown() {
    std::string text = "| name | holds | known as | auf Deutsch |\n|---|---|---|---|\n";
    for (const KnownColumn& known : known_columns())
        text.append("| `")
            .append(known.name)
            .append("` | ")
            .append(known.holds)
            .append(" | ")
            .append(titles_text(known.english))
            .append(" | ")
            .append(titles_text(known.german))
            .append(" |\n");
    return text;
}

}  // namespace freiton::input
