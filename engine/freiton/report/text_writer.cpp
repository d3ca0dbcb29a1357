// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/text_writer.hpp"

#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/report/text_parts.hpp"
#include "freiton/report/text_table.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t narrowest_label = 8;       // so that short reports look alike
constexpr std::size_t least_of_a_sentence = 12;  // beside its label, however narrow the terminal is

std::size_t label_width(const Document& document) {
    std::size_t width = narrowest_label;
    for (const auto& block : document.blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block))
            width = std::max(width, display_width(paragraph->label));
    return width + 1;
}

// Lines after the first begin under it, beside the label.
void append_wrapped(std::string& text, const std::string& label, std::size_t indent, const std::string& sentence,
                    const TextShape& shape) {
    std::string before = coloured(label, Ink::head, shape) + blanks(indent - std::min(indent, display_width(label)));
    const std::size_t room = shape.width > indent ? shape.width - indent : 0;
    for (const std::string& line : broken(sentence, std::max(room, least_of_a_sentence))) {
        append_line(text, before + line);
        before = blanks(indent);
    }
}

void append_paragraph(std::string& text, const Paragraph& paragraph, std::size_t labels, const TextShape& shape) {
    std::string label = paragraph.label;
    for (const std::string& sentence : paragraph.sentences) {
        append_wrapped(text, label, paragraph.label.empty() ? 0 : labels, sentence, shape);
        label.clear();
    }
}

void append_table(std::string& text, const Table& table, Language language, const TextShape& shape) {
    text += text_of(table, language, shape);
    for (const std::string& note : table.notes) append_wrapped(text, "", 0, note, shape);
}

}  // namespace

std::string text_of(const Document& document, const TextShape& shape) {
    const std::size_t labels = label_width(document);
    std::string text;
    bool after_table = false;
    bool over_table = true;  // nothing, or a heading of the table, stands before it
    for (const auto& block : document.blocks) {
        if (std::holds_alternative<Picture>(block) || std::holds_alternative<Headline>(block)) continue;
        const auto* table = std::get_if<Table>(&block);
        const auto* heading = std::get_if<Heading>(&block);
        const bool section = heading != nullptr && heading->level > 1;
        if (after_table || (table != nullptr && !over_table) || (section && !text.empty())) text += "\n";
        if (table != nullptr) append_table(text, *table, document.language, shape);
        if (heading != nullptr)
            for (std::string& line : broken(heading->text, shape.width))
                append_line(text, std::move(line), Ink::head, shape);
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) append_paragraph(text, *paragraph, labels, shape);
        after_table = table != nullptr;
        over_table = section;
    }
    return text;
}

}  // namespace freiton::report
