// SPDX-License-Identifier: Apache-2.0
// "Anrufe | | AHT |" above "Verkauf | Technik | Verkauf | Technik": the same with "Verkauf Anrufe" for a title.
#include <algorithm>
#include <map>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/log_put_in_order.hpp"

namespace freiton::input {

namespace {

struct FigureAbove {
    std::size_t from;
    std::size_t to;
};

// The figures of a row, each with the columns up to the next one; none where something else stands among them.
std::vector<FigureAbove> figures_in(const LogSheet& sheet, std::size_t row) {
    std::vector<FigureAbove> figures;
    const std::size_t end = std::max(sheet.cells(row), sheet.cells(row + 1));
    for (std::size_t column = 0; column < end; ++column) {
        const std::string_view cell = sheet.cell(row, column);
        if (is_figure(meaning_of(cell).column)) {
            if (!figures.empty()) figures.back().to = column;
            figures.push_back({column, end});
        } else if (!cell.empty() && !figures.empty()) {
            return {};
        }
    }
    return figures;
}

bool says_when(std::string_view cell) {
    const LogColumn kind = meaning_of(cell).column;
    return kind == LogColumn::date || kind == LogColumn::time;
}

// The same names below each of them, which are no figures themselves, and left of them what says when.
bool names_below(const LogSheet& sheet, std::size_t row, const std::vector<FigureAbove>& figures) {
    std::set<std::string_view> all;
    for (const FigureAbove& figure : figures) {
        std::set<std::string_view> names;
        for (std::size_t column = figure.from; column < figure.to; ++column) {
            const std::string_view name = sheet.cell(row, column);
            const bool word = !is_nothing(name) && name.find_first_not_of("0123456789.,") != std::string_view::npos;
            if (!word || log_span(name) || is_figure(meaning_of(name).column) || looks_like_date(name)) continue;
            names.insert(name);
        }
        if (names.size() < 2 || (!all.empty() && names != all)) return false;
        all = names;
    }
    for (std::size_t column = 0; column < figures.front().from; ++column)
        if (says_when(sheet.cell(row, column))) return true;
    return false;
}

}  // namespace

std::optional<PutInOrder> figures_above_names(const LogSheet& sheet) {
    constexpr std::size_t most_lines_above = 80;
    for (std::size_t upper = 0; upper + 2 < std::min(sheet.rows(), most_lines_above); ++upper) {
        const auto figures = figures_in(sheet, upper);
        if (figures.size() < 2 || !names_below(sheet, upper + 1, figures)) continue;
        LogSheet result = sheet.without_rows();
        std::string titles;
        for (std::size_t row = 0; row < sheet.rows(); ++row) {
            if (row == upper) continue;
            result.begin_row(sheet.number(row));
            for (std::size_t column = 0; column < sheet.cells(row); ++column) {
                std::string cell{sheet.cell(row, column)};
                if (row == upper + 1 && !cell.empty())
                    for (const FigureAbove& figure : figures)
                        if (column >= figure.from && column < figure.to)
                            cell.append(" ").append(sheet.cell(upper, figure.from));
                result.add_cell(cell);
            }
            result.end_row();
        }
        for (const FigureAbove& figure : figures)
            titles.append(titles.empty() ? "" : ", ").append(sheet.cell(upper, figure.from));
        return PutInOrder{std::move(result), {LogNoteKind::figures_above, {titles}}};
    }
    return std::nullopt;
}

}  // namespace freiton::input
