// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "freiton/input/log_table.hpp"

namespace freiton::input {

/// Where a day or week without dates is put: a Monday.
inline constexpr Date assumed_monday{std::chrono::year{2024} / std::chrono::January / 1};

/// A moment as a cell has it. Without a time of day where only a date is written.
struct RowMoment {
    Date date{};
    std::optional<double> second_s{};  // since midnight
    std::optional<double> until_s{};   // of a span: its end
};

/// A time of day as it is written, and the date and queue beside it.
struct WrittenTime {
    using Day = std::pair<std::string_view, std::string_view>;
    std::size_t row = 0;
    Day of{};
    double second_s = 0.0;
};

struct ColumnAcross;

/// Reads the cells of a table by what their columns hold, and complains about those that it cannot read. What holds for
/// the file as a whole (day or month first, decimal sign, the day of rows without a date) is found out first, from all
/// its rows; what stays open is a problem that names the option which answers it.
class LogCells {
  public:
    LogCells(LogTable& table, const LogOptions& options, LogShape shape);

    LogTable& table() { return table_; }
    const LogTable& table() const { return table_; }
    Problems& problems() { return problems_; }
    const std::optional<std::string>& time_zone() const { return time_zone_; }
    DateOrder order() const { return order_; }

    /// The rows have dates, in a column of their own or beside their times.
    bool dated() const { return dated_; }
    void use_day(Date day, bool assumed = false) {  // of rows without a date
        last_date_ = day;
        day_assumed_ = assumed;
    }
    void use_week(Date monday) { week_ = monday; }  // of weekdays
    std::optional<Date> day() const { return last_date_; }
    bool day_assumed() const { return day_assumed_; }  // nothing says it

    /// The rows have no dates, and their times are amounts since the midnight of a first day, beyond it too.
    bool counts_on() const { return last_counted_row_.has_value(); }
    std::optional<std::size_t> last_counted_row() const { return last_counted_row_; }  // the latest time's

    /// Of a row's column, with the date of the date column where it has none itself. Nothing if the cell is empty or
    /// cannot be read.
    std::optional<RowMoment> moment(std::size_t row, LogColumn kind);

    /// Whether it has a time of day; complains if not, unless the cell has been complained of.
    bool is_timed(std::size_t row, LogColumn kind, const std::optional<RowMoment>& moment);

    /// The same of a cell; without a date it gets the given one.
    std::optional<RowMoment> moment_of(std::size_t row, std::size_t column, std::optional<Date> date);

    /// How much later a moment of the same row is, over midnight if need be.
    std::optional<double> seconds_after(std::size_t row, LogColumn kind, const RowMoment& begin);

    /// A weekday is one of the week of the stated first day, or of the assumed one.
    std::optional<Date> date_of(std::size_t row, std::size_t column, std::string_view written);
    std::optional<double> count(std::size_t row, std::size_t column, std::optional<double> whole = std::nullopt);
    std::optional<double> count(std::size_t row, LogColumn kind, std::optional<double> whole = std::nullopt);
    std::optional<double> seconds(std::size_t row, LogColumn kind);

    /// The same without a complaint where they cannot be read, for who looks at a column as a whole.
    std::optional<double> plain_count(std::size_t row, LogColumn kind) const;
    std::optional<double> plain_seconds(std::size_t row, LogColumn kind) const;

    void complain(std::size_t row, std::size_t column, Rule rule, std::vector<std::string> arguments = {},
                  std::string suggestion = {});
    bool was_put_into_zone() const { return zoned_; }

    /// Of a date that no row should have, at the first cell with it. Items may lie open for years: theirs is a note.
    void complain_of_date(Date date, Date usual);

    void complain(std::size_t row, LogColumn kind, Rule rule, std::vector<std::string> arguments = {},
                  std::string suggestion = {}) {
        complain(row, table_.column(kind).value_or(0), rule, std::move(arguments), std::move(suggestion));
    }

  private:
    /// How the numbers of a column tell times of day.
    enum class ClockForm { whole, dotted, part_of_a_day, minutes, seconds };

    Date day_of_week(int weekday);
    void complain_of_time(std::size_t row, std::size_t column);
    void find_clocks();
    void find_counting();
    std::optional<double> counted_seconds(std::size_t row, std::size_t column) const;
    RowMoment moment_counted(double second_s) const;
    bool has_unit(std::size_t column) const;  // a column of times, whose title says the unit of its numbers
    void ask_for_hours(LogColumn kind, double largest);
    std::optional<std::vector<WrittenTime>> times_of_half_days(std::size_t column);
    void find_half_days();
    void find_evenings(std::vector<WrittenTime> times);
    double in_half_days(std::size_t row, std::size_t column, double second_s) const;
    bool agrees_with(std::size_t row, std::size_t column, Date date);
    void find_zones();
    void find_order(const std::vector<ColumnAcross>& across);
    void find_sign(const std::vector<ColumnAcross>& across);
    RowMoment moment_within(std::size_t row, std::size_t column, Date date, const LogSpan& span) const;
    std::optional<double> clock_without_colon(std::size_t column, std::string_view cell) const;
    std::optional<LogSpan> span_without_colon(std::size_t column, std::string_view cell) const;
    RowMoment in_zone(RowMoment moment, Minutes east);
    void note_once(LogNoteKind kind, std::string_view argument = {});

    LogTable& table_;
    const LogOptions& options_;
    Problems problems_;
    DateOrder order_;
    DecimalSign sign_;
    bool dated_ = false;
    bool day_assumed_ = false;
    std::optional<std::size_t> last_counted_row_;
    std::vector<ClockForm> clocks_;                    // by column
    std::vector<std::optional<Minutes>> east_of_utc_;  // likewise, where the title says so
    std::optional<std::string> time_zone_;
    bool zoned_ = false;
    bool half_days_ = false;           // 1:00 to 6:59 are of the afternoon
    std::vector<bool> evenings_;       // by row: so are 7:00 to 11:59 of the evening
    std::optional<Date> week_;         // that stands above them: its Monday
    std::optional<Date> last_date_;    // of the row above
    std::string last_text_;            // most rows have the date of the row above
    std::optional<Date> last_parsed_;  // what it is
};

}  // namespace freiton::input
