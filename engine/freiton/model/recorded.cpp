// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/recorded.hpp"

#include <algorithm>
#include <utility>

#include "freiton/model/volume_limits.hpp"

namespace freiton {

namespace {

struct Spot {
    std::optional<IntervalIndex> interval{};  // none: outside the horizon
    double after_s = 0.0;
    bool open = false;
};

// Where the row falls. Intervals begin at whole multiples of their length from midnight.
Spot spot_of(const VolumeRow& row, const Calendar& calendar, const OpenMask& accepted) {
    const auto day = (row.date - calendar.parts().first_day).count();
    if (day < 0 || day >= calendar.days()) return {};
    const Minutes begin = row.start - row.start % calendar.parts().interval;
    const auto inside = calendar.interval_at(row.date, begin);
    if (inside && is_open_in(accepted, *inside))
        return {inside, Seconds{row.start - begin}.count() + row.second_s, true};
    const auto& intervals = calendar.intervals();
    auto next = std::partition_point(intervals.begin(), intervals.end(), [&](const Interval& interval) {
        return std::pair{static_cast<long>(interval.day), interval.start} <
               std::pair{static_cast<long>(day), row.start};
    });
    while (next != intervals.end() && !is_open_in(accepted, static_cast<std::size_t>(next - intervals.begin()))) ++next;
    if (next == intervals.end()) return {};
    return {IntervalIndex{static_cast<std::size_t>(next - intervals.begin())}, 0.0, false};
}

std::string moment_text(const VolumeRow& row) {
    std::string text = local_time_text(row.date, row.start);
    const int second = static_cast<int>(row.second_s);
    text[text.size() - 2] = static_cast<char>('0' + second / 10);
    text[text.size() - 1] = static_cast<char>('0' + second % 10);
    return text;
}

}  // namespace

void check_recorded(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems,
                    const AcceptedHours& accepted) {
    if (!work.arrivals.recorded || !work.arrivals.file) return;
    const VolumeFile& file = *work.arrivals.file;
    if (work.arrivals.day_cv > 0.0)
        problems.push_back(Problem{Rule::keys_exclusive}.on(key).with({"recorded, day_cv"}));
    bool any_inside = false;
    for (const VolumeRow& row : file.rows) {
        if (are_enough(problems)) return;
        const auto day = (row.date - calendar.parts().first_day).count();
        if (day < 0 || day >= calendar.days()) continue;  // a file may hold more than the horizon
        any_inside = true;
        const Spot spot = spot_of(row, calendar, accepted.from(row.site));
        if (row.arrivals == 0.0 || spot.open) continue;
        const bool never_open = !spot.interval;  // nor later in the horizon
        if (work.kind != WorkKind::call && !promised_by_wall_clock(work) && !never_open) continue;
        const Rule broken = work.kind == WorkKind::call ? Rule::moment_not_open : Rule::contacts_while_closed;
        problems.push_back(Problem{broken}.at({file.found_at, row.line}).on("start").got(moment_text(row)));
    }
    if (!any_inside && !file.rows.empty())
        problems.push_back(Problem{Rule::row_outside_horizon}
                               .at({file.found_at, 0})
                               .on("date")
                               .with({date_text(calendar.date(0)), date_text(calendar.date(calendar.days() - 1))}));
}

std::vector<std::vector<RecordedContact>> recorded_contacts_of_site(const Arrivals& arrivals, const Calendar& calendar,
                                                                    const std::string& site, const OpenMask& accepted) {
    std::vector<std::vector<RecordedContact>> contacts(calendar.intervals().size());
    if (!arrivals.file) return contacts;
    for (const VolumeRow& row : arrivals.file->rows) {
        if (row.site != site) continue;
        const Spot spot = spot_of(row, calendar, accepted);
        if (!spot.interval) continue;
        const IntervalIndex interval = *spot.interval;
        const double factor =
            arrivals.scale * arrivals.weekdays[weekday_index(calendar.date(calendar.intervals()[interval].day))];
        contacts[interval].push_back({spot.after_s, row.arrivals * factor, row.handling_time_s});
    }
    for (auto& of_interval : contacts)
        std::stable_sort(of_interval.begin(), of_interval.end(),
                         [](const auto& a, const auto& b) { return a.after_s < b.after_s; });
    return contacts;
}

}  // namespace freiton
