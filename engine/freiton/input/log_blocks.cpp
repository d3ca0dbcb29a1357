// SPDX-License-Identifier: Apache-2.0
// Blocks of rows below a line that says their date or queue: the same table with columns for them.
#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/log_put_in_order.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

namespace {

// "Date: 3/2/2026", "Split/Skill:" beside "Sales".
struct BlockLabel {
    LogColumn kind;
    std::string_view value;
};

std::optional<BlockLabel> label_of(const LogSheet& sheet, std::size_t row) {
    constexpr std::size_t most_cells_filled = 2;
    std::string_view cells[most_cells_filled];
    std::size_t filled = 0;
    for (std::size_t column = 0; column < sheet.cells(row); ++column) {
        if (sheet.cell(row, column).empty()) continue;
        if (filled == most_cells_filled) return std::nullopt;
        cells[filled++] = sheet.cell(row, column);
    }
    if (cells[0].empty() || (cells[0].front() >= '0' && cells[0].front() <= '9')) return std::nullopt;
    const std::size_t colon = std::min(cells[0].find(':'), cells[0].size());
    const std::string_view behind =
        colon < cells[0].size() ? trimmed(cells[0].substr(colon + 1)) : cells[0].substr(colon);
    const LogColumn kind = meaning_of(cells[0].substr(0, colon)).column;
    const std::string_view value = behind.empty() ? cells[1] : behind;
    if (value.empty() || (filled == 2 && !behind.empty())) return std::nullopt;
    if (kind == LogColumn::date && is_of_print(cells[0].substr(0, colon))) return std::nullopt;
    if (kind == LogColumn::date)
        return looks_like_date(parted(value).date) ? std::optional{BlockLabel{kind, value}} : std::nullopt;
    const bool marked = colon < cells[0].size();
    return kind == LogColumn::queue && marked ? std::optional{BlockLabel{kind, value}} : std::nullopt;
}

// A line with nothing but a date: the day of the rows below it.
std::optional<BlockLabel> day_of_block(const LogSheet& sheet, std::size_t row) {
    for (std::size_t column = 1; column < sheet.cells(row); ++column)
        if (!sheet.cell(row, column).empty()) return std::nullopt;
    const std::string_view day = sheet.cell(row, 0);
    return looks_like_date(day) ? std::optional{BlockLabel{LogColumn::date, day}} : std::nullopt;
}

// A line with nothing but the name of what stands below it.
std::optional<BlockLabel> name_of_block(const LogSheet& sheet, std::size_t row) {
    for (std::size_t column = 1; column < sheet.cells(row); ++column)
        if (!sheet.cell(row, column).empty()) return std::nullopt;
    const std::string_view name = sheet.cell(row, 0);
    const bool text =
        !is_nothing(name) && !is_total(name) && name.find_first_of("0123456789:") == std::string_view::npos;
    const LogColumn kind = weekday_of(name) ? LogColumn::date : LogColumn::queue;
    return text ? std::optional{BlockLabel{kind, name}} : std::nullopt;
}

class Blocks {
  public:
    explicit Blocks(const LogTable& table) : table_{table}, sheet_{table.sheet()}, titles_row_{*table.titles_row()} {
        const auto named = [&](std::size_t row) { return row < sheet_.rows() && name_of_block(sheet_, row); };
        by_name_ = table.width() > 2 && named(titles_row_ + 1) && !named(titles_row_ + 2);
        by_day_ = titles_row_ > 0 && day_of_block(sheet_, titles_row_ - 1);  // else rows say it themselves
        for (std::size_t row = 0; row < sheet_.rows(); ++row)
            if (const auto found = label(row); found && row > titles_row_) {
                dates_ = dates_ || found->kind == LogColumn::date;
                queues_ = queues_ || found->kind == LogColumn::queue;
            }
    }

    bool any() const { return dates_ || queues_; }

    // Each row with the date and the queue of its block; the lines that say them are left out.
    LogSheet with_columns() const {
        LogSheet result = sheet_.without_rows();
        std::string_view date;
        std::string_view queue;
        for (std::size_t row = 0; row < sheet_.rows(); ++row) {
            if (const auto found = label(row)) {
                (found->kind == LogColumn::date ? date : queue) = found->value;
                if (row > titles_row_) continue;
            }
            add_row(result, row, date, queue);
        }
        return result;
    }

  private:
    std::optional<BlockLabel> label(std::size_t row) const {
        auto found = label_of(sheet_, row);
        if (!found && by_day_) found = day_of_block(sheet_, row);
        if (!found && by_name_ && row > titles_row_) found = name_of_block(sheet_, row);
        return found && !table_.has(found->kind) ? found : std::nullopt;
    }

    bool shows_titles_again(std::size_t row) const {
        for (std::size_t column = 0; column < table_.width(); ++column)
            if (sheet_.cell(row, column) != sheet_.cell(titles_row_, column)) return false;
        return true;
    }

    void add_row(LogSheet& result, std::size_t row, std::string_view date, std::string_view queue) const {
        const bool titles = row >= titles_row_ && shows_titles_again(row);
        result.begin_row(sheet_.number(row));
        const std::size_t cells = row < titles_row_ ? sheet_.cells(row) : std::max(table_.width(), sheet_.cells(row));
        for (std::size_t column = 0; column < cells; ++column)
            result.add_cell(row == titles_row_ ? table_.title(column) : sheet_.cell(row, column));
        if (row >= titles_row_ && dates_) result.add_cell(titles ? "date" : date);
        if (row >= titles_row_ && queues_) result.add_cell(titles ? "queue" : queue);
        result.end_row();
    }

    const LogTable& table_;
    const LogSheet& sheet_;
    std::size_t titles_row_;
    bool by_name_ = false;
    bool by_day_ = false;
    bool dates_ = false;
    bool queues_ = false;
};

}  // namespace

std::optional<PutInOrder> blocks_with_columns(const LogTable& table) {
    if (!table.titles_row() || !table.has(LogColumn::time)) return std::nullopt;
    const Blocks blocks{table};
    if (!blocks.any()) return std::nullopt;
    return PutInOrder{blocks.with_columns(), {LogNoteKind::lines_of_blocks}};
}

}  // namespace freiton::input
