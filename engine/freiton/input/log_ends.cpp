// SPDX-License-Identifier: Apache-2.0
// Intervals that are known by when they end.
#include <algorithm>
#include <numeric>

#include "freiton/core/text.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

constexpr Minutes whole_day{1440};

Minutes minutes_of(const ReadInterval& one) {
    return std::chrono::duration_cast<Minutes>(one.counts.date.time_since_epoch()) + one.counts.start;
}

// Midnight below the other ends of its date is the end of that day.
void move_midnights(std::vector<ReadInterval>& rows, bool dates_apart) {
    for (std::size_t i = 1; i < rows.size() && dates_apart; ++i) {
        const ReadInterval& before = rows[i - 1];
        ReadInterval& one = rows[i];
        const bool same = one.counts.date == before.counts.date && one.counts.queue == before.counts.queue;
        if (one.counts.start == Minutes{0} && same && before.counts.start > Minutes{0})
            one.counts.date += std::chrono::days{1};
    }
}

// As far as ends of one day lie apart at least; nothing if others do not fit.
std::optional<Minutes> step_between(const std::vector<ReadInterval>& rows) {
    std::vector<Minutes> ends;
    ends.reserve(rows.size());
    for (const ReadInterval& one : rows) ends.push_back(minutes_of(one));
    std::sort(ends.begin(), ends.end());
    Minutes step = whole_day;
    for (std::size_t i = 1; i < ends.size(); ++i)
        if (ends[i] > ends[i - 1]) step = std::min(step, ends[i] - ends[i - 1]);
    const bool fits = std::all_of(ends.begin(), ends.end(), [&](Minutes end) { return end % step == Minutes{0}; });
    return step < whole_day && whole_day % step == Minutes{0} && fits ? std::optional{step} : std::nullopt;
}

}  // namespace

void begin_before_ends(std::vector<ReadInterval>& rows, LogCells& cells, std::size_t column) {
    if (rows.empty()) return;
    move_midnights(rows, cells.table().has(LogColumn::date));
    const auto step = step_between(rows);
    if (!step) return cells.complain(rows.front().row, column, Rule::log_begin_missing);
    for (ReadInterval& one : rows) {
        const Minutes begin = minutes_of(one) - *step;
        one.counts.date = Date{std::chrono::floor<std::chrono::days>(begin)};
        one.counts.start = begin - std::chrono::duration_cast<Minutes>(one.counts.date.time_since_epoch());
        one.length = *step;
    }
    cells.table().notes().push_back({LogNoteKind::ends_only, {std::to_string(step->count())}});
}

}  // namespace freiton::input
