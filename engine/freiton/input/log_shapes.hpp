// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "freiton/input/log_row.hpp"

namespace freiton::input {

/// What the rows of a table are; throws InputError naming what is missing where they are nothing that we know.
LogShape shape_of(const LogTable& table);

/// Where several kinds of work (or days) stand side by side, each with columns of its own ("Sales Offered, Sales AHT,
/// Service Offered, ...", or their names in a row above the titles): the same with one below the other, their names,
/// and the options as they hold there: "#4" is the fourth column of the file. Places in messages keep their lines.
/// Nothing if the table is no such, or if somebody stated a column of one of them.
struct BelowEachOther {
    LogSheet sheet;
    std::vector<std::string> names;
    LogOptions options;
    std::vector<std::string> unused{};  // titles of what counts the calls of all
};
std::optional<BelowEachOther> below_each_other(const LogTable& table, const LogOptions& options);

/// The queues of a log by name, in the order in which they come.
class LogQueues {
  public:
    std::size_t index_of(std::string_view name);
    const std::string& name(std::size_t queue) const { return names_[queue]; }
    std::size_t size() const { return names_.size(); }
    std::vector<std::string> names() &&;

  private:
    std::map<std::string, std::size_t, std::less<>> known_;
    std::vector<std::string> names_;
};

/// Each reads rows of its shape into the log; problems stay in `cells`.
void read_call_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log);
void read_interval_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log);
void read_rows_across(LogCells& cells, LogShape shape, const LogOptions& options, LogQueues& queues, CallLog& log);
void read_event_rows(LogCells& cells, LogQueues& queues, CallLog& log);
void read_item_rows(LogCells& cells, LogQueues& queues, CallLog& log);

/// Leaves out rows about what went out, where a column says which way calls went.
class LogDirections {
  public:
    explicit LogDirections(LogTable& table) : table_{table} {}
    bool leaves_out(std::size_t row);
    void add_notes() const;

  private:
    LogTable& table_;
    std::map<std::string, std::optional<bool>, std::less<>> known_{};  // a log has few words in many rows
    int outgoing_ = 0;
};

/// The day of rows without a date: as stated, as it stands above the table, that of the scenario which the log is held
/// against, or an assumed one, which is noted.
struct DayOfRows {
    Date day{};
    bool assumed = false;
};
DayOfRows day_without_date(LogCells& cells, const LogOptions& options);

/// Times that count on begin at the midnight of that day, which is noted; asks for it where nothing says it.
void settle_first_day(LogCells& cells, const DayOfRows& first);

/// Asks which column counts calls, where rows that were read as single calls look like intervals.
void ask_for_counts(LogCells& cells, const CallLog& log);

/// Asks what rows without dates are about, where the lines above them name a period of several days (or weeks).
void ask_for_period(LogCells& cells, const LogOptions& options);

/// Weekdays are those of the week that stands above them, which is noted: "KW 12/2026", "Week of 3/16/2026", or a
/// period of a week.
void settle_week(LogCells& cells, const LogOptions& options);

/// Asks for the unit of handling times that would be a few seconds or hours long, where nothing says it.
void ask_for_unit(LogCells& cells, const LogOptions& options, const CallLog& log);

/// Of rows that are days without a time: asks for the column that has it where one may, else for the hours of a day.
void ask_for_time_of_day(LogCells& cells, std::size_t row, std::size_t column);

/// Complains of a date years away from all but a few others: it is mistyped, unless it is that of an item, which may
/// lie open.
void complain_of_far_dates(LogCells& cells, const CallLog& log);

/// Throws InputError where two columns have the title of a count or time, as nobody can say which is meant.
void refuse_titles_twice(const LogTable& table, const LogOptions& options);

/// Settles for columns of times whose titles do not say it whether they are means or sums: by the other columns of the
/// kind, else by whether they grow with the calls; asks where the mean would be very long and nothing tells.
void settle_amounts(LogCells& cells);

/// Asks which column counts those who gave up, where only titles that nobody knows seem to.
void ask_for_abandoned(LogCells& cells);

/// Whether a column of counts holds shares of those offered: fractions below one beside whole counts.
bool are_shares(const LogCells& cells, LogColumn kind);

/// The interval's start is in whole minutes, or a complaint.
std::optional<Minutes> whole_minutes(LogCells& cells, std::size_t row, std::size_t column, const RowMoment& moment);

/// Where an interval of a log stands in its table.
struct RowPlace {
    Date date;
    Minutes start;
    std::size_t queue;
    std::size_t row;
    // clang-tidy 14 takes the 0 of a defaulted comparison for a null pointer.
    friend auto operator<=>(const RowPlace&, const RowPlace&) = default;  // NOLINT(modernize-use-nullptr)
};

/// Complains about rows about the same queue and interval, whose calls would be counted twice.
void complain_of_twins(std::vector<RowPlace> rows, LogCells& cells, std::size_t column, bool assumed);

/// An interval as it was read, until it is known which rows count others once more.
struct ReadInterval {
    LoggedInterval counts{};
    Minutes length{};  // 0: nothing says it
    std::size_t row = 0;
    double blocked = 0.0;
};

/// Intervals of which the file says when they end begin as much earlier as they lie apart, which is noted; complains
/// where that cannot be said.
void begin_before_ends(std::vector<ReadInterval>& rows, LogCells& cells, std::size_t column);

/// Puts into the log what counts each call once: without rows that span others, without queues that count what the
/// others count, with the queue of the row above where a cell has none, and with the hour that comes twice when clocks
/// go back as one. Notes what it does, and complains about rows that are there twice.
void settle_intervals(std::vector<ReadInterval> rows, LogCells& cells, std::size_t column, const LogQueues& queues,
                      CallLog& log);

/// The count columns of a table across, and those of days or times: what their titles say.
struct ColumnAcross {
    std::size_t column;
    std::optional<LogSpan> span{};  // of half hours
    std::string_view day{};         // of days: a date, or a weekday
    std::string_view work{};        // of kinds of work
};
std::vector<ColumnAcross> columns_across(const LogTable& table, LogShape shape);

}  // namespace freiton::input
