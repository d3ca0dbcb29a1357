// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/text_table.hpp"

#include <algorithm>
#include <string_view>

#include "freiton/core/text.hpp"
#include "freiton/report/text_parts.hpp"

namespace freiton::report {

namespace {

constexpr std::size_t widest_picture = 26;
constexpr std::size_t narrowest_picture = 5;
constexpr std::size_t indent_of_part = 2;
constexpr std::string_view gap = "  ";

using Columns = std::vector<std::size_t>;

// A picture's columns are known only when all others have theirs.
class TableText {
  public:
    TableText(const Table& table, Language language, const TextShape& shape)
        : table_{table}, language_{language}, shape_{shape} {
        std::size_t taken = 0;
        std::size_t pictures = 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            widths_.push_back(is_picture(c) ? 0 : width_of(c));
            taken += widths_[c] + gap.size();
            if (is_picture(c)) ++pictures;
        }
        break_words(taken);
        if (pictures == 0) return;
        const std::size_t room = shape.width + gap.size() > taken ? (shape.width + gap.size() - taken) / pictures : 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            if (is_picture(c)) widths_[c] = room < narrowest_picture ? 0 : picture_width(c, room);
    }

    std::string text() const {
        std::string text;
        for (const Columns& columns : blocks()) {
            if (!text.empty()) text += "\n";
            append_block(text, columns);
        }
        return text;
    }

  private:
    bool is_picture(std::size_t c) const { return table_.columns[c].holds == Column::Holds::pictures; }
    bool is_words(std::size_t c) const { return table_.columns[c].holds == Column::Holds::words; }

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
        for (const Row& row : table_.rows) width = std::max(width, display_width(cell(row, c)) + indent_of(row, c));
        return width;
    }

    static std::size_t indent_of(const Row& row, std::size_t c) {
        return c == 0 && row.kind == Row::Kind::part ? indent_of_part : 0;
    }

    // The widest column of words gives what is too much, down to its longest word.
    void break_words(std::size_t& taken) {
        if (taken <= shape_.widest_table + gap.size()) return;
        std::size_t widest = widths_.size();
        for (std::size_t c = 0; c < widths_.size(); ++c)
            if (is_words(c) && (widest == widths_.size() || widths_[c] > widths_[widest])) widest = c;
        if (widest == widths_.size()) return;
        std::size_t least = display_width(table_.columns[widest].title);
        for (const Row& row : table_.rows)
            least = std::max(least, longest_word(cell(row, widest)) + indent_of(row, widest));
        const std::size_t surplus = taken - shape_.widest_table - gap.size();
        const std::size_t narrower = std::max(least, widths_[widest] - std::min(widths_[widest], surplus));
        taken -= widths_[widest] - narrower;
        widths_[widest] = narrower;
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

    // Columns that fit beside each other; the first one, which says what a row is, in every block.
    std::vector<Columns> blocks() const {
        std::vector<Columns> blocks = {{0}};
        std::size_t taken = widths_[0];
        for (std::size_t c = 1; c < widths_.size(); ++c) {
            if (widths_[c] == 0) continue;
            const std::size_t more = gap.size() + widths_[c];
            if (taken + more > shape_.widest_table && blocks.back().size() > 1) {
                blocks.push_back({0});
                taken = widths_[0];
            }
            taken += more;
            blocks.back().push_back(c);
        }
        return blocks;
    }

    void append_block(std::string& text, const Columns& columns) const {
        append_lines(
            text, columns, 0, [&](std::size_t c) { return title(c); }, Ink::head);
        append_line(text, across(columns));
        bool sums = false;
        for (const Row& row : table_.rows) {
            if (row.kind == Row::Kind::sum && !sums && &row != table_.rows.data()) append_line(text, across(columns));
            sums = sums || row.kind == Row::Kind::sum;
            append_lines(
                text, columns, indent_of(row, 0), [&](std::size_t c) { return cell(row, c); },
                row.kind == Row::Kind::sum ? Ink::head : Ink::plain);
        }
    }

    // One line, or several where words are broken; figures stand on the first.
    template <class CellOf>
    void append_lines(std::string& text, const Columns& columns, std::size_t indent, const CellOf& cell_of,
                      Ink ink) const {
        std::vector<std::vector<std::string>> cells;
        cells.reserve(columns.size());
        std::size_t lines = 1;
        for (const std::size_t c : columns) {
            const std::size_t before = c == 0 ? indent : 0;
            cells.push_back(is_words(c) ? broken(cell_of(c), widths_[c] - before) : std::vector{cell_of(c)});
            for (std::string& line : cells.back()) line.insert(0, blanks(before));
            lines = std::max(lines, cells.back().size());
        }
        for (std::size_t l = 0; l < lines; ++l) {
            std::string line;
            for (std::size_t k = 0; k < columns.size(); ++k) {
                const std::string part = l < cells[k].size() ? cells[k][l] : "";
                const std::string space =
                    blanks(widths_[columns[k]] - std::min(widths_[columns[k]], display_width(part)));
                line.append(k == 0 ? "" : gap);
                const Ink of_cell = is_picture(columns[k]) ? Ink::picture : Ink::plain;
                line += table_.columns[columns[k]].holds == Column::Holds::figures
                            ? space + part
                            : coloured(part, of_cell, shape_) + space;
            }
            append_line(text, line, ink, shape_);
        }
    }

    std::string across(const Columns& columns) const {
        std::string across;
        for (const std::size_t c : columns) {
            const std::size_t strokes = across.empty() ? widths_[c] : widths_[c] + gap.size();
            for (std::size_t i = 0; i < strokes; ++i) across += "─";
        }
        return across;
    }

    const Table& table_;
    Language language_;
    const TextShape& shape_;
    std::vector<std::size_t> widths_{};  // 0: left out
};

}  // namespace

std::string text_of(const Table& table, Language language, const TextShape& shape) {
    return TableText{table, language, shape}.text();
}

}  // namespace freiton::report
