// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

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
        return cisco_ ? cisco_end_of(word) : call_end_of(word);
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

}  // namespace

void read_call_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log) {
    LogTable& table = cells.table();
    CallEnds ends{cells};
    Handling handling{cells};
    if (!table.has(C::wait) && table.has(C::answered_at)) table.notes().push_back({LogNoteKind::wait_by_moments});
    std::map<std::string, bool, std::less<>> directions;
    const auto goes_out = [&](std::string_view word) {
        const auto known = directions.find(word);
        return known != directions.end() ? known->second : directions.emplace(word, says_outbound(word)).first->second;
    };
    std::vector<std::size_t> timeless;
    int outbound = 0;
    int turned_away = 0;
    log.calls.reserve(table.rows().size());
    for (const std::size_t row : table.rows()) {
        if (are_enough(cells.problems())) break;
        if (table.has(C::direction) && goes_out(table.cell(row, C::direction))) {
            ++outbound;
            continue;
        }
        const auto ended = ends.of(row);
        const auto came = cells.moment(row, C::time);
        const C when = table.has(C::time) ? C::time : C::date;
        if (ended == LoggedEnd::phantom) ++log.phantoms;
        if (!came && is_nothing(table.cell(row, when))) cells.complain(row, when, Rule::moment_expected);
        if (came && !came->second_s && !options.open) {
            cells.complain(row, when, Rule::log_time_of_day_missing);
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
                             answered ? handled : std::nullopt, queues.index_of(table.cell(row, C::queue))});
    }
    spread_over_days(log.calls, timeless, options, table);
    ends.add_notes();
    if (outbound > 0) table.notes().push_back({LogNoteKind::outbound, {std::to_string(outbound)}});
    if (turned_away > 0) table.notes().push_back({LogNoteKind::turned_away, {std::to_string(turned_away)}});
    if (log.phantoms > 0) table.notes().push_back({LogNoteKind::phantoms, {std::to_string(log.phantoms)}});
}

}  // namespace freiton::input
