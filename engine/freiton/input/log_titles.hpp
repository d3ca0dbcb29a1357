// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/dates.hpp"

namespace freiton::input {

/// What a column of a log can hold.
enum class LogColumn {
    date,
    time,  // when a call came or an interval begins, or the interval's span; may hold the date too
    end,   // of a call or an interval
    answered_at,
    created,  // these three of tickets
    first_response,
    resolved,
    queue,  // which kind of work
    call_id,
    event,
    direction,
    outcome,
    offered,
    answered,
    abandoned,
    blocked,
    wait,  // of one call, or the mean of an interval
    handling,
    talk,
    hold,
    wrap_up,
    count_
};
inline constexpr auto log_column_count = static_cast<std::size_t>(LogColumn::count_);

/// One kind of column: its name for --columns, what it holds, and the titles by which it is known, as plain_title gives
/// them and the surest first.
struct KnownColumn {
    LogColumn column;
    std::string_view name;
    std::string_view holds;
    std::vector<std::string_view> english;
    std::vector<std::string_view> german;
};
const std::vector<KnownColumn>& known_columns();

/// Whether it counts contacts; whether it is how long something takes.
bool is_count(LogColumn column);
bool is_duration(LogColumn column);
inline bool is_figure(LogColumn column) { return is_count(column) || is_duration(column); }

/// How a column is called in messages and in --columns.
std::string name_of(LogColumn column);

/// The column of this name, or of a title that we know.
std::optional<LogColumn> column_named(std::string_view name);

/// Small letters and digits in words: "AHT (s)", "aht_s" and "Aht-S" are one title; "QueueName" is two words, ä is ae,
/// accents are left away, Ø is avg and % is percent.
std::string plain_title(std::string_view title);

/// Whether the figures of an interval are means or sums, where the title says so.
enum class Amount { unsaid, mean, sum };

/// What a title says.
struct TitleMeaning {
    LogColumn column = LogColumn::count_;  // none that we know
    std::size_t rank = 0;                  // smaller is surer
    std::optional<double> unit_s{};        // seconds of one unit: 60 of "AHT (min)"
    bool hours_minutes = false;            // "[hh:mm]": 4:10 is four hours
    bool minutes_seconds = false;          // "(mm:ss)": 04:10:00, as a spreadsheet shows it, is four minutes
    int clock_hours = 0;                   // 12 of "Time (12h)", 24 of "Time (24h)"
    Amount amount = Amount::unsaid;
    bool amount_stated = false;  // by the user, not by the title
    bool amount_usual = false;   // in this title it mostly is that, but not with all systems
    bool german = false;
    std::optional<Minutes> east_of_utc{};  // of its moments: 0 of "(UTC)", 60 of "(UTC+1)"
};

/// Percentages mean none of ours: counts are wanted. Nor do maxima and minima.
TitleMeaning meaning_of(std::string_view title);

/// Whether one of the words of a plain title says that it is a share, an extreme, or only planned.
bool is_no_figure(const std::vector<std::string>& words);

/// The words of a plain title.
std::vector<std::string> words_of(std::string_view plain);

/// A title of a figure of ours beside the name of what it is about: "Sales Offered", "AHT Service". Without a meaning
/// where there is none; without a name where the title is known as it is.
struct NamedFigure {
    std::string name{};
    std::string title{};  // what else the title says: "AHT (min)" of "Sales AHT (min)"
    TitleMeaning meaning{};
    bool of_some = false;  // of some contacts: "Calls served", "Answered <20 s"; then nothing else is said
};
NamedFigure figure_of(std::string_view title);

/// The table of names, for help: a line for each kind of column.
std::string log_columns_help();

/// The same as a table of a page.
std::string log_columns_markdown();

}  // namespace freiton::input
