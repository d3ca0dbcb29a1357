// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/text_writer.hpp"

#include <algorithm>
#include <string_view>

#include "freiton/core/text.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t widest_picture = 26;
constexpr std::size_t narrowest_picture = 5;
constexpr std::size_t narrowest_label = 8;  // so that short reports look alike
constexpr std::string_view gap = "  ";

std::string blanks(std::size_t count) { return std::string(count, ' '); }

void append_line(std::string& text, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
}

// A picture's columns are known only when all others have theirs.
class TableText {
  public:
    TableText(const Table& table, Language language, std::size_t width) : table_{table}, language_{language} {
        std::size_t taken = 0;
        std::size_t pictures = 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            widths_.push_back(is_picture(c) ? 0 : width_of(c));
            taken += widths_[c] + gap.size();
            if (is_picture(c)) ++pictures;
        }
        if (pictures == 0) return;
        const std::size_t room = width + gap.size() > taken ? (width + gap.size() - taken) / pictures : 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            if (is_picture(c)) widths_[c] = room < narrowest_picture ? 0 : picture_width(c, room);
    }

    std::string text() const {
        std::string text;
        append_line(text, line([&](std::size_t c) { return title(c); }, false));
        append_line(text, across());
        bool sums = false;
        for (const Row& row : table_.rows) {
            if (row.kind == Row::Kind::sum && !sums) append_line(text, across());
            sums = sums || row.kind == Row::Kind::sum;
            append_line(text, line([&](std::size_t c) { return cell(row, c); }, row.kind == Row::Kind::part));
        }
        return text;
    }

  private:
    bool is_picture(std::size_t c) const { return table_.columns[c].holds == Column::Holds::pictures; }

    std::string title(std::size_t c) const {
        const std::string& title = table_.columns[c].title;
        return is_picture(c) && display_width(title) > widths_[c] ? "" : title;
    }

    std::string cell(const Row& row, std::size_t c) const {
        if (c >= row.cells.size()) return {};
        const Cell& cell = row.cells[c];
        if (const auto* words = std::get_if<std::string>(&cell.content)) return *words;
        if (const auto* bar = std::get_if<Bar>(&cell.content)) return bar_text(bar->value, bar->most, widths_[c]);
        if (const auto* curve = std::get_if<Curve>(&cell.content)) return curve_text(*curve, widths_[c]);
        const std::string figure = figure_text(std::get<Figure>(cell.content), language_);
        return cell.mark.empty() ? figure : figure + " " + cell.mark;
    }

    std::size_t width_of(std::size_t c) const {
        std::size_t width = display_width(table_.columns[c].title);
        for (const Row& row : table_.rows)
            width = std::max(width, display_width(cell(row, c)) + (c == 0 && row.kind == Row::Kind::part ? 2 : 0));
        return width;
    }

    std::size_t picture_width(std::size_t c, std::size_t room) const {
        std::size_t width = 0;
        for (const Row& row : table_.rows)
            if (c < row.cells.size()) {
                const auto* curve = std::get_if<Curve>(&row.cells[c].content);
                width = std::max(width, curve != nullptr ? curve->values.size() : widest_picture);
            }
        return std::min({width, room, widest_picture});
    }

    template <class CellOf>
    std::string line(const CellOf& cell_of, bool part) const {
        std::string line;
        for (std::size_t c = 0; c < widths_.size(); ++c) {
            if (widths_[c] == 0) continue;
            const std::string text = (c == 0 && part ? "  " : "") + cell_of(c);
            const std::string space = blanks(widths_[c] - std::min(widths_[c], display_width(text)));
            line.append(line.empty() ? "" : gap);
            line += table_.columns[c].holds == Column::Holds::figures ? space + text : text + space;
        }
        return line;
    }

    std::string across() const {
        std::string across;
        for (const std::size_t width : widths_) {
            const std::size_t strokes = width == 0 ? 0 : across.empty() ? width : width + gap.size();
            for (std::size_t i = 0; i < strokes; ++i) across += "─";
        }
        return across;
    }

    const Table& table_;
    Language language_;
    std::vector<std::size_t> widths_{};  // 0: left out
};

// A number is never parted from its unit, nor from its half-width.
bool belongs_to_number(std::string_view word) {
    word = word.substr(0, word.find_first_of(",;:.)"));
    return word == "%" || word == "s" || word == "min" || word == "h" || word == "±";
}

// Where the word that begins at `from` ends, with what must stay beside it.
std::size_t end_of_word(std::string_view sentence, std::size_t from) {
    const auto blank = [&](std::size_t at) { return std::min(sentence.find(' ', at), sentence.size()); };
    std::size_t to = blank(from);
    while (to < sentence.size()) {
        const std::string_view next = sentence.substr(to + 1, blank(to + 1) - to - 1);
        if (!belongs_to_number(next)) break;
        to = blank(next == "±" ? blank(to + 1) + 1 : to + 1);
    }
    return std::min(to, sentence.size());
}

// Broken at blanks; lines after the first begin under it.
void append_wrapped(std::string& text, std::string line, const std::string& sentence, std::size_t width) {
    const std::string indent = blanks(display_width(line));
    bool fresh = true;
    for (std::size_t from = 0; from < sentence.size();) {
        const std::size_t to = end_of_word(sentence, from);
        const std::string word = sentence.substr(from, to - from);
        if (!fresh && display_width(line) + 1 + display_width(word) > width) {
            append_line(text, line);
            line = indent;
            fresh = true;
        }
        line += (fresh ? "" : " ") + word;
        fresh = false;
        from = to + 1;
    }
    append_line(text, line);
}

std::size_t label_width(const Document& document) {
    std::size_t width = narrowest_label;
    for (const auto& block : document.blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block))
            width = std::max(width, display_width(paragraph->label));
    return width + 1;
}

void append_paragraph(std::string& text, const Paragraph& paragraph, std::size_t labels, std::size_t width) {
    std::string label = paragraph.label;
    for (const std::string& sentence : paragraph.sentences) {
        const std::size_t indent = paragraph.label.empty() ? 0 : labels;
        append_wrapped(text, label + blanks(indent - std::min(indent, display_width(label))), sentence, width);
        label.clear();
    }
}

void append_table(std::string& text, const Table& table, Language language, std::size_t width) {
    text += TableText{table, language, width}.text();
    for (const std::string& note : table.notes) append_wrapped(text, "", note, width);
}

}  // namespace

std::string text_of(const Document& document, std::size_t width) {
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
        if (table != nullptr) append_table(text, *table, document.language, width);
        if (heading != nullptr) text += heading->text + "\n";
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) append_paragraph(text, *paragraph, labels, width);
        after_table = table != nullptr;
        over_table = section;
    }
    return text;
}

}  // namespace freiton::report
