// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

// "Montag", "M\u00E4rz", "KW 12": beside a date they say it once more.
bool says_part_of_date(std::string_view cell) {
    return names_week(cell) || weekday_of(cell) || month_named(cell) > 0 || looks_like_date(parted(cell).date);
}

// A table whose counts stand side by side: half hours, days, or kinds of work across.
class RowsAcross {
  public:
    RowsAcross(LogCells& cells, LogShape shape, LogQueues& queues, CallLog& log)
        : cells_{cells},
          table_{cells.table()},
          shape_{shape},
          queues_{queues},
          log_{log},
          across_{columns_across(table_, shape)} {
        if (shape == LogShape::days_across) find_days();
    }

    void read() {
        if (shape_ == LogShape::work_across) note_works();
        find_labels();
        for (const std::size_t row : table_.rows()) {
            if (are_enough(cells_.problems())) break;
            if (is_blank(row))
                (says_when(row) ? empty_ : texts_).push_back(table_.sheet().number(row));
            else
                shape_ == LogShape::half_hours_across ? read_times_across(row) : read_times_down(row);
        }
        complain_of_twins(std::move(rows_), cells_, 0, cells_.day_assumed());
        if (!empty_.empty()) table_.notes().push_back({LogNoteKind::empty_counts, {lines_text(empty_)}});
        if (!texts_.empty()) table_.notes().push_back({LogNoteKind::rows_without_counts, {lines_text(texts_)}});
    }

    // The columns that say what a row is about are used too.
    void mark_columns(std::vector<LogReading::Column>& columns) const {
        for (const ColumnAcross& one : across_) columns[one.column].taken_for = name_of(C::offered);
        if (label_) columns[*label_].taken_for = name_of(C::queue);
    }

  private:
    void note_works() {
        std::vector<std::string> works;
        for (const ColumnAcross& one : across_) works.emplace_back(one.work);
        table_.notes().push_back({LogNoteKind::queue_of_titles, {detail::joined(works)}});
    }

    bool is_across(std::size_t column) const {
        return std::any_of(across_.begin(), across_.end(), [&](const auto& one) { return one.column == column; });
    }

    // Without a title that is known the first column that is no number says what a row is about.
    void find_labels() {
        label_ = table_.column(C::queue);
        for (std::size_t column = 0; column < table_.width() && !label_; ++column) {
            if (is_across(column) || table_.is_used(column) || is_total(table_.title(column))) continue;
            const auto cells = table_.examples(column, 20);
            const bool text = std::none_of(cells.begin(), cells.end(), [](std::string_view cell) {
                return log_number(cell, DecimalSign::unknown) || log_span(cell) || says_part_of_date(cell);
            });
            if (!cells.empty() && text && shape_ == LogShape::half_hours_across) label_ = column;
        }
    }

    void find_days() {
        days_.reserve(across_.size());
        for (const ColumnAcross& one : across_)
            days_.push_back(
                cells_.date_of(table_.titles_row().value_or(0), one.column, one.day).value_or(assumed_monday));
    }

    void add(std::size_t row, std::size_t column, Date date, Minutes start, std::string_view work) {
        const auto count = cells_.count(row, column);
        if (!count) return;
        const std::size_t queue = queues_.index_of(work);
        rows_.push_back({date, start, queue, row});
        LoggedInterval interval{.date = date, .start = start, .offered = *count};
        interval.queue = queue;
        log_.intervals.push_back(interval);
    }

    bool is_blank(std::size_t row) const {
        return std::all_of(across_.begin(), across_.end(),
                           [&](const ColumnAcross& one) { return is_nothing(table_.sheet().cell(row, one.column)); });
    }

    bool says_when(std::size_t row) const {
        const std::string_view when = table_.cell(row, table_.has(C::date) ? C::date : C::time);
        return when.find_first_of("0123456789") != std::string_view::npos || weekday_of(when);
    }

    void read_times_across(std::size_t row) {
        const auto date = day_of(row);
        const std::string_view work = label_ ? table_.sheet().cell(row, *label_) : std::string_view{};
        if (!date) return;
        for (const ColumnAcross& one : across_)
            add(row, one.column, *date, Minutes{static_cast<int>(one.span->from.count() / 60.0)}, work);
    }

    std::optional<Date> day_of(std::size_t row) {
        if (!cells_.dated()) return cells_.day();
        const C when = table_.has(C::date) ? C::date : C::time;
        const auto moment = cells_.moment(row, when);
        if (!moment && when == C::time && is_nothing(table_.cell(row, when)))
            cells_.complain(row, when, Rule::date_expected);
        return moment ? std::optional{moment->date} : std::nullopt;
    }

    void read_times_down(std::size_t row) {
        const C when = table_.has(C::time) ? C::time : C::date;
        if (is_nothing(table_.cell(row, when))) return cells_.complain(row, when, Rule::time_expected);
        if (shape_ == LogShape::days_across) cells_.use_day(days_.front());
        const auto moment = cells_.moment(row, C::time);
        if (!moment) return;
        const auto start = whole_minutes(cells_, row, table_.column(when).value_or(0), *moment);
        if (!start) return;
        for (std::size_t i = 0; i < across_.size(); ++i) {
            const bool by_day = shape_ == LogShape::days_across;
            const std::string_view work = by_day ? table_.cell(row, C::queue) : across_[i].work;
            add(row, across_[i].column, by_day ? days_[i] : moment->date, *start, work);
        }
    }

    LogCells& cells_;
    LogTable& table_;
    LogShape shape_;
    LogQueues& queues_;
    CallLog& log_;
    std::vector<ColumnAcross> across_;
    std::optional<std::size_t> label_;
    std::vector<Date> days_;
    std::vector<RowPlace> rows_;
    std::vector<int> empty_;
    std::vector<int> texts_;
};

}  // namespace

void read_rows_across(LogCells& cells, LogShape shape, LogQueues& queues, CallLog& log) {
    RowsAcross rows{cells, shape, queues, log};
    rows.read();
    log.reading.columns = cells.table().understood();
    rows.mark_columns(log.reading.columns);
}

}  // namespace freiton::input
