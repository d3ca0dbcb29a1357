// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/recorded.hpp"

#include <algorithm>
#include <utility>

namespace freiton {

namespace {

struct Spot {
    std::optional<IntervalIndex> interval{};  // none: outside the horizon, or after its last closing
    double after_s = 0.0;
    bool open = false;
};

// Where the row falls. Intervals begin at whole multiples of their length from midnight.
Spot spot_of(const VolumeRow& row, const Calendar& calendar, WallClock& clock) {
    const auto moment = clock.moment(row.date, row.start);
    if (!moment) return {};
    const Minutes begin = row.start - row.start % calendar.parts().interval;
    if (const auto inside = calendar.interval_at(row.date, begin))
        return {inside, Seconds{row.start - begin}.count() + row.second_s, true};
    const Calendar::Opening next = calendar.opening_at(*moment);
    if (!next.interval) return {};
    Seconds start = calendar.intervals()[*next.interval].since_start;
    if (start < *moment && !next.open) start += calendar.length();  // open: a moment that clocks skip
    return {next.interval, moment->count() + row.second_s - start.count(), false};
}

double recorded_factor(const Arrivals& arrivals, const VolumeRow& row) {
    return arrivals.scale * arrivals.weekdays[weekday_index(row.date)];
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
    if (work.arrivals.interval_cv > 0.0)
        problems.push_back(Problem{Rule::keys_exclusive}.on(key).with({"recorded, interval_cv"}));
    bool any_inside = false;
    WallClock clock{calendar};
    for (const VolumeRow& row : file.rows) {
        if (are_enough(problems)) return;
        const auto day = (row.date - calendar.parts().first_day).count();
        if (day < 0 || day >= calendar.days()) continue;  // a file may hold more than the horizon
        any_inside = true;
        if (row.arrivals == 0.0 || (!work.answered_now() && !work.open)) continue;
        const Spot spot = spot_of(row, calendar, clock);
        if (spot.open && is_open_in(accepted.from(row.site), *spot.interval)) continue;
        problems.push_back(
            Problem{Rule::moment_not_open}.at({file.found_at, row.line}).on("start").got(moment_text(row)));
    }
    if (!any_inside && !file.rows.empty())
        problems.push_back(Problem{Rule::row_outside_horizon}
                               .at({file.found_at, 0})
                               .on("date")
                               .with({date_text(calendar.date(0)), date_text(calendar.date(calendar.days() - 1))}));
}

std::vector<std::vector<RecordedContact>> recorded_contacts_of_site(const Arrivals& arrivals, const Calendar& calendar,
                                                                    const std::string& site) {
    std::vector<std::vector<RecordedContact>> contacts(calendar.intervals().size());
    if (!arrivals.file) return contacts;
    WallClock clock{calendar};
    for (const VolumeRow& row : arrivals.file->rows) {
        if (row.site != site) continue;
        const Spot spot = spot_of(row, calendar, clock);
        if (!spot.interval) continue;
        contacts[*spot.interval].push_back(
            {spot.after_s, row.arrivals * recorded_factor(arrivals, row), row.handling_time_s});
    }
    for (auto& of_interval : contacts)
        std::stable_sort(of_interval.begin(), of_interval.end(),
                         [](const auto& a, const auto& b) { return a.after_s < b.after_s; });
    return contacts;
}

double recorded_after_last_closing(const Arrivals& arrivals, const Calendar& calendar) {
    double contacts = 0.0;
    if (!arrivals.file || !arrivals.recorded) return contacts;
    WallClock clock{calendar};
    for (const VolumeRow& row : arrivals.file->rows)
        if (clock.moment(row.date, row.start) && !spot_of(row, calendar, clock).interval)
            contacts += row.arrivals * recorded_factor(arrivals, row);
    return contacts;
}

}  // namespace freiton
