// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_call_log.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/core/csv.hpp"
#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"
#include "freiton/core/time_zone.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_put_in_order.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/input/log_suits.hpp"
#include "freiton/input/quantity_text.hpp"
#include "freiton/input/read_workbook.hpp"

namespace freiton::input {

namespace {

using C = LogColumn;

// Whether a column tells how long the work on one takes; half hours, days or works across have room for counts only.
bool tells_handling(const LogTable& table, LogShape shape) {
    switch (shape) {
        case LogShape::events:
            return true;
        case LogShape::tickets:
            return table.has(C::handling);
        case LogShape::intervals:
            return table.has(C::handling) || table.has(C::talk);
        case LogShape::calls:
            return table.has(C::handling) || table.has(C::talk) ||
                   (table.has(C::end) && (table.has(C::answered_at) || table.has(C::wait)));
        default:
            return false;
    }
}

void read_rows(LogCells& cells, const LogOptions& options, CallLog& log) {
    LogQueues queues;
    const LogShape shape = log.reading.shape;
    if (!cells.dated() && shape != LogShape::days_across && shape != LogShape::tickets) {
        const DayOfRows day = day_without_date(cells, options);
        cells.use_day(day.day, day.assumed);
        if (cells.counts_on()) settle_first_day(cells, day);
    }
    switch (shape) {
        case LogShape::calls:
            read_call_rows(cells, options, queues, log);
            break;
        case LogShape::intervals:
            read_interval_rows(cells, options, queues, log);
            break;
        case LogShape::events:
            read_event_rows(cells, queues, log);
            break;
        case LogShape::tickets:
            read_item_rows(cells, queues, log);
            break;
        default:
            read_rows_across(cells, shape, options, queues, log);
            break;
    }
    log.queues = std::move(queues).names();
}

// "Split/Skill: Sales" above a table that has no column for it.
std::string queue_above(const LogTable& table) {
    for (std::size_t row = 0; row < table.titles_row().value_or(0); ++row) {
        const std::string_view cell = table.sheet().cell(row, 0);
        const auto colon = cell.find(':');
        const std::string_view next = table.sheet().cell(row, 1);
        const std::string_view name = colon == std::string_view::npos ? next : cell.substr(colon + 1);
        const std::string_view queue = name.find_first_not_of(' ') == std::string_view::npos ? next : name;
        const TitleMeaning meaning = meaning_of(cell.substr(0, colon));
        if (meaning.column == LogColumn::queue && !queue.empty())
            return std::string{queue.substr(queue.find_first_not_of(' '))};
    }
    return {};
}

void note_unused_columns(LogReading& reading) {
    std::vector<std::string> unused;
    for (const LogReading::Column& column : reading.columns)
        if (column.taken_for.empty() && !column.title.empty()) unused.push_back(column.title);
    if (!unused.empty()) reading.notes.push_back({LogNoteKind::columns_unused, {detail::joined(unused)}});
}

// A date column whose cells have times too is what says when; a column of times that are all midnight says the day.
void tell_time_from_date(LogTable& table) {
    if (table.has(C::date) == table.has(C::time)) return;
    const C kind = table.has(C::date) ? C::date : C::time;
    const auto column = table.column(kind);
    bool timed = false;
    bool days = false;
    for (const std::size_t row : table.rows()) {
        const std::string_view cell = table.sheet().cell(row, *column);
        if (is_nothing(cell)) continue;
        const LogMoment moment = parted(without_midnight(cell));
        const auto serial = spreadsheet_moment(cell);
        timed = timed || moment_in_digits(cell) || log_span(moment.time) ||
                (kind == C::time && !looks_like_date(moment.date) && !weekday_of(cell)) || (serial && serial->second_s);
        days = days || looks_like_date(moment.date);
        if (timed) break;
    }
    if ((kind == C::date && !timed) || (kind == C::time && (timed || !days))) return;
    table.set(kind == C::date ? C::time : C::date, column);
    table.set(kind, std::nullopt);
}

// Columns that this shape has no use for are not said to be used.
void forget_unused(LogTable& table, LogShape shape) {
    std::vector<C> kept{C::date, C::time, C::queue};
    const auto keep = [&](std::initializer_list<C> more) { kept.insert(kept.end(), more); };
    if (shape == LogShape::calls) keep({C::end, C::answered_at, C::direction, C::wait, C::call_id});
    if (shape == LogShape::calls)
        keep({table.has(C::outcome) ? C::outcome : table.has(C::answered) ? C::answered : C::abandoned});
    if (shape == LogShape::intervals)
        keep({C::end, C::direction, C::offered, C::answered, C::abandoned, C::blocked, C::wait});
    if (shape == LogShape::work_across) kept = {C::date, C::time};  // "Service" is one of the works
    if (shape == LogShape::events) keep({C::call_id, C::event});
    if (shape == LogShape::tickets) kept = {C::created, C::first_response, C::resolved, C::queue, C::handling};
    if (shape == LogShape::calls || shape == LogShape::intervals)
        table.has(C::handling) ? keep({C::handling}) : keep({C::talk, C::hold, C::wrap_up});
    for (const KnownColumn& known : known_columns())
        if (std::find(kept.begin(), kept.end(), known.column) == kept.end()) table.set(known.column, std::nullopt);
}

// Cells beyond the last title: a comma that parts no cells, say, and the row's cells are not where they should be.
void complain_of_long_rows(LogCells& cells) {
    const LogTable& table = cells.table();
    const LogSheet& sheet = table.sheet();
    for (const std::size_t row : table.rows()) {
        if (sheet.cells(row) <= table.width() || are_enough(cells.problems())) continue;
        for (std::size_t column = table.width(); column < sheet.cells(row); ++column)
            if (!sheet.cell(row, column).empty()) {
                cells.problems().push_back(
                    Problem{Rule::row_too_long}
                        .at(sheet.place(row))
                        .with({std::to_string(sheet.cells(row)), std::to_string(table.width())}));
                break;
            }
    }
}

// "bis 08:30", or no other time than that of the end: intervals are known by when they end.
void tell_begins_from_ends(LogTable& table) {
    const bool single = table.has(C::outcome) || table.has(C::call_id) || table.has(C::answered_at);
    const auto counts = [&](C kind) { return table.has(kind) && !are_flags(table.examples(*table.column(kind), 200)); };
    if (single || (!counts(C::offered) && !counts(C::answered))) return;
    if (!table.has(C::time) && table.has(C::end)) return table.take_ends_for_begins();
    const auto cells =
        table.has(C::time) ? table.examples(*table.column(C::time), 200) : std::vector<std::string_view>{};
    const bool until = std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
        const std::string small = lower_case(cell.substr(0, 6));
        return small.starts_with("bis ") || small.starts_with("until ") || small.starts_with("till ");
    });
    if (!cells.empty() && until) table.say_ends_only();
}

LogLook read_table(const LogSheet& sheet, LogTable& table, const LogOptions& options) {
    tell_begins_from_ends(table);
    tell_time_from_date(table);
    CallLog log;
    log.reading.shape = shape_of(table);
    const LogShape shape = log.reading.shape;
    table.settle_sums_by_name(shape == LogShape::intervals || shape == LogShape::calls || shape == LogShape::tickets);
    forget_unused(table, log.reading.shape);
    LogCells cells{table, options, log.reading.shape};
    if (!options.handling_time_given && !tells_handling(table, log.reading.shape))
        cells.problems().push_back(
            Problem{Rule::log_without_handling_time}.at(sheet.place(table.titles_row().value_or(0))));
    complain_of_long_rows(cells);
    ask_for_period(cells, options);
    settle_week(cells, options);
    read_rows(cells, options, log);
    if (log.reading.shape == LogShape::calls) ask_for_counts(cells, log);
    if (cells.problems().empty()) complain_of_far_dates(cells, log);
    if (options.time_zone && !cells.was_put_into_zone())
        table.notes().push_back({LogNoteKind::zone_as_written, {*options.time_zone}});
    if (cells.problems().empty()) ask_for_unit(cells, options, log);
    const bool unnamed = log.queues.size() == 1 && log.queues.front().empty();
    if (const std::string queue = unnamed ? queue_above(table) : std::string{}; !queue.empty()) {
        log.queues.front() = queue;
        table.notes().push_back({LogNoteKind::queue_above, {queue}});
    }
    if (options.unit_s) table.notes().push_back({LogNoteKind::unit_stated, {unit_name(*options.unit_s)}});
    log.time_zone = cells.time_zone();
    LogReading& reading = log.reading;
    reading.sheet = sheet.sheet();
    reading.encoding = sheet.encoding();
    reading.separator = sheet.separator();
    reading.titles_line = table.titles_row() ? sheet.number(*table.titles_row()) : 0;
    reading.rows = static_cast<int>(table.rows().size());
    if (reading.columns.empty()) reading.columns = table.understood();
    reading.notes = std::move(table.notes());
    note_unused_columns(reading);
    return {std::move(log), std::move(cells.problems())};
}

// Whether a column may be stated by this title: by its number, or as it stands in one of the first lines.
bool stands_in(const LogSheet& sheet, std::string_view title) {
    constexpr std::size_t looked_at_lines = 100;
    const std::string plain = plain_title(title);
    bool stands = title.starts_with('#');
    for (std::size_t row = 0; row < std::min(sheet.rows(), looked_at_lines) && !stands; ++row)
        for (std::size_t column = 0; column < sheet.cells(row); ++column)
            stands = stands || plain_title(sheet.cell(row, column)) == plain;
    return stands;
}

// Titles such as "AHT" of "Sales AHT" and "Service AHT" stand only in the table of kinds of work below each other.
std::optional<BelowEachOther> grouped(const LogSheet& sheet, const LogOptions& options) {
    LogOptions own = options;
    std::erase_if(own.columns, [&](const auto& stated) { return !stands_in(sheet, stated.second); });
    const bool known = std::all_of(options.columns.begin(), options.columns.end(), [](const auto& stated) {
        return stated.first == "ignore" || column_named(stated.first);
    });
    if (!known || own.columns.size() == options.columns.size()) return std::nullopt;
    const LogTable table{sheet, own};
    return below_each_other(table, options);
}

LogLook read_groups(const BelowEachOther& groups) {
    LogTable table{groups.sheet, groups.options};
    table.notes().push_back({LogNoteKind::sheet_of_groups, {detail::joined(groups.names)}});
    if (!groups.unused.empty()) table.notes().push_back({LogNoteKind::columns_unused, {detail::joined(groups.unused)}});
    return read_table(groups.sheet, table, groups.options);
}

std::optional<PutInOrder> put_in_order(const LogSheet& sheet, const LogTable& table, const LogOptions& options) {
    if (auto titles = numbers_as_titles(sheet, options)) return titles;
    if (auto figures = figures_above_names(sheet)) return figures;
    if (auto beside = tables_side_by_side(sheet)) return beside;
    if (auto stacked = stacked_tables(table)) return stacked;
    if (auto blocks = blocks_with_columns(table)) return blocks;
    if (auto measures = measures_as_columns(table)) return measures;
    if (auto media = queues_by_medium(table)) return media;
    if (auto items = moments_of_items(table)) return items;
    return dates_of_parts(table, options);
}

// Each step of putting in order removes what asked for it; a few are enough for any sheet.
LogLook read_sheet(const LogSheet& sheet, const LogOptions& options, int steps = 4) {
    if (const auto groups = grouped(sheet, options)) return read_groups(*groups);
    LogTable table{sheet, options};
    if (auto ordered = steps > 0 ? put_in_order(sheet, table, options) : std::nullopt) {
        LogLook look = read_sheet(ordered->sheet, options, steps - 1);
        look.log.reading.notes.insert(look.log.reading.notes.begin(), std::move(ordered->note));
        return look;
    }
    if (const auto groups = below_each_other(table, options)) return read_groups(*groups);
    refuse_titles_twice(table, options);
    return read_table(sheet, table, options);
}

}  // namespace

LogHorizon horizon_of(const Scenario& scenario) {
    const Calendar& calendar = scenario.calendar();
    return {calendar.date(0), calendar.days(), calendar.parts().time_zone};
}

LogLook look_at_log_bytes(std::string bytes, const std::string& file_name, const LogOptions& options) {
    if (options.time_zone && !is_time_zone(*options.time_zone))
        throw InputError{Problem{Rule::time_zone_unknown}.on("--time-zone").got(*options.time_zone)};
    if (!is_workbook(bytes)) return read_sheet(LogSheet::of_text(std::move(bytes), file_name), options);
    std::vector<std::string> unused;
    const LogSheet sheet = read_workbook(bytes, file_name, options.sheet, unused);
    LogLook look = read_sheet(sheet, options);
    if (!unused.empty()) look.log.reading.notes.push_back({LogNoteKind::sheets_unused, {detail::joined(unused)}});
    if (sheet.hidden_rows() > 0)
        look.log.reading.notes.push_back({LogNoteKind::rows_hidden, {std::to_string(sheet.hidden_rows())}});
    return look;
}

CallLog parse_call_log(std::string bytes, const std::string& file_name, const LogOptions& options) {
    LogLook look = look_at_log_bytes(std::move(bytes), file_name, options);
    if (!look.problems.empty()) throw InputError{std::move(look.problems)};
    return std::move(look.log);
}

CallLog read_call_log(const std::filesystem::path& path, const LogOptions& options) {
    return parse_call_log(read_file(path, most_csv_bytes), path.string(), options);
}

LogLook look_at_call_log(const std::filesystem::path& path, const LogOptions& options) {
    return look_at_log_bytes(read_file(path, most_csv_bytes), path.string(), options);
}

}  // namespace freiton::input
