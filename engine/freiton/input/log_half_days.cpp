// SPDX-License-Identifier: Apache-2.0
// Hours from 1 to 12 without AM and PM.
#include <algorithm>
#include <map>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/input/log_row.hpp"

namespace freiton::input {

namespace {

constexpr double hour_s = 3600.0;
constexpr double half_day_s = seconds_a_day / 2.0;
constexpr double first_morning_s = 7.0 * hour_s;  // earlier hours are of the afternoon

// By day and queue from 12:30 to 1:00, or back where the latest come first.
bool go_on_after_noon(const std::vector<WrittenTime>& times) {
    std::map<WrittenTime::Day, double> before;
    return std::any_of(times.begin(), times.end(), [&](const WrittenTime& one) {
        const auto [last, is_first] = before.try_emplace(one.of, one.second_s);
        const double earlier = std::exchange(last->second, one.second_s);
        if (is_first) return false;
        return (earlier >= 11.0 * hour_s && one.second_s < first_morning_s) ||
               (one.second_s >= 12.0 * hour_s && earlier < 2.0 * hour_s);
    });
}

bool are_latest_first(const std::vector<WrittenTime>& times) {
    std::map<WrittenTime::Day, double> before;
    int later = 0;
    for (const WrittenTime& one : times) {
        const auto [last, is_first] = before.try_emplace(one.of, one.second_s);
        const double earlier = std::exchange(last->second, one.second_s);
        later += one.second_s > earlier ? 1 : one.second_s < earlier ? -1 : 0;
    }
    return later < 0;
}

}  // namespace

// Each as it is written; nothing if any says AM or PM or its zone, or if it is none of half a day.
std::optional<std::vector<WrittenTime>> LogCells::times_of_half_days(std::size_t column) {
    const bool stated = table_.meaning(LogColumn::time).clock_hours == 12;
    std::vector<WrittenTime> times;
    std::string_view date;
    for (const std::size_t row : table_.rows()) {
        const std::string_view cell = table_.sheet().cell(row, column);
        const LogMoment parts = parted(cell);
        const std::string_view time = parts.time.empty() ? cell : parts.time;
        if (parts.east_of_utc || time.find_first_of("aApP") != std::string_view::npos) return std::nullopt;
        const auto span = parts.time.empty() ? std::nullopt : log_span(time, true);
        const auto spread = span ? span : span_without_colon(column, time);
        const auto begin = spread ? std::optional{spread->from.count()} : clock_without_colon(column, time);
        if (const std::string_view own = table_.cell(row, LogColumn::date); !own.empty()) date = own;
        if (!begin) continue;
        if (*begin < hour_s || *begin >= hour_s + half_day_s) {
            if (!stated) return std::nullopt;
            const bool early = *begin < hour_s;
            complain(row, column, early ? Rule::at_least : Rule::less_than, {early ? "1:00" : "13:00"});
            continue;
        }
        const bool dated = !parts.time.empty() && !parts.date.empty();
        times.push_back({row, {dated ? parts.date : date, table_.cell(row, LogColumn::queue)}, *begin});
    }
    return times;
}

// As the user or the title says, or where they go on from 12:30 to 1:00 within a day.
void LogCells::find_half_days() {
    const auto column = table_.column(LogColumn::time);
    const TitleMeaning& meaning = table_.meaning(LogColumn::time);
    if (!column || meaning.clock_hours == 24 || counts_on()) return;
    half_days_ = true;  // so that spans such as 12:30 - 1:00 are known
    auto times = times_of_half_days(*column);
    const bool stated = meaning.clock_hours == 12;
    half_days_ = times && !times->empty() && (stated || go_on_after_noon(*times));  // until the question is answered
    if (!half_days_) return;
    if (stated) {
        note_once(LogNoteKind::half_days);
        return find_evenings(std::move(*times));
    }
    const bool by_end = table_.ends_only() && meaning.column == LogColumn::end;
    complain(table_.rows().front(), *column, Rule::log_half_day_unclear,
             {name_of(by_end ? LogColumn::end : LogColumn::time), table_.title(*column)});
}

// Hours from 7 to 11 after the afternoon of their day and queue are of its evening. Rows in no order do not tell.
void LogCells::find_evenings(std::vector<WrittenTime> times) {
    if (are_latest_first(times)) std::reverse(times.begin(), times.end());
    evenings_.assign(table_.sheet().rows(), false);
    std::map<WrittenTime::Day, double> latest;
    for (const WrittenTime& one : times) {
        double& last = latest[one.of];
        double now = one.second_s < first_morning_s ? one.second_s + half_day_s : one.second_s;
        const bool evening = now < half_day_s && last >= half_day_s;
        if (evening) now += half_day_s;
        evenings_[one.row] = evening;
        if (last >= first_morning_s + half_day_s && now + hour_s < last)
            complain(one.row, LogColumn::time, Rule::moment_expected, {},
                     clock_text(Minutes{static_cast<int>(one.second_s / 60.0)}) + (now < half_day_s ? " AM" : " PM"));
        last = std::max(last, now);
    }
}

double LogCells::in_half_days(std::size_t row, std::size_t column, double second_s) const {
    const bool evening = column == table_.column(LogColumn::time) && row < evenings_.size() && evenings_[row];
    return half_days_ && (evening || second_s < first_morning_s) ? second_s + half_day_s : second_s;
}

}  // namespace freiton::input
