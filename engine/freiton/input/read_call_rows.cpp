// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/model/ending.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

// What `simulate --trace` wrote, whatever was added to it.
bool has_titles_of_a_trace(const LogTable& table) {
    return std::all_of(trace_titles.begin(), trace_titles.end(), [&](std::string_view title) {
        for (std::size_t column = 0; column < table.width(); ++column)
            if (table.title(column) == title) return true;
        return false;
    });
}

// How calls ended: by their outcome, by yes or no in "answered" or "abandoned", or by what they have that only
// answered calls have.
class CallEnds {
  public:
    explicit CallEnds(LogCells& cells) : cells_{cells} {
        const LogTable& table = cells.table();
        for (const C kind : {C::outcome, C::answered, C::abandoned})
            if (table.has(kind)) {
                by_ = kind;
                break;
            }
        for (const C kind : {C::handling, C::talk, C::answered_at})
            if (table.has(kind)) sign_ = kind;
        trace_ = has_titles_of_a_trace(table);
        cisco_ = by_ == C::outcome && plain_title(table.title(*table.column(C::outcome))) == "contact disposition";
    }

    std::optional<LoggedEnd> of(std::size_t row) {
        if (!by_) return by_sign(row);
        const Outcome& outcome = outcome_of(cells_.table().cell(row, *by_));
        if (outcome.end) return outcome.end;
        if (sign_ && outcome.meant.empty()) return by_sign(row);
        cells_.complain(row, *by_, Rule::word_unknown, {detail::joined(usual_outcomes())}, outcome.meant);
        return std::nullopt;
    }

    bool is_trace() const { return trace_; }

    void add_notes() const {
        if (!by_ && !sign_) cells_.table().notes().push_back({LogNoteKind::no_outcome});
        if (!unknown_.empty())
            cells_.table().notes().push_back(
                {LogNoteKind::outcomes_by_signs, {detail::joined(unknown_), name_of(*sign_)}});
    }

  private:
    struct Outcome {
        std::optional<LoggedEnd> end{};
        std::string meant{};  // of a word that is not known
    };

    // A log has few words in many rows.
    const Outcome& outcome_of(std::string_view word) {
        if (const auto known = known_.find(word); known != known_.end()) return known->second;
        Outcome outcome{end_of(word)};
        if (!outcome.end) outcome.meant = suggested_word(word, usual_outcomes(), cells_.problems());
        if (!outcome.end && sign_ && outcome.meant.empty() && !word.empty()) unknown_.emplace_back(word);
        return known_.emplace(word, std::move(outcome)).first->second;
    }

    std::optional<LoggedEnd> end_of(std::string_view word) const {
        if (by_ == C::abandoned) {
            const auto gave_up = says_yes(word);
            if (!gave_up) return std::nullopt;
            return *gave_up ? LoggedEnd::abandoned : LoggedEnd::answered;
        }
        if (trace_) return trace_end_of(word);
        const auto code = cisco_ ? cisco_end_of(word) : std::nullopt;
        return code ? code : call_end_of(word);
    }

    LoggedEnd by_sign(std::size_t row) const {
        return !sign_ || says_answered(row) ? LoggedEnd::answered : LoggedEnd::abandoned;
    }

    bool says_answered(std::size_t row) const {
        const std::string_view cell = cells_.table().cell(row, *sign_);
        return !is_nothing(cell) && cell.find_first_of("123456789") != std::string_view::npos;
    }

    LogCells& cells_;
    std::optional<C> by_;
    std::optional<C> sign_;
    bool cisco_ = false;
    bool trace_ = false;
    std::map<std::string, Outcome, std::less<>> known_;
    std::vector<std::string> unknown_;
};

std::optional<double> plus(std::optional<double> sum, std::optional<double> more) {
    return more ? std::optional{sum.value_or(0.0) + *more} : sum;
}

// Handling times from whatever the table has: as such, in parts, or from answer to end.
class Handling {
  public:
    explicit Handling(LogCells& cells) : cells_{cells} {
        const LogTable& table = cells.table();
        whole_ = table.has(C::handling);
        parts_ = !whole_ && table.has(C::talk);
        from_end_ = !whole_ && !parts_ && table.has(C::end) && (table.has(C::answered_at) || table.has(C::wait));
        std::vector<std::string> parts;
        for (const C part : {C::talk, C::hold, C::wrap_up})
            if (parts_ && table.has(part)) parts.push_back(name_of(part));
        if (parts_) cells.table().notes().push_back({LogNoteKind::handling_by_parts, {detail::joined(parts)}});
        if (from_end_) cells.table().notes().push_back({LogNoteKind::handling_by_end});
    }

    std::optional<double> of(std::size_t row, const RowMoment& came, std::optional<double> wait) {
        if (whole_) return cells_.seconds(row, C::handling);
        if (parts_)
            return plus(plus(cells_.seconds(row, C::talk), cells_.seconds(row, C::hold)),
                        cells_.seconds(row, C::wrap_up));
        if (!from_end_) return std::nullopt;
        const auto lasted = cells_.seconds_after(row, C::end, came);
        return lasted && wait ? std::optional{std::max(0.0, *lasted - *wait)} : std::nullopt;
    }

  private:
    LogCells& cells_;
    bool whole_ = false;
    bool parts_ = false;
    bool from_end_ = false;
};

// The wait of those who were not answered ends with their call, if nothing else says it.
std::optional<double> wait_of(LogCells& cells, std::size_t row, const RowMoment& came, bool answered) {
    const LogTable& table = cells.table();
    if (table.has(C::wait)) return cells.seconds(row, C::wait);
    if (answered) return cells.seconds_after(row, C::answered_at, came);
    return cells.seconds_after(row, C::end, came);
}

// Calls of which only the day is known come at equal distances within the hours that were stated.
void spread_over_days(std::vector<LoggedCall>& calls, const std::vector<std::size_t>& timeless,
                      const LogOptions& options, LogTable& table) {
    if (timeless.empty()) return;
    std::map<Date, int> of_day;
    for (const std::size_t call : timeless) ++of_day[calls[call].date];
    std::map<Date, int> so_far;
    for (const std::size_t call : timeless) {
        const Date date = calls[call].date;
        const double part = (so_far[date]++ + 0.5) / of_day[date];
        const Seconds open = options.open->to - options.open->from;
        calls[call].arrival_s = Seconds{options.open->from}.count() + part * open.count();
    }
    table.notes().push_back({LogNoteKind::days_spread});
}

// Calls that are there twice, by their id, moment and queue.
class CallIds {
  public:
    explicit CallIds(LogTable& table) : table_{table} {}

    void add(std::size_t row, const LoggedCall& call) {
        const std::string_view id = table_.cell(row, C::call_id);
        if (id.empty()) return;
        const auto day = static_cast<std::size_t>(call.date.time_since_epoch().count());
        const std::size_t moment = std::hash<double>{}(call.arrival_s) + day * 31 + call.queue;
        const std::size_t call_hash = std::hash<std::string_view>{}(id);
        seen_.emplace_back(call_hash ^ (moment * 0x9E3779B97F4A7C15ULL), row);
        calls_.emplace_back(call_hash, row);
    }

    void add_notes() {
        std::sort(seen_.begin(), seen_.end());
        int twice = 0;
        std::size_t first = table_.sheet().rows();
        for (std::size_t i = 1; i < seen_.size(); ++i) {
            if (seen_[i].first != seen_[i - 1].first) continue;
            ++twice;
            first = std::min(first, seen_[i].second);
        }
        note_parts(twice);
        if (twice > 0)
            table_.notes().push_back(
                {LogNoteKind::calls_twice, {std::to_string(twice), std::to_string(table_.sheet().number(first))}});
    }

  private:
    // Rows about calls that have others at other moments or in other queues: parts of one call, such as transfers.
    void note_parts(int twice) {
        std::sort(calls_.begin(), calls_.end());
        int parts = -twice;
        std::size_t first = table_.sheet().rows();
        for (std::size_t i = 1; i < calls_.size(); ++i) {
            if (calls_[i].first != calls_[i - 1].first) continue;
            ++parts;
            first = std::min(first, calls_[i].second);
        }
        if (parts > 0)
            table_.notes().push_back(
                {LogNoteKind::calls_in_parts, {std::to_string(parts), std::to_string(table_.sheet().number(first))}});
    }

    LogTable& table_;
    std::vector<std::pair<std::size_t, std::size_t>> calls_{};  // hash of the id, and row
    std::vector<std::pair<std::size_t, std::size_t>> seen_{};   // hash and row
};

// Where some calls have a wait, empty cells of abandoned ones are gaps, not zeros.
void note_missing_waits(const CallLog& log, LogTable& table) {
    if (!table.has(C::wait)) return;
    int missing = 0;
    int abandoned = 0;
    for (const LoggedCall& call : log.calls) {
        abandoned += call.end == CallEnd::abandoned ? 1 : 0;
        missing += call.end == CallEnd::abandoned && !call.wait_known ? 1 : 0;
    }
    if (missing > 0)
        table.notes().push_back({LogNoteKind::waits_missing, {std::to_string(missing), std::to_string(abandoned)}});
}

}  // namespace

void read_call_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log) {
    LogTable& table = cells.table();
    CallEnds ends{cells};
    Handling handling{cells};
    if (!table.has(C::wait) && table.has(C::answered_at)) table.notes().push_back({LogNoteKind::wait_by_moments});
    LogDirections directions{table};
    CallIds ids{table};
    std::vector<std::size_t> timeless;
    int turned_away = 0;
    log.calls.reserve(table.rows().size());
    for (const std::size_t row : table.rows()) {
        if (are_enough(cells.problems())) break;
        if (directions.leaves_out(row)) continue;
        const auto ended = ends.of(row);
        if (ended == LoggedEnd::phantom) ++log.phantoms;
        if (ended == LoggedEnd::phantom && ends.is_trace()) continue;  // an item may have come before the first day
        const auto came = cells.moment(row, C::time);
        const C when = table.has(C::time) ? C::time : C::date;
        if (!came && is_nothing(table.cell(row, when))) cells.complain(row, when, Rule::moment_expected);
        if (came && !came->second_s && !options.open) {
            ask_for_time_of_day(cells, row, *table.column(when));
            break;  // the others are like this one
        }
        if (!came) {  // what else is wrong in this row is told with it
            cells.seconds(row, C::wait);
            cells.seconds(row, C::handling);
            continue;
        }
        const bool answered = ended == LoggedEnd::answered;
        const auto wait = wait_of(cells, row, *came, answered);
        const auto handled = handling.of(row, *came, wait);
        if (!ended || ended == LoggedEnd::phantom) continue;
        const CallEnd end = answered                          ? CallEnd::answered
                            : ended == LoggedEnd::turned_away ? CallEnd::turned_away
                                                              : CallEnd::abandoned;
        turned_away += end == CallEnd::turned_away ? 1 : 0;
        if (!came->second_s) timeless.push_back(log.calls.size());
        log.calls.push_back({came->date, came->second_s.value_or(0.0), wait.value_or(0.0), end,
                             answered ? handled : std::nullopt, queues.index_of(table.cell(row, C::queue)),
                             wait.has_value()});
        ids.add(row, log.calls.back());
    }
    spread_over_days(log.calls, timeless, options, table);
    ends.add_notes();
    ids.add_notes();
    note_missing_waits(log, table);
    directions.add_notes();
    if (turned_away > 0) table.notes().push_back({LogNoteKind::turned_away, {std::to_string(turned_away)}});
    if (log.phantoms > 0) table.notes().push_back({LogNoteKind::phantoms, {std::to_string(log.phantoms)}});
}

}  // namespace freiton::input
