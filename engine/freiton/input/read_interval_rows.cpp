// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

class IntervalRows {
  public:
    IntervalRows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log)
        : cells_{cells}, table_{cells.table()}, options_{options}, queues_{queues}, log_{log} {
        when_ = table_.column(C::time) ? *table_.column(C::time) : *table_.column(C::date);
        settle_amounts(cells_);
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
        find_sums();
        leave_out_timeless();
        settle_days();
        complain_of_too_many_answered();
        settle_intervals(std::move(rows_), cells_, when_, queues_, log_);
        if (!spread_.empty()) spread_days();
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
        std::optional<double> offered, answered, abandoned;
    };

    RowCounts counts_of(std::size_t row) {
        RowCounts counts{cells_.count(row, C::offered), std::nullopt, std::nullopt};
        counts.answered = part(row, C::answered, counts.offered);
        counts.abandoned = part(row, C::abandoned, counts.offered);
        const auto blocked = cells_.count(row, C::blocked, counts.offered);
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
        if (!moment && is_nothing(table_.sheet().cell(row, when_))) return timeless_.push_back({row, cells_.day()});
        if (moment && !moment->second_s && !table_.has(C::date) && counts_nothing(row)) {
            cells_.use_day(moment->date);  // of the rows below
            return blank_.push_back(table_.sheet().number(row));
        }
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
                              row};
        if (!moment->second_s) return days_.push_back(interval);
        const auto start = whole_minutes(cells_, row, when_, *moment);
        if (!start) return;
        interval.counts.start = *start;
        interval.length = length_of(row, *moment);
        rows_.push_back(interval);
    }

    void find_sums() {
        if (timeless_.empty() && days_.empty()) return;
        for (const ReadInterval& one : rows_) {
            Sum& sum = of_days_[one.counts.date];
            sum.offered += one.counts.offered;
            ++sum.rows;
            of_queues_[{one.counts.date, queues_.name(one.counts.queue)}] += one.counts.offered;
        }
    }

    // Whether it counts what the intervals of its day count, or those of its queue.
    bool is_sum_of(std::size_t row, Date day, double count) const {
        constexpr double rounding = 1e-6;
        const auto is = [&](double sum) { return sum > 0.0 && std::abs(count - sum) <= rounding * sum; };
        const auto of_day = of_days_.find(day);
        const auto of_queue = of_queues_.find({day, table_.cell(row, C::queue)});
        return (of_day != of_days_.end() && is(of_day->second.offered)) ||
               (of_queue != of_queues_.end() && is(of_queue->second));
    }

    // Rows of a day without a time are its sums where they count what its intervals count.
    void leave_out_timeless() {
        std::vector<int> sums;
        for (const auto& [row, day] : timeless_) {
            const double count = counts_of(row).offered.value_or(-1.0);
            if (table_.has(C::date) && day && is_sum_of(row, *day, count))
                sums.push_back(table_.sheet().number(row));
            else
                cells_.complain(row, when_, Rule::time_expected);
        }
        if (!sums.empty()) table_.notes().push_back({LogNoteKind::totals, {lines_text(sums)}});
    }

    // Rows with a date alone: all of them, those of some days, or sums of days; among intervals that run up to midnight
    // or on from it they are midnight, as spreadsheets show it.
    void settle_days() {
        constexpr Minutes hour{60};
        constexpr Minutes day{1440};
        const bool round_the_clock = std::any_of(rows_.begin(), rows_.end(), [&](const ReadInterval& one) {
            return one.counts.start < hour || one.counts.start >= day - hour;
        });
        std::vector<int> sums;
        std::vector<ReadInterval> kept;
        for (const ReadInterval& one : days_) {
            const auto same_day = of_days_.find(one.counts.date);
            const bool timed = same_day != of_days_.end();
            if (timed && same_day->second.rows > 1 && is_sum_of(one.row, one.counts.date, one.counts.offered)) {
                sums.push_back(table_.sheet().number(one.row));
            } else if (round_the_clock) {
                kept.push_back(one);
            } else if (timed) {
                cells_.complain(one.row, when_, Rule::time_expected);
            } else if (!options_.open) {
                cells_.complain(one.row, when_, Rule::log_time_of_day_missing);
                break;
            } else {
                spread_.insert(one.counts.date);
                kept.push_back(one);
            }
        }
        if (!spread_.empty()) step_ = step_of_rows();
        rows_.insert(rows_.end(), kept.begin(), kept.end());
        if (!sums.empty()) table_.notes().push_back({LogNoteKind::totals, {lines_text(sums)}});
    }

    // Days are spread by the step of the others.
    Minutes step_of_rows() const {
        constexpr int half_hour = 30;
        int step = 0;
        for (const ReadInterval& one : rows_) step = std::gcd(step, static_cast<int>(one.counts.start.count()));
        const bool usual = step > 0 && 60 % step == 0 && (options_.open->to - options_.open->from).count() % step == 0;
        return Minutes{usual ? step : half_hour};
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

    // Evenly over the hours that were stated.
    void spread_days() {
        const auto parts = static_cast<double>((options_.open->to - options_.open->from) / step_);
        const auto part_of = [&](std::optional<double> count) {
            return count ? std::optional{*count / parts} : std::nullopt;
        };
        std::vector<LoggedInterval> read;
        read.swap(log_.intervals);
        for (LoggedInterval day : read) {
            if (!spread_.contains(day.date)) {
                log_.intervals.push_back(day);
                continue;
            }
            day.offered /= parts;
            day.answered = part_of(day.answered);
            day.abandoned = part_of(day.abandoned);
            for (day.start = options_.open->from; day.start + step_ <= options_.open->to; day.start += step_)
                log_.intervals.push_back(day);
        }
        table_.notes().push_back({LogNoteKind::days_spread});
    }

    Minutes length_of(std::size_t row, const RowMoment& moment) {
        std::optional<double> seconds;
        if (moment.until_s) seconds = *moment.until_s - *moment.second_s;
        if (!seconds && table_.has(C::end)) seconds = cells_.seconds_after(row, C::end, moment);
        return Minutes{static_cast<int>(to_its_end(seconds.value_or(0.0)) / 60.0)};
    }

    LogCells& cells_;
    LogTable& table_;
    const LogOptions& options_;
    LogQueues& queues_;
    CallLog& log_;
    std::size_t when_ = 0;
    Minutes step_{30};
    std::set<Date> spread_;  // days that are known as a whole only
    struct Sum {
        double offered = 0.0;
        std::size_t rows = 0;
    };
    std::map<Date, Sum> of_days_;
    std::map<std::pair<Date, std::string_view>, double> of_queues_;
    struct Timeless {
        std::size_t row;
        std::optional<Date> day;
    };
    std::vector<ReadInterval> rows_;
    std::vector<ReadInterval> days_;  // with a date alone
    std::vector<Timeless> timeless_;
    std::vector<C> shares_;
    std::vector<int> empty_;
    std::vector<int> blank_;
};

}  // namespace

void read_interval_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log) {
    IntervalRows{cells, options, queues, log}.read();
}

}  // namespace freiton::input
