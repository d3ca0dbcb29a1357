// SPDX-License-Identifier: Apache-2.0
// Intervals that are known by when they end.
#include <algorithm>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

constexpr Minutes whole_day{1440};

Minutes minutes_of(const ReadInterval& one) {
    return std::chrono::duration_cast<Minutes>(one.counts.date.time_since_epoch()) + one.counts.start;
}

// How often midnight stands below the other ends of its date and queue, and above them, in the order of time.
struct Midnights {
    int below = 0;
    int above = 0;
};

Midnights midnights_of(const std::vector<ReadInterval>& rows) {
    std::vector<const LoggedInterval*> by_day;
    by_day.reserve(rows.size());
    for (const ReadInterval& one : rows) by_day.push_back(&one.counts);
    std::stable_sort(by_day.begin(), by_day.end(), [](const auto* a, const auto* b) {
        return std::pair{a->date, a->queue} < std::pair{b->date, b->queue};
    });
    Midnights found;
    int later = 0;
    for (std::size_t i = 1; i < by_day.size(); ++i) {
        const LoggedInterval& one = *by_day[i - 1];
        const LoggedInterval& next = *by_day[i];
        if (one.date != next.date || one.queue != next.queue || one.start == next.start) continue;
        if (next.start == Minutes{0})
            ++found.below;
        else if (one.start == Minutes{0})
            ++found.above;
        else
            later += one.start < next.start ? 1 : -1;
    }
    if (later < 0) std::swap(found.below, found.above);
    return found;
}

// Midnight as an end of the first date, of a file in which nobody works beyond midnight: as the end of the day before
// it would be the only one of that day.
bool begins_with_midnight_alone(const std::vector<ReadInterval>& rows) {
    Minutes first = whole_day;
    Minutes last{0};
    Date earliest = rows.front().counts.date;
    for (const ReadInterval& one : rows) {
        if (one.counts.start > Minutes{0}) first = std::min(first, one.counts.start);
        last = std::max(last, one.counts.start);
        earliest = std::min(earliest, one.counts.date);
    }
    const auto any = [&](bool midnight) {
        return std::any_of(rows.begin(), rows.end(), [&](const ReadInterval& one) {
            return one.counts.date == earliest && (one.counts.start == Minutes{0}) == midnight;
        });
    };
    return first > whole_day - last && any(true) && any(false);
}

// Whether midnight is the end of the date beside it, rather than that of the day before; nothing if rows do not tell.
std::optional<bool> midnight_ends_its_date(const std::vector<ReadInterval>& rows) {
    const Midnights found = midnights_of(rows);
    if ((found.below > 0 && found.above == 0) || begins_with_midnight_alone(rows)) return true;
    return found.below > 0 ? std::nullopt : std::optional{false};
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
    const auto moved = cells.table().has(LogColumn::date) ? midnight_ends_its_date(rows) : false;
    for (ReadInterval& one : rows)
        if (moved == true && one.counts.start == Minutes{0}) one.counts.date += std::chrono::days{1};
    const auto step = moved ? step_between(rows) : std::nullopt;
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
