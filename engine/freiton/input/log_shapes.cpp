// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_events.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/log_suits.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;
constexpr std::size_t looked_at = 200;

bool has_any(const LogTable& table, std::initializer_list<C> kinds) {
    return std::any_of(kinds.begin(), kinds.end(), [&](C kind) { return table.has(kind); });
}

bool is_event_log(const LogTable& table) {
    if (!table.has(C::event) || !table.has(C::call_id)) return false;
    const auto cells = table.examples(*table.column(C::event), looked_at);
    return std::any_of(cells.begin(), cells.end(),
                       [](std::string_view cell) { return call_event_of(cell) == CallEvent::enters; });
}

bool counts(const LogTable& table, C kind) {
    const auto column = table.column(kind);
    return column && !are_flags(table.examples(*column, looked_at));
}

// What a reading needs and the table lacks, for a message; empty if nothing.
std::string lacking(const LogTable& table, bool calls) {
    std::vector<std::string> missing;
    const auto need = [&](C kind) { missing.push_back(name_of(kind)); };
    if (!has_any(table, {C::time, C::date})) need(C::time);
    if (calls) {
        const bool ended = has_any(table, {C::outcome, C::answered_at, C::wait, C::handling, C::talk, C::call_id}) ||
                           has_any(table, {C::answered, C::abandoned});
        if (!ended) need(C::outcome);
    } else if (!table.has(C::offered) && !counts(table, C::answered)) {
        need(C::offered);
    }
    return detail::joined(missing);
}

// Numbers that are no counts of contacts.
bool is_no_count(std::string_view title) {
    const std::string plain = plain_title(title);
    constexpr std::string_view others[] = {
        "id",        "no",        "nr",         "number",   "index",       "agents",      "staff",
        "agent",     "year",      "month",      "week",     "day",         "jahr",        "monat",
        "woche",     "tag",       "people",     "personen", "mitarbeiter", "fte",         "row",
        "kw",        "staffed",   "logged in",  "temp",     "temperatur",  "temperature", "agenten",
        "bedarf",    "personal",  "angemeldet", "anwesend", "required",    "auslastung",  "occupancy",
        "besetzung", "headcount", "level",      "time",     "zeit",        "dauer"};
    const NamedFigure figure = figure_of(title);
    const LogColumn kind = figure.meaning.column;
    const bool other_figure = figure.of_some || (kind != C::count_ && kind != C::offered);
    return plain.empty() || is_total(title) || other_figure || is_no_figure(words_of(plain)) ||
           std::any_of(std::begin(others), std::end(others), [&](std::string_view word) {
               return plain == word || plain.ends_with(" " + std::string{word});
           });
}

std::vector<ColumnAcross> times_across(const LogTable& table, bool half_days) {
    std::vector<ColumnAcross> across;
    for (std::size_t column = 0; column < table.width(); ++column)
        if (const auto span = log_span(table.title(column), half_days)) across.push_back({column, span, {}, {}});
    return across;
}

// Hours from 1 to 12 that go on from 12:30 to 1:00 from left to right: those behind are of the afternoon.
std::optional<std::vector<ColumnAcross>> half_days_across(const LogTable& table) {
    constexpr double an_hour_s = 3600.0;
    constexpr Seconds half_day{12.0 * an_hour_s};
    auto across = times_across(table, true);
    double before = 0.0;
    bool afternoon = false;
    for (ColumnAcross& one : across) {
        const double now = one.span->from.count();
        const bool said = table.title(one.column).find_first_of("aApP") != std::string::npos;
        if (said || now < an_hour_s || now >= 13.0 * an_hour_s ||
            (!afternoon && now < before && now >= 7.0 * an_hour_s))
            return std::nullopt;
        afternoon = afternoon || (before >= 11.0 * an_hour_s && now < 7.0 * an_hour_s);
        before = now;
        if (!afternoon) continue;
        one.span->from += half_day;
        if (one.span->to) *one.span->to += half_day;
    }
    return afternoon ? std::optional{std::move(across)} : std::nullopt;
}

}  // namespace

std::vector<ColumnAcross> columns_across(const LogTable& table, LogShape shape) {
    if (shape == LogShape::half_hours_across) {
        auto half_days = half_days_across(table);
        return half_days ? *std::move(half_days) : times_across(table, false);
    }
    std::vector<ColumnAcross> across;
    for (std::size_t column = 0; column < table.width(); ++column) {
        const std::string& title = table.title(column);
        if (shape == LogShape::days_across) {
            if (looks_like_date(title) || weekday_of(title)) across.push_back({column, {}, title, {}});
        } else if ((!table.is_used(column) || table.column(C::queue) == column) && !is_no_count(title) &&
                   suits(C::offered, table.examples(column, looked_at))) {
            across.push_back({column, {}, {}, title});
        }
    }
    return across;
}

LogShape shape_of(const LogTable& table) {
    if (is_event_log(table)) return LogShape::events;
    const bool counted = table.has(C::offered) || counts(table, C::answered);
    for (const LogShape shape : {LogShape::half_hours_across, LogShape::days_across})
        if (columns_across(table, shape).size() >= 2 && !counted) return shape;
    if (table.has(C::created) && !table.has(C::offered) &&
        (has_any(table, {C::resolved, C::first_response}) || !has_any(table, {C::time, C::date})))
        return LogShape::tickets;
    const bool of_calls = has_any(table, {C::outcome, C::answered_at, C::call_id}) && !table.has(C::offered);
    const bool when = has_any(table, {C::time, C::date});
    if (when && counted && !of_calls) return LogShape::intervals;
    const bool only_abandoned = when && !of_calls && counts(table, C::abandoned);
    if (when && !only_abandoned &&
        (of_calls || has_any(table, {C::wait, C::handling, C::talk, C::answered, C::abandoned})))
        return LogShape::calls;
    const auto works = when ? columns_across(table, LogShape::work_across).size() : 0;
    if (works >= 2 && !only_abandoned) return LogShape::work_across;
    if (works == 1 || only_abandoned)
        throw InputError{Problem{Rule::log_work_unnamed}
                             .at(table.sheet().place(table.titles_row().value_or(0)))
                             .with({table.titles_text()})};
    if (table.has(C::time) && table.width() <= 2) return LogShape::calls;  // nothing but when they came
    throw InputError{Problem{Rule::log_unknown}
                         .at(table.sheet().place(table.titles_row().value_or(0)))
                         .with({lacking(table, true), lacking(table, false), table.titles_text()})};
}

std::size_t LogQueues::index_of(std::string_view name) {
    const auto found = known_.find(name);
    if (found != known_.end()) return found->second;
    known_.emplace(std::string{name}, names_.size());
    names_.emplace_back(name);
    return names_.size() - 1;
}

std::vector<std::string> LogQueues::names() && {
    if (names_.empty()) names_.emplace_back();
    return std::move(names_);
}

bool LogDirections::leaves_out(std::size_t row) {
    if (!table_.has(C::direction)) return false;
    const std::string_view word = table_.cell(row, C::direction);
    auto known = known_.find(word);
    if (known == known_.end()) known = known_.emplace(word, goes_out(word)).first;
    const bool out = known->second == true;
    outgoing_ += out ? 1 : 0;
    return out;
}

void LogDirections::add_notes() const {
    if (outgoing_ > 0) table_.notes().push_back({LogNoteKind::outbound, {std::to_string(outgoing_)}});
    std::vector<std::string> unknown;
    for (const auto& [word, out] : known_)
        if (!out && !is_nothing(word)) unknown.push_back(word);
    if (!unknown.empty()) table_.notes().push_back({LogNoteKind::directions_unknown, {detail::joined(unknown)}});
}

void settle_first_day(LogCells& cells, const DayOfRows& first) {
    const std::size_t row = *cells.last_counted_row();
    const std::size_t column = *cells.table().column(C::time);
    if (first.assumed) return cells.complain(row, column, Rule::log_counts_on, {"--first-day"});
    const Date last = cells.moment_of(row, column, first.day)->date;
    cells.table().notes().push_back(
        {LogNoteKind::counted_on, {date_text(first.day), std::to_string((last - first.day).count() + 1)}});
}

std::optional<Minutes> whole_minutes(LogCells& cells, std::size_t row, std::size_t column, const RowMoment& moment) {
    const double minutes = moment.second_s.value_or(0.0) / 60.0;
    if (moment.second_s && minutes == static_cast<int>(minutes)) return Minutes{static_cast<int>(minutes)};
    cells.complain(row, column, Rule::time_expected);
    return std::nullopt;
}

// Single calls do not begin every five minutes only: where all do, and a column of numbers is not used, it may count
// them.
void ask_for_counts(LogCells& cells, const CallLog& log) {
    constexpr double grid_s = 300.0;
    const LogTable& table = cells.table();
    const bool single = has_any(table, {C::outcome, C::answered_at, C::call_id, C::end, C::direction, C::answered});
    const auto on_grid = [](const LoggedCall& call) { return std::fmod(call.arrival_s, grid_s) == 0.0; };
    if (single || table.has(C::abandoned) || !std::all_of(log.calls.begin(), log.calls.end(), on_grid)) return;
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < table.width(); ++i)  // "Calls served" counts, if not all
        if (!table.is_used(i) && !table.is_ignored(i) && figure_of(table.title(i)).of_some)
            numbers.push_back(table.title(i));
    for (const ColumnAcross& one : columns_across(table, LogShape::work_across)) {
        const auto examples = table.examples(one.column, looked_at);
        if (!table.is_ignored(one.column) && !examples.empty() && !are_flags(examples)) numbers.emplace_back(one.work);
    }
    if (numbers.empty()) return;
    cells.problems().push_back(Problem{Rule::log_count_unnamed}
                                   .at(table.sheet().place(table.titles_row().value_or(0)))
                                   .with({detail::joined(numbers), numbers.front()}));
}

void complain_of_twins(std::vector<RowPlace> rows, LogCells& cells, std::size_t column, bool assumed) {
    std::sort(rows.begin(), rows.end());
    std::vector<std::string> words;
    for (std::size_t i = 0; i < cells.table().width(); ++i)
        if (!cells.table().is_used(i) && !cells.table().title(i).empty()) words.push_back(cells.table().title(i));
    const std::string unused = detail::joined(words);
    std::set<std::size_t> told;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const RowPlace& one = rows[i - 1];
        const RowPlace& two = rows[i];
        if (one.date != two.date || one.start != two.start || one.queue != two.queue) continue;
        if (!told.insert(two.row).second) continue;  // a row across has many cells
        std::vector<std::string> arguments{std::to_string(cells.table().sheet().number(one.row))};
        if (!assumed && !unused.empty()) arguments.push_back(unused);
        cells.complain(two.row, column,
                       assumed          ? Rule::log_date_missing
                       : unused.empty() ? Rule::row_twice
                                        : Rule::log_row_twice,
                       std::move(arguments));
        if (assumed) return;  // all others are of the same kind
    }
}

}  // namespace freiton::input
