// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_suits.hpp"

#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/log_cells.hpp"
#include "freiton/input/log_numbers.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::input {

namespace {

std::string_view without_percent(std::string_view cell) {
    while (!cell.empty() && (cell.back() == '%' || cell.back() == ' ')) cell.remove_suffix(1);
    return cell;
}

bool is_number(std::string_view cell) { return log_number(without_percent(cell), DecimalSign::unknown).has_value(); }

bool is_moment(std::string_view cell) {
    const LogMoment moment = parted(cell);
    const auto serial = spreadsheet_moment(cell);
    return looks_like_date(moment.date) || log_span(moment.time) || log_time(cell) || moment_in_digits(cell) ||
           (serial && serial->second_s);
}

bool is_day(std::string_view cell) {
    return is_moment(cell) || weekday_of(cell).has_value() || spreadsheet_moment(cell).has_value();
}
// "0800-0830", "8.30 Uhr"
bool is_clock_in_digits(std::string_view cell) {
    const std::string plain = plainly(cell);
    const std::size_t dash = std::min(plain.find('-'), plain.size());
    const std::string_view behind = dash < plain.size() ? std::string_view{plain}.substr(dash + 1) : "0";
    return is_number(trimmed(std::string_view{plain}.substr(0, dash))) && is_number(trimmed(behind));
}
bool is_time(std::string_view cell) {
    return is_moment(cell) || log_span(cell) || is_number(cell) || is_clock_in_digits(cell);
}
bool is_duration(std::string_view cell) { return is_number(cell) || log_duration(cell).has_value(); }
bool is_count_or_flag(std::string_view cell) {
    return is_number(cell) || call_end_of(cell) || says_yes(cell).has_value();
}
bool is_outcome(std::string_view cell) { return call_end_of(cell) || cisco_end_of(cell) || trace_end_of(cell); }
bool is_word(std::string_view cell) {  // "Postmaster::Sales" has no time
    const bool digits = cell.find_first_of("0123456789") != std::string_view::npos;
    return !digits || (parted(cell).time.empty() && !looks_like_date(cell));
}

// Not "85 %" nor "0,85", which is a service level below "Service"; whole numbers may be those of skills.
bool is_name(std::string_view cell) {
    const bool share = cell.ends_with('%') || (is_number(cell) && cell.find_first_of(".,") != std::string_view::npos);
    return !share && is_word(cell);
}

}  // namespace

bool suits(LogColumn kind, const std::vector<std::string_view>& cells) {
    using Test = bool (*)(std::string_view);
    const auto test = [&]() -> Test {
        switch (kind) {
            case LogColumn::date:
                return is_day;
            case LogColumn::end:
            case LogColumn::answered_at:
            case LogColumn::created:
            case LogColumn::first_response:
            case LogColumn::resolved:
                return is_moment;
            case LogColumn::time:
                return is_time;
            case LogColumn::offered:
                return is_number;
            case LogColumn::answered:
            case LogColumn::abandoned:
            case LogColumn::blocked:
                return is_count_or_flag;
            case LogColumn::queue:
                return is_name;
            case LogColumn::outcome:
                return is_outcome;
            case LogColumn::wait:
            case LogColumn::handling:
            case LogColumn::talk:
            case LogColumn::hold:
            case LogColumn::wrap_up:
                return is_duration;
            default:
                return is_word;
        }
    }();
    const auto suiting = std::count_if(cells.begin(), cells.end(), test);
    return 2 * static_cast<std::size_t>(suiting) >= cells.size();
}

bool are_flags(const std::vector<std::string_view>& cells) {
    if (cells.empty()) return false;
    const auto words =
        std::count_if(cells.begin(), cells.end(), [](std::string_view cell) { return !is_number(cell); });
    const bool bits =
        std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell == "0" || cell == "1"; });
    return bits || 2 * static_cast<std::size_t>(words) >= cells.size();
}

}  // namespace freiton::input
