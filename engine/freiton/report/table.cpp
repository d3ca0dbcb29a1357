// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "freiton/core/text.hpp"

namespace freiton::report {

namespace {

std::string padded(const std::string& text, std::size_t width, Table::Align align) {
    const std::string space(width - std::min(width, display_width(text)), ' ');
    return align == Table::Align::left ? text + space : space + text;
}

void append_line(std::string& text, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
}

}  // namespace

std::string Table::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = display_width(columns_[c].title);
        for (const auto& row : rows_)
            if (c < row.size()) width = std::max(width, display_width(row[c]));
        widths.push_back(width);
    }
    const auto line = [&](const auto& cell_of) {
        std::string result;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            result += (c > 0 ? "  " : "") + padded(cell_of(c), widths[c], columns_[c].align);
        return result;
    };
    std::string across;
    for (std::size_t c = 0; c < columns_.size(); ++c)
        for (std::size_t i = 0; i < widths[c] + (c > 0 ? 2 : 0); ++i) across += "─";
    std::string text;
    append_line(text, line([&](std::size_t c) { return columns_[c].title; }));
    append_line(text, across);
    for (const auto& row : rows_)
        append_line(
            text, row.empty() ? across : line([&](std::size_t c) { return c < row.size() ? row[c] : std::string{}; }));
    return text;
}

std::string bar(double value, double most, int width) {
    constexpr std::array<std::string_view, 8> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (most <= 0.0) return {};
    const long eighths = std::lround(value / most * width * 8.0);
    std::string text;
    for (long i = 0; i < eighths / 8; ++i) text += "█";
    return text += parts[static_cast<std::size_t>(eighths % 8)];
}

}  // namespace freiton::report
