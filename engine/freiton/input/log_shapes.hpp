// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "freiton/input/log_row.hpp"

namespace freiton::input {

/// What the rows of a table are; throws InputError naming what is missing where they are nothing that we know.
LogShape shape_of(const LogTable& table);

/// The queues of a log by name, in the order in which they come.
class LogQueues {
  public:
    std::size_t index_of(std::string_view name);
    std::vector<std::string> names() &&;

  private:
    std::map<std::string, std::size_t, std::less<>> known_;
    std::vector<std::string> names_;
};

/// Each reads rows of its shape into the log; problems stay in `cells`.
void read_call_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log);
void read_interval_rows(LogCells& cells, const LogOptions& options, LogQueues& queues, CallLog& log);
void read_rows_across(LogCells& cells, LogShape shape, LogQueues& queues, CallLog& log);
void read_event_rows(LogCells& cells, LogQueues& queues, CallLog& log);
void read_item_rows(LogCells& cells, LogQueues& queues, CallLog& log);

/// The day of rows without a date: as stated, as it stands above the table, or an assumed one, which is noted.
struct DayOfRows {
    Date day{};
    bool assumed = false;
};
DayOfRows day_without_date(LogCells& cells, const LogOptions& options);

/// The interval's start is in whole minutes, or a complaint.
std::optional<Minutes> whole_minutes(LogCells& cells, std::size_t row, std::size_t column, const RowMoment& moment);

/// Complains about rows about the same queue and interval, whose calls would be counted twice.
struct IntervalRow {
    Date date;
    Minutes start;
    std::size_t queue;
    std::size_t row;
    // clang-tidy 14 takes the 0 of a defaulted comparison for a null pointer.
    friend auto operator<=>(const IntervalRow&, const IntervalRow&) = default;  // NOLINT(modernize-use-nullptr)
};
void complain_of_twins(std::vector<IntervalRow> rows, LogCells& cells, std::size_t column, bool assumed);

/// The count columns of a table across, and those of days or times: what their titles say.
struct ColumnAcross {
    std::size_t column;
    std::optional<LogSpan> span{};  // of half hours
    std::string_view day{};         // of days: a date, or a weekday
    std::string_view work{};        // of kinds of work
};
std::vector<ColumnAcross> columns_across(const LogTable& table, LogShape shape);

}  // namespace freiton::input
