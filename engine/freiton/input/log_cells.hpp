// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "freiton/core/dates.hpp"
#include "freiton/core/units.hpp"

namespace freiton::input {

/// What the cells of logs and exports look like; all of it leaves blanks at either end aside. Nothing here takes
/// memory: a million rows pass.

/// In which order dates such as 03/04/2026 are written.
enum class DateOrder { unknown, day_first, month_first };

/// The order that this date shows: 13/03/2026 can only begin with the day. Unknown if it may be either, or is none.
DateOrder shown_order(std::string_view date);

/// Whether it is a date that needs an order to be read.
bool needs_order(std::string_view date);

/// "2026-03-02", "20260302", "02.03.2026", "2 March 2026", "Mar 2, 2026", "02-Mrz-26", "2026-W10-1", and with an order
/// "03/02/2026" and "3-2-26"; a weekday may stand before it. Years of two digits are those from 1970 to 2069.
ParsedDate log_date(std::string_view text, DateOrder order);

/// Whether it may be a date in some order.
bool looks_like_date(std::string_view text);

/// The weekday of a word, Monday 0: "Mo", "Monday", "Dienstag".
std::optional<int> weekday_of(std::string_view word);

/// The month of a word, from 1, by three letters or more of it: "Mar", "M\u00E4rz", "december"; 0 of any other.
int month_named(std::string_view word);

/// Whether a number may be the year of a log, as spreadsheet_moment has them.
bool is_year(double number);

/// Nothing if there is no such day.
std::optional<Date> date_of_numbers(int year, int month, int day);

/// A day of a week as ISO 8601 counts them, Monday 0. Nothing if the year has no such week.
std::optional<Date> iso_week_date(int year, int week, int weekday);

/// "2026-W10-1", "2026W101"
std::optional<Date> iso_week_text(std::string_view text);

/// Whether a cell begins as "KW 12" and "Week 12/2026" do.
bool names_week(std::string_view cell);

/// The Monday of "KW 12 2026", "Anrufe Woche 12/2026", "2026-W12".
std::optional<Date> week_by_number(std::string_view cell);

/// The date of "Week of 3/16/2026", "Woche ab 16. M\u00E4rz 2026"; empty if there is none.
std::string_view date_of_week(std::string_view cell);

/// A time of day: "08:30", "8:30 AM", "8 PM", "08:30:17.5", "8:30 Uhr"; at most 24:00.
std::optional<Seconds> log_time(std::string_view text);

/// "08:00", "08:00 - 08:30", "8:00 AM - 8:30 AM", "08:00-2026-03-02 08:30".
struct LogSpan {
    Seconds from{};
    std::optional<Seconds> to{};  // 24:00 for a midnight at its end
};
std::optional<LogSpan> log_span(std::string_view text, bool half_days = false);

/// The span between two times of day; AM or PM behind the second holds for both. Of half days 1:00 comes after 12:30.
std::optional<LogSpan> span_of(std::string_view begin, std::string_view end, bool half_days = false);

/// The end of an interval, or its length, where its last minute or second is written for it: 08:30 of 08:29:59.
double to_its_end(double second_s);

/// "2026-03-02 08:00" and "2026-03-02T08:00:00+01:00" in its parts; what is not there is empty.
struct LogMoment {
    std::string_view date{};
    std::string_view time{};
    std::optional<Minutes> east_of_utc{};  // 0 for "Z" and "UTC"
};
LogMoment parted(std::string_view cell);

/// The day of "2026-03-02 00:00", which is a date as a spreadsheet stamps it; any other cell as it is.
std::string_view without_midnight(std::string_view cell);

/// A moment in digits alone: seconds since 1970 from 1973 on or milliseconds from 2001 on, both until 2286 and in UTC;
/// or "202603020800" and "20260302080000" by the clock that wrote them.
struct DigitMoment {
    Date date{};
    double second_s = 0.0;  // since midnight
    bool utc = false;
};
std::optional<DigitMoment> moment_in_digits(std::string_view cell);

/// A day as spreadsheets count them, from 1990 to 2077: 46083 is 2026-03-02, 46083.5 its noon.
struct SpreadsheetMoment {
    Date date{};
    std::optional<double> second_s{};  // where it has a fraction
};
std::optional<SpreadsheetMoment> spreadsheet_moment(std::string_view cell);

/// The date that spreadsheets and databases show beside a time of day that has none: 30.12.1899, 1900-01-00.
bool is_no_date(std::string_view date);

/// Minutes and seconds "4:10", ":12", hours too "00:04:10", or with units "4 min 10 s", "2 days 01:00:00".
std::optional<Seconds> log_duration(std::string_view text, bool hours_minutes = false);

}  // namespace freiton::input
