// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

/// A row of a table of intervals without date and time of its own: the day is that of the row above.
struct TimelessRow {
    std::size_t row;
    std::optional<Date> day;
    std::optional<double> offered;
};

/// Rows that tell of days in a table of intervals: sums of what the intervals tell, which are left out, midnight as
/// spreadsheets show it, or days that are known as a whole only, which are spread over the hours that were stated.
class RowsOfDays {
  public:
    RowsOfDays(LogCells& cells, const LogOptions& options, const LogQueues& queues, std::size_t when)
        : cells_{cells}, table_{cells.table()}, options_{options}, queues_{queues}, when_{when} {}

    void add_timeless(const TimelessRow& row) { timeless_.push_back(row); }
    void add_day(const ReadInterval& day) { days_.push_back(day); }

    /// Adds to the intervals what is none of their sums; notes sums, and complains about what may be either.
    void settle(std::vector<ReadInterval>& rows);

    /// Days that are known as a whole only, evenly over the stated hours, by the step of the other intervals.
    void spread(std::vector<LoggedInterval>& intervals) const;

  private:
    struct Sum {
        double offered = 0.0;
        std::size_t rows = 0;
    };
    void find_sums(const std::vector<ReadInterval>& rows);
    bool is_sum_of(std::size_t row, Date day, double count) const;
    void leave_out_timeless();
    void settle_days(std::vector<ReadInterval>& rows);
    Minutes step_of(const std::vector<ReadInterval>& rows) const;

    LogCells& cells_;
    LogTable& table_;
    const LogOptions& options_;
    const LogQueues& queues_;
    std::size_t when_;
    std::vector<TimelessRow> timeless_{};
    std::vector<ReadInterval> days_{};  // with a date alone
    std::map<Date, Sum> of_days_{};
    std::map<std::pair<Date, std::string_view>, double> of_queues_{};
    std::set<Date> spread_{};
    Minutes step_{30};
};

}  // namespace freiton::input
