// SPDX-License-Identifier: Apache-2.0
// Numbers that count days or hours above the columns of a table.
#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_part_columns.hpp"
#include "freiton/input/log_put_in_order.hpp"

namespace freiton::input {

namespace {

struct NumberRun {
    std::size_t from = 0;
    std::size_t to = 0;
};

// From the second cell on, each one more than the one before it; nothing else in the row is a number.
std::optional<NumberRun> run_in(const LogSheet& sheet, std::size_t row) {
    constexpr std::size_t fewest = 3;
    const std::string_view first = sheet.cell(row, 0);
    if (first.find_first_of("0123456789") != std::string_view::npos || weekday_of(first)) return std::nullopt;
    std::optional<NumberRun> run;
    for (std::size_t column = 1; column < sheet.cells(row); ++column) {
        const auto number = day_or_hour(sheet.cell(row, column));
        if (number && !run) {
            run = NumberRun{column, column + 1};
        } else if (number && run->to == column && *number == *day_or_hour(sheet.cell(row, column - 1)) + 1) {
            run->to = column + 1;
        } else if (sheet.cell(row, column).find_first_of("0123456789") != std::string_view::npos) {
            return std::nullopt;
        }
    }
    return run && run->to - run->from >= fewest ? run : std::nullopt;
}

LogSheet renamed(const LogSheet& sheet, std::size_t titles_row, const NumberRun& run,
                 const std::optional<MonthAbove>& month) {
    LogSheet result = sheet.without_rows();
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        result.begin_row(sheet.number(row));
        for (std::size_t column = 0; column < sheet.cells(row); ++column) {
            std::string title{sheet.cell(row, column)};
            if (row == titles_row && column >= run.from && column < run.to) {
                const int number = *day_or_hour(title);
                title = month ? std::to_string(number) + "." + std::to_string(month->month) + "." +
                                    std::to_string(month->year)
                              : clock_text(Minutes{number * 60});
            }
            result.add_cell(title);
        }
        result.end_row();
    }
    return result;
}

// "Mo 09.03. | Di 10.03. | ..." above counts, beside times.
std::optional<PutInOrder> with_years(const LogSheet& sheet, std::size_t titles_row, const LogOptions& options) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 1; column < sheet.cells(titles_row); ++column)
        if (date_without_year(sheet.cell(titles_row, column))) columns.push_back(column);
    if (columns.size() < 2 || date_without_year(sheet.cell(titles_row, 0)) || !log_span(sheet.cell(titles_row + 1, 0)))
        return std::nullopt;
    const auto above = month_above(sheet, titles_row);
    if (!above && !options.first_day)
        throw InputError{Problem{Rule::log_year_missing}
                             .at(sheet.place(titles_row, columns.front()))
                             .got(std::string{sheet.cell(titles_row, columns.front())})};
    const Date from = *years_from(above, options);
    std::set<int> years;
    const auto dated = [&](const DayAndMonth& parts) {
        const auto date = in_year_from(from, [&](int year) { return date_of_numbers(year, parts.month, parts.day); });
        if (date) years.insert(static_cast<int>(std::chrono::year_month_day{*date}.year()));
        return date ? date_text(*date) : std::string{};
    };
    LogSheet result = sheet.without_rows();
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        result.begin_row(sheet.number(row));
        for (std::size_t column = 0; column < sheet.cells(row); ++column) {
            const auto date = row == titles_row ? date_without_year(sheet.cell(row, column)) : std::nullopt;
            const std::string written = date ? dated(*date) : std::string{};
            result.add_cell(written.empty() ? sheet.cell(row, column) : written);
        }
        result.end_row();
    }
    std::vector<std::string> of_years;
    of_years.reserve(years.size());
    for (const int year : years) of_years.push_back(std::to_string(year));
    return PutInOrder{std::move(result), {LogNoteKind::titles_of_year, {detail::joined(of_years)}}};
}

}  // namespace

std::optional<MonthAbove> month_above(const LogSheet& sheet, std::size_t titles_row) {
    std::optional<MonthAbove> found;
    bool several = false;
    const auto look = [&](std::string_view cell) {
        const auto words = words_of(plain_title(cell));
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const int month = month_named(words[i]);
            const auto year = log_number(words[i + 1], DecimalSign::unknown);
            if (month > 0 && year && is_year(*year)) {
                const MonthAbove one{static_cast<int>(*year), month};
                several = several || (found && (found->year != one.year || found->month != one.month));
                found = one;
            }
        }
    };
    look(sheet.sheet());
    for (std::size_t row = 0; row <= titles_row && row < sheet.rows(); ++row)
        for (std::size_t column = 0; column < sheet.cells(row); ++column) look(sheet.cell(row, column));
    if (several) return std::nullopt;
    return found;
}

std::optional<Date> years_from(const std::optional<MonthAbove>& above, const LogOptions& options) {
    constexpr std::chrono::days half_a_year{182};
    if (options.first_day || !above) return options.first_day;
    return Date{std::chrono::year{above->year} / above->month / 1} - half_a_year;
}

std::optional<Date> in_year_from(Date from, const DateOfYear& made) {
    constexpr std::chrono::days a_year{366};
    const int year = static_cast<int>(std::chrono::year_month_day{from}.year());
    for (const int one : {year - 1, year, year + 1})  // the first days of January may be of a week of the year before
        if (const auto date = made(one); date && *date >= from && *date - from < a_year) return date;
    return std::nullopt;
}

std::optional<PutInOrder> numbers_as_titles(const LogSheet& sheet, const LogOptions& options) {
    constexpr std::size_t most_lines_above = 80;
    for (std::size_t row = 0; row + 1 < std::min(sheet.rows(), most_lines_above); ++row) {
        if (auto dated = with_years(sheet, row, options)) return dated;
        const auto run = run_in(sheet, row);
        if (!run) continue;
        bool days_beside = false;
        bool times_beside = false;
        for (std::size_t column = 0; column < run->from; ++column) {
            const std::string_view cell = sheet.cell(row + 1, column);
            days_beside = days_beside || looks_like_date(parted(cell).date) || weekday_of(cell);
            times_beside = times_beside || log_span(parted(cell).time);
        }
        const auto month = month_above(sheet, row);
        const int last = *day_or_hour(sheet.cell(row, run->to - 1));
        const bool hours = days_beside && last >= 7 && last <= 24;  // 1, 2, 3 are lines rather than the night
        if (days_beside == times_beside || (times_beside && !month) || (days_beside && !hours)) continue;
        const std::string titles =
            std::string{sheet.cell(row, run->from)}.append(" - ").append(sheet.cell(row, run->to - 1));
        return PutInOrder{renamed(sheet, row, *run, hours ? std::nullopt : month),
                          {hours ? LogNoteKind::titles_are_hours : LogNoteKind::titles_are_days, {titles}}};
    }
    return std::nullopt;
}

}  // namespace freiton::input
