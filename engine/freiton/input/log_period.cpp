// SPDX-License-Identifier: Apache-2.0
// The day of rows without dates: as it stands above them, or asked where that is a period.
#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/log_put_in_order.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

// The dates of a text, as they are written.
std::vector<std::string_view> dates_in(std::string_view text) {
    std::vector<std::string_view> dates;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t begin = text.find_first_of("0123456789", from);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_not_of("0123456789./-", begin), text.size());
        std::string_view written = text.substr(begin, end - begin);
        while (!written.empty() && (written.back() == '-' || written.back() == '.')) written.remove_suffix(1);
        constexpr std::size_t shortest = 8;
        if (written.size() >= shortest && looks_like_date(written)) dates.push_back(written);
        from = end;
    }
    return dates;
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    const std::string plain = plain_title(text.substr(0, 20));
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return plain == word || plain.starts_with(std::string{word} + " ");
    });
}

struct PeriodAbove {
    std::string_view first{};
    std::string_view last{};
    std::size_t row = 0;
    std::size_t column = 0;
};

// "01.03.2026 - 31.03.2026" in one cell, or "From" and "To" in two.
std::optional<PeriodAbove> period_above(const LogTable& table) {
    PeriodAbove period;
    const LogSheet& sheet = table.sheet();
    for (std::size_t row = 0; row < table.titles_row().value_or(0); ++row)
        for (std::size_t column = 0; column < sheet.cells(row); ++column) {
            const std::string_view cell = sheet.cell(row, column);
            auto dates = dates_in(cell);
            if (dates.size() == 2) return PeriodAbove{dates[0], dates[1], row, column};
            const bool beside = dates.empty() && !cell.empty();
            if (beside) dates = dates_in(sheet.cell(row, column + 1));
            if (dates.size() != 1) continue;
            if (begins_with_any(cell, {"from", "von", "start", "start date", "begin", "beginn"})) {
                period.first = dates[0];
                period.row = row;
                period.column = column + (beside ? 1 : 0);
            }
            if (begins_with_any(cell, {"to", "bis", "end", "end date", "ende"})) period.last = dates[0];
        }
    return period.first.empty() || period.last.empty() ? std::nullopt : std::optional{period};
}

struct DateSpan {
    Date first;
    Date last;
};

std::optional<DateSpan> span_in(const PeriodAbove& period, DateOrder order) {
    const auto first = log_date(period.first, order).date;
    const auto last = log_date(period.last, order).date;
    return first && last ? std::optional{DateSpan{*first, *last}} : std::nullopt;
}

// In the order of the file's dates. Where nothing says it, in that in which it is a period of a month at most, if it is
// one in one order only; else the order is asked for.
std::optional<DateSpan> dates_of(const PeriodAbove& period, LogCells& cells) {
    const auto in_turn = [](DateSpan span) {
        return DateSpan{std::min(span.first, span.last), std::max(span.first, span.last)};
    };
    const bool told = cells.order() != DateOrder::unknown || (!needs_order(period.first) && !needs_order(period.last));
    const auto day_first = span_in(period, DateOrder::day_first);
    const auto month_first = span_in(period, DateOrder::month_first);
    if (told || !day_first || !month_first) {
        const auto stated = cells.order() == DateOrder::month_first ? month_first : day_first;
        const auto found = told ? stated : day_first ? day_first : month_first;
        return found ? std::optional{in_turn(*found)} : std::nullopt;
    }
    const auto is_short = [](const DateSpan& span) {
        constexpr std::chrono::days month{31};
        return span.first <= span.last && span.last - span.first <= month;
    };
    if (is_short(*day_first) != is_short(*month_first)) return is_short(*day_first) ? day_first : month_first;
    cells.complain(period.row, period.column, Rule::date_ambiguous);
    return std::nullopt;
}

struct DateAbove {
    std::size_t row;
    std::size_t column;
    std::string_view written;
    bool named;  // "Date: 3/2/2026", and not when the report was printed
};

// It may stand among the titles too.
std::vector<DateAbove> dates_above(const LogTable& table) {
    std::vector<DateAbove> found;
    const LogSheet& sheet = table.sheet();
    const std::size_t rows = table.titles_row() ? *table.titles_row() + 1 : 0;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < sheet.cells(row); ++column) {
            const std::string_view cell = sheet.cell(row, column);
            const std::size_t colon = cell.find(": ");
            const bool inside = colon != std::string_view::npos;
            const std::string_view date = parted(inside ? cell.substr(colon + 2) : cell).date;
            if (!looks_like_date(date)) continue;
            const std::string_view before = column > 0 ? sheet.cell(row, column - 1) : std::string_view{};
            const std::string_view label = inside ? cell.substr(0, colon) : before;
            if (is_of_print(label)) continue;
            found.push_back({row, column, date, meaning_of(label).column == LogColumn::date});
        }
    const bool any_named = std::any_of(found.begin(), found.end(), [](const DateAbove& one) { return one.named; });
    if (any_named) std::erase_if(found, [](const DateAbove& one) { return !one.named; });
    return found;
}

bool has_dates(const LogCells& cells) {
    const LogTable& table = cells.table();
    for (const LogColumn kind : {LogColumn::date, LogColumn::time, LogColumn::created})
        if (const auto column = table.column(kind))
            for (const std::string_view cell : table.examples(*column, 50))
                if (!weekday_of(cell) &&
                    (looks_like_date(parted(cell).date) || moment_in_digits(cell) || spreadsheet_moment(cell)))
                    return true;
    for (std::size_t i = 0; i < table.width(); ++i)
        if (looks_like_date(table.title(i))) return true;
    return false;
}

bool has_weekdays(const LogCells& cells) {
    const LogTable& table = cells.table();
    const auto column = table.column(LogColumn::date);
    for (std::size_t i = 0; i < table.width(); ++i)
        if (weekday_of(table.title(i))) return true;
    const auto examples = column ? table.examples(*column, 50) : std::vector<std::string_view>{};
    return std::any_of(examples.begin(), examples.end(), [](auto cell) { return weekday_of(cell).has_value(); });
}

Date monday_of(Date date) { return date - std::chrono::days{static_cast<int>(weekday_index(date))}; }

struct WeekAbove {
    Date monday;
    std::string written;
};

std::optional<WeekAbove> week_in(LogCells& cells, std::size_t row, std::size_t column) {
    const std::string_view cell = cells.table().sheet().cell(row, column);
    if (is_of_print(cell)) return std::nullopt;
    if (const auto monday = week_by_number(cell)) return WeekAbove{*monday, std::string{cell}};
    const std::string_view date = date_of_week(cell);
    if (date.empty()) return std::nullopt;
    const DateOrder shown = shown_order(date);
    const DateOrder order = cells.order() == DateOrder::unknown ? shown : cells.order();
    if (needs_order(date) && order == DateOrder::unknown) cells.complain(row, column, Rule::date_ambiguous);
    const auto day = log_date(date, order).date;
    return day ? std::optional{WeekAbove{monday_of(*day), std::string{date}}} : std::nullopt;
}

// The only week that the lines above the titles name.
std::optional<WeekAbove> week_above(LogCells& cells) {
    const LogSheet& sheet = cells.table().sheet();
    std::optional<WeekAbove> found;
    if (const auto monday = week_by_number(sheet.sheet())) found = WeekAbove{*monday, sheet.sheet()};
    const std::size_t rows = cells.table().titles_row() ? *cells.table().titles_row() + 1 : 0;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < sheet.cells(row); ++column) {
            const auto one = week_in(cells, row, column);
            if (one && found && found->monday != one->monday) return std::nullopt;
            if (one) found = one;
        }
    return found;
}

}  // namespace

void settle_week(LogCells& cells, const LogOptions& options) {
    if (options.first_day || !has_weekdays(cells) || has_dates(cells)) return;
    auto week = week_above(cells);
    const auto written = week ? std::nullopt : period_above(cells.table());
    const auto period = written ? dates_of(*written, cells) : std::nullopt;
    constexpr std::chrono::days longest{6};
    if (period && period->last - period->first <= longest && monday_of(period->first) == monday_of(period->last))
        week = WeekAbove{monday_of(period->first), std::string{written->first}};
    if (!week) return;
    cells.use_week(week->monday);
    cells.table().notes().push_back({LogNoteKind::date_above, {week->written}});
}

bool is_of_print(std::string_view label) {
    const std::string plain = plain_title(label);
    const auto words = words_of(plain);
    return plain.find("report date") != std::string::npos ||
           std::any_of(words.begin(), words.end(), [](const std::string& word) {
               constexpr std::string_view known[] = {"printed",  "print",      "created",    "generated",
                                                     "exported", "run",        "stand",      "erstellt",
                                                     "gedruckt", "exportiert", "druckdatum", "erstellungsdatum"};
               return std::find(std::begin(known), std::end(known), word) != std::end(known);
           });
}

DayOfRows day_without_date(LogCells& cells, const LogOptions& options) {
    if (options.first_day) return {*options.first_day, false};
    std::optional<Date> only;
    std::string written;
    bool several = false;
    for (const DateAbove& one : dates_above(cells.table())) {
        const DateOrder shown = shown_order(one.written);
        if (needs_order(one.written) && shown == DateOrder::unknown && cells.order() == DateOrder::unknown)
            cells.complain(one.row, one.column, Rule::date_ambiguous);
        const auto day = log_date(one.written, cells.order() == DateOrder::unknown ? shown : cells.order()).date;
        if (!day) continue;
        several = several || (only && *only != *day);
        only = day;
        written = one.written;
    }
    if (only && !several) {
        cells.table().notes().push_back({LogNoteKind::date_above, {written}});
        return {*only, false};
    }
    const auto& horizon = options.held_against;
    if (horizon && cells.counts_on()) return {horizon->first_day, false};
    const bool only_one = horizon && horizon->days == 1;  // that it can be of
    const Date day = only_one ? horizon->first_day : assumed_monday;
    cells.table().notes().push_back({LogNoteKind::no_dates, {date_text(day)}});
    return {day, !only_one};
}

void ask_for_period(LogCells& cells, const LogOptions& options) {
    if (options.first_day || has_dates(cells)) return;
    const auto written = period_above(cells.table());
    const auto period = written ? dates_of(*written, cells) : std::nullopt;
    const std::chrono::days most{has_weekdays(cells) ? 6 : 0};
    if (!period || period->last - period->first <= most) return;
    cells.problems().push_back(
        Problem{Rule::log_period_unclear}
            .at(cells.table().sheet().place(cells.table().titles_row().value_or(0)))
            .with({date_text(period->first) + " - " + date_text(period->last), date_text(period->first)}));
}

}  // namespace freiton::input
