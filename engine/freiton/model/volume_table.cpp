// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volume_table.hpp"

#include <algorithm>
#include <map>

namespace freiton {

namespace {

// Moments at which a step of the calendar begins with this wall time, since 00:00 of the first day: none where clocks
// skip it or outside the horizon, two where they go back. Fast where days are asked one after the other.
class StepMoments {
  public:
    explicit StepMoments(const Calendar& calendar) : calendar_{calendar} {}

    std::vector<Seconds> of(Date date, Minutes start) {
        const auto day = (date - calendar_.date(0)).count();
        if (day < 0 || day >= calendar_.days()) return {};
        if (day_ != static_cast<int>(day)) steps_ = calendar_.steps(static_cast<int>(day));
        day_ = static_cast<int>(day);
        std::vector<Seconds> moments;
        for (const Calendar::DayStep& step : steps_)
            if (step.start == start) moments.push_back(step.since_start);
        return moments;
    }

  private:
    const Calendar& calendar_;
    int day_ = -1;  // of steps_
    std::vector<Calendar::DayStep> steps_{};
};

}  // namespace

VolumeTable::VolumeTable(const VolumeFile& file, const Calendar& calendar, const std::optional<std::string>& only_site)
    : intervals_of_rows_(file.rows.size()), closed_moments_(file.rows.size()) {
    std::map<std::string, std::vector<std::optional<int>>> lines;  // by site and interval; a million rows pass
    std::map<std::pair<std::string, Seconds>, int> closed_lines;
    StepMoments closed{calendar};
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
        const VolumeRow& row = file.rows[i];
        if (only_site && row.site != *only_site) continue;
        const auto first = calendar.interval_at(row.date, row.start);
        if (!first) {
            const std::vector<Seconds> moments = closed.of(row.date, row.start);
            const auto free = std::find_if(moments.begin(), moments.end(), [&](Seconds moment) {
                return closed_lines.try_emplace({row.site, moment}, row.line).second;
            });
            if (moments.empty()) continue;
            closed_moments_[i] = free != moments.end() ? *free : moments.front();
            if (free == moments.end()) twice_.push_back({i, closed_lines.at({row.site, moments.front()})});
            continue;
        }
        const auto again = calendar.interval_again(*first);
        std::vector<std::optional<int>>& of_site = lines[row.site];
        of_site.resize(calendar.intervals().size());
        const bool is_new = !of_site[*first];
        if (!is_new && (!again || of_site[*again])) {
            twice_.push_back({i, *of_site[*first]});
            continue;
        }
        intervals_of_rows_[i] = is_new ? first : again;
        of_site[*intervals_of_rows_[i]] = row.line;
    }
}

std::optional<VolumeGaps> gaps_of(const Arrivals& arrivals, const Calendar& calendar) {
    if (!arrivals.file || arrivals.recorded) return std::nullopt;
    const VolumeTable table{*arrivals.file, calendar};
    std::map<std::string, std::vector<bool>> given;  // by site
    for (std::size_t i = 0; i < arrivals.file->rows.size(); ++i) {
        std::vector<bool>& of_site = given[arrivals.file->rows[i].site];
        of_site.resize(calendar.intervals().size(), false);
        std::optional<IntervalIndex> interval = table.interval_of(i);
        if (const auto moment = table.closed_moment_of(i); moment && arrivals.file->rows[i].arrivals > 0.0)
            interval = calendar.opening_at(*moment).interval;  // contacts are expected there
        if (interval) of_site[*interval] = true;
    }
    VolumeGaps gaps;
    for (IntervalIndex i{0}; i < calendar.intervals().size(); ++i) {
        if (arrivals.weekdays[weekday_index(calendar.date(calendar.intervals()[i].day))] == 0.0) continue;
        for (const auto& [site, of_site] : given) {
            ++gaps.wanted;
            if (of_site[i]) continue;
            if (gaps.missing == 0) gaps = {.missing = 0, .wanted = gaps.wanted, .first = i, .site = site};
            ++gaps.missing;
        }
    }
    return gaps.missing > 0 ? std::optional{gaps} : std::nullopt;
}

}  // namespace freiton
