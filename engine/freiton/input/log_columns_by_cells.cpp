// SPDX-License-Identifier: Apache-2.0
// Columns whose titles do not say enough: what they are is known by their cells and by the other columns.
#include <algorithm>
#include <set>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/log_suits.hpp"
#include "freiton/input/log_table.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

// "Total | Answered | Missed": beside counts of how they ended it counts all that came.
void LogTable::take_total_of_all() {
    const auto counts = [&](LogColumn kind) { return has(kind) && !are_flags(examples(*column(kind), 200)); };
    const bool single = has(LogColumn::outcome) || has(LogColumn::call_id) || has(LogColumn::answered_at);
    if (has(LogColumn::offered) || single || (!counts(LogColumn::answered) && !counts(LogColumn::abandoned))) return;
    for (std::size_t i = 0; i < titles_.size() && !has(LogColumn::offered); ++i) {
        const std::string plain = plain_title(titles_[i]);
        const bool total = plain == "total" || plain == "gesamt" || plain == "insgesamt" || plain == "summe";
        if (total && !is_used(i) && !is_ignored(i) && suits(LogColumn::offered, examples(i, 30)))
            set(LogColumn::offered, i);
    }
}

// Whatever its title: a column of nothing but Inbound and Outbound says which way calls went.
void LogTable::take_directions(std::vector<bool>& taken) {
    for (std::size_t column = 0; column < titles_.size() && !has(LogColumn::direction); ++column) {
        const LogColumn kind = meaning_of(titles_[column]).column;
        if (taken[column] || (kind != LogColumn::count_ && kind != LogColumn::queue)) continue;
        const auto cells = examples(column, 200);
        const auto ends = [](auto cell) { return call_end_of(cell) && !says_yes(cell); };
        const bool only =
            std::all_of(cells.begin(), cells.end(), [&](auto cell) { return names_direction(cell) || ends(cell); });
        const bool out = std::any_of(cells.begin(), cells.end(), [](auto cell) { return goes_out(cell) == true; });
        const bool ended = std::any_of(cells.begin(), cells.end(), ends);
        const bool named = std::any_of(cells.begin(), cells.end(), [](auto cell) { return names_direction(cell); });
        if (!only || !named || (!out && !ended)) continue;
        taken[column] = true;
        set(LogColumn::direction, column);
        if (ended && !has(LogColumn::outcome)) set(LogColumn::outcome, column);  // Inbound, Missed, Outbound
    }
}

// "Call Type" of nothing but Answered and Missed says how calls ended, where no other title does.
void LogTable::take_outcomes_of_queues(std::vector<bool>& taken) {
    const auto kind_of = [&](std::size_t column) { return meaning_of(titles_[column]).column; };
    for (std::size_t column = 0; column < titles_.size(); ++column)
        if (kind_of(column) == LogColumn::outcome || is_count(kind_of(column))) return;
    for (std::size_t column = 0; column < titles_.size() && !has(LogColumn::outcome); ++column) {
        if (taken[column] || kind_of(column) != LogColumn::queue) continue;
        std::set<std::optional<LoggedEnd>> ends;
        for (const std::string_view cell : examples(column, 200))
            ends.insert(says_yes(cell) ? std::nullopt : call_end_of(cell));
        if (ends.size() < 2 || ends.contains(std::nullopt) || !ends.contains(LoggedEnd::answered)) continue;
        taken[column] = true;
        set(LogColumn::outcome, column);
    }
}

// A column of nothing but days needs no title, nor does one of times before all others.
void LogTable::take_untitled_dates(std::vector<bool>& taken) {
    const bool timed = has(LogColumn::time);
    const auto times =
        titles_.empty() || !titles_.front().empty() || timed ? std::vector<std::string_view>{} : examples(0, 30);
    const auto is_time = [](std::string_view cell) { return log_span(cell).has_value(); };
    const auto is_other = [&](std::string_view cell) { return !is_time(cell) && !is_total(cell); };
    if (std::any_of(times.begin(), times.end(), is_time) && std::none_of(times.begin(), times.end(), is_other)) {
        taken[0] = true;
        return set(LogColumn::time, 0);
    }
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < titles_.size(); ++column) {
        const auto cells = taken[column] ? std::vector<std::string_view>{} : examples(column, 30);
        const bool days = !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](std::string_view cell) {
            return looks_like_date(parted(cell).date) || (!timed && weekday_of(cell));
        });
        if (days) found.push_back(column);
    }
    if (found.empty()) return;
    std::vector<std::string> names;
    names.reserve(found.size());
    for (const std::size_t column : found) names.push_back(titles_[column]);
    if (found.size() > 1)
        throw InputError{Problem{Rule::log_date_unnamed}
                             .at(sheet_.place(titles_row_.value_or(0)))
                             .with({detail::joined(names), names.front()})};
    taken[found.front()] = true;
    set(LogColumn::date, found.front());
}

}  // namespace freiton::input
