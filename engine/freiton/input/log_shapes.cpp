// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_shapes.hpp"

#include <algorithm>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_events.hpp"
#include "freiton/input/log_suits.hpp"

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
    constexpr std::string_view others[] = {"id",          "no",        "nr",    "number", "index",   "agents",
                                           "staff",       "agent",     "year",  "month",  "week",    "day",
                                           "jahr",        "monat",     "woche", "tag",    "people",  "personen",
                                           "mitarbeiter", "occupancy", "fte",   "row",    "percent", "kw"};
    return plain.empty() || is_total(title) ||
           std::any_of(std::begin(others), std::end(others), [&](std::string_view word) {
               return plain == word || plain.ends_with(" " + std::string{word}) ||
                      plain.find("percent") != std::string::npos;
           });
}

}  // namespace

std::vector<ColumnAcross> columns_across(const LogTable& table, LogShape shape) {
    std::vector<ColumnAcross> across;
    for (std::size_t column = 0; column < table.width(); ++column) {
        const std::string& title = table.title(column);
        if (shape == LogShape::half_hours_across) {
            if (const auto span = log_span(title)) across.push_back({column, span, {}, {}});
        } else if (shape == LogShape::days_across) {
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
    const bool counted = table.has(C::offered) || counts(table, C::answered) || counts(table, C::abandoned);
    for (const LogShape shape : {LogShape::half_hours_across, LogShape::days_across})
        if (columns_across(table, shape).size() >= 2 && !counted) return shape;
    if (table.has(C::created) && !table.has(C::offered) &&
        (has_any(table, {C::resolved, C::first_response}) || !has_any(table, {C::time, C::date})))
        return LogShape::tickets;
    const bool of_calls = has_any(table, {C::outcome, C::answered_at, C::call_id}) && !table.has(C::offered);
    const bool when = has_any(table, {C::time, C::date});
    if (when && counted && !of_calls) return LogShape::intervals;
    if (when && (of_calls || has_any(table, {C::wait, C::handling, C::talk, C::answered, C::abandoned})))
        return LogShape::calls;
    const auto works = when ? columns_across(table, LogShape::work_across).size() : 0;
    if (works >= 2) return LogShape::work_across;
    if (works == 1)
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

DayOfRows day_without_date(LogCells& cells, const LogOptions& options) {
    if (options.first_day) return {*options.first_day, false};
    const LogTable& table = cells.table();
    std::optional<Date> only;
    std::string written;
    for (std::size_t row = 0; row < table.titles_row().value_or(0); ++row)
        for (std::size_t column = 0; column < table.sheet().cells(row); ++column) {
            std::string_view cell = table.sheet().cell(row, column);
            const auto colon = cell.find(": ");  // "Date: 3/2/2026"
            if (colon != std::string_view::npos) cell = cell.substr(colon + 2);
            const std::string_view date = parted(cell).date;
            if (!looks_like_date(date)) continue;
            if (needs_order(date) && shown_order(date) == DateOrder::unknown && cells.order() == DateOrder::unknown)
                cells.complain(row, column, Rule::date_ambiguous);
            const auto day =
                log_date(date, cells.order() == DateOrder::unknown ? shown_order(date) : cells.order()).date;
            if (!day || (only && *only != *day)) continue;
            only = day;
            written = date;
        }
    if (only) {
        cells.table().notes().push_back({LogNoteKind::date_above, {written}});
        return {*only, false};
    }
    cells.table().notes().push_back({LogNoteKind::no_dates, {date_text(assumed_monday)}});
    return {assumed_monday, true};
}

std::optional<Minutes> whole_minutes(LogCells& cells, std::size_t row, std::size_t column, const RowMoment& moment) {
    const double minutes = moment.second_s.value_or(0.0) / 60.0;
    if (moment.second_s && minutes == static_cast<int>(minutes)) return Minutes{static_cast<int>(minutes)};
    cells.complain(row, column, Rule::time_expected);
    return std::nullopt;
}

void complain_of_twins(std::vector<IntervalRow> rows, LogCells& cells, std::size_t column, bool assumed) {
    std::sort(rows.begin(), rows.end());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const IntervalRow& one = rows[i - 1];
        const IntervalRow& two = rows[i];
        if (one.date != two.date || one.start != two.start || one.queue != two.queue) continue;
        cells.complain(two.row, column, assumed ? Rule::log_date_missing : Rule::row_twice,
                       {std::to_string(cells.table().sheet().number(one.row))});
        if (assumed) return;  // all others are of the same kind
    }
}

}  // namespace freiton::input
