// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/text.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

constexpr LogColumn dated_columns[] = {LogColumn::date,       LogColumn::time,           LogColumn::end,
                                       LogColumn::created,    LogColumn::first_response, LogColumn::resolved,
                                       LogColumn::answered_at};
constexpr LogColumn count_columns[] = {LogColumn::offered, LogColumn::answered, LogColumn::abandoned,
                                       LogColumn::blocked};
constexpr LogColumn duration_columns[] = {LogColumn::wait, LogColumn::handling, LogColumn::talk, LogColumn::hold,
                                          LogColumn::wrap_up};

constexpr std::size_t shortest_date = 6;  // 1/2/26

bool is_spreadsheet_time(std::string_view cell) {
    const auto moment = spreadsheet_moment(cell);
    return moment && moment->second_s;
}

bool is_whole_number(std::string_view cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

// 13/03 in one row or title settles 03/04 in another. Most rows have the date of the row above, and are not looked at
// again.
void LogCells::find_order(const std::vector<ColumnAcross>& across) {
    const LogSheet& sheet = table_.sheet();
    std::optional<std::pair<std::size_t, std::size_t>> unclear;
    const auto look = [&](std::size_t row, std::size_t column, std::string_view date) {
        if (order_ != DateOrder::unknown || !needs_order(date)) return;
        if (!unclear) unclear = {row, column};
        order_ = shown_order(date);
        if (order_ != DateOrder::unknown)
            table_.notes().push_back({LogNoteKind::order_shown,
                                      {order_ == DateOrder::day_first ? "day" : "month", std::string{date},
                                       std::to_string(sheet.number(row))}});
    };
    for (const ColumnAcross& one : across) look(table_.titles_row().value_or(0), one.column, one.day);
    for (const LogColumn kind : dated_columns) {
        const auto column = table_.column(kind);
        std::string_view before;
        for (const std::size_t row : table_.rows()) {
            if (!column || (dated_ && order_ != DateOrder::unknown)) break;
            const std::string_view cell = sheet.cell(row, *column);
            const std::string_view date = parted(cell).date;
            if (!dated_)
                dated_ = kind == LogColumn::date ? weekday_of(date) || spreadsheet_moment(date)
                                                 : !has_unit(*column) && is_spreadsheet_time(cell);
            if (date.size() < shortest_date || date == before) continue;
            before = date;
            dated_ = dated_ || looks_like_date(date) || moment_in_digits(cell);
            look(row, *column, date);
        }
    }
    if (unclear && order_ == DateOrder::unknown) complain(unclear->first, unclear->second, Rule::date_ambiguous);
}

// 1.010 is a thousand where another number has a decimal comma, where the other counts of its column are whole, or
// where people write dates with points; 1,010 likewise the other way round.
void LogCells::find_sign(const std::vector<ColumnAcross>& across) {
    if (sign_ != DecimalSign::unknown) return;
    struct Unclear {
        std::size_t row;
        std::size_t column;
        bool is_count;
    };
    std::optional<Unclear> unclear;
    bool whole_counts = false;
    bool points = false;
    bool commas = false;
    const auto look = [&](std::optional<std::size_t> column, bool is_count) {
        if (!column) return;
        for (const std::size_t row : table_.rows()) {
            const std::string_view cell = table_.sheet().cell(row, *column);
            if (is_whole_number(cell)) {
                whole_counts = whole_counts || is_count;
                continue;
            }
            const DecimalSign shown = shown_sign(cell);
            points = points || shown == DecimalSign::point;
            commas = commas || shown == DecimalSign::comma;
            if (needs_sign(cell) && (!unclear || (is_count && !unclear->is_count))) unclear = {row, *column, is_count};
        }
    };
    for (const LogColumn kind : count_columns) look(table_.column(kind), true);
    for (const ColumnAcross& one : across) look(one.column, true);
    for (const LogColumn kind : duration_columns) look(table_.column(kind), false);
    if (points != commas) sign_ = points ? DecimalSign::point : DecimalSign::comma;
    if (!unclear) return;
    const std::string_view cell = table_.sheet().cell(unclear->row, unclear->column);
    const bool with_point = cell.find('.') != std::string_view::npos;
    if (sign_ == DecimalSign::unknown && points == commas && !points) {
        const bool german = table_.any_german();
        const bool thousands = (unclear->is_count && whole_counts) || german == with_point;
        if (thousands || !unclear->is_count) sign_ = with_point == thousands ? DecimalSign::comma : DecimalSign::point;
    }
    if (sign_ == DecimalSign::unknown)
        complain(unclear->row, unclear->column, Rule::log_number_ambiguous);
    else
        table_.notes().push_back(
            {LogNoteKind::thousands, {std::string{cell}, number_text(log_number(cell, sign_).value_or(0.0))}});
}

}  // namespace freiton::input
