// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/model/calendar.hpp"

namespace freiton {

enum class CallEnd {
    answered,
    abandoned,
    turned_away,  // found no free line, or was sent elsewhere without an answer: no sign of the caller's patience
};

/// One call of a log. Seconds count from midnight of its date.
struct LoggedCall {
    Date date{};
    double arrival_s = 0.0;
    double wait_s = 0.0;  // 0 also where nothing says it
    CallEnd end = CallEnd::answered;
    std::optional<double> handling_s{};  // of answered calls, where it was recorded
    std::size_t queue = 0;               // which of CallLog::queues
    bool wait_known = true;              // not of those whose cell is empty, where others have one
};

/// One interval of an ACD export.
struct LoggedInterval {
    Date date{};
    Minutes start{};
    double offered = 0.0;
    std::optional<double> handling_s{};  // mean
    std::optional<double> answered{};
    std::optional<double> abandoned{};
    std::optional<double> asa_s{};
    std::size_t queue = 0;  // which of CallLog::queues

    /// Those whose handling the mean is about.
    double handled() const { return answered ? *answered : offered - abandoned.value_or(0.0); }
};

/// One item of a ticket system. Seconds count from midnight of its date; what came later counts from its arrival.
struct LoggedItem {
    Date date{};
    double arrival_s = 0.0;
    std::optional<double> response_after_s{};
    std::optional<double> resolved_after_s{};
    std::optional<double> handling_s{};  // effort
    std::size_t queue = 0;
};

/// How the rows of a log are to be read.
enum class LogShape { calls, intervals, half_hours_across, days_across, work_across, events, tickets };

/// What was done with a log that somebody who knows it should hear.
enum class LogNoteKind {
    titles_above,        // lines left out above the titles
    titles_again,        // rows that repeat the titles
    totals,              // rows of sums
    date_above,          // the only date stands above the table
    queue_above,         // so does the queue
    no_dates,            // a day like any other, put on {0}
    counted_on,          // times count on from the midnight of {0}, over {1} days
    weekdays_only,       // a week like any other, from {0}
    dates_filled,        // cells without a date take that of the row above
    order_shown,         // day or month first, by {0} in line {1}
    thousands,           // {0} is read as {1}
    in_utc,              // moments in UTC
    with_offset,         // moments with an offset from UTC, by their wall clock
    to_zone,             // moments in UTC put into the time zone {0}
    outbound,            // outgoing calls left out
    directions_unknown,  // words {0} that say no direction: taken as incoming
    zone_as_written,     // the stated time zone {0} moved nothing: times are taken as its clocks show them
    queues_of_sums,      // queues {0} count what the others count: left out
    queues_filled,       // cells without a queue take that of the row above
    spans_of_sums,       // rows {0} span others of their day: left out
    clocks_back,         // the hour of {0} that comes twice is counted as one
    shares_seen,         // {0} are shares of the calls offered
    sums_seen,           // {0} are sums: they grow with the calls
    waits_missing,       // {0} of {1} abandoned calls without a wait
    calls_twice,         // {0} rows about calls that were there already
    sheet_of_groups,     // columns of {0} are put below each other
    phantoms,            // entries that are no calls
    wait_by_moments,     // wait = answer - arrival
    handling_by_parts,   // made of {0}
    handling_by_end,     // handling time = end - answer
    handling_by_sums,    // sums over calls answered
    offered_by_parts,    // offered = answered + abandoned
    answered_only,       // only answered calls are counted
    outcomes_by_signs,   // words {0} are not known: column {1} tells answered calls
    no_outcome,          // calls without an outcome are offered ones
    queue_of_titles,     // columns {0} are taken for kinds of work
    days_spread,         // counts of days spread over opening hours
    events_unused,       // other events
    calls_cut,           // calls whose beginning is not in the log
    calls_open,          // calls without an end
    turned_away,         // calls that found no line or were sent elsewhere
    items_open,          // tickets that are not done
    dates_far,           // the date {0} lies years from most others, about {1}
    columns_unused,
    unit_stated,  // durations are in {0}, as stated
    sheets_unused,
    lines_of_blocks,      // dates or queues stand in lines above their rows
    dates_of_parts,       // made of the columns {0}
    titles_are_hours,     // numbers as titles
    titles_of_year,       // titles such as 09.03. are of the year {0}
    titles_are_days,      // likewise, of the month above them
    ends_only,            // intervals are known by their ends, {0} min apart
    half_days,            // hours 1 to 6 are of the afternoon, as stated
    rows_hidden,          // {0} rows of the sheet are hidden, and read
    empty_counts,         // rows whose count is empty have no calls
    rows_without_counts,  // rows of text
    calls_in_parts,       // {0} rows about calls that have others, as after a transfer
    queues_by_medium,     // queues of other media than calls are kinds of work of their own: {0}
    abandoned_by_rest,    // abandoned = offered - answered
    rows_of_measures,     // rows that say what they measure are columns: {0}
    tables_stacked,       // {0} tables below each other
    tables_beside,        // {0} tables side by side
    figures_above,        // {0} stand above the names of queues
};
struct LogNote {
    LogNoteKind kind;
    std::vector<std::string> arguments{};
};

/// How a log was understood.
struct LogReading {
    LogShape shape = LogShape::calls;
    std::string sheet{};     // of a workbook
    std::string encoding{};  // of text
    char separator = ',';
    int titles_line = 0;  // 0: there are none
    struct Column {
        std::string title{};
        std::string taken_for{};  // empty: not used
        std::string unit{};       // as "min"; empty where it has none
        std::string example{};    // its first cell
    };
    std::vector<Column> columns{};
    int rows = 0;  // that were used
    std::vector<LogNote> notes{};
};

/// What a log holds: calls one by one, intervals, or items of post.
struct CallLog {
    std::vector<LoggedCall> calls{};
    std::vector<LoggedInterval> intervals{};
    std::vector<LoggedItem> items{};
    int phantoms = 0;                        // entries that are no calls
    std::vector<std::string> queues{""};     // names as they stand in the log; one without a name if it has no queues
    std::optional<Minutes> row_length{};     // of intervals, where the rows say when they end
    std::optional<std::string> time_zone{};  // in which its moments are told, where that is known
    LogReading reading{};
};

/// What was found about one kind of work, beside the scenario that was made of the log.
struct LogFindings {
    std::string work{};  // its name in the scenario
    double offered = 0.0;
    double left_out = 0.0;  // outside what looks like opening hours
    double abandoned_share = 0.0;

    struct Fit {
        std::string law{};
        double distance = 0.0;  // Kolmogorov-Smirnov distance to the recorded times
    };
    double handling_mean_s = 0.0;
    bool handling_stated = false;  // by whoever imported it
    double handling_cv = 1.0;
    std::vector<Fit> handling_fits{};  // best first; empty if only means were recorded

    std::optional<double> patience_mean_s{};        // by Kaplan and Meier, as an exponential mean up to where data end
    std::optional<double> patience_total_wait_s{};  // total waiting / abandoned, the check
    bool patience_by_threshold = false;             // the log has no waits: they are taken as the target's threshold
    double patience_seen_until_s = 0.0;             // beyond it too few were still waiting
    std::optional<double> day_cv{};                 // none: no weekday was seen twice

    // Of items:
    std::optional<double> response_median_h{};    // by the clock on the wall
    std::optional<double> resolution_median_h{};  // likewise, of those that are done
};

/// What the data do not say and somebody has to.
enum class LogGap {
    handling_law,
    wrap_up,
    patience,
    patience_law,
    redials,
    day_variation,
    staff,
    targets,
    working_hours
};

/// What was found in a log as a whole.
struct LogSummary {
    int days = 0;  // with calls
    int phantoms = 0;
    Minutes interval{};
    OpenWeek open{};
    std::optional<std::string> time_zone{};
    LogReading reading{};
    std::vector<LogFindings> work{};
    std::vector<LogGap> gaps{};
};

}  // namespace freiton
