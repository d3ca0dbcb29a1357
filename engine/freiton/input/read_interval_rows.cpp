// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/input/rows_of_days.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

class IntervalRows {
  public:
    IntervalRows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log)
        : cells_{cells},
          table_{cells.table()},
          queues_{queues},
          log_{log},
          when_{table_.column(C::time) ? *table_.column(C::time) : *table_.column(C::date)},
          days_{cells, options, queues, when_} {
        settle_amounts(cells_);
        ask_for_abandoned(cells_);
        note_sources();
        find_shares();
    }

    void read() {
        rows_.reserve(table_.rows().size());
        LogDirections directions{table_};
        for (const std::size_t row : table_.rows()) {
            if (are_enough(cells_.problems())) break;
            if (!directions.leaves_out(row)) read_row(row);
        }
        directions.add_notes();
        if (table_.ends_only()) begin_before_ends(rows_, cells_, when_);
        days_.settle(rows_);
        complain_of_too_many_answered();
        take_rest_for_abandoned();
        settle_intervals(std::move(rows_), cells_, when_, queues_, log_);
        days_.spread(log_.intervals);
        if (!empty_.empty()) table_.notes().push_back({LogNoteKind::empty_counts, {lines_text(empty_)}});
        if (!blank_.empty()) table_.notes().push_back({LogNoteKind::rows_without_counts, {lines_text(blank_)}});
    }

  private:
    void note_sources() {
        auto& notes = table_.notes();
        if (!table_.has(C::offered) && table_.has(C::abandoned))
            notes.push_back({LogNoteKind::offered_by_parts});
        else if (!table_.has(C::offered))
            notes.push_back({LogNoteKind::answered_only});
        std::vector<std::string> parts;
        for (const C part : {C::talk, C::hold, C::wrap_up})
            if (!table_.has(C::handling) && table_.has(C::talk) && table_.has(part)) parts.push_back(name_of(part));
        if (!parts.empty()) notes.push_back({LogNoteKind::handling_by_parts, {detail::joined(parts)}});
        for (const C kind : {C::handling, C::talk, C::hold, C::wrap_up})
            if (table_.has(kind) && is_sum(kind)) {
                notes.push_back({LogNoteKind::handling_by_sums});
                break;
            }
    }

    void find_shares() {
        std::vector<std::string> titles;
        for (const C kind : {C::answered, C::abandoned}) {
            if (!are_shares(cells_, kind)) continue;
            shares_.push_back(kind);
            titles.push_back(table_.title(*table_.column(kind)));
        }
        if (!titles.empty()) table_.notes().push_back({LogNoteKind::shares_seen, {detail::joined(titles)}});
    }

    std::optional<double> part(std::size_t row, C kind, std::optional<double> offered) {
        const auto count = cells_.count(row, kind, offered);
        const bool share = std::find(shares_.begin(), shares_.end(), kind) != shares_.end();
        return share && count && offered ? std::optional{*count * *offered} : count;
    }

    bool is_sum(C kind) const { return table_.meaning(kind).amount == Amount::sum; }

    std::optional<double> mean_seconds(std::size_t row, C kind, double calls) {
        const auto value = cells_.seconds(row, kind);
        if (!value || !is_sum(kind)) return value;
        return calls > 0.0 ? std::optional{*value / calls} : std::nullopt;
    }

    std::optional<double> handling(std::size_t row, double handled) {
        if (table_.has(C::handling)) return mean_seconds(row, C::handling, handled);
        auto sum = mean_seconds(row, C::talk, handled);
        for (const C part : {C::hold, C::wrap_up})
            if (const auto more = mean_seconds(row, part, handled); more && table_.has(C::talk))
                sum = sum.value_or(0.0) + *more;
        return sum;
    }

    struct RowCounts {
        std::optional<double> offered, answered, abandoned, blocked;
    };

    RowCounts counts_of(std::size_t row) {
        RowCounts counts{cells_.count(row, C::offered), std::nullopt, std::nullopt, std::nullopt};
        counts.answered = part(row, C::answered, counts.offered);
        counts.abandoned = part(row, C::abandoned, counts.offered);
        counts.blocked = cells_.count(row, C::blocked, counts.offered);
        const auto& blocked = counts.blocked;
        const bool stated = table_.has(C::offered) && !is_nothing(table_.cell(row, C::offered));
        if (!stated) {
            counts.offered = counts.answered.value_or(0.0) + counts.abandoned.value_or(0.0) + blocked.value_or(0.0);
            if (!counts.answered && !counts.abandoned && !blocked) empty_.push_back(table_.sheet().number(row));
        }
        constexpr double rounding = 1e-9;
        if (counts.offered && counts.abandoned && *counts.abandoned > *counts.offered * (1.0 + rounding))
            cells_.complain(row, C::abandoned, Rule::at_most, {"offered: " + number_text(*counts.offered)});
        return counts;
    }

    // A line of text below the table, or the title of a group.
    bool is_blank(std::size_t row) const {
        return counts_nothing(row) && (is_nothing(table_.sheet().cell(row, when_)) || !says_when(row));
    }

    bool counts_nothing(std::size_t row) const {
        constexpr C kinds[] = {C::offered, C::answered, C::abandoned};
        return std::all_of(std::begin(kinds), std::end(kinds),
                           [&](C kind) { return is_nothing(table_.cell(row, kind)); });
    }

    bool says_when(std::size_t row) const {
        const std::string_view cell = table_.sheet().cell(row, when_);
        return cell.find_first_of("0123456789") != std::string_view::npos;
    }

    void read_row(std::size_t row) {
        if (is_blank(row)) return blank_.push_back(table_.sheet().number(row));
        const auto moment = cells_.moment(row, C::time);
        if (!moment && is_nothing(table_.sheet().cell(row, when_)))
            return days_.add_timeless({row, cells_.day(), counts_of(row).offered});
        const bool day_alone = moment && !moment->second_s && !table_.has(C::date);
        if (day_alone) cells_.use_day(moment->date);  // of the rows below
        if (day_alone && counts_nothing(row)) return blank_.push_back(table_.sheet().number(row));
        const RowCounts counts = counts_of(row);
        const auto handled = counts.answered                      ? counts.answered
                             : counts.abandoned && counts.offered ? std::optional{*counts.offered - *counts.abandoned}
                                                                  : counts.offered;
        const auto mean = handling(row, handled.value_or(0.0));
        const auto asa = mean_seconds(row, C::wait, handled.value_or(0.0));
        if (!moment || !counts.offered) return;
        ReadInterval interval{{moment->date,
                               {},
                               *counts.offered,
                               mean,
                               counts.answered,
                               counts.abandoned,
                               asa,
                               queues_.index_of(table_.cell(row, C::queue))},
                              {},
                              row,
                              counts.blocked.value_or(0.0)};
        if (!moment->second_s) return days_.add_day(interval);
        const auto start = whole_minutes(cells_, row, when_, *moment);
        if (!start) return;
        interval.counts.start = *start;
        interval.length = length_of(row, *moment);
        rows_.push_back(interval);
    }

    // Of single intervals more may be answered than came: those who waited over its end.
    void complain_of_too_many_answered() {
        constexpr double surely = 1.05;
        double offered = 0.0;
        double answered = 0.0;
        const ReadInterval* first = nullptr;
        for (const ReadInterval& one : rows_) {
            offered += one.counts.offered;
            answered += one.counts.answered.value_or(one.counts.offered);
            if (first == nullptr && one.counts.answered.value_or(0.0) > one.counts.offered) first = &one;
        }
        if (first != nullptr && answered > surely * offered)
            cells_.complain(first->row, C::answered, Rule::at_most, {"offered: " + number_text(first->counts.offered)});
    }

    // Who came and was not answered gave up, where no column says it. Those who waited over the end of an interval are
    // answered in the next, which answers more than came to it: taken from the intervals before, on the same day.
    void take_rest_for_abandoned() {
        if (!table_.has(C::offered) || !table_.has(C::answered) || table_.has(C::abandoned)) return;
        std::vector<ReadInterval*> latest_first;
        for (ReadInterval& one : rows_)
            if (one.counts.answered) latest_first.push_back(&one);
        std::stable_sort(latest_first.begin(), latest_first.end(),
                         [](const ReadInterval* one, const ReadInterval* other) {
                             const LoggedInterval& a = one->counts;
                             const LoggedInterval& b = other->counts;
                             return std::tie(b.queue, b.date, b.start) < std::tie(a.queue, a.date, a.start);
                         });
        double owed = 0.0;
        const LoggedInterval* later = nullptr;
        bool any = false;
        for (ReadInterval* one : latest_first) {
            LoggedInterval& counts = one->counts;
            if (later == nullptr || later->queue != counts.queue || later->date != counts.date) owed = 0.0;
            later = &counts;
            const double rest = counts.offered - *counts.answered - one->blocked + owed;
            counts.abandoned = std::max(0.0, rest);
            owed = std::min(0.0, rest);
            any = any || *counts.abandoned > 0.0;
        }
        if (any) table_.notes().push_back({LogNoteKind::abandoned_by_rest});
    }

    Minutes length_of(std::size_t row, const RowMoment& moment) {
        std::optional<double> seconds;
        if (moment.until_s) seconds = *moment.until_s - *moment.second_s;
        if (!seconds && table_.has(C::end)) seconds = cells_.seconds_after(row, C::end, moment);
        return Minutes{static_cast<int>(to_its_end(seconds.value_or(0.0)) / 60.0)};
    }

    LogCells& cells_;
    LogTable& table_;
    LogQueues& queues_;
    CallLog& log_;
    std::size_t when_;
    RowsOfDays days_;
    std::vector<ReadInterval> rows_;
    std::vector<C> shares_;
    std::vector<int> empty_;
    std::vector<int> blank_;
};

}  // namespace

void read_interval_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log) {
    IntervalRows{cells, options, queues, log}.read();
}

}  // namespace freiton::input
