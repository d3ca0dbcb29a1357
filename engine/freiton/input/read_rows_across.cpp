// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

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
    RowsAcross(LogCells& cells, LogShape shape, const LogOptions& options, LogQueues& queues, CallLog& log)
        : cells_{cells},
          table_{cells.table()},
          shape_{shape},
          options_{options},
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
        settle_days_of_works();
        complain_of_twins(std::move(rows_), cells_, 0, cells_.day_assumed());
        if (filled_) table_.notes().push_back({LogNoteKind::queues_filled});
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
            const bool left = across_.empty() || column < across_.front().column;
            if (!cells.empty() && text && left && shape_ == LogShape::half_hours_across && is_no_remark(column))
                label_ = column;
        }
    }

    // Beside some of the days only stands a remark, unless days come again below the next name.
    bool is_no_remark(std::size_t column) const {
        std::set<std::string_view> dates;
        bool again = false;
        bool filled = true;
        for (const std::size_t row : table_.rows()) {
            filled = filled && !is_nothing(table_.sheet().cell(row, column));
            again = again || !dates.insert(table_.cell(row, C::date)).second;
        }
        return filled || (again && !is_nothing(table_.sheet().cell(table_.rows().front(), column)));
    }

    // The name of a merged cell holds for the rows below it.
    std::string_view name_of_work(std::size_t row) {
        if (!label_) return {};
        const std::string_view name = table_.sheet().cell(row, *label_);
        if (is_nothing(name) && !work_above_.empty()) {
            filled_ = true;
            return work_above_;
        }
        return work_above_ = name;
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
        const std::string_view work = name_of_work(row);
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
        if (shape_ == LogShape::work_across && !moment->second_s) {
            cells_.use_day(moment->date);  // of the rows below
            return whole_days_.push_back(row);
        }
        const auto start = whole_minutes(cells_, row, table_.column(when).value_or(0), *moment);
        if (!start) return;
        for (std::size_t i = 0; i < across_.size(); ++i) {
            const bool by_day = shape_ == LogShape::days_across;
            const std::string_view work = by_day ? table_.cell(row, C::queue) : across_[i].work;
            add(row, across_[i].column, by_day ? days_[i] : moment->date, *start, work);
        }
    }

    // Rows of a day without a time: sums of the rows that have one, as in a pivot table, or all that is known of it.
    void settle_days_of_works() {
        if (whole_days_.empty()) return;
        const C when = table_.has(C::time) ? C::time : C::date;
        std::map<std::pair<Date, std::size_t>, double> sums;
        for (const LoggedInterval& one : log_.intervals) sums[{one.date, one.queue}] += one.offered;
        std::vector<int> left_out;
        for (const std::size_t row : whole_days_) {
            const auto moment = cells_.moment(row, when);
            if (!moment) continue;
            constexpr double rounding = 1e-6;
            bool is_sum = true;
            bool timed = false;
            for (const ColumnAcross& one : across_) {
                const double count = cells_.count(row, one.column).value_or(0.0);
                const auto sum = sums.find({moment->date, queues_.index_of(one.work)});
                timed = timed || sum != sums.end();
                const double of_day = sum == sums.end() ? 0.0 : sum->second;
                is_sum = is_sum && std::abs(count - of_day) <= rounding * std::max(1.0, of_day);
            }
            if (timed && is_sum)
                left_out.push_back(table_.sheet().number(row));
            else if (timed)
                cells_.complain(row, when, Rule::time_expected);
            else if (!options_.open)
                return ask_for_time_of_day(cells_, row, table_.column(when).value_or(0));
            else
                spread(row, moment->date);
        }
        if (!left_out.empty()) table_.notes().push_back({LogNoteKind::totals, {lines_text(left_out)}});
        if (left_out.size() < whole_days_.size()) table_.notes().push_back({LogNoteKind::days_spread});
    }

    // Evenly over the hours that were stated.
    void spread(std::size_t row, Date date) {
        constexpr Minutes step{30};
        const Minutes open = options_.open->to - options_.open->from;
        const Minutes length = open % step == Minutes{0} ? step : Minutes{5};
        for (const ColumnAcross& one : across_) {
            const std::size_t first = log_.intervals.size();
            for (Minutes start = options_.open->from; start + length <= options_.open->to; start += length)
                add(row, one.column, date, start, one.work);
            for (std::size_t i = first; i < log_.intervals.size(); ++i)
                log_.intervals[i].offered *= static_cast<double>(length.count()) / static_cast<double>(open.count());
        }
    }

    LogCells& cells_;
    LogTable& table_;
    LogShape shape_;
    const LogOptions& options_;
    LogQueues& queues_;
    CallLog& log_;
    std::vector<ColumnAcross> across_;
    std::optional<std::size_t> label_;
    std::vector<Date> days_;
    std::vector<RowPlace> rows_;
    std::string_view work_above_{};
    bool filled_ = false;
    std::vector<std::size_t> whole_days_;  // rows
    std::vector<int> empty_;
    std::vector<int> texts_;
};

}  // namespace

void read_rows_across(LogCells& cells, LogShape shape, const LogOptions& options, LogQueues& queues, CallLog& log) {
    RowsAcross rows{cells, shape, options, queues, log};
    rows.read();
    log.reading.columns = cells.table().understood();
    rows.mark_columns(log.reading.columns);
}

}  // namespace freiton::input
