// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "freiton/input/log_table.hpp"

namespace freiton::input {

/// A sheet that says the same in cells which every row of a table has, and what was done, for a note. Places in
/// messages keep their lines.
struct PutInOrder {
    LogSheet sheet;
    LogNote note;
};

/// "Date: 3/2/2026" or "Split/Skill: Sales" on a line above the rows of each block become columns; so do names that
/// stand alone above each block.
std::optional<PutInOrder> blocks_with_columns(const LogTable& table);

/// Numbers 1, 2, 3, ... as titles are days beside times, where the month stands above them, and hours beside days.
/// Titles such as "09.03." are dates; throws InputError where nothing says the year.
std::optional<PutInOrder> numbers_as_titles(const LogSheet& sheet, const LogOptions& options);

/// Queues in which some rows are calls and others e-mails or chats, as a column says: "Sales" and "Sales email".
std::optional<PutInOrder> queues_by_medium(const LogTable& table);

/// Rows that say in a column what they measure ("Offered", "AHT") become columns, beside times or days across or beside
/// a column of values.
std::optional<PutInOrder> measures_as_columns(const LogTable& table);

/// Tables with days or times across that stand below each other become one, with the names above them in a column.
std::optional<PutInOrder> stacked_tables(const LogTable& table);

/// Figures that stand above the names of several queues each become part of their titles.
std::optional<PutInOrder> figures_above_names(const LogSheet& sheet);

/// Tables with days or times across that stand side by side are put below each other.
std::optional<PutInOrder> tables_side_by_side(const LogSheet& sheet);

/// Items whose day and time of coming stand in two columns get both in one.
std::optional<PutInOrder> moments_of_items(const LogTable& table);

/// "09.03."
struct DayAndMonth {
    int day;
    int month;
};
std::optional<DayAndMonth> date_without_year(std::string_view cell);

/// Dates made of year, month and day, of a week (KW 36, 2026-W36) and its weekday, or of days below a month; times of
/// an hour and its minute. Throws InputError where nothing says the year.
std::optional<PutInOrder> dates_of_parts(const LogTable& table, const LogOptions& options);

/// The month that stands above the titles, such as "Calls March 2026"; one alone.
struct MonthAbove {
    int year = 0;
    int month = 0;
};
std::optional<MonthAbove> month_above(const LogSheet& sheet, std::size_t titles_row);

/// From where on dates without a year are counted: the stated first day, or half a year before the month above.
std::optional<Date> years_from(const std::optional<MonthAbove>& above, const LogOptions& options);

/// The date that a text without a year is in a year, if that has it.
using DateOfYear = std::function<std::optional<Date>(int year)>;

/// The first that does not lie before `from`, within a year.
std::optional<Date> in_year_from(Date from, const DateOfYear& made);

/// Whether a label such as "Printed" or "Report date" stands before the day on which a file was made.
bool is_of_print(std::string_view label);

}  // namespace freiton::input
